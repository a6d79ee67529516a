import { formatAmount, parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import type { EarningCode, KeptCode, PayslipLine } from './payslip.ts';
import type { PayslipPair, PayslipRow } from './queries.ts';

export const DIFFERENCE_REASONS = [
  'NEW',
  'LEFT',
  'RAISE',
  'WORKED_DAYS',
  'ABSENCE',
  'COMPONENT',
  'LEAVE_COMPENSATION',
  'ARREARS',
  'PENSION',
  'INCOME_TAX',
  'BENEFITS_RECEIVED',
  'KEPT_BACK',
] as const;
export type DifferenceReason = (typeof DIFFERENCE_REASONS)[number];

/** A part of the difference between two pays; the amounts of the parts sum to the difference of what is paid out. */
export interface DifferencePart {
  readonly reason: DifferenceReason;
  readonly amount: string;
}

const REASONS: Record<Exclude<EarningCode, 'SALARY'>, DifferenceReason> = {
  PAID_LEAVE: 'ABSENCE',
  SICK_LEAVE: 'ABSENCE',
  UNPAID_LEAVE: 'ABSENCE',
  MATERNITY: 'ABSENCE',
  OVERTIME: 'COMPONENT',
  BONUS: 'COMPONENT',
  COMMISSION: 'COMPONENT',
  ALLOWANCE: 'COMPONENT',
  BENEFIT_IN_KIND: 'COMPONENT',
  LEAVE_COMPENSATION: 'LEAVE_COMPENSATION',
  ARREARS: 'ARREARS',
};
const KEPT: readonly (EarningCode | KeptCode)[] = ['COURT_ORDER', 'ADVANCE', 'DEDUCTION'];

/** Why somebody is paid another sum than the month before, part by part. Pure. */
export function explainDifference({ before, now }: PayslipPair): DifferencePart[] {
  if (before === null) return [{ reason: 'NEW', amount: now?.netToPay ?? '0.00' }];
  if (now === null) return [{ reason: 'LEFT', amount: formatAmount(-parseDatabaseAmount(before.netToPay)) }];
  const parts = new Map<DifferenceReason, Amount>();
  const add = (reason: DifferenceReason, amount: Amount): void => {
    parts.set(reason, (parts.get(reason) ?? 0n) + amount);
  };
  // Another agreed pay is a raise, or a cut; with the same one it is the days that differ.
  const salary = agreed(before) === agreed(now) ? salaryReason(before, now) : 'RAISE';
  for (const [slip, sign] of [
    [before, -1n],
    [now, 1n],
  ] as const) {
    for (const { code, amount } of slip.lines) {
      if (KEPT.includes(code)) continue;
      add(
        code === 'SALARY' ? salary : REASONS[code as keyof typeof REASONS],
        sign * parseDatabaseAmount(amount),
      );
    }
    const less = (reason: DifferenceReason, amount: string): void => {
      add(reason, -sign * parseDatabaseAmount(amount));
    };
    less('PENSION', slip.employeePension);
    less('INCOME_TAX', slip.incomeTax);
    less('BENEFITS_RECEIVED', slip.benefits);
    for (const kept of [slip.courtOrders, slip.advances, slip.deductions]) less('KEPT_BACK', kept);
  }
  return DIFFERENCE_REASONS.flatMap((reason) => {
    const amount = parts.get(reason) ?? 0n;
    return amount === 0n ? [] : [{ reason, amount: formatAmount(amount) }];
  });
}

function agreed({ lines }: PayslipRow): string {
  return lines
    .filter(({ code }) => code === 'SALARY')
    .map(({ rate }) => rate)
    .join(' ');
}

const AWAY: readonly PayslipLine['code'][] = ['PAID_LEAVE', 'SICK_LEAVE', 'UNPAID_LEAVE', 'MATERNITY'];

function salaryReason(before: PayslipRow, now: PayslipRow): DifferenceReason {
  const isAway = ({ lines }: PayslipRow): boolean => lines.some(({ code }) => AWAY.includes(code));
  return isAway(before) || isAway(now) ? 'ABSENCE' : 'WORKED_DAYS';
}
