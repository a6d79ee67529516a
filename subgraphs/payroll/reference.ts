import type { Database } from '#db/client.ts';
import type { PayrollFacts } from './facts.ts';

/**
 * Reads what decisions of a company rest on. One statement, hence one snapshot: `referenceSeq` and the rows belong to
 * the same moment.
 */
export async function loadPayrollFacts(database: Database, companyId: string): Promise<PayrollFacts> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<{ reference_seq: number }[]>`
      /* payrollFacts */ select reference_seq from payroll.head where company_id = ${companyId}`,
  );
  return { referenceSeq: row?.reference_seq ?? 0 };
}
