import type { Database } from '#db/client.ts';
import type { ReportFormat, ReportLanguage } from '../exports/report.ts';

export interface FileProgressRow {
  readonly id: string;
  readonly report: string;
  readonly format: ReportFormat;
  readonly language: ReportLanguage;
  readonly state: 'MAKING' | 'FINISHED' | 'BROKEN';
  readonly rows: number;
  readonly ofRows: number | null;
  readonly bytes: string;
  readonly sha256: string | null;
  readonly startedAt: string;
  readonly updatedAt: string;
}

/** How far files are; those that nobody has fetched are absent. */
export function findProgress(
  database: Database,
  companyId: string,
  ids: readonly string[],
): Promise<FileProgressRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<FileProgressRow[]>`
      /* fileProgress */ select id, report, format, language, state, rows, of_rows as "ofRows", bytes::text as bytes,
        sha256, started_at as "startedAt", updated_at as "updatedAt"
      from reporting.file_progress where company_id = ${companyId} and id = any (${[...ids]}::uuid[])`,
  );
}
