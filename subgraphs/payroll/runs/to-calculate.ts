import type { Database } from '#db/client.ts';
import type { Calculation } from './calculation.ts';

/** A run whose payslips are still to be written; null for all others. */
export async function readRunToCalculate(
  database: Database,
  companyId: string,
  runId: string,
): Promise<(Calculation & { readonly calculatedBy: string }) | null> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<(Calculation & { readonly calculatedBy: string })[]>`
      /* runToCalculate */ select company_id as "companyId", id as "runId", year, month, number, pay_date as "payDate",
        rates, calculation, calculated_by as "calculatedBy"
      from payroll.runs where company_id = ${companyId} and id = ${runId} and state = 'CALCULATING'`,
  );
  return row ?? null;
}
