import type { Database } from '#db/client.ts';
import type { ReportingFacts } from './facts.ts';

/** Reads what decisions of a company rest on. */
export async function loadReportingFacts(database: Database, companyId: string): Promise<ReportingFacts> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<{ reference_seq: number | null }[]>`
      /* reportingFacts */ select reference_seq from reporting.head where company_id = ${companyId}`,
  );
  return { referenceSeq: row?.reference_seq ?? 0 };
}
