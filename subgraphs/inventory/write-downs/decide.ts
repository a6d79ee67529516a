import { parseDate } from '#shared/domain/date.ts';
import type { Decision, NewEvent } from '#shared/domain/decider.ts';
import { badInput, DomainError } from '#shared/domain/errors.ts';
import { parseScaled } from '#shared/domain/money.ts';
import { requestPosting } from '#shared/domain/posting.ts';
import { parseText } from '#shared/domain/text.ts';
import { entriesOf } from '../costing/entries.ts';
import { microText, tetriText } from '../costing/scaled.ts';

const LONGEST = 500;
const UNIT_DECIMALS = 6;
/** Micro-units times millionths of a lari, in a tetri. */
const IN_TETRI = 10_000_000_000n;

/** How often an item was written down or up again. */
export interface WriteDowns {
  readonly version: number;
}

export const initialWriteDowns: WriteDowns = { version: 0 };
export const evolveWriteDowns = ({ version }: WriteDowns): WriteDowns => ({ version: version + 1 });

/** The stock of an item at the end of the day of booking. */
export interface StockWorth {
  readonly itemId: string;
  /** Micro-units. */
  readonly quantity: bigint;
  /** Tetri. */
  readonly cost: bigint;
  /** Tetri that it is written down by. */
  readonly allowance: bigint;
  /** Day of the last write-down; null when there is none. */
  readonly last: string | null;
  readonly isOpen: boolean;
}

export interface WriteDownDraft {
  /** Aggregate of the item's write-downs, and this one. */
  readonly aggregateId: string;
  readonly id: string;
  /** GEL for which one can be sold, less what selling it costs. */
  readonly unitValue: string;
  readonly bookingDate: string;
  readonly reason: string;
}

/**
 * Writes stock down to its net realisable value, or back up as far as that has risen, never above cost (IAS 2, paragraphs
 * 28–33). Pure. @throws DomainError BAD_USER_INPUT, PERIOD_CLOSED.
 */
export function decideWriteDown(
  companyId: string,
  draft: WriteDownDraft,
  { version }: WriteDowns,
  worth: StockWorth,
  accounts: Readonly<Record<string, string>>,
): Decision<{ writeDownId: string }> {
  const { id, aggregateId } = draft;
  const unit = parseScaled(draft.unitValue, UNIT_DECIMALS, 'unitValue');
  if (unit < 0n) throw badInput('unitValue', draft.unitValue, 'nothing is worth less than nothing');
  const bookingDate = parseDate(draft.bookingDate, 'bookingDate');
  const reason = parseText(draft.reason, 'reason', LONGEST);
  if (!worth.isOpen)
    throw new DomainError('PERIOD_CLOSED', `bookingDate: ${bookingDate.slice(0, 7)} is not open`, {
      field: 'bookingDate',
      value: bookingDate,
    });
  if (worth.last !== null && bookingDate < worth.last)
    throw badInput('bookingDate', bookingDate, `it was last written down or up on ${worth.last}`);

  // Nothing can be written down of what is sold short.
  const quantity = worth.quantity > 0n ? worth.quantity : 0n;
  const realisable = (unit * quantity + IN_TETRI / 2n) / IN_TETRI;
  const cost = quantity === 0n ? 0n : worth.cost;
  const required = cost > realisable ? cost - realisable : 0n;
  const change = required - worth.allowance;
  if (change === 0n)
    throw badInput('unitValue', draft.unitValue, `it is written down by ${tetriText(required)} already`);
  const stockAccount = accounts['WRITE_DOWNS'] ?? '';
  const counterAccount = accounts['WRITE_DOWN_EXPENSE'] ?? '';
  const written: NewEvent = {
    aggregateType: 'WriteDowns',
    aggregateId,
    version: version + 1,
    type: 'StockWrittenDown',
    series: `WD-${bookingDate.slice(0, 4)}`,
    data: {
      writeDownId: id,
      itemId: worth.itemId,
      bookingDate,
      quantity: microText(quantity),
      cost: tetriText(cost),
      netRealisableValue: tetriText(realisable),
      allowance: tetriText(required),
      change: tetriText(change),
      stockAccount,
      counterAccount,
      reason,
    },
  };
  const posting = requestPosting(companyId, {
    source: { subgraph: 'inventory', type: 'WriteDown', id, purpose: 'write-down' },
    date: bookingDate,
    description: change > 0n ? 'Stock written down' : 'Write-down of stock taken back',
    entries: entriesOf([{ amount: -change, stockAccount, counterAccount }]),
  });
  return { events: [written, posting], result: { writeDownId: id } };
}
