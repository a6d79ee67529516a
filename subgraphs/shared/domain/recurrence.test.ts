import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysIn } from '#shared/domain/date.ts';
import { datesOf, dateOfOccurrence, monthIndex, parseRecurrence, type Recurrence } from './recurrence.ts';

function take(rule: Recurrence, firstOn: string, count: number, notBefore?: string): string[] {
  const taken: string[] = [];
  for (const date of datesOf(rule, firstOn, notBefore)) {
    taken.push(date);
    if (taken.length === count) break;
  }
  return taken;
}
const monthly = (day: number, every = 1): Recurrence => ({ unit: 'MONTH', every, day });

describe('days on which something recurs', () => {
  it('come back to the 31st after every shorter month, and know leap years', () => {
    expect(take(monthly(31), '2027-12-31', 5)).toEqual([
      '2027-12-31',
      '2028-01-31',
      '2028-02-29',
      '2028-03-31',
      '2028-04-30',
    ]);
    expect(take(monthly(30), '2027-01-30', 3)).toEqual(['2027-01-30', '2027-02-28', '2027-03-30']);
  });

  it('begin with the first such day on or after the first date', () => {
    expect(take(monthly(15), '2026-01-15', 2)).toEqual(['2026-01-15', '2026-02-15']);
    expect(take(monthly(15, 3), '2026-01-20', 3)).toEqual(['2026-02-15', '2026-05-15', '2026-08-15']);
  });

  it('are those of quarters, years and weeks', () => {
    expect(take({ unit: 'QUARTER', every: 1, day: 31 }, '2026-03-01', 3)).toEqual([
      '2026-03-31',
      '2026-06-30',
      '2026-09-30',
    ]);
    expect(take({ unit: 'YEAR', every: 1, day: 29 }, '2028-02-29', 3)).toEqual([
      '2028-02-29',
      '2029-02-28',
      '2030-02-28',
    ]);
    expect(take({ unit: 'WEEK', every: 2, day: null }, '2026-12-25', 3)).toEqual([
      '2026-12-25',
      '2027-01-08',
      '2027-01-22',
    ]);
  });

  it('are counted to find the last of so many', () => {
    expect(dateOfOccurrence(monthly(31), '2026-01-31', 2)).toBe('2026-02-28');
    expect(dateOfOccurrence(monthly(1), '2200-12-01', 2)).toBeNull();
  });

  const dates = fc
    .tuple(
      fc.integer({ min: 1990, max: 2090 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
    )
    .map(([year, month, day]) => {
      const text = (part: number) => String(part).padStart(2, '0');
      return `${String(year)}-${text(month)}-${text(Math.min(day, daysIn(year, month)))}`;
    });

  it('never drift: each is its day of the month or the last one, months apart as said', () => {
    fc.assert(
      fc.property(
        dates,
        fc.constantFrom('MONTH', 'QUARTER', 'YEAR'),
        fc.integer({ min: 1, max: 14 }),
        fc.integer({ min: 1, max: 31 }),
        (firstOn, unit, every, day) => {
          const found = take({ unit, every, day }, firstOn, 40);
          const [first = ''] = found;
          const step = { MONTH: 1, QUARTER: 3, YEAR: 12 }[unit] * every;
          expect(first >= firstOn).toBe(true);
          expect(monthIndex(first) - monthIndex(firstOn)).toBeLessThanOrEqual(1);
          for (const [index, date] of found.entries()) {
            const length = daysIn(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
            expect(Number(date.slice(8, 10))).toBe(Math.min(day, length));
            expect(monthIndex(date) - monthIndex(first)).toBe(index * step);
          }
        },
      ),
    );
  });

  it('are the same wherever one begins to look', () => {
    const rules = fc.oneof(
      fc.record({
        unit: fc.constantFrom<Recurrence['unit']>('MONTH', 'QUARTER', 'YEAR'),
        every: fc.integer({ min: 1, max: 5 }),
        day: fc.integer({ min: 1, max: 31 }),
      }),
      fc.record({
        unit: fc.constant<Recurrence['unit']>('WEEK'),
        every: fc.integer({ min: 1, max: 60 }),
        day: fc.constant(null),
      }),
    );
    fc.assert(
      fc.property(rules, dates, dates, (rule, firstOn, other) => {
        const all = take(rule, firstOn, 60);
        const from = other < firstOn ? firstOn : other;
        const behind = all.filter((date) => date >= from);
        expect(take(rule, firstOn, behind.length + 1, from).slice(0, behind.length)).toEqual(behind);
      }),
    );
  });
});

describe('a rule as it is given', () => {
  it('takes the day of the first date when none is said, and 31 for the last day', () => {
    expect(parseRecurrence({ unit: 'MONTH', every: 1 }, '2026-01-17', 'rule').day).toBe(17);
    expect(parseRecurrence({ unit: 'MONTH', every: 1, lastDayOfMonth: true }, '2026-01-17', 'rule').day).toBe(
      31,
    );
  });

  it.each([
    ['rule.day', { unit: 'MONTH', every: 1, day: 0 }],
    ['rule.day', { unit: 'MONTH', every: 1, day: 32 }],
    ['rule.day', { unit: 'WEEK', every: 1, day: 3 }],
    ['rule.every', { unit: 'WEEK', every: 0 }],
    ['rule.every', { unit: 'YEAR', every: 121 }],
    ['rule.lastDayOfMonth', { unit: 'MONTH', every: 1, day: 5, lastDayOfMonth: true }],
    ['rule.lastDayOfMonth', { unit: 'WEEK', every: 1, lastDayOfMonth: true }],
  ] as const)('is refused naming %s', (field, given) => {
    expect(() => parseRecurrence(given, '2026-01-01', 'rule')).toThrow(
      expect.objectContaining({
        code: 'BAD_USER_INPUT',
        details: expect.objectContaining({ field }) as object,
      }),
    );
  });
});
