import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAmount } from '#shared/domain/money.ts';
import { Rates, type Rate } from '../rates/rate.ts';
import { lateInterest, monthsAfter } from './late-interest.ts';

const OF_THE_LAW = {
  LATE_INTEREST: '0.05',
  LATE_INTEREST_DAYS: '1095',
  LATE_RETURN: '5',
  LATE_RETURN_LONG: '10',
  LATE_RETURN_MONTHS: '2',
};
const rates = new Rates(
  '2026-01-15',
  Object.entries(OF_THE_LAW).map(([code, value]): Rate => ({
    code,
    value,
    unit: 'PERCENT',
    validFrom: '2017-01-01',
    validTo: null,
    source: 'Tax Code',
    titleKa: code,
    titleEn: code,
  })),
);
const due = '2026-01-15';
const of = (amount: string, paidOn: string) => lateInterest({ amount, due, paidOn }, rates);
const lari = fc
  .bigInt({ min: 0n, max: 10n ** 13n })
  .map((tetri) => `${tetri / 100n}.${String(tetri % 100n).padStart(2, '0')}`);
const paidOn = fc
  .date({ min: new Date('2025-01-01T00:00:00Z'), max: new Date('2035-12-31T00:00:00Z'), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10));
const worth = (text: string): bigint => parseAmount(text, 2, 'amount');

describe('late interest', () => {
  it.each([
    ['1000.00', '2026-01-15', 0, '0.00', '0.00'],
    ['1000.00', '2026-01-16', 1, '0.50', '50.00'],
    ['1000.00', '2026-02-14', 30, '15.00', '50.00'],
    ['1000.00', '2026-03-15', 59, '29.50', '50.00'],
    ['1000.00', '2026-03-16', 60, '30.00', '100.00'],
    ['1000.00', '2029-01-14', 1095, '547.50', '100.00'],
    ['1000.00', '2029-01-15', 1095, '547.50', '100.00'],
    ['1000.00', '2035-01-01', 1095, '547.50', '100.00'],
    ['0.00', '2026-06-01', 137, '0.00', '0.00'],
    ['10.00', '2026-01-16', 1, '0.01', '0.50'],
    ['9.99', '2026-01-16', 1, '0.00', '0.50'],
  ])('of %s paid on %s runs for %i days: %s, fine %s', (amount, day, days, interest, penalty) => {
    expect(of(amount, day)).toMatchObject({ daysCounted: days, interest, penalty });
  });

  it('grows with the delay and never beyond its limit', () => {
    fc.assert(
      fc.property(lari, paidOn, paidOn, (amount, one, other) => {
        const [earlier, later] = one <= other ? [one, other] : [other, one];
        const before = of(amount, earlier);
        const after = of(amount, later);
        expect(worth(before.interest) <= worth(after.interest)).toBe(true);
        expect(worth(before.penalty) <= worth(after.penalty)).toBe(true);
        // 1,095 days at 0.05 % are 54.75 %.
        expect(worth(after.interest) * 10_000n <= worth(amount) * 5_475n + 500_000n).toBe(true);
      }),
    );
  });

  it('is nothing in time, and the total is the sum of its parts', () => {
    fc.assert(
      fc.property(lari, paidOn, (amount, day) => {
        const cost = of(amount, day);
        expect(worth(cost.total)).toBe(worth(amount) + worth(cost.interest) + worth(cost.penalty));
        if (day <= due) expect(cost).toMatchObject({ daysLate: 0, interest: '0.00', penalty: '0.00' });
      }),
    );
  });

  it('refuses tax that is negative', () => {
    expect(() => of('-1.00', due)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', details: { field: 'amount', value: '-1.00' } }),
    );
  });
});

describe('months after a day', () => {
  it.each([
    ['2025-12-31', 2, '2026-02-28'],
    ['2027-12-31', 2, '2028-02-29'],
    ['2026-11-15', 2, '2027-01-15'],
    ['2026-01-15', 0, '2026-01-15'],
  ])('%s and %i are %s', (date, count, expected) => {
    expect(monthsAfter(date, count)).toBe(expected);
  });
});
