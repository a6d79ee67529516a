import type { Decision, NewEvent } from '#shared/domain/decider.ts';
import { DomainError, badInput, notFound } from '#shared/domain/errors.ts';
import { formatAmount, parseAmount, TETRI, type Amount } from '#shared/domain/money.ts';
import { parseText } from '#shared/domain/text.ts';
import type { LedgerFacts } from '../facts.ts';
import { itemId, type OpenItem, type OpenItemsEvent } from './open-item.ts';

export interface MatchItems {
  /** The aggregate: one account with one counterparty. */
  readonly id: string;
  readonly matchingId: string;
  readonly parts: readonly { readonly id: string; readonly amount?: string | null | undefined }[];
}

export interface UnmatchItems {
  readonly id: string;
  readonly matchingId: string;
  readonly reason: string;
}

export interface MatchingResult {
  readonly matchingId: string;
}

const MOST_ITEMS = 200;

/**
 * Settles entries of one account, counterparty and currency with each other; a part of an item carries its share of the
 * lari, the last part what remains. Pure. `found` holds the items by their ids, as they are open at `version`.
 */
export function decideMatch(
  command: MatchItems,
  found: ReadonlyMap<string, OpenItem>,
  version: number,
  facts: LedgerFacts,
): Decision<MatchingResult> {
  const { parts } = command;
  if (parts.length < 2 || parts.length > MOST_ITEMS)
    throw badInput('items', String(parts.length), `2–${String(MOST_ITEMS)} items settle each other`);
  const first = demandItem(found, parts[0]?.id ?? '', 'items[0].id');
  const minorUnits = facts.demandMinorUnits(first.currency, 'items[0].id');
  const named = new Set<string>();
  const sums = { DEBIT: 0n, CREDIT: 0n };
  const sumsGel = { DEBIT: 0n, CREDIT: 0n };
  let date = first.date;
  const items = parts.map((part, index) => {
    const field = `items[${String(index)}]`;
    const item = demandItem(found, part.id, `${field}.id`);
    if (named.has(itemId(item))) throw badInput(`${field}.id`, part.id, 'is named twice');
    named.add(itemId(item));
    demandAlike(first, item, `${field}.id`, part.id);
    const amount = partOf(item, part.amount, minorUnits, field);
    const amountGel = shareOf(item, amount);
    sums[item.side] += amount;
    sumsGel[item.side] += amountGel;
    if (item.date > date) date = item.date;
    return {
      transactionId: item.transactionId,
      line: item.line,
      side: item.side,
      amount: formatAmount(amount, minorUnits),
      amountGel: formatAmount(amountGel),
    };
  });
  if (sums.DEBIT !== sums.CREDIT) {
    const difference = formatAmount(sums.DEBIT - sums.CREDIT, minorUnits);
    throw new DomainError(
      'UNBALANCED_ENTRY',
      `items: debits and credits differ by ${difference} ${first.currency}`,
      { field: 'items', value: difference, difference, currency: first.currency },
    );
  }
  return decided(command, version, {
    type: 'ItemsMatched',
    data: {
      matchingId: command.matchingId,
      accountId: first.accountId,
      counterpartyId: first.counterpartyId,
      currency: first.currency,
      date,
      amount: formatAmount(sums.DEBIT, minorUnits),
      differenceGel: formatAmount(sumsGel.DEBIT - sumsGel.CREDIT),
      items,
    },
  });
}

/** Ends a matching: its items are open again. Pure. */
export function decideUnmatch(
  command: UnmatchItems,
  isActive: boolean,
  version: number,
): Decision<MatchingResult> {
  if (!isActive)
    throw new DomainError('INVALID_TRANSITION', 'id: the matching was ended already', {
      field: 'id',
      value: command.matchingId,
    });
  const reason = parseText(command.reason, 'reason', 500);
  return decided(command, version, {
    type: 'ItemsUnmatched',
    data: { matchingId: command.matchingId, reason },
  });
}

function demandItem(found: ReadonlyMap<string, OpenItem>, id: string, field: string): OpenItem {
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

/** The lari of a part, half up to the tetri; all that remain for the last part. */
function shareOf(item: OpenItem, amount: Amount): Amount {
  if (amount === item.open) return item.openGel;
  const unit = item.open * TETRI;
  return ((2n * item.openGel * amount + unit) / (2n * unit)) * TETRI;
}

function decided(
  { id, matchingId }: { readonly id: string; readonly matchingId: string },
  version: number,
  { type, data }: OpenItemsEvent,
): Decision<MatchingResult> {
  const event: NewEvent = {
    aggregateType: 'OpenItems',
    aggregateId: id,
    version: version + 1,
    type,
    data,
  };
  return { events: [event], result: { matchingId } };
}
