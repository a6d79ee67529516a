import type { Decision, NewEvent } from '#shared/domain/decider.ts';
import { DomainError, badInput, notFound } from '#shared/domain/errors.ts';
import { formatAmount, parseAmount, roundHalfUp, TETRI, type Amount } from '#shared/domain/money.ts';
import { parseText } from '#shared/domain/text.ts';
import type { LedgerFacts } from '../facts.ts';
import { parseDate, type CalendarDate } from '#shared/domain/date.ts';
import { decideTransaction } from '../transactions/decide.ts';
import { recordLariOnly } from '../transactions/lari-only.ts';
import type { Transaction } from '../transactions/transaction.ts';
import { itemId, type OpenItem, type OpenItemsEvent, type SettledItem } from './open-item.ts';

export interface MatchItems {
  /** The aggregate: one account with one counterparty. */
  readonly id: string;
  readonly matchingId: string;
  /** Identifier of the transaction that posts the difference, should there be one. */
  readonly transactionId: string;
  readonly parts: readonly { readonly id: string; readonly amount?: string | null | undefined }[];
  /** From which day on they settle each other; the latest of their days without it. */
  readonly on?: string | null | undefined;
}

export interface UnmatchItems {
  readonly id: string;
  readonly matchingId: string;
  readonly userId: string;
  readonly reason: string;
  /** Identifier of the transaction that takes the difference back, should there be one. */
  readonly reversalId: string;
  /** From which day on the items are open again; as if never matched without it. */
  readonly on?: string | null | undefined;
}

/** What an end rests on besides the state. */
export interface KnownMatching {
  readonly isActive: boolean;
  readonly date: CalendarDate;
  /** The transaction that posted the difference. */
  readonly difference: { readonly id: string; readonly state: Transaction } | null;
}

export interface MatchingResult {
  readonly matchingId: string;
}

const MOST_ITEMS = 200;
/** Kind of the document by which the transactions of differences are known everywhere. */
export const SETTLEMENT_DIFFERENCE = 'SettlementDifference';

/**
 * Settles entries of one account, counterparty and currency with each other; a part of an item carries its share of the
 * lari and of the revaluations that are kept by then, the last part what remains. What debits are carried at less credits is
 * posted along as realised gain or loss. Pure. `found` holds the items by their ids, as they are open at `version`.
 */
export function decideMatch(
  command: MatchItems,
  found: ReadonlyMap<string, SettledItem>,
  version: number,
  facts: LedgerFacts,
): Decision<MatchingResult> {
  const { parts, matchingId } = command;
  if (parts.length < 2 || parts.length > MOST_ITEMS)
    throw badInput('items', String(parts.length), `2–${String(MOST_ITEMS)} items settle each other`);
  const first = demandItem(found, parts[0]?.id ?? '', 'items[0].id');
  const minorUnits = facts.demandMinorUnits(first.currency, 'items[0].id');
  const named = new Set<string>();
  const sums = { DEBIT: 0n, CREDIT: 0n };
  let latest = first.date;
  const settled = parts.map((part, index) => {
    const field = `items[${String(index)}]`;
    const item = demandItem(found, part.id, `${field}.id`);
    if (named.has(itemId(item))) throw badInput(`${field}.id`, part.id, 'is named twice');
    named.add(itemId(item));
    demandAlike(first, item, `${field}.id`, part.id);
    const amount = partOf(item, part.amount, minorUnits, field);
    sums[item.side] += amount;
    if (item.date > latest) latest = item.date;
    return { item, amount };
  });
  if (sums.DEBIT !== sums.CREDIT) {
    const difference = formatAmount(sums.DEBIT - sums.CREDIT, minorUnits);
    throw new DomainError(
      'UNBALANCED_ENTRY',
      `items: debits and credits differ by ${difference} ${first.currency}`,
      { field: 'items', value: difference, difference, currency: first.currency },
    );
  }
  const date = dayOf(command.on, latest);
  let difference = 0n;
  const items = settled.map(({ item, amount }) => {
    const { total, revalued } = shareOf(item, amount, date);
    difference += item.side === 'DEBIT' ? total : -total;
    return {
      transactionId: item.transactionId,
      line: item.line,
      side: item.side,
      amount: formatAmount(amount, minorUnits),
      amountGel: formatAmount(total),
      ...(revalued.length > 0 && { revalued }),
    };
  });
  const posted = difference === 0n ? [] : postDifference(command, first, date, difference, facts);
  return decided(command, version, posted, {
    type: 'ItemsMatched',
    data: {
      matchingId,
      accountId: first.accountId,
      counterpartyId: first.counterpartyId,
      currency: first.currency,
      date,
      amount: formatAmount(sums.DEBIT, minorUnits),
      differenceGel: formatAmount(difference),
      items,
      ...(posted.length > 0 && { differenceTransactionId: command.transactionId }),
    },
  });
}

/** The day from which items settle each other: the latest of their days, or one behind it that was named. */
function dayOf(on: string | null | undefined, latest: CalendarDate): CalendarDate {
  if (on == null) return latest;
  const date = parseDate(on, 'on');
  if (date < latest) throw badInput('on', on, `the latest of the items is of ${latest}`);
  return date;
}

/** Lari that debits were carried at above the credits are a loss, and leave the account. */
function postDifference(
  { matchingId, transactionId }: MatchItems,
  { accountId, counterpartyId, currency }: OpenItem,
  date: CalendarDate,
  difference: Amount,
  facts: LedgerFacts,
): NewEvent[] {
  facts.demandOpenPeriod(date, 'on');
  return recordLariOnly(
    {
      id: transactionId,
      date,
      description: `რეალიზებული საკურსო სხვაობა, ${currency}`,
      source: { subgraph: 'ledger', type: SETTLEMENT_DIFFERENCE, id: matchingId, purpose: 'difference' },
      changes: [{ accountId, currency, counterpartyId, gel: -difference }],
      gain: 'EXCHANGE_GAIN',
      loss: 'EXCHANGE_LOSS',
    },
    facts,
  );
}

/**
 * Ends a matching: its items are open again, and the transaction of its difference is reversed, on its own day or on the day
 * named. Pure.
 * @throws DomainError INVALID_TRANSITION, BAD_USER_INPUT, PERIOD_CLOSED naming `on`, ACCOUNT_INACTIVE.
 */
export function decideUnmatch(
  command: UnmatchItems,
  { isActive, date, difference }: KnownMatching,
  version: number,
  facts: LedgerFacts,
): Decision<MatchingResult> {
  const { matchingId } = command;
  if (!isActive)
    throw new DomainError('INVALID_TRANSITION', 'id: the matching was ended already', {
      field: 'id',
      value: matchingId,
    });
  const reason = parseText(command.reason, 'reason', 500);
  const on = command.on == null ? null : parseDate(command.on, 'on');
  if (on !== null && on < date) throw badInput('on', on, `it was matched from ${date} on`);
  const events: NewEvent[] = [];
  if (difference !== null) {
    facts.demandOpenPeriod(on ?? date, 'on');
    const reversed = decideTransaction(
      {
        type: 'ReverseTransaction',
        id: difference.id,
        userId: command.userId,
        reversalId: command.reversalId,
        date: on ?? date,
        reason,
        isOfDocument: true,
        source: { subgraph: 'ledger', type: SETTLEMENT_DIFFERENCE, id: matchingId, purpose: 'reversal' },
      },
      difference.state,
      facts,
    );
    events.push(...reversed.events);
  }
  return decided(command, version, events, {
    type: 'ItemsUnmatched',
    data: {
      matchingId,
      reason,
      ...(on !== null && { on }),
      ...(difference !== null && { reversalTransactionId: command.reversalId }),
    },
  });
}

function demandItem(found: ReadonlyMap<string, SettledItem>, id: string, field: string): SettledItem {
  const item = found.get(id);
  if (item === undefined) throw notFound(field, id);
  return item;
}

function demandAlike(first: OpenItem, item: OpenItem, field: string, given: string): void {
  if (item.accountId !== first.accountId) throw badInput(field, given, 'is on another account');
  if (item.counterpartyId !== first.counterpartyId)
    throw badInput(field, given, 'is of another counterparty');
  if (item.currency !== first.currency)
    throw badInput(
      field,
      given,
      `is in ${item.currency}, the first in ${first.currency}: without a rate they settle nothing`,
    );
}

function partOf(item: OpenItem, given: string | null | undefined, minorUnits: number, field: string): Amount {
  if (item.open === 0n)
    throw new DomainError('INVALID_TRANSITION', `${field}.id: nothing of it is open`, {
      field: `${field}.id`,
      value: itemId(item),
    });
  if (given === null || given === undefined) return item.open;
  const amount = parseAmount(given, minorUnits, `${field}.amount`);
  if (amount <= 0n) throw badInput(`${field}.amount`, given, 'more than nothing is needed');
  if (amount > item.open)
    throw badInput(
      `${field}.amount`,
      given,
      `only ${formatAmount(item.open, minorUnits)} ${item.currency} are open`,
    );
  return amount;
}

/** What a part is carried at on a day, and what of that came from revaluations. */
function shareOf(item: SettledItem, amount: Amount, date: CalendarDate) {
  const kept = item.revalued.filter((part) => part.date <= date);
  const carried = kept.reduce((sum, { left }) => sum + left, item.originalGel);
  const total = portion(carried, amount, item.open);
  const revalued = kept.map(({ revaluationId, left }) => ({
    revaluationId,
    amountGel: formatAmount(portion(left, amount, item.open)),
  }));
  return { total: total < 0n ? 0n : total, revalued };
}

/** The lari of a part, half up to the tetri; all that remain for the last part. */
function portion(gel: Amount, amount: Amount, open: Amount): Amount {
  return amount === open ? gel : roundHalfUp(gel * amount, open * TETRI) / open;
}

function decided(
  { id, matchingId }: { readonly id: string; readonly matchingId: string },
  version: number,
  posted: readonly NewEvent[],
  { type, data }: OpenItemsEvent,
): Decision<MatchingResult> {
  const event: NewEvent = {
    aggregateType: 'OpenItems',
    aggregateId: id,
    version: version + 1,
    type,
    data,
  };
  return { events: [...posted, event], result: { matchingId } };
}
