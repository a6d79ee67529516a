import { roundHalfUp, TETRI, type Amount } from '#shared/domain/money.ts';

/** What was earned in a month, and on how many working days. */
export interface EarnedMonth {
  readonly earned: Amount;
  readonly workedDays: number;
}

const MONTHS = 3;

/**
 * Pay of so many days of leave by the average of the last three months, or of those worked when there are fewer: all that
 * was earned in them, divided by the days worked, times the days of leave; rounded once, half up. Null when nothing was
 * worked before: then the agreed pay holds.
 *
 * @param before months before the leave, the latest first
 * @param hundredths days of leave in hundredths
 */
export function averagePay(before: readonly EarnedMonth[], hundredths: bigint): Amount | null {
  const months = before.filter(({ workedDays }) => workedDays > 0).slice(0, MONTHS);
  const earned = months.reduce((sum, month) => sum + month.earned, 0n);
  const days = months.reduce((sum, month) => sum + month.workedDays, 0);
  if (days === 0) return null;
  const divisor = BigInt(days) * 100n;
  return roundHalfUp(earned * hundredths, divisor * TETRI) / divisor;
}
