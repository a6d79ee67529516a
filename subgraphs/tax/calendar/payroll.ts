import type { Database } from '#db/client.ts';
import { monthKey } from '#shared/domain/date.ts';
import { parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';

/** What the pay of a month brings into the calendar, GEL. */
export interface PayrollMonth {
  /** Withheld from pay; it goes into Form 30 with what tax itself knows. */
  readonly incomeTax: Amount;
  /** Contributions of employees and of the employer. */
  readonly pension: Amount;
}

/**
 * Sums of what payroll withheld and contributed, by the month in which pay was received (Tax Code, article 154; Law on
 * Funded Pensions). They are sums of the company: whom it paid, tax does not learn.
 */
export async function payrollByMonth(
  database: Database,
  companyId: string,
  years: readonly number[],
): Promise<ReadonlyMap<string, PayrollMonth>> {
  if (years.length === 0) return new Map();
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<{ year: number; month: number; income_tax: string; pension: string }[]>`
      /* payrollByMonth */ select year, month, income_tax, pension
      from payroll_published.withheld_by_month(${companyId}, ${[...years]}::int[])`,
  );
  return new Map(
    rows.map(({ year, month, income_tax, pension }) => [
      monthKey(year, month),
      { incomeTax: parseDatabaseAmount(income_tax), pension: parseDatabaseAmount(pension) },
    ]),
  );
}
