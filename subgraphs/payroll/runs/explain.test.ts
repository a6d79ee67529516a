import { describe, expect, it } from 'vitest';
import type { PayslipLine } from './payslip.ts';
import type { PayslipRow } from './queries.ts';
import { explainDifference } from './explain.ts';

const line = (code: PayslipLine['code'], amount: string, more: Partial<PayslipLine> = {}): PayslipLine => ({
  code,
  componentId: null,
  name: null,
  basis: 'GROSS',
  quantity: null,
  unit: null,
  rate: null,
  month: null,
  ...more,
  amount,
});
const salary = (days: number, rate: string, amount: string, more: Partial<PayslipLine> = {}): PayslipLine =>
  line('SALARY', amount, { quantity: String(days), unit: 'DAYS', rate, ...more });

/** A payslip of somebody outside the pension scheme and with nothing to tax, so that the lines alone speak. */
function slip(lines: readonly PayslipLine[], more: Partial<PayslipRow> = {}): PayslipRow {
  const nothing = '0.00';
  const amounts = { employeePension: nothing, incomeTax: nothing, benefits: nothing };
  const kept = { courtOrders: nothing, advances: nothing, deductions: nothing };
  return { employeeId: 'nino', netToPay: nothing, ...amounts, ...kept, ...more, lines } as PayslipRow;
}

const parts = (before: PayslipRow | null, now: PayslipRow | null, isCorrection = false): string[] =>
  explainDifference({ employeeId: 'nino', before, now, isCorrection }).map(
    ({ reason, amount }) => `${reason} ${amount}`,
  );

describe('what is paid otherwise than the month before', () => {
  it('is a raise when the same days are worth more', () => {
    expect(parts(slip([salary(20, '1000.00', '1000.00')]), slip([salary(22, '1500.00', '1500.00')]))).toEqual(
      ['RAISE 500.00'],
    );
  });

  it('is a raise and more days when somebody joined in the middle of last month and was raised now', () => {
    // Half of 1,000 then; the whole of 1,500 now: 500 for the raise, 500 for the other half of the month.
    expect(parts(slip([salary(10, '1000.00', '500.00')]), slip([salary(22, '1500.00', '1500.00')]))).toEqual([
      'RAISE 500.00',
      'WORKED_DAYS 500.00',
    ]);
  });

  it('is a raise twice when it came in the middle of a month: then, and for the whole of the next', () => {
    const before = slip([salary(20, '1000.00', '1000.00')]);
    const between = slip([salary(8, '1000.00', '400.00'), salary(12, '2000.00', '1200.00')]);
    const after = slip([salary(21, '2000.00', '2000.00')]);
    expect(parts(before, between)).toEqual(['RAISE 600.00']);
    expect(parts(between, after)).toEqual(['RAISE 400.00']);
  });

  it('is a raise and sickness, each by itself', () => {
    const now = slip([salary(10, '1500.00', '750.00'), line('SICK_LEAVE', '480.00', { quantity: '10' })]);
    // 750 for ten days instead of 500; ten days away cost 500 at the old pay and brought 480.
    expect(parts(slip([salary(20, '1000.00', '1000.00')]), now)).toEqual(['RAISE 250.00', 'ABSENCE -20.00']);
  });

  it('is all a raise where the kind of pay has changed', () => {
    const hourly = slip([salary(20, '10.00', '1600.00')]);
    const monthly = slip([salary(20, '2000.00', '2000.00')]);
    expect(parts(hourly, monthly)).toEqual(['RAISE 400.00']);
    const net = slip([salary(20, '1000.00', '1275.51', { basis: 'NET' })]);
    expect(parts(slip([salary(20, '1000.00', '1000.00')]), net)).toEqual(['RAISE 275.51']);
  });

  it('of a correction is what it is made of, and compared with nothing', () => {
    const now = slip([line('ARREARS', '200.00', { month: '2026-10' })], {
      netToPay: '156.80',
      employeePension: '4.00',
      incomeTax: '39.20',
    });
    expect(parts(null, now, true)).toEqual(['ARREARS 200.00', 'PENSION -4.00', 'INCOME_TAX -39.20']);
    expect(parts(null, now)).toEqual(['NEW 156.80']);
  });
});
