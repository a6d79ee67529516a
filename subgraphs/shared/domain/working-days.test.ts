import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter, daysIn, monthKey } from './date.ts';
import { addWorkingDays, isWorkingDay, nextWorkingDay } from './working-days.ts';

/** Free weekdays of each year, written out: holidays of the law that fall on Monday to Friday. */
const FREE_WEEKDAYS = {
  2024: '01-01 01-02 01-19 03-08 04-09 05-03 05-06 05-09 05-17 08-28 10-14',
  2025: '01-01 01-02 01-07 03-03 04-09 04-18 04-21 05-09 05-12 05-26 08-28 10-14',
  2026: '01-01 01-02 01-07 01-19 03-03 04-09 04-10 04-13 05-12 05-26 08-28 10-14 11-23',
  2027: '01-01 01-07 01-19 03-03 03-08 04-09 04-30 05-03 05-12 05-17 05-26 10-14 11-23',
  2028: '01-07 01-19 03-03 03-08 04-14 04-17 05-09 05-12 05-17 05-26 08-28 11-23',
  2029: '01-01 01-02 01-19 03-08 04-06 04-09 05-09 05-17 08-28 11-23',
  2030: '01-01 01-02 01-07 03-08 04-09 04-26 04-29 05-09 05-17 08-28 10-14',
} as const;

/** Where a term that ends on the 15th of each month ends in truth. */
const FIFTEENTHS = {
  2024: '01-15 02-15 03-15 04-15 05-15 06-17 07-15 08-15 09-16 10-15 11-15 12-16',
  2025: '01-15 02-17 03-17 04-15 05-15 06-16 07-15 08-15 09-15 10-15 11-17 12-15',
  2026: '01-15 02-16 03-16 04-15 05-15 06-15 07-15 08-17 09-15 10-15 11-16 12-15',
  2027: '01-15 02-15 03-15 04-15 05-18 06-15 07-15 08-16 09-15 10-15 11-15 12-15',
  2028: '01-17 02-15 03-15 04-18 05-15 06-15 07-17 08-15 09-15 10-16 11-15 12-15',
  2029: '01-15 02-15 03-15 04-16 05-15 06-15 07-16 08-15 09-17 10-15 11-15 12-17',
  2030: '01-15 02-15 03-15 04-15 05-15 06-17 07-15 08-15 09-16 10-15 11-15 12-16',
} as const;

const day = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-01T00:00:00Z'), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10));

describe('working days', () => {
  it.each(Object.entries(FREE_WEEKDAYS))('of %s are its weekdays but for the holidays', (year, days) => {
    const free: string[] = [];
    for (let month = 1; month <= 12; month++) {
      for (let number = 1; number <= daysIn(Number(year), month); number++) {
        const date = `${monthKey(Number(year), month)}-${String(number).padStart(2, '0')}`;
        const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
        if (weekday >= 1 && weekday <= 5 && !isWorkingDay(date)) free.push(date.slice(5));
      }
    }
    expect(free.join(' ')).toBe(days);
  });

  it.each(Object.entries(FIFTEENTHS))(
    'carry the fifteenths of %s over weekends and holidays',
    (year, days) => {
      const ends = Array.from({ length: 12 }, (_, index) =>
        nextWorkingDay(`${monthKey(Number(year), index + 1)}-15`),
      );
      expect(ends.map((date) => date.slice(5)).join(' ')).toBe(days);
    },
  );

  it('count days that the Government declared free, as 29 August 2025 was', () => {
    expect(isWorkingDay('2025-08-29')).toBe(true);
    expect(isWorkingDay('2025-08-29', ['2025-08-29'])).toBe(false);
    expect(nextWorkingDay('2025-08-28', ['2025-08-29'])).toBe('2025-09-01');
  });

  it('make terms of two working days that pass over Easter', () => {
    expect(addWorkingDays('2026-04-08', 2)).toBe('2026-04-15');
    expect(addWorkingDays('2026-04-08', 0)).toBe('2026-04-08');
    expect(addWorkingDays('2025-12-31', 2)).toBe('2026-01-06');
    expect(() => addWorkingDays('2025-12-31', -1)).toThrow(RangeError);
  });

  it('end a term on a working day, and on the first that there is', () => {
    fc.assert(
      fc.property(day, (date) => {
        const end = nextWorkingDay(date);
        expect(isWorkingDay(end)).toBe(true);
        for (let between = date; between < end; between = dayAfter(between)) {
          expect(isWorkingDay(between)).toBe(false);
        }
      }),
    );
  });

  it('add up: a term of so many days and so many more is a term of both', () => {
    const few = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(day, few, few, (date, first, second) => {
        expect(addWorkingDays(addWorkingDays(date, first), second)).toBe(
          addWorkingDays(date, first + second),
        );
      }),
    );
  });
});
