import type { TransactionSql } from '#db/client.ts';
import { FUNCTIONAL_CURRENCY } from '#shared/domain/currencies.ts';
import { dayBefore, type CalendarDate } from '#shared/domain/date.ts';
import { badInput } from '#shared/domain/errors.ts';
import {
  convertExactly,
  parseDatabaseAmount,
  parseScaled,
  RATE_DECIMALS,
  roundToTetri,
  type Amount,
} from '#shared/domain/money.ts';
import { occurrencesOf, type Occurrence, type RecurringVersion } from '#shared/domain/recurrence.ts';
import type { ExpectedFlow } from './forecast.ts';

/** A line of a template, as the ledger publishes it. */
interface TemplateEntry {
  readonly accountId: string;
  readonly debit?: string;
  readonly credit?: string;
  readonly currency: string;
  readonly exchangeRate?: string;
  readonly counterpartyId?: string;
}

interface Template extends RecurringVersion {
  readonly description: string;
  readonly entries: readonly TemplateEntry[];
}

/** A day that was skipped or posted; `on` is that of the transaction, null when there is none any more. */
interface Done {
  readonly date: CalendarDate;
  readonly transactionId: string | null;
  readonly on: CalendarDate | null;
}

/** What an occurrence pays of what the books owe or are owed: debit minus credit, GEL. */
export interface Settled {
  readonly accountId: string;
  readonly counterpartyId: string | null;
  readonly amount: Amount;
}

/** An occurrence that moves cash, and what else it moves. */
export interface RecurringFlow {
  readonly flow: ExpectedFlow;
  readonly settles: readonly Settled[];
}

/**
 * Occurrences of recurring entries up to a day that move cash and had not happened before `from`: neither skipped, nor in the
 * books before that day. One that is posted on a later day is expected on it, so that a forecast does not change when what it
 * foresaw is posted.
 * @throws DomainError BAD_USER_INPUT naming `from` where a currency had no official rate by then.
 */
export async function recurringFlows(
  sql: TransactionSql,
  companyId: string,
  { from, to, seq }: { readonly from: CalendarDate; readonly to: CalendarDate; readonly seq: number },
  isCash: (accountId: string) => boolean,
): Promise<RecurringFlow[]> {
  const rows = await sql<
    { id: string; templates: Template[]; ended_on: CalendarDate | null; done: Done[] }[]
  >`
    /* recurringEntries */ select id, templates, ended_on, done
    from ledger_published.recurring_entries(${companyId}, ${seq}) order by id`;
  const rates = await lastRates(
    sql,
    from,
    rows.flatMap(({ templates }) => templates.flatMap(({ entries }) => entries)),
  );
  return rows.flatMap(({ id, templates, ended_on: endedOn, done }) => {
    const doneOn = new Map(done.map((one) => [one.date, one]));
    const flows: RecurringFlow[] = [];
    for (const occurrence of occurrencesOf(templates, endedOn)) {
      if (occurrence.date > to) break;
      const known = doneOn.get(occurrence.date);
      if (known !== undefined && (known.on === null || known.on < from)) continue;
      const flow = flowOf(id, occurrence, known, rates, isCash);
      if (flow !== null) flows.push(flow);
    }
    return flows;
  });
}

/** The cash that an occurrence moves; null for what moves none, as between two accounts of cash. */
function flowOf(
  recurringEntryId: string,
  { date, template }: Occurrence<Template>,
  known: Done | undefined,
  rates: ReadonlyMap<string, bigint>,
  isCash: (accountId: string) => boolean,
): RecurringFlow | null {
  const moved = template.entries.map((entry) => ({
    accountId: entry.accountId,
    counterpartyId: entry.counterpartyId ?? null,
    amount: inLari(entry, rates),
  }));
  const cash = moved.filter(({ accountId }) => isCash(accountId));
  const amount = cash.reduce((sum, one) => sum + one.amount, 0n);
  const [account] = cash;
  if (account === undefined || amount === 0n) return null;
  const named = new Set(moved.flatMap(({ counterpartyId }) => counterpartyId ?? []));
  return {
    flow: {
      kind: 'RECURRING',
      amount,
      due: known?.on ?? date,
      isAssumed: false,
      accountId: account.accountId,
      counterpartyId: named.size === 1 ? ([...named][0] ?? null) : null,
      transactionId: known?.transactionId ?? null,
      line: null,
      description: template.description,
      recurringEntryId,
    },
    settles: moved.filter(({ accountId }) => !isCash(accountId)),
  };
}

function inLari(
  { debit, credit, currency, exchangeRate }: TemplateEntry,
  rates: ReadonlyMap<string, bigint>,
): Amount {
  const amount = parseDatabaseAmount(debit ?? '0') - parseDatabaseAmount(credit ?? '0');
  if (currency === FUNCTIONAL_CURRENCY) return amount;
  const rate =
    exchangeRate === undefined
      ? rates.get(currency)
      : parseScaled(exchangeRate, RATE_DECIMALS, 'exchangeRate');
  if (rate === undefined) throw new Error(`the rate of ${currency} was not read`);
  return roundToTetri(convertExactly(amount, rate));
}

/** The last official rate before a day of each currency whose entries have none of their own. */
async function lastRates(
  sql: TransactionSql,
  from: CalendarDate,
  entries: readonly TemplateEntry[],
): Promise<Map<string, bigint>> {
  const currencies = new Set(
    entries.flatMap(({ currency, exchangeRate }) =>
      currency === FUNCTIONAL_CURRENCY || exchangeRate !== undefined ? [] : [currency],
    ),
  );
  if (currencies.size === 0) return new Map();
  const day = dayBefore(from);
  const rows = await sql<{ currency: string; rate: string | null }[]>`
    /* lastRates */ select c.currency, r.rate::text as rate
    from unnest(${[...currencies]}::text[]) as c(currency)
    cross join lateral ledger_published.official_rates(c.currency, ${day}::date, ${day}::date) r`;
  return new Map(
    rows.map(({ currency, rate }) => {
      if (rate === null) throw badInput('from', from, `there is no official rate of ${currency} before it`);
      return [currency, parseScaled(rate, RATE_DECIMALS, 'rate')];
    }),
  );
}

/**
 * Takes off what is owed what recurring entries pay of it, the oldest first, so that nothing is expected twice. `keyOf` says
 * which accounts and counterparties run on one card. Pure.
 */
export function withoutPaid(
  flows: readonly ExpectedFlow[],
  recurring: readonly RecurringFlow[],
  keyOf: (of: Pick<ExpectedFlow, 'accountId' | 'counterpartyId'>) => string,
): ExpectedFlow[] {
  // What is paid to suppliers goes out and is debited, what customers pay comes in and is credited.
  const paid = new Map<string, Amount>();
  for (const { settles } of recurring)
    for (const settled of settles)
      paid.set(keyOf(settled), (paid.get(keyOf(settled)) ?? 0n) + settled.amount);
  return [...flows]
    .sort((one, other) => (one.due < other.due ? -1 : Number(one.due > other.due)))
    .flatMap((flow) => {
      const left = flow.amount + (paid.get(keyOf(flow)) ?? 0n);
      const isPaid = flow.amount > 0n ? left <= 0n : left >= 0n;
      const isTouched = flow.amount > 0n ? left < flow.amount : left > flow.amount;
      if (!isTouched) return [flow];
      paid.set(keyOf(flow), isPaid ? left : 0n);
      return isPaid ? [] : [{ ...flow, amount: left }];
    });
}
