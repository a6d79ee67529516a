import type { Database, TransactionSql } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import type { ReportFormat, ReportLanguage } from './report.ts';

/** A file that was fetched to its end. */
export interface ExportedFile {
  readonly id: string;
  readonly report: string;
  /** What was asked for, in one spelling. */
  readonly question: string;
  readonly format: ReportFormat;
  readonly language: ReportLanguage;
  /** Whether all months that it counts were closed when it was made. */
  readonly isClosed: boolean;
  readonly sha256: string;
  readonly bytes: number;
}

/** Whether every month up to that of a day is closed: then nothing that a report of those days counts can change. */
export async function isClosedUpTo(
  sql: TransactionSql,
  companyId: string,
  day: CalendarDate,
): Promise<boolean> {
  const [row] = await sql<{ is_closed: boolean }[]>`
    /* isClosedUpTo */ select coalesce(bool_and(not is_open), false) as is_closed from reporting.periods
    where company_id = ${companyId} and make_date(year, month, 1) <= ${day}::date`;
  return row?.is_closed ?? false;
}

/** Writes down what was fetched; a link that is fetched again before it expires says nothing new. */
export async function keepFile(database: Database, companyId: string, file: ExportedFile): Promise<void> {
  const { id, report, question, format, language, isClosed, sha256, bytes } = file;
  await database.withCompany(
    companyId,
    (sql) => sql`
      /* keepFile */ insert into reporting.exported_files
        (company_id, id, report, question, format, language, is_closed, sha256, bytes)
      values (${companyId}, ${id}, ${report}, ${question}, ${format}, ${language}, ${isClosed}, ${sha256}, ${bytes})
      on conflict do nothing`,
    'write',
  );
}

/** A file as it is shown. */
export interface ShownFile extends ExportedFile {
  readonly madeAt: string;
  /** Whether it has the same bytes as the one before it that answered the same; null for the first. */
  readonly isSameAsBefore: boolean | null;
}

/** Place of a file in the list: the last one first. */
export type FileKey = [madeAt: string, id: string];

/** Files of a company, the last one first, and one more when more follow. */
export function exportedFiles(
  database: Database,
  companyId: string,
  { after, limit }: Pick<Page<FileKey>, 'after' | 'limit'>,
): Promise<ShownFile[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<ShownFile[]>`
      /* exportedFiles */ select f.id, f.report, f.question, f.format, f.language, f.is_closed as "isClosed", f.sha256,
        f.bytes::float8 as bytes, f.made_at as "madeAt",
        (select e.sha256 = f.sha256 from reporting.exported_files e
         where e.company_id = f.company_id and e.report = f.report and e.question = f.question
           and e.format = f.format and e.language = f.language and e.is_closed = f.is_closed
           and (e.made_at, e.id) < (f.made_at, f.id)
         order by e.made_at desc, e.id desc limit 1) as "isSameAsBefore"
      from reporting.exported_files f
      where f.company_id = ${companyId}
        ${after === null ? sql`` : sql`and (f.made_at, f.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`}
      order by f.made_at desc, f.id desc limit ${limit}`,
  );
}

/** Entries that a report would list, counted as far as it matters. */
export async function countEntries(
  database: Database,
  companyId: string,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
  most: number,
): Promise<number> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<{ entries: number }[]>`
      /* countEntries */ select count(*)::int as entries from (
        select from reporting.entries
        where company_id = ${companyId} and date between ${from}::date and ${to}::date limit ${most}) e`,
  );
  return row?.entries ?? 0;
}

/** All entries that a general ledger lists, up to the posting that it is true to. */
export async function countCardEntries(
  database: Database,
  companyId: string,
  seq: number,
  {
    from,
    to,
    accountIds,
    counterpartyId,
  }: {
    readonly from: CalendarDate;
    readonly to: CalendarDate;
    readonly accountIds: readonly string[] | null;
    readonly counterpartyId: string | null;
  },
): Promise<number> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<{ entries: number }[]>`
      /* countCardEntries */ select count(*)::int as entries from reporting.entries
      where company_id = ${companyId} and date between ${from}::date and ${to}::date and seq <= ${seq}
        ${accountIds === null ? sql`` : sql`and account_id = any (${[...accountIds]}::uuid[])`}
        ${counterpartyId === null ? sql`` : sql`and counterparty_id = ${counterpartyId}::uuid`}`,
  );
  return row?.entries ?? 0;
}
