import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysIn, monthKey, parseDate, yearOf } from './date.ts';

describe('a calendar date', () => {
  it.each(['2026-01-01', '2026-12-31', '2024-02-29', '2000-02-29', '1900-01-01', '2200-12-31'])(
    '%s is one',
    (date) => {
      expect(parseDate(date, 'date')).toBe(date);
    },
  );

  it.each([
    '2026-02-29',
    '2026-02-30',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    '1899-12-31',
    '2201-01-01',
    '0000-01-01',
    '2026-1-1',
    '26-01-01',
    '2026/01/01',
    '01.01.2026',
    '2026-01-01T00:00:00Z',
    '2026-01-01\n',
    ' 2026-01-01',
    '',
    'today',
    20260101,
    null,
    undefined,
    new Date(0),
  ])('%s is none, and the field is named', (date) => {
    expect(() => parseDate(date, 'date')).toThrow(
      expect.objectContaining({
        code: 'BAD_USER_INPUT',
        details: expect.objectContaining({ field: 'date' }),
      }),
    );
  });

  it('is any day that the calendar has', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (moment) => {
        const text = moment.toISOString().slice(0, 10);
        expect(parseDate(text, 'date')).toBe(text);
        expect(yearOf(text)).toBe(moment.getUTCFullYear());
        expect(monthKey(yearOf(text), moment.getUTCMonth() + 1)).toBe(text.slice(0, 7));
        expect(daysIn(yearOf(text), moment.getUTCMonth() + 1)).toBeGreaterThanOrEqual(moment.getUTCDate());
      }),
    );
  });
});
