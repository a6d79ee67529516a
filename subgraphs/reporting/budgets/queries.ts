import type { Database } from '#db/client.ts';
import { lastDayOf } from '#shared/domain/date.ts';
import { parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import { sumAccounts } from '../read-model/sums.ts';
import { net } from '../statements/draw.ts';
import { drawnUp, spanOf } from '../statements/sheet.ts';
import type { BudgetDimension } from './decide.ts';

/** An account that was planned for, or used. */
export interface BudgetRow {
  readonly accountId: string;
  readonly budget: Amount;
  readonly actual: Amount;
  readonly isIncome: boolean;
}

export interface MonthOfYear {
  readonly year: number;
  readonly month: number;
}

/**
 * What was planned and what came of it, over whole months, for every account of profit or loss that has either. Amounts
 * are positive on the side on which accounts of the kind grow.
 */
export function compareBudget(
  database: Database,
  companyId: string,
  from: MonthOfYear,
  to: MonthOfYear,
  dimension: BudgetDimension | null,
): Promise<{ readonly seq: number; readonly rows: readonly BudgetRow[] }> {
  const days = { from: `${monthText(from)}-01`, to: lastDayOf(to.year, to.month) };
  return drawnUp(database, companyId, { knownAt: null }, days, async (sheet) => {
    const { sql, chart, seq } = sheet;
    const planned = await sql<{ account_id: string; amount: string }[]>`
      /* budgets */ select account_id, sum(amount) as amount from reporting.budget_months
      where company_id = ${companyId} and dimension_name = ${dimension?.name ?? ''}
        and dimension_value = ${dimension?.value ?? ''}
        and (year, month) between (${from.year}::int, ${from.month}::int) and (${to.year}::int, ${to.month}::int)
      group by 1`;
    const budgets = new Map(planned.map((row) => [row.account_id, parseDatabaseAmount(row.amount)]));
    const sums = await sumAccounts(sql, companyId, spanOf(sheet, { ...days, withClosing: false, dimension }));
    const rows = [...chart.values()]
      .filter(({ type }) => type === 'REVENUE' || type === 'EXPENSE')
      .filter(({ id }) => budgets.has(id) || sums.has(id))
      .map(({ id, type }) => {
        const isIncome = type === 'REVENUE';
        const actual = isIncome ? -net(sums.get(id)) : net(sums.get(id));
        return { accountId: id, isIncome, budget: budgets.get(id) ?? 0n, actual };
      });
    return { seq, rows };
  });
}

/** Twelve months of a plan. */
export function readBudget(
  database: Database,
  companyId: string,
  year: number,
  accountId: string,
  dimension: BudgetDimension | null,
): Promise<Amount[]> {
  return database.withCompany(companyId, async (sql) => {
    const rows = await sql<{ month: number; amount: string }[]>`
      /* budget */ select month, amount from reporting.budget_months
      where company_id = ${companyId} and year = ${year} and account_id = ${accountId}
        and dimension_name = ${dimension?.name ?? ''} and dimension_value = ${dimension?.value ?? ''}`;
    const byMonth = new Map(rows.map(({ month, amount }) => [month, parseDatabaseAmount(amount)]));
    return Array.from({ length: 12 }, (_, index) => byMonth.get(index + 1) ?? 0n);
  });
}

function monthText({ year, month }: MonthOfYear): string {
  return `${String(year)}-${String(month).padStart(2, '0')}`;
}
