import { describe, expect, it } from 'vitest';
import { formatAmount, parseAmount } from '#shared/domain/money.ts';
import type { LeaveRules } from './absence.ts';
import { averagePay } from './average-pay.ts';
import { accruedLeave, formatLeaveDays, monthsAndDays, monthsLater } from './leave.ts';

const RULES = { paidLeaveDays: 24 } as LeaveRules;

describe('paid leave', () => {
  it.each([
    ['2026-01-01', '2026-12-31', '24.00'],
    ['2026-01-01', '2026-01-31', '2.00'],
    ['2026-01-15', '2026-02-14', '2.00'],
    // One month, and 14 of the 28 days from 15 February to 14 March.
    ['2026-01-15', '2026-02-28', '3.00'],
    ['2026-11-01', '2026-11-10', '0.67'],
    ['2026-02-01', '2026-01-31', '0.00'],
    ['2023-06-01', '2026-05-31', '72.00'],
  ])('earned from %s to %s is %s days', (from, to, expected) => {
    expect(formatLeaveDays(accruedLeave(from, to, RULES))).toBe(expected);
  });

  it('counts months that end early where a month is short', () => {
    expect(monthsLater('2026-01-31', 1)).toBe('2026-02-28');
    expect(monthsLater('2026-11-30', 3)).toBe('2027-02-28');
    expect(monthsAndDays('2026-01-31', '2026-03-30')).toEqual({ months: 2, days: 0, of: 30 });
  });
});

describe('average pay', () => {
  const month = (earned: string, workedDays: number) => ({
    earned: parseAmount(earned, 2, 'earned'),
    workedDays,
  });

  it.each([
    ['of three months', [month('2000.00', 20), month('2200.00', 22), month('1800.00', 21)], 500n, '476.19'],
    [
      'of no more than three',
      [month('100.00', 1), month('100.00', 1), month('100.00', 1), month('9.00', 1)],
      100n,
      '100.00',
    ],
    ['of those worked', [month('1000.00', 10), month('0.00', 0)], 250n, '250.00'],
  ])('%s', (_name, months, days, expected) => {
    const pay = averagePay(months, days);
    expect(pay === null ? null : formatAmount(pay)).toBe(expected);
  });

  it('is unknown where nothing was worked', () => {
    expect(averagePay([], 100n)).toBeNull();
  });
});
