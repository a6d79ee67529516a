import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holidaysOf, orthodoxEaster } from './holidays.ts';

/** Written down from church calendars; beyond 2030 the edges of what the computus can give. */
const EASTER = {
  2000: '2000-04-30',
  2010: '2010-04-04',
  2013: '2013-05-05',
  2017: '2017-04-16',
  2021: '2021-05-02',
  2024: '2024-05-05',
  2025: '2025-04-20',
  2026: '2026-04-12',
  2027: '2027-05-02',
  2028: '2028-04-16',
  2029: '2029-04-08',
  2030: '2030-04-28',
} as const;

/** Days that are the same each year since 2024. */
const EACH_YEAR = '01-01 01-02 01-07 01-19 03-03 03-08 04-09 05-09 05-12 05-17 05-26 08-28 10-14 11-23';

/** Good Friday to Easter Monday, written out; in 2029 Easter Monday is the Day of National Unity. */
const PASSION_AND_EASTER = {
  2024: '05-03 05-04 05-05 05-06',
  2025: '04-18 04-19 04-20 04-21',
  2026: '04-10 04-11 04-12 04-13',
  2027: '04-30 05-01 05-02 05-03',
  2028: '04-14 04-15 04-16 04-17',
  2029: '04-06 04-07 04-08 04-09',
  2030: '04-26 04-27 04-28 04-29',
} as const;

describe('public holidays of Georgia', () => {
  it.each(Object.entries(EASTER))('Orthodox Easter of %s is %s', (year, date) => {
    expect(orthodoxEaster(Number(year))).toBe(date);
  });

  it.each(Object.entries(PASSION_AND_EASTER))(
    'of %s are those of the law and four days of Easter',
    (year, days) => {
      const expected = [...EACH_YEAR.split(' '), ...days.split(' ')].map((day) => `${year}-${day}`).sort();
      expect(holidaysOf(Number(year)).map(({ date }) => date)).toEqual(expected);
    },
  );

  it('count 17 May since 2024 only', () => {
    const seventeenths = [2022, 2023, 2024, 2025].map((year) =>
      holidaysOf(year).some(({ date }) => date === `${year}-05-17`),
    );
    expect(seventeenths).toEqual([false, false, true, true]);
  });

  it('have Easter on a Sunday between 4 April and 8 May as long as the calendars are 13 days apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2099 }), (year) => {
        const easter = orthodoxEaster(year);
        expect(new Date(`${easter}T00:00:00Z`).getUTCDay()).toBe(0);
        expect(easter >= `${year}-04-04` && easter <= `${year}-05-08`).toBe(true);
      }),
    );
  });
});
