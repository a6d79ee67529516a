import type { Database } from '#db/client.ts';
import { dayBefore, type CalendarDate } from '#shared/domain/date.ts';
import type { Amount } from '#shared/domain/money.ts';
import { accountsOfSide, type Side } from '../counterparties/aged.ts';
import { readAccounts } from '../general-ledger/queries.ts';
import { sumBroken } from '../general-ledger/turnover-sums.ts';
import { readCashFlowLines } from '../mappings/queries.ts';
import { longestPrefix } from '../mappings/line.ts';
import { readTerms, termOf } from '../payment-terms/queries.ts';
import { sumAccounts, type Sums } from '../read-model/sums.ts';
import { net } from '../statements/draw.ts';
import { drawnUp, readPosition, spanOf, type Sheet } from '../statements/sheet.ts';
import {
  daysAfter,
  forecast,
  stretchesFrom,
  type ExpectedFlow,
  type FlowKind,
  type ForecastStretch,
  type Horizon,
} from './forecast.ts';
import { openCharges } from './open-items.ts';
import { recurringFlows, withoutPaid } from './recurring.ts';

export interface CashForecast {
  readonly seq: number;
  readonly opening: Amount;
  readonly stretches: readonly ForecastStretch[];
}

const STANDARD = 'IFRS_SME';
const TAX_LINES = ['CURRENT_TAX', 'OTHER_TAXES'];
/** Debts without counterparties, by the line of cash flows that paying them is. */
const DEBTS: ReadonlyMap<string, FlowKind> = new Map([
  ['TO_EMPLOYEES', 'EMPLOYEES'],
  ['INTEREST_PAID', 'INTEREST'],
  ['DIVIDENDS_PAID', 'DIVIDENDS'],
]);

/**
 * What cash is expected to come to, from what the books owe and are owed before a day: charges by the terms of payment, the
 * card of taxes by its day, what is owed to employees, lenders and owners at once, since nobody says by when; and from
 * recurring entries of the ledger that move cash.
 */
export function cashForecast(
  database: Database,
  companyId: string,
  { from, horizon }: { readonly from: CalendarDate; readonly horizon: Horizon },
): Promise<CashForecast> {
  return drawnUp(database, companyId, { knownAt: null }, { from }, async (sheet) => {
    const before = dayBefore(from);
    const balances = await sumAccounts(
      sheet.sql,
      companyId,
      spanOf(sheet, { from: null, to: before, withClosing: true }),
    );
    const { positionOf } = await readPosition(sheet, STANDARD);
    const opening = [...balances].reduce(
      (sum, [id, of]) => (positionOf(id)?.code === 'CASH' ? sum + net(of) : sum),
      0n,
    );
    const isTax = (id: string): boolean => TAX_LINES.includes(positionOf(id)?.code ?? '');
    const stretches = stretchesFrom(from, horizon);
    const owedNow = [
      ...(await charges(sheet, 'RECEIVABLE', from, balances)),
      ...(await charges(sheet, 'PAYABLE', from, balances)),
      ...(await taxes(sheet, from, balances, isTax)),
      ...(await debts(sheet, from, balances)),
    ];
    const recurring = await recurringFlows(
      sheet.sql,
      companyId,
      { from, to: stretches.at(-1)?.to ?? from, seq: sheet.seq },
      (id) => positionOf(id)?.code === 'CASH',
    );
    const flows = [
      ...withoutPaid(owedNow, recurring, ({ accountId, counterpartyId }) =>
        isTax(accountId) ? 'TAXES' : `${accountId} ${counterpartyId ?? ''}`,
      ),
      ...recurring.map(({ flow }) => flow),
    ];
    return { seq: sheet.seq, opening, stretches: forecast(opening, stretches, flows) };
  });
}

async function charges(
  { sql, companyId, seq }: Sheet,
  side: Side,
  from: CalendarDate,
  balances: ReadonlyMap<string, Sums>,
): Promise<ExpectedFlow[]> {
  const accounts = await accountsOfSide(sql, companyId, await readAccounts(sql, companyId), side);
  const accountIds = accounts.map(({ id }) => id);
  const asOf = dayBefore(from);
  const open = await openCharges(sql, companyId, { side, accountIds, asOf, seq });
  const terms = await readTerms(sql, companyId);
  const sign = side === 'RECEIVABLE' ? 1n : -1n;
  const named = open.map(
    ({ accountId, counterpartyId, transactionId, line, date, description, open: amount }): ExpectedFlow => ({
      kind: side,
      amount: sign * amount,
      due: daysAfter(date, termOf(terms, counterpartyId, side)),
      isAssumed: false,
      ...{ accountId, counterpartyId, transactionId, line, description, recurringEntryId: null },
    }),
  );
  // What names nobody has no terms: the rest of the account beyond all that names somebody, where it is owed.
  const rest = await unnamed(sql, companyId, { accountIds, asOf }, balances);
  return [
    ...named,
    ...[...rest]
      .filter(([, balance]) => sign * balance > 0n)
      .map(([accountId, balance]) => owed(side, accountId, balance, from)),
  ];
}

/** Debit minus credit of entries that name nobody, by account. */
async function unnamed(
  sql: Sheet['sql'],
  companyId: string,
  { accountIds, asOf }: { readonly accountIds: readonly string[]; readonly asOf: CalendarDate },
  balances: ReadonlyMap<string, Sums>,
): Promise<Map<string, Amount>> {
  const named = new Map<string, Amount>();
  for (const { accountId, debit, credit } of await sumBroken(
    sql,
    companyId,
    { from: null, to: asOf, accountIds },
    { by: 'COUNTERPARTY' },
  ))
    named.set(accountId, (named.get(accountId) ?? 0n) + debit - credit);
  return new Map(accountIds.map((id) => [id, net(balances.get(id)) - (named.get(id) ?? 0n)]));
}

/** Taxes run on one card: what was charged in the month of the day is paid in the next one, all else in this one. */
async function taxes(
  sheet: Sheet,
  from: CalendarDate,
  balances: ReadonlyMap<string, Sums>,
  isTax: (accountId: string) => boolean,
): Promise<ExpectedFlow[]> {
  const firstOfMonth = `${from.slice(0, 7)}-01`;
  const owedOf = (sums: ReadonlyMap<string, Sums>): Amount =>
    [...sums].reduce((sum, [id, of]) => (isTax(id) ? sum - net(of) : sum), 0n);
  const all = owedOf(balances);
  const [account] = [...balances.keys()].filter(isTax).sort();
  if (all <= 0n || account === undefined) return [];
  const earlier =
    from === firstOfMonth
      ? all
      : owedOf(
          await sumAccounts(
            sheet.sql,
            sheet.companyId,
            spanOf(sheet, { from: null, to: dayBefore(firstOfMonth), withClosing: true }),
          ),
        );
  const [rule] = await sheet.sql<{ day: number }[]>`
    /* taxDay */ select day_of_next_month as day from reporting.tax_days where valid_from <= ${from}::date
    order by valid_from desc limit 1`;
  const dayOf = (month: string): CalendarDate => `${month}-${String(rule?.day ?? 1).padStart(2, '0')}`;
  const nextMonth = daysAfter(firstOfMonth, 32).slice(0, 7);
  const now = earlier < 0n ? 0n : earlier < all ? earlier : all;
  const flow = (amount: Amount, due: CalendarDate): ExpectedFlow => ({
    ...owed('TAXES', account, -amount, due),
    isAssumed: false,
  });
  // At the beginning of a month nothing of it was charged yet.
  return [flow(now, dayOf(from.slice(0, 7))), flow(all - now, dayOf(nextMonth))].filter(
    ({ amount }) => amount !== 0n,
  );
}

async function debts(
  { sql, chart }: Sheet,
  from: CalendarDate,
  balances: ReadonlyMap<string, Sums>,
): Promise<ExpectedFlow[]> {
  const { accounts } = await readCashFlowLines(sql);
  const paid = accounts.filter(({ direction }) => direction === 'OUT');
  return [...balances].flatMap(([id, sums]) => {
    const account = chart.get(id);
    const kind = DEBTS.get(
      longestPrefix(account?.code ?? '', paid, ({ prefix }) => [prefix])?.lineCode ?? '',
    );
    const balance = net(sums);
    if (account?.type !== 'LIABILITY' || kind === undefined || balance >= 0n) return [];
    return [owed(kind, id, balance, from)];
  });
}

function owed(kind: FlowKind, accountId: string, amount: Amount, due: CalendarDate): ExpectedFlow {
  const nobody = {
    counterpartyId: null,
    transactionId: null,
    line: null,
    description: null,
    recurringEntryId: null,
  };
  return { kind, amount, due, isAssumed: true, accountId, ...nobody };
}
