import { unreachable } from '#shared/domain/decider.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import { microOf, microText } from '../costing/scaled.ts';

/** Something that is counted by itself: an item, a lot of it, or one thing of it by its serial number. */
export interface Countable {
  readonly itemId: string;
  readonly lotId: string | null;
  readonly serial: string | null;
}

/** What there should be of it, in the base unit. */
export type Expected = Countable & { readonly quantity: string };

/** What somebody found of it: as it was said, and in the base unit. */
export type Entry = Countable & {
  readonly entered: string;
  readonly unit: string;
  readonly quantity: string;
};

/** What becomes of goods that nobody has counted: they are taken to be there, or not to be. */
export type Uncounted = 'NO_DIFFERENCE' | 'MISSING';

export interface CountOpened {
  readonly warehouseId: string;
  readonly date: CalendarDate;
  /** The items that are counted; null for all that there are. */
  readonly itemIds: readonly string[] | null;
  readonly note: string | null;
  /** Position in the log as of which `expected` was there. */
  readonly asOfSeq: number;
  readonly expected: readonly Expected[];
}

export type CountEvent =
  | { readonly type: 'StockCountOpened'; readonly data: CountOpened }
  | {
      readonly type: 'StockCountEntered';
      readonly data: { readonly entries: readonly Entry[]; readonly replaces: boolean };
    }
  | {
      readonly type: 'StockCountApproved';
      readonly data: { readonly uncounted: Uncounted; readonly movementId: string | null };
    }
  | { readonly type: 'StockCountCancelled'; readonly data: { readonly reason: string | null } };

export interface CountLine extends Countable {
  readonly expected: string;
  /** Null where nobody has counted. */
  readonly counted: string | null;
}

export type Count =
  | { readonly status: 'NONE'; readonly version: 0 }
  | {
      readonly status: 'OPEN' | 'APPROVED' | 'CANCELLED';
      readonly version: number;
      readonly warehouseId: string;
      readonly date: CalendarDate;
      readonly itemIds: readonly string[] | null;
      /** By `keyOf`. */
      readonly lines: Readonly<Record<string, CountLine>>;
    };

export type ExistingCount = Exclude<Count, { status: 'NONE' }>;

export const initialCount: Count = { status: 'NONE', version: 0 };

/** Tells apart what is counted. */
export function keyOf({ itemId, lotId, serial }: Countable): string {
  return JSON.stringify([itemId, lotId, serial]);
}

export function evolveCount(state: Count, event: CountEvent): Count {
  const version = state.version + 1;
  switch (event.type) {
    case 'StockCountOpened': {
      const { warehouseId, date, itemIds, expected } = event.data;
      const lines = expected.map(({ quantity, ...what }): [string, CountLine] => [
        keyOf(what),
        { ...what, expected: quantity, counted: null },
      ]);
      return { status: 'OPEN', version, warehouseId, date, itemIds, lines: Object.fromEntries(lines) };
    }
    case 'StockCountEntered':
      return { ...existing(state), version, lines: withEntries(existing(state).lines, event.data) };
    case 'StockCountApproved':
      return { ...existing(state), version, status: 'APPROVED' };
    case 'StockCountCancelled':
      return { ...existing(state), version, status: 'CANCELLED' };
    default:
      return unreachable(event);
  }
}

/** What is counted of one thing in several entries is added up; a thing with a serial number is there or is not. */
function withEntries(
  lines: ExistingCount['lines'],
  { entries, replaces }: { readonly entries: readonly Entry[]; readonly replaces: boolean },
): ExistingCount['lines'] {
  const after: Record<string, CountLine> = { ...lines };
  const touched = new Set<string>();
  for (const { itemId, lotId, serial, quantity } of entries) {
    const key = keyOf({ itemId, lotId, serial });
    const line = after[key] ?? { itemId, lotId, serial, expected: microText(0n), counted: null };
    const isAnew = serial !== null || (replaces && !touched.has(key));
    const before = isAnew || line.counted === null ? 0n : microOf(line.counted);
    after[key] = { ...line, counted: microText(before + microOf(quantity)) };
    touched.add(key);
  }
  return after;
}

function existing(state: Count): ExistingCount {
  if (state.status === 'NONE') throw new Error('a count that is not there has no history');
  return state;
}
