import type { Database } from '#db/client.ts';
import { badInput } from '#shared/domain/errors.ts';
import { monthKey, type CalendarDate } from '#shared/domain/date.ts';
import { formatAmount, parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import type { LateInterest } from '../interest/late-interest.ts';
import { readProfile } from '../profile/queries.ts';
import type { TaxProfileDetails } from '../profile/profile.ts';
import { readPropertyTax } from '../property-tax/queries.ts';
import { extraDaysOff, ratesOn } from '../rates/queries.ts';
import { incomesByMonth } from '../small-business/queries.ts';
import { monthsOfYear } from '../small-business/year.ts';
import { daysOfPeriod, termsBetween, type Deadline, type Term, type TermState } from './deadline.ts';
import { customsObligations } from './customs.ts';
import { listDeadlines } from './deadlines.ts';
import { paymentsOfYears, type TaxPaymentRow } from './payments/queries.ts';
import { standingOf } from './standing.ts';
import { payrollByMonth } from './payroll.ts';
import { todayInGeorgia } from './today.ts';

/** A deadline of the company, and how it stands on a day. */
export interface Obligation {
  readonly term: Term;
  readonly state: TermState;
  readonly filedOn: CalendarDate | null;
  /** What the return came to when it was handed in, GEL; null where that was not kept. */
  readonly filedAmount?: string | null;
  /** GEL; null where tax does not know it. */
  readonly amount: string | null;
  /** What of the amount payroll withholds or contributes, GEL. */
  readonly payrollAmount?: string;
  /** GEL; what has no payments of its own is paid when it is done. */
  readonly paid?: string;
  /** Amount less what was paid, GEL; null where the amount is not known. */
  readonly outstanding?: string | null;
  readonly payments?: readonly TaxPaymentRow[];
  /** What being late costs by now; null when nothing is late. */
  readonly late: Pick<LateInterest, 'interest' | 'penalty'> | null;
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
  const [filings, amounts, payments] = await Promise.all([
    filingsOf(database, companyId, terms),
    amountsOf(database, companyId, terms),
    paymentsOfYears(database, companyId, yearsOf(terms)),
  ]);
  const customs = await customsObligations(database, companyId, { from, to, asOf }, extra);
  // Excise is declared for the months in which there is some.
  const standing = terms.filter(
    (term) => term.deadline.appliesTo !== 'EXCISE_PAYERS' || amounts.has(keyOf(term)),
  );
  const periodic = await Promise.all(
    standing.map(async (term): Promise<Obligation> => {
      const filed = filings.get(keyOf(term)) ?? null;
      const { amount, ofPayroll } = amounts.get(keyOf(term)) ?? UNKNOWN;
      const paid = payments.filter(
        (payment) => nameOf(payment.code, payment.year, payment.month) === keyOf(term),
      );
      const known = {
        amount,
        filed: filed === null ? null : { on: filed.filedOn, amount: gel(filed.amount) },
        payments: paid.map((payment) => ({
          on: payment.paidOn,
          amount: parseDatabaseAmount(payment.amount),
        })),
      };
      const stands = standingOf(term, known, asOf, await ratesOn(database, term.due));
      return {
        term,
        state: stands.state,
        filedOn: filed?.filedOn ?? null,
        filedAmount: filed?.amount ?? null,
        amount: amount === null ? null : formatAmount(amount),
        payrollAmount: formatAmount(ofPayroll),
        paid: formatAmount(stands.paid),
        outstanding: stands.outstanding === null ? null : formatAmount(stands.outstanding),
        payments: paid,
        late: stands.late,
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

interface FiledReturn {
  readonly filedOn: CalendarDate | null;
  readonly amount: string | null;
}

/** Which returns are handed in, when and with what where that is known; a VAT return tells itself. */
async function filingsOf(
  database: Database,
  companyId: string,
  terms: readonly Term[],
): Promise<ReadonlyMap<string, FiledReturn>> {
  const years = yearsOf(terms);
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<(FiledReturn & { code: string; year: number; month: number })[]>`
      /* taxFilings */
      select code, year, month, filed_on as "filedOn", amount::text from tax.filings
        where company_id = ${companyId} and year = any (${years}::int[])
      union all
      -- The day of the first filing – that of the receipt, where there is one – and what the last came to. What was refused
      -- was never handed in.
      select 'VAT', f.year, f.month, min(f.filed_on), (array_agg(f.net order by f.return_version desc))[1]
        from (
          select r.year, r.month, r.return_version, r.submitted ->> 'net' as net,
            coalesce(min(c.dated) filter (where c.state = 'ACCEPTED'),
              (max(c.changed_at) filter (where c.state = 'SUBMITTED') at time zone 'Asia/Tbilisi')::date) as filed_on
          from tax.vat_returns r join tax.vat_return_changes c using (company_id, year, month, return_version)
          where r.company_id = ${companyId} and r.year = any (${years}::int[]) and r.submitted is not null
          group by r.year, r.month, r.return_version, r.submitted ->> 'net'
          having not bool_or(c.state = 'REFUSED')
        ) f
        group by f.year, f.month`,
  );
  return new Map(rows.map(({ code, year, month, ...filed }) => [nameOf(code, year, month), filed]));
}

/** What a term comes to now, as far as tax knows it. */
export async function amountOfTerm(
  database: Database,
  companyId: string,
  term: Term,
): Promise<Amount | null> {
  return (await amountsOf(database, companyId, [term])).get(keyOf(term))?.amount ?? null;
}

function gel(text: string | null): Amount | null {
  return text === null ? null : parseDatabaseAmount(text);
}

interface Owed {
  readonly amount: Amount | null;
  /** What of it payroll withholds or contributes. */
  readonly ofPayroll: Amount;
}

const UNKNOWN: Owed = { amount: null, ofPayroll: 0n };

/** What is to be paid by each term: what documents of tax come to, and what pay brings in the same month. */
async function amountsOf(
  database: Database,
  companyId: string,
  terms: readonly Term[],
): Promise<ReadonlyMap<string, Owed>> {
  const [ofDocuments, pay] = await Promise.all([
    amountsOfDocuments(database, companyId, terms),
    payrollByMonth(database, companyId, yearsOf(terms)),
  ]);
  const owed = new Map<string, Owed>(
    [...ofDocuments].map(([key, amount]) => [key, { amount, ofPayroll: 0n }]),
  );
  for (const term of terms) {
    const { code } = term.deadline;
    const { year, month } = term.period;
    if ((code !== 'WITHHOLDING' && code !== 'PENSION') || month === null) continue;
    const paid = pay.get(monthKey(year, month));
    const ofPayroll = (code === 'PENSION' ? paid?.pension : paid?.incomeTax) ?? 0n;
    // Who pays nobody here in the whole year may do so elsewhere: of pensions nothing is known then.
    const isKnown = code === 'WITHHOLDING' || [...pay.keys()].some((key) => key.startsWith(`${year}-`));
    if (!isKnown) continue;
    owed.set(keyOf(term), { amount: (ofDocuments.get(keyOf(term)) ?? 0n) + ofPayroll, ofPayroll });
  }
  return owed;
}

/** What documents of tax come to, by term. */
async function amountsOfDocuments(
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
