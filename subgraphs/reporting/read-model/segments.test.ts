import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayAfter } from '#shared/domain/date.ts';
import { segmentsOf, type Days, type Segment } from './segments.ts';

const FIRST_DAY = Date.UTC(2022, 0, 1);
const day = (number: number): string => new Date(FIRST_DAY + number * 86_400_000).toISOString().slice(0, 10);

/** The first day of the bucket of a level in which a day is. */
const bucketOf = (level: Segment['level'], date: string): string =>
  level === 'year' ? `${date.slice(0, 4)}-01-01` : level === 'month' ? `${date.slice(0, 7)}-01` : date;

/** How often the buckets count what happened on a day for each stretch. */
function countedOn(date: string, segments: readonly Segment[], stretches: number): number[] {
  const counted = Array.from({ length: stretches }, () => 0);
  for (const { level, from, before, signs } of segments) {
    const bucket = bucketOf(level, date);
    if ((from === null || bucket >= from) && (before === null || bucket < before))
      signs.forEach((sign, index) => (counted[index] = (counted[index] ?? 0) + sign));
  }
  return counted;
}

const days = fc
  .tuple(fc.option(fc.nat(1_500)), fc.nat(1_500))
  .map(([from, to]): Days =>
    from === null ? { from, to: day(to) } : { from: day(Math.min(from, to)), to: day(Math.max(from, to)) },
  );

test('buckets of several stretches count each day once for the stretches that it is in, and for no other', () => {
  fc.assert(
    fc.property(fc.array(days, { minLength: 1, maxLength: 5 }), fc.nat(1_500), (stretches, number) => {
      const segments = segmentsOf(stretches);
      expect(segments.flatMap(({ signs }) => signs).every((sign) => Math.abs(sign) <= 1)).toBe(true);
      const looked = [
        day(number),
        ...stretches.flatMap(({ from, to }) => [to, dayAfter(to), ...(from === null ? [] : [from])]),
      ];
      for (const date of looked)
        expect(countedOn(date, segments, stretches.length)).toEqual(
          stretches.map(({ from, to }) => ((from === null || from <= date) && date <= to ? 1 : 0)),
        );
    }),
    { numRuns: 500 },
  );
});

test('years before a month cost nothing', () => {
  expect(segmentsOf([{ from: '2025-12-01', to: '2025-12-31' }])).toEqual([
    { level: 'month', from: '2025-12-01', before: '2026-01-01', signs: [1] },
  ]);
});
