import type { Database } from '#db/client.ts';
import { badInput } from '#shared/domain/errors.ts';
import { monthKey, type CalendarDate } from '#shared/domain/date.ts';
import { formatAmount, parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import { lateInterest, type LateInterest } from '../interest/late-interest.ts';
import { readProfile } from '../profile/queries.ts';
import type { TaxProfileDetails } from '../profile/profile.ts';
import { readPropertyTax } from '../property-tax/queries.ts';
import { extraDaysOff, ratesOn } from '../rates/queries.ts';
import { incomesByMonth } from '../small-business/queries.ts';
import { monthsOfYear } from '../small-business/year.ts';
import { daysOfPeriod, stateOf, termsBetween, type Deadline, type Term, type TermState } from './deadline.ts';
import { customsObligations } from './customs.ts';
import { listDeadlines } from './deadlines.ts';
import { todayInGeorgia } from './today.ts';

/** A deadline of the company, and how it stands on a day. */
export interface Obligation {
  readonly term: Term;
  readonly state: TermState;
  readonly filedOn: CalendarDate | null;
  /** GEL; null where tax does not know it. */
  readonly amount: string | null;
  /** What being late costs by now; null unless an amount above zero is overdue. */
  readonly late: LateInterest | null;
}

/** Days that one calendar may span: a year and a day. */
const MOST_DAYS = 367;
const DAY_MILLISECONDS = 86_400_000;

/**
 * Everything that the company has to do between two days, the earliest first.
 * @param asOf day on which the states are looked at; today without it
 * @throws DomainError BAD_USER_INPUT naming `to`.
 */
export async function taxCalendar(
  database: Database,
  companyId: string,
  from: CalendarDate,
  to: CalendarDate,
  asOf: CalendarDate = todayInGeorgia(),
): Promise<Obligation[]> {
  if (to < from) throw badInput('to', to, `before the first day, ${from}`);
  if (Date.parse(to) - Date.parse(from) >= MOST_DAYS * DAY_MILLISECONDS)
    throw badInput('to', to, `a calendar spans ${MOST_DAYS} days at most`);
  const [deadlines, extra, profile] = await Promise.all([
    listDeadlines(database),
    extraDaysOff(database),
    readProfile(database, companyId),
  ]);
  const terms = deadlines
    .flatMap((deadline) => termsBetween(deadline, from, to, extra))
    .filter((term) => applies(term, profile))
    .sort((left, right) => order(left, right));
  const [filings, amounts] = await Promise.all([
    filingsOf(database, companyId, terms),
    amountsOf(database, companyId, terms),
  ]);
  const customs = await customsObligations(database, companyId, { from, to, asOf }, extra);
  // Excise is declared for the months in which there is some.
  const standing = terms.filter(
    (term) => term.deadline.appliesTo !== 'EXCISE_PAYERS' || amounts.has(keyOf(term)),
  );
  const periodic = await Promise.all(
    standing.map(async (term) => {
      const filedOn = filings.get(keyOf(term)) ?? null;
      const state = stateOf(term, filings.has(keyOf(term)), asOf);
      const amount = amounts.get(keyOf(term)) ?? null;
      const isLate = state === 'OVERDUE' && amount !== null && amount > 0n;
      const delay = isLate ? { amount: formatAmount(amount), due: term.due, paidOn: asOf } : null;
      return {
        term,
        state,
        filedOn,
        amount: amount === null ? null : formatAmount(amount),
        late: delay === null ? null : lateInterest(delay, await ratesOn(database, term.due)),
      };
    }),
  );
  return [...periodic, ...customs].sort((left, right) => order(left.term, right.term));
}

function applies({ deadline, period }: Term, profile: TaxProfileDetails): boolean {
  const rule: Deadline['appliesTo'] = deadline.appliesTo;
  if (rule === 'EVERYBODY' || rule === 'EXCISE_PAYERS') return true;
  if (rule !== 'VAT_PAYERS') return profile.regime === rule;
  const { first, last } = daysOfPeriod(period);
  return profile.vatRegistrations.some(({ from, to }) => from <= last && (to === null || first <= to));
}

function order(left: Term, right: Term): number {
  const [one, other] = [left, right].map(({ due, deadline }) => `${due} ${deadline.code}`) as [
    string,
    string,
  ];
  return one < other ? -1 : one > other ? 1 : 0;
}

function keyOf({ deadline, period }: Term): string {
  return nameOf(deadline.code, period.year, period.month ?? 0);
}

function nameOf(code: string, year: number, month: number): string {
  return `${code} ${monthKey(year, month)}`;
}

/** Which returns are handed in, and when where that is known: VAT returns are done once their month is submitted. */
async function filingsOf(
  database: Database,
  companyId: string,
  terms: readonly Term[],
): Promise<ReadonlyMap<string, CalendarDate | null>> {
  const years = yearsOf(terms);
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<{ code: string; year: number; month: number; filedOn: CalendarDate | null }[]>`
      /* taxFilings */
      select code, year, month, filed_on as "filedOn" from tax.filings
        where company_id = ${companyId} and year = any (${years}::int[])
      union all
      select 'VAT', year, month, null from tax.submitted_months
        where company_id = ${companyId} and year = any (${years}::int[])`,
  );
  return new Map(rows.map(({ code, year, month, filedOn }) => [nameOf(code, year, month), filedOn]));
}

/** What is to be paid by each term, as far as tax knows it. */
async function amountsOf(
  database: Database,
  companyId: string,
  terms: readonly Term[],
): Promise<ReadonlyMap<string, Amount>> {
  const years = yearsOf(terms);
  const amounts = new Map<string, Amount>();
  // Of a month without any document nothing is owed.
  for (const term of terms) {
    if (['VAT', 'PROFIT_TAX', 'WITHHOLDING'].includes(term.deadline.code)) amounts.set(keyOf(term), 0n);
  }
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<{ code: string; year: number; month: number; amount: string }[]>`
      /* taxAmounts */
      select 'VAT' as code, year, month, sum(case part when 'INPUT' then -vat else vat end)::text as amount
        from tax.vat_items where company_id = ${companyId} and year = any (${years}::int[]) group by year, month
      union all
      select 'PROFIT_TAX', extract(year from on_date)::int, extract(month from on_date)::int, sum(tax)::text
        from (select date as on_date, tax from tax.profit_tax_charges where company_id = ${companyId}
              union all
              select reversed_on, -tax from tax.profit_tax_charges
                where company_id = ${companyId} and reversed_on is not null) c
        where extract(year from on_date)::int = any (${years}::int[]) group by 2, 3
      union all
      select 'EXCISE', year, month, sum(excise)::text
        from tax.excise_items where company_id = ${companyId} and year = any (${years}::int[]) group by year, month
      union all
      select 'WITHHOLDING', extract(year from date)::int, extract(month from date)::int, sum(tax)::text
        from tax.withholdings
        where company_id = ${companyId} and reversed_on is null
          and extract(year from date)::int = any (${years}::int[]) group by 2, 3`,
  );
  for (const { code, year, month, amount } of rows)
    amounts.set(nameOf(code, year, month), parseDatabaseAmount(amount));
  await addSmallBusiness(database, companyId, terms, amounts);
  await addPropertyTax(database, companyId, terms, amounts);
  return amounts;
}

async function addSmallBusiness(
  database: Database,
  companyId: string,
  terms: readonly Term[],
  amounts: Map<string, Amount>,
): Promise<void> {
  const years = yearsOf(terms.filter(({ deadline }) => deadline.code === 'SMALL_BUSINESS'));
  const incomes = await incomesByMonth(database, companyId, years);
  for (const year of years) {
    const rates = await ratesOn(database, `${year}-12-31`);
    for (const { month, tax } of monthsOfYear(incomes.get(year) ?? [], rates))
      amounts.set(nameOf('SMALL_BUSINESS', year, month), tax);
  }
}

/** The return brings what the advance has not covered; of a year whose values are not all known nothing is said. */
async function addPropertyTax(
  database: Database,
  companyId: string,
  terms: readonly Term[],
  amounts: Map<string, Amount>,
): Promise<void> {
  for (const term of terms) {
    const { code } = term.deadline;
    if (code !== 'PROPERTY_TAX' && code !== 'PROPERTY_TAX_ADVANCE') continue;
    const year = code === 'PROPERTY_TAX' ? term.period.year : term.period.year - 1;
    const { missingMonths, tax, advance } = await readPropertyTax(database, companyId, year);
    if (missingMonths.length === 0) amounts.set(keyOf(term), code === 'PROPERTY_TAX' ? tax - advance : tax);
  }
}

function yearsOf(terms: readonly Term[]): number[] {
  return [...new Set(terms.map(({ period }) => period.year))];
}
