import type { Amount } from '#shared/domain/money.ts';
import { TETRI } from '#shared/domain/money.ts';

/** Net book value at both ends of a month. */
export interface MonthEnds {
  readonly opening: Amount;
  readonly closing: Amount;
}

const ENDS_OF_YEAR = 24n;

/**
 * Average net book value of a year, to the tetri, half up: the mean of both ends of its twelve months. A month of which
 * nothing is known counts as nothing. Pure.
 */
export function averageOfYear(months: readonly MonthEnds[]): Amount {
  const sum = months.reduce((total, { opening, closing }) => total + opening + closing, 0n) / TETRI;
  const magnitude = sum < 0n ? -sum : sum;
  const average = ((2n * magnitude + ENDS_OF_YEAR) / (2n * ENDS_OF_YEAR)) * TETRI;
  return sum < 0n ? -average : average;
}
