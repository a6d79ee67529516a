import { yearOf, type CalendarDate } from '#shared/domain/date.ts';
import { badInput } from '#shared/domain/errors.ts';
import { ISO_4217 } from '#shared/domain/currencies.ts';
import { parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import type { StatementLine } from '../mappings/line.ts';
import { sumAccounts, type Sums } from '../read-model/sums.ts';
import type { ChartAccount } from '../read-model/chart.ts';
import { net } from './draw.ts';
import { averageRate, inCurrency, readRates } from './rates.ts';
import { spanOf, type Sheet, type Translate } from './sheet.ts';

/** The currency that the books are kept in. */
const FUNCTIONAL = 'GEL';

/** Where the difference of rates stands (IAS 21.39c). It has no account: it is in no books. */
const TRANSLATION: StatementLine = {
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

/** @throws DomainError BAD_USER_INPUT for a currency that there is not, and for a statement as it was once known. */
export function demandCurrency(currency: string, knownAt: string | null): void {
  if (currency === FUNCTIONAL) return;
  if (!ISO_4217.has(currency)) throw badInput('currency', currency, 'there is no such currency');
  if (knownAt !== null)
    throw badInput('knownAt', knownAt, 'what was known once is shown in the currency of the books only');
}

/**
 * Balances at the end of a day in another currency (IAS 21.39): assets and liabilities at the rate of the day; equity at the
 * rates of the days on which it was posted; income and expenses of each year at the mean of the rates of its days. What that
 * leaves is the translation difference.
 */
async function translatedBalances(
  sheet: Sheet,
  sums: ReadonlyMap<string, Sums>,
  asOf: CalendarDate,
  currency: string,
): Promise<Map<string, Sums>> {
  const { sql, companyId, chart } = sheet;
  const typeOf = (id: string) => chart.get(id)?.type;
  // From the beginning of a year, so that its results go at the rate at which its statement of profit or loss goes.
  const begun = `${String(yearOf(await firstDay(sheet)))}-01-01`;
  const first = begun > asOf ? asOf : begun;
  const rates = await readRates(sql, currency, { from: first, to: asOf });
  const closing = rates.get(asOf) ?? 0n;
  const nets = new Map<string, Amount>();
  const add = (id: string, amount: Amount) => nets.set(id, (nets.get(id) ?? 0n) + amount);
  for (const [id, of] of sums)
    if (typeOf(id) === 'ASSET' || typeOf(id) === 'LIABILITY') add(id, inCurrency(net(of), closing));
  const posted = await sql<{ accountId: string; day: string; net: string }[]>`
    /* equityByDay */ select t.account_id as "accountId", t.period as day, sum(t.debit_gel - t.credit_gel)::text as net
    from reporting.turnover t
    join reporting.accounts a on a.company_id = t.company_id and a.id = t.account_id and a.type = 'EQUITY'
    where t.company_id = ${companyId} and t.level = 'day' and t.period <= ${asOf}::date and not t.is_closing
    group by 1, 2`;
  for (const { accountId, day, net: amount } of posted)
    add(accountId, inCurrency(parseDatabaseAmount(amount), rates.get(day) ?? closing));
  for (let year = yearOf(first); year <= yearOf(asOf); year += 1) {
    const span = clipped(`${String(year)}-01-01`, `${String(year)}-12-31`, first, asOf);
    const results = await sumAccounts(sql, companyId, spanOf(sheet, { ...span, withClosing: false }));
    const rate = averageRate(rates, span.from, span.to);
    for (const [id, of] of results)
      if (typeOf(id) === 'REVENUE' || typeOf(id) === 'EXPENSE') add(id, inCurrency(net(of), rate));
  }
  const left = [...nets.values()].reduce((sum, amount) => sum + amount, 0n);
  nets.set(TRANSLATION_ACCOUNT.id, -left);
  return asSums(nets);
}

/** Income and expenses of a span at the mean of the rates of its days (IAS 21.40). */
async function translatedResults(
  { sql }: Sheet,
  sums: ReadonlyMap<string, Sums>,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
  currency: string,
): Promise<Map<string, Sums>> {
  const rate = averageRate(await readRates(sql, currency, { from, to }), from, to);
  return asSums(new Map([...sums].map(([id, of]) => [id, inCurrency(net(of), rate)])));
}

/** Draws a statement in a currency; null where the books are kept in it. */
export function translation(sheet: Sheet, currency: string): Translate | null {
  if (currency === FUNCTIONAL) return null;
  return {
    column: (span, sums) =>
      span.from === null
        ? translatedBalances(sheet, sums, span.to, currency)
        : translatedResults(sheet, sums, { from: span.from, to: span.to }, currency),
    lines: (lines) => lines.flatMap((line) => (line.code === 'TOTAL_EQUITY' ? [TRANSLATION, line] : [line])),
    accounts: [[TRANSLATION_ACCOUNT.id, TRANSLATION_ACCOUNT]],
    choices: [[TRANSLATION_ACCOUNT.id, TRANSLATION.code]],
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
