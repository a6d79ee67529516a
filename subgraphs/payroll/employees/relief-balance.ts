import { formatAmount, parseDatabaseAmount } from '#shared/domain/money.ts';
import type { Relief } from './employee.ts';

/** What of a year's relief is used and left, GEL as text with two decimals. */
export interface ReliefBalance {
  readonly year: number;
  readonly ground: string;
  readonly limit: string;
  readonly usedBefore: string;
  readonly used: string;
  readonly left: string;
}

/**
 * The balance of a year: what its last relief grants, less what was used of it before or elsewhere, less what pay of the
 * year has used, as runs reckon it. Null for a year without a relief. Pure.
 *
 * @param used relief that runs in the books have used, by the year of their day of payment
 */
export function reliefBalance(
  reliefs: readonly Relief[],
  year: number,
  used: string | null,
): ReliefBalance | null {
  const [first, last] = [`${String(year)}-01-01`, `${String(year)}-12-31`];
  const relief = reliefs.findLast(({ from, to }) => from <= last && (to === null || to >= first));
  if (relief === undefined) return null;
  // It was used in the year in which the relief begins, and a new year begins anew.
  const before = relief.from >= first ? parseDatabaseAmount(relief.usedBefore) : 0n;
  const limit = parseDatabaseAmount(relief.yearlyAmount);
  const byRuns = parseDatabaseAmount(used ?? '0');
  const left = limit - before - byRuns;
  return {
    year,
    ground: relief.ground,
    limit: formatAmount(limit),
    usedBefore: formatAmount(before),
    used: formatAmount(byRuns),
    left: formatAmount(left > 0n ? left : 0n),
  };
}
