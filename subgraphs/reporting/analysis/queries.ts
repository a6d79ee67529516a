import type { Database } from '#db/client.ts';
import { dayBefore, type CalendarDate } from '#shared/domain/date.ts';
import { badInput } from '#shared/domain/errors.ts';
import { parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import { lineOf } from '../mappings/line.ts';
import { readChoices, readLines } from '../mappings/queries.ts';
import { isShownIn } from '../read-model/chart.ts';
import { sumDimension } from '../read-model/sums.ts';
import { drawLines, drawnUp, spanOf, totalOf } from '../statements/sheet.ts';
import { benford, type BenfordResult } from './benford.ts';
import { quotient, ratios, type Ratio } from './ratios.ts';

export interface DaySpan {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

const DAY_MILLISECONDS = 86_400_000;
const NOW = { knownAt: null };

/** Ratios over a span, from the statements of that span and of the day before it. */
export function financialRatios(
  database: Database,
  companyId: string,
  { from, to }: DaySpan,
  standard: string,
): Promise<{ readonly seq: number; readonly ratios: readonly Ratio[] }> {
  return drawnUp(database, companyId, NOW, { from, to }, async (sheet) => {
    const position = await drawLines(sheet, standard, 'FINANCIAL_POSITION', [
      spanOf(sheet, { from: null, to, withClosing: true }),
      spanOf(sheet, { from: null, to: dayBefore(from), withClosing: true }),
    ]);
    const result = await drawLines(sheet, standard, 'PROFIT_OR_LOSS_BY_FUNCTION', [
      spanOf(sheet, { from, to, withClosing: false }),
    ]);
    return {
      seq: sheet.seq,
      ratios: ratios({
        closing: (code) => totalOf(position.lines, code),
        opening: (code) => totalOf(position.lines, code, 1),
        result: (code) => totalOf(result.lines, code),
        days: Math.round((Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS) + 1,
      }),
    };
  });
}

/** A month of the books in five figures. */
export interface MonthOfResult {
  /** First day of the month. */
  readonly month: string;
  readonly income: Amount;
  readonly expenses: Amount;
  readonly profit: Amount;
}

/** Income and expenses of each month of a span, by the elements of the accounts; the closing of a year is left out. */
export function monthlyResults(
  database: Database,
  companyId: string,
  { from, to }: DaySpan,
): Promise<{ readonly seq: number; readonly months: readonly MonthOfResult[] }> {
  return drawnUp(database, companyId, NOW, { from, to }, async ({ sql, seq }) => {
    const rows = await sql<{ month: string; income: string; expenses: string }[]>`
      /* monthlyResults */ with months as (
        select m::date as month from generate_series(date_trunc('month', ${from}::timestamp),
          date_trunc('month', ${to}::timestamp), interval '1 month') as m)
      select m.month,
        coalesce(sum(t.credit_gel - t.debit_gel) filter (where a.type = 'REVENUE'), 0) as income,
        coalesce(sum(t.debit_gel - t.credit_gel) filter (where a.type = 'EXPENSE'), 0) as expenses
      from months m
      left join reporting.turnover t on t.company_id = ${companyId} and t.level = 'month' and t.period = m.month
        and not t.is_closing
      left join reporting.accounts a on a.company_id = ${companyId} and a.id = t.account_id
      group by m.month order by m.month`;
    return {
      seq,
      months: rows.map((row) => {
        const [income, expenses] = [parseDatabaseAmount(row.income), parseDatabaseAmount(row.expenses)];
        return { month: row.month, income, expenses, profit: income - expenses };
      }),
    };
  });
}

/** What one value of a dimension brought. */
export interface MarginOfValue {
  readonly value: string;
  readonly revenue: Amount;
  readonly costOfSales: Amount;
  readonly otherCosts: Amount;
  readonly profit: Amount;
}

/** Gross profit in hundredths of revenue; null without revenue. */
export function marginOf({
  revenue,
  costOfSales,
}: Pick<MarginOfValue, 'revenue' | 'costOfSales'>): Amount | null {
  const margin = quotient(revenue + costOfSales, revenue);
  return margin === null ? null : margin * 100n;
}

/** The lines of the statement by function that are told apart. */
const MARGIN_LINES = new Map([
  ['REVENUE', 'revenue'],
  ['COST_OF_SALES', 'costOfSales'],
] as const);

/** Revenue, cost of sales and profit of every value of a dimension over a span. */
export function marginByDimension(
  database: Database,
  companyId: string,
  name: string,
  { from, to }: DaySpan,
  standard: string,
): Promise<{ readonly seq: number; readonly values: readonly MarginOfValue[] }> {
  return drawnUp(database, companyId, NOW, { from, to }, async (sheet) => {
    const { sql, chart } = sheet;
    const statement = 'PROFIT_OR_LOSS_BY_FUNCTION';
    const lines = await readLines(sql, standard, statement);
    const choices = await readChoices(sql, companyId, standard, statement);
    const rows = await sumDimension(sql, companyId, name, { from, to });
    const values = new Map<
      string,
      { revenue: Amount; costOfSales: Amount; otherCosts: Amount; profit: Amount }
    >();
    for (const row of rows) {
      const account = chart.get(row.accountId);
      if (account === undefined || !isShownIn(account, statement)) continue;
      const line = lineOf(account, lines, choices);
      if (line === undefined)
        throw badInput(
          'standard',
          standard,
          `the account ${account.code} stands on no line of the statement`,
        );
      const sums = values.get(row.value) ?? { revenue: 0n, costOfSales: 0n, otherCosts: 0n, profit: 0n };
      const amount = row.credit - row.debit;
      sums[MARGIN_LINES.get(line.code as 'REVENUE' | 'COST_OF_SALES') ?? 'otherCosts'] += amount;
      sums.profit += amount;
      values.set(row.value, sums);
    }
    return {
      seq: sheet.seq,
      values: [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, sums]) => ({ value, ...sums })),
    };
  });
}

/** First digits of the amounts of entries over a span, of some accounts or of all, held against Benford's law. */
export function benfordTest(
  database: Database,
  companyId: string,
  { from, to }: DaySpan,
  accountIds: readonly string[] | null,
): Promise<BenfordResult & { readonly seq: number }> {
  return drawnUp(database, companyId, NOW, { from, to }, async ({ sql, seq }) => {
    const rows = await sql<{ digit: number; count: number }[]>`
      /* firstDigits */ select left(ltrim(replace((debit_gel + credit_gel)::text, '.', ''), '0'), 1)::int as digit,
        count(*)::int as count
      from reporting.entries
      where company_id = ${companyId} and date between ${from}::date and ${to}::date and debit_gel + credit_gel > 0
        and not is_closing
        ${accountIds === null ? sql`` : sql`and account_id = any (${[...accountIds]}::uuid[])`}
      group by 1`;
    return { seq, ...benford(new Map(rows.map(({ digit, count }) => [digit, count]))) };
  });
}
