import type { Database } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import { parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import type { Term } from '../calendar/deadline.ts';
import { termOfPeriod } from '../calendar/deadlines.ts';
import { ratesOn } from '../rates/queries.ts';
import { monthsOfYear, statusLostFrom, type MonthOfYear } from './year.ts';

export interface IncomeRow {
  readonly id: string;
  readonly date: CalendarDate;
  readonly amount: string;
  readonly description: string;
  readonly reversedOn: CalendarDate | null;
  readonly reversalReason: string | null;
}

export async function findIncome(
  database: Database,
  companyId: string,
  id: string,
): Promise<IncomeRow | null> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<IncomeRow[]>`
      /* smallBusinessIncome */
      select id, date, amount::text, description, reversed_on as "reversedOn", reversal_reason as "reversalReason"
      from tax.small_business_incomes where company_id = ${companyId} and id = ${id}`,
  );
  return row ?? null;
}

/** Income of each month of some years, January first; a reversal counts against the month of its own. */
export async function incomesByMonth(
  database: Database,
  companyId: string,
  years: readonly number[],
): Promise<ReadonlyMap<number, readonly Amount[]>> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<{ year: number; month: number; income: string }[]>`
      /* smallBusinessMonths */
      select extract(year from on_date)::int as year, extract(month from on_date)::int as month,
             sum(amount)::text as income
      from (
        select date as on_date, amount from tax.small_business_incomes where company_id = ${companyId}
        union all
        select reversed_on, -amount from tax.small_business_incomes
          where company_id = ${companyId} and reversed_on is not null
      ) i
      where extract(year from on_date)::int = any (${[...years]}::int[])
      group by 1, 2`,
  );
  const incomes = new Map(years.map((year) => [year, new Array<Amount>(12).fill(0n)]));
  for (const { year, month, income } of rows) {
    const months = incomes.get(year);
    if (months !== undefined) months[month - 1] = parseDatabaseAmount(income);
  }
  return incomes;
}

export interface SmallBusinessMonth {
  readonly year: number;
  readonly term: Term;
  readonly figures: MonthOfYear;
  readonly statusLostFrom: number | null;
  /** Turnover of the month by the tax documents, to be compared with the income recorded. */
  readonly documented: Amount;
}

/** @throws DomainError BAD_USER_INPUT naming `year` or `month`. */
export async function readSmallBusinessReturn(
  database: Database,
  companyId: string,
  year: number,
  month: number,
): Promise<SmallBusinessMonth> {
  const term = await termOfPeriod(database, 'SMALL_BUSINESS', { year, month });
  const [rates, incomes, [documents]] = await Promise.all([
    ratesOn(database, `${year}-12-31`),
    incomesByMonth(database, companyId, [year - 1, year]),
    database.withCompany(
      companyId,
      (sql) => sql<{ base: string }[]>`
        /* documentedTurnover */ select coalesce(sum(base), 0)::text as base from tax.vat_items
        where company_id = ${companyId} and year = ${year} and month = ${month} and part = 'OUTPUT'`,
    ),
  ]);
  const figures = monthsOfYear(incomes.get(year) ?? [], rates)[month - 1];
  if (figures === undefined) throw new Error(`month ${month} of ${year} has no figures`);
  const upToNow = (incomes.get(year) ?? []).slice(0, month);
  return {
    year,
    term,
    figures,
    statusLostFrom: statusLostFrom(year, sum(incomes.get(year - 1) ?? []), sum(upToNow), rates),
    documented: parseDatabaseAmount(documents?.base ?? '0'),
  };
}

function sum(amounts: readonly Amount[]): Amount {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
