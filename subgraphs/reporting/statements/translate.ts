import { yearOf, type CalendarDate } from '#shared/domain/date.ts';
import { badInput } from '#shared/domain/errors.ts';
import { ISO_4217 } from '#shared/domain/currencies.ts';
import { parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import type { StatementLine } from '../mappings/line.ts';
import { flowsByDay, sumAccounts, type Flow, type Sums } from '../read-model/sums.ts';
import type { ChartAccount } from '../read-model/chart.ts';
import { net } from './draw.ts';
import { averageRate, inCurrency, rateOf, readRates, type RatesByDay } from './rates.ts';
import { spanOf, type Sheet, type Translate } from './sheet.ts';

/** The currency that the books are kept in. */
export const FUNCTIONAL = 'GEL';

/** Where the difference of rates stands (IAS 21.39c). It has no account: it is in no books. */
export const TRANSLATION: StatementLine = {
  code: 'TRANSLATION_DIFFERENCE',
  kind: 'LINE',
  level: 2,
  totalCode: 'TOTAL_EQUITY',
  side: 'CREDIT',
  prefixes: [],
  swingsTo: null,
  nameKa: 'საკურსო სხვაობა გადაყვანისას',
  nameEn: 'Translation difference',
};

/** The account that stands for the difference while a statement is drawn. */
const TRANSLATION_ACCOUNT: ChartAccount = { id: 'translation', code: '', type: 'EQUITY' };

interface Stretch {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** @throws DomainError BAD_USER_INPUT for a currency that there is not, and for a statement as it was once known. */
export function demandCurrency(currency: string, knownAt: string | null): void {
  if (currency === FUNCTIONAL) return;
  if (!ISO_4217.has(currency)) throw badInput('currency', currency, 'there is no such currency');
  if (knownAt !== null)
    throw badInput('knownAt', knownAt, 'what was known once is shown in the currency of the books only');
}

/**
 * The rates by which a position at the end of a day is translated: from the beginning of the year in which the books begin, so
 * that results of a year go at the rate at which its statement of profit or loss goes.
 * @throws DomainError BAD_USER_INPUT naming the currency and the first day without a rate.
 */
export async function ratesUpTo(sheet: Sheet, asOf: CalendarDate, currency: string): Promise<RatesByDay> {
  const begun = `${String(yearOf(await firstDay(sheet)))}-01-01`;
  return readRates(sheet.sql, currency, { from: begun > asOf ? asOf : begun, to: asOf });
}

/**
 * Balances at the end of a day in another currency (IAS 21.39): assets and liabilities at the rate of the day; equity, income
 * and expenses at historical rates. What that leaves is the translation difference.
 */
async function translatedBalances(
  sheet: Sheet,
  sums: ReadonlyMap<string, Sums>,
  asOf: CalendarDate,
  currency: string,
): Promise<Map<string, Sums>> {
  const rates = await ratesUpTo(sheet, asOf, currency);
  const nets = await historicalEquity(sheet, { from: null, to: asOf }, rates);
  for (const [id, of] of sums) {
    const type = sheet.chart.get(id)?.type;
    if (type === 'ASSET' || type === 'LIABILITY') nets.set(id, inCurrency(net(of), rateOf(rates, asOf)));
  }
  const left = [...nets.values()].reduce((sum, amount) => sum + amount, 0n);
  nets.set(TRANSLATION_ACCOUNT.id, -left);
  return asSums(nets);
}

/**
 * What stands in equity on the last day and was posted from the first one on, by account, debit minus credit: entries of
 * equity at the rates of their days; income and expenses of each year at the mean of the rates of its days.
 * @param from null for the beginning of the books
 */
async function historicalEquity(
  sheet: Sheet,
  { from, to }: { readonly from: CalendarDate | null; readonly to: CalendarDate },
  rates: RatesByDay,
): Promise<Map<string, Amount>> {
  const { sql, companyId, chart } = sheet;
  const nets = new Map<string, Amount>();
  const add = (id: string, amount: Amount) => nets.set(id, (nets.get(id) ?? 0n) + amount);
  const posted = await sql<{ accountId: string; day: string; net: string }[]>`
    /* equityByDay */ select t.account_id as "accountId", t.period as day, sum(t.debit_gel - t.credit_gel)::text as net
    from reporting.turnover t
    join reporting.accounts a on a.company_id = t.company_id and a.id = t.account_id and a.type = 'EQUITY'
    where t.company_id = ${companyId} and t.level = 'day' and t.period <= ${to}::date and not t.is_closing
      ${from === null ? sql`` : sql`and t.period >= ${from}::date`}
    group by 1, 2`;
  for (const { accountId, day, net: amount } of posted)
    add(accountId, inCurrency(parseDatabaseAmount(amount), rateOf(rates, day)));
  const [first = to] = rates.keys();
  for (let year = yearOf(from !== null && from > first ? from : first); year <= yearOf(to); year += 1) {
    const span = clipped(`${String(year)}-01-01`, `${String(year)}-12-31`, first, to);
    const counted = { from: from !== null && from > span.from ? from : span.from, to: span.to };
    const results = await sumAccounts(sql, companyId, spanOf(sheet, { ...counted, withClosing: false }));
    const rate = averageRate(rates, span.from, span.to);
    for (const [id, of] of results)
      if (['REVENUE', 'EXPENSE'].includes(chart.get(id)?.type ?? '')) add(id, inCurrency(net(of), rate));
  }
  return nets;
}

/**
 * The rate at which income and expenses of a span go: the mean of the rates of its days (IAS 21.40).
 * @throws DomainError BAD_USER_INPUT naming the currency and the first day without a rate.
 */
export async function meanRate({ sql }: Sheet, { from, to }: Stretch, currency: string): Promise<bigint> {
  return averageRate(await readRates(sql, currency, { from, to }), from, to);
}

/** Sums of accounts in a currency, each at one rate. Pure. */
export function translatedAt(sums: ReadonlyMap<string, Sums>, rate: bigint): Map<string, Sums> {
  return asSums(new Map([...sums].map(([id, of]) => [id, inCurrency(net(of), rate)])));
}

/** Draws a statement in a currency; null where the books are kept in it. */
export function translation(sheet: Sheet, currency: string): Translate | null {
  if (currency === FUNCTIONAL) return null;
  return {
    column: async ({ from, to }, sums) =>
      from === null
        ? translatedBalances(sheet, sums, to, currency)
        : translatedAt(sums, await meanRate(sheet, { from, to }, currency)),
    lines: (lines) => lines.flatMap((line) => (line.code === 'TOTAL_EQUITY' ? [TRANSLATION, line] : [line])),
    accounts: [[TRANSLATION_ACCOUNT.id, TRANSLATION_ACCOUNT]],
    choices: [[TRANSLATION_ACCOUNT.id, TRANSLATION.code]],
  };
}

/** Flows from and to accounts in a currency, each day at its rate; the closing of profit or loss is none. */
export async function translatedFlows(
  sheet: Sheet,
  accounts: readonly ChartAccount[],
  days: Stretch,
  currency: string,
): Promise<Flow[]> {
  const rates = await readRates(sheet.sql, currency, days);
  const ids = accounts.map(({ id }) => id);
  const flows = await flowsByDay(sheet.sql, sheet.companyId, ids, days);
  return flows.map(({ day, ...flow }) => ({ ...flow, amount: inCurrency(flow.amount, rateOf(rates, day)) }));
}

/** Draws equity alone, as far as it was posted from the first day of a span on, at historical rates. */
export function translationSince(sheet: Sheet, rates: RatesByDay): Translate {
  return {
    column: async ({ from, to }) => asSums(await historicalEquity(sheet, { from, to }, rates)),
    ...{ lines: (lines) => lines, accounts: [], choices: [] },
  };
}

/** Draws results of whatever days at one rate. */
export function translationAt(rate: bigint): Translate {
  return {
    column: (_span, sums) => Promise.resolve(translatedAt(sums, rate)),
    ...{ lines: (lines) => lines, accounts: [], choices: [] },
  };
}

async function firstDay({ sql, companyId }: Sheet): Promise<CalendarDate> {
  const [row] = await sql<{ first: string | null }[]>`
    /* firstDayOfBooks */ select first_date as first from reporting.books where company_id = ${companyId}`;
  return row?.first ?? '9999-12-31';
}

function clipped(from: CalendarDate, to: CalendarDate, first: CalendarDate, last: CalendarDate) {
  return { from: from < first ? first : from, to: to > last ? last : to };
}

function asSums(nets: ReadonlyMap<string, Amount>): Map<string, Sums> {
  return new Map(
    [...nets].map(([id, amount]) => [
      id,
      amount < 0n ? { debit: 0n, credit: -amount } : { debit: amount, credit: 0n },
    ]),
  );
}
