import type { BucketRange } from '#shared/domain/buckets.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import { bucketsOf } from './sums.ts';

/** Days that are summed: from the first, or from the beginning of the books, to the last. */
export interface Days {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate;
}

/** Buckets next to each other, and what they are to each stretch: added (1), taken away (-1) or nothing to it (0). */
export interface Segment extends Omit<BucketRange, 'isTakenAway'> {
  readonly signs: readonly number[];
}

const LEVELS = ['year', 'month', 'day'] as const;
/** Sorts before and behind every day. */
const FIRST = '';
const BEHIND = '~';

/**
 * The buckets of several stretches, each bucket once, whatever the number of stretches that it belongs to. What a stretch
 * would add and take away again is left out: a year before its first day costs nothing. Pure.
 */
export function segmentsOf(stretches: readonly Days[]): Segment[] {
  const ranges = stretches.flatMap((days, stretch) =>
    bucketsOf(days).map(({ range, isAdded }) => ({
      level: range.level,
      from: range.from ?? FIRST,
      before: range.before ?? BEHIND,
      stretch,
      sign: isAdded ? 1 : -1,
    })),
  );
  return LEVELS.flatMap((level) => {
    const ofLevel = ranges.filter((range) => range.level === level);
    const bounds = [...new Set(ofLevel.flatMap(({ from, before }) => [from, before]))].sort();
    return bounds.slice(0, -1).flatMap((from, index) => {
      const before = bounds[index + 1] ?? BEHIND;
      const signs = stretches.map((_, stretch) =>
        ofLevel
          .filter((range) => range.stretch === stretch && range.from <= from && before <= range.before)
          .reduce((sum, { sign }) => sum + sign, 0),
      );
      return signs.every((sign) => sign === 0)
        ? []
        : [{ level, from: from === FIRST ? null : from, before: before === BEHIND ? null : before, signs }];
    });
  });
}
