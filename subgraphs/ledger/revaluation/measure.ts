import { convertExactly, roundToTetri, TETRI, type Amount } from '#shared/domain/money.ts';
import type { Side } from '../open-items/open-item.ts';

/** What stands on an account in a currency with one counterparty; signed, positive for a debit. */
export interface Standing {
  readonly accountId: string;
  readonly currency: string;
  readonly counterpartyId: string | null;
  readonly amount: Amount;
  /** What it is carried at in lari. */
  readonly gel: Amount;
  /** The items that it is made of, where the account has such. */
  readonly items: readonly StandingItem[];
}

/** An open item; amounts are of its own side. */
export interface StandingItem {
  readonly transactionId: string;
  readonly line: number;
  readonly side: Side;
  readonly open: Amount;
  readonly gel: Amount;
}

export interface MeasuredItem extends StandingItem {
  readonly revalued: Amount;
}

export interface Measured extends Omit<Standing, 'items'> {
  readonly revalued: Amount;
  readonly items: readonly MeasuredItem[];
}

/**
 * Measures a balance at the closing rate, half up to the tetri (IAS 21.23 a), and its items so that they come to the same:
 * what rounding each of them leaves over goes to the largest, a tetri each. Pure.
 * @param rate lari for one unit, in 10⁻¹⁰
 */
export function measure({ items, ...standing }: Standing, rate: bigint): Measured {
  const revalued = roundToTetri(convertExactly(standing.amount, rate));
  const measured = items.map((item) => ({
    ...item,
    revalued: roundToTetri(convertExactly(item.open, rate)),
  }));
  let left = revalued - measured.reduce((sum, item) => sum + signed(item.side, item.revalued), 0n);
  const step = left < 0n ? -TETRI : TETRI;
  const largestFirst = measured
    .map((_, index) => index)
    .sort((a, b) => Number((measured[b]?.open ?? 0n) - (measured[a]?.open ?? 0n)) || a - b);
  for (const index of largestFirst) {
    if (left === 0n) break;
    const item = measured[index];
    if (item === undefined) continue;
    const next = item.revalued + signed(item.side, step);
    // An item of less than half a tetri is carried at nothing, and cannot be carried at less.
    if (next < 0n) continue;
    item.revalued = next;
    left -= step;
  }
  return { ...standing, revalued, items: measured };
}

/** An amount of a side as positive for a debit, or back. */
export function signed(side: Side, amount: Amount): Amount {
  return side === 'DEBIT' ? amount : -amount;
}
