import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketsBefore, type BucketRange } from './buckets.ts';

const anyDay = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** How often the ranges count what was posted on a day. */
function timesCounted(ranges: readonly BucketRange[], posted: string): number {
  return ranges.reduce((times, { level, from, before, isTakenAway }) => {
    const period = { year: `${posted.slice(0, 4)}-01-01`, month: `${posted.slice(0, 7)}-01`, day: posted }[
      level
    ];
    const isIn = (from === null || period >= from) && (before === null || period < before);
    return times + (isIn ? (isTakenAway ? -1 : 1) : 0);
  }, 0);
}

describe('the buckets before a day', () => {
  it('count every earlier day once, and no other', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (day, posted) => {
        expect(timesCounted(bucketsBefore(day), posted)).toBe(posted < day ? 1 : 0);
      }),
      { numRuns: 5_000 },
    );
  });

  it('are whole years at a turn of the year, and nearly so on its last days', () => {
    expect(bucketsBefore('2026-01-01')).toEqual([
      { level: 'year', from: null, before: '2026-01-01', isTakenAway: false },
    ]);
    expect(bucketsBefore('2025-12-31')).toEqual([
      { level: 'year', from: null, before: '2026-01-01', isTakenAway: false },
      { level: 'day', from: '2025-12-31', before: '2026-01-01', isTakenAway: true },
    ]);
  });

  it('are never more than six months and fifteen days besides the years', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [, ...rest] = bucketsBefore(day);
        for (const { level, from, before } of rest) {
          const days = (Date.parse(before ?? '') - Date.parse(from ?? '')) / 86_400_000;
          expect(days).toBeLessThanOrEqual(level === 'month' ? 184 : 15);
        }
      }),
    );
  });

  it('are everything when no day is named', () => {
    expect(timesCounted(bucketsBefore(null), '2025-06-15')).toBe(1);
  });
});
