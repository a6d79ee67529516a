import { formatAmount, parseDatabaseAmount, roundHalfUp, TETRI, type Amount } from '#shared/domain/money.ts';
import type { EarningCode, KeptCode, PayslipLine } from './payslip.ts';
import type { PayslipPair, PayslipRow } from './queries.ts';

export const DIFFERENCE_REASONS = [
  'NEW',
  'LEFT',
  'RAISE',
  'EXCHANGE_RATE',
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
  LEAVE_OVERDRAWN: 'LEAVE_COMPENSATION',
  ARREARS: 'ARREARS',
};
const KEPT: readonly (EarningCode | KeptCode)[] = ['COURT_ORDER', 'ADVANCE', 'DEDUCTION'];

/**
 * Why somebody is paid another sum than the month before, part by part. A correction is compared with nothing: all of it
 * is the difference. Pure.
 */
export function explainDifference({ before: last, now, isCorrection }: PayslipPair): DifferencePart[] {
  const before = last ?? (isCorrection ? NOTHING : null);
  if (before === null) return [{ reason: 'NEW', amount: now?.netToPay ?? '0.00' }];
  if (now === null) return [{ reason: 'LEFT', amount: formatAmount(-parseDatabaseAmount(before.netToPay)) }];
  const parts = new Map<DifferenceReason, Amount>();
  const add = (reason: DifferenceReason, amount: Amount): void => {
    parts.set(reason, (parts.get(reason) ?? 0n) + amount);
  };
  const raise = raiseOf(before, now);
  add(isSameAgreement(before, now) ? 'EXCHANGE_RATE' : 'RAISE', raise);
  const days = daysReason(before, now);
  add(days, -raise);
  for (const [slip, sign] of [
    [before, -1n],
    [now, 1n],
  ] as const) {
    for (const { code, amount } of slip.lines) {
      if (KEPT.includes(code)) continue;
      add(
        code === 'SALARY' ? days : REASONS[code as keyof typeof REASONS],
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

const NOTHING: Pick<PayslipRow, Compared> = {
  lines: [],
  netToPay: '0.00',
  employeePension: '0.00',
  incomeTax: '0.00',
  benefits: '0.00',
  courtOrders: '0.00',
  advances: '0.00',
  deductions: '0.00',
};
type Compared =
  | 'lines'
  | 'netToPay'
  | 'employeePension'
  | 'incomeTax'
  | 'benefits'
  | 'courtOrders'
  | 'advances'
  | 'deductions';

/**
 * What another agreed pay makes of the days worked now: their pay less what they would have earned as agreed, on average,
 * for the days before; half up. The rest of the difference in salary is that of the days. Where the kind of pay has
 * changed, from gross to net or from hours to months, nothing can be told apart, and all of it is the raise.
 */
function raiseOf(before: WithLines, now: WithLines): Amount {
  const [last, current] = [salariesOf(before), salariesOf(now)];
  const days = last.reduce((sum, { quantity }) => sum + BigInt(quantity ?? '0'), 0n);
  if (days === 0n || current.length === 0) return 0n;
  const total = (salaries: readonly PayslipLine[]): Amount =>
    salaries.reduce((sum, { amount }) => sum + parseDatabaseAmount(amount), 0n);
  if (isOtherKind([...last, ...current])) return total(current) - total(last);
  // The average of what was agreed, times the days.
  const agreed = last.reduce((sum, { rate, quantity }) => sum + rated(rate) * BigInt(quantity ?? '0'), 0n);
  return current.reduce((sum, { rate, amount }) => {
    const paid = parseDatabaseAmount(amount);
    const divisor = rated(rate) * days;
    return sum + paid - (divisor === 0n ? 0n : roundHalfUp(paid * agreed, divisor * TETRI) / divisor);
  }, 0n);
}

/** What was agreed in another currency is the same, and comes to another sum of GEL. */
function isSameAgreement(before: WithLines, now: WithLines): boolean {
  const agreed = (slip: WithLines): string[] => [
    ...new Set(salariesOf(slip).map(({ exchange: of }) => (of ? `${of.amount} ${of.currency}` : ''))),
  ];
  const [last, current] = [agreed(before), agreed(now)];
  return last.length === 1 && last[0] !== '' && current.length === 1 && current[0] === last[0];
}

const salariesOf = ({ lines }: WithLines): readonly PayslipLine[] =>
  lines.filter(({ code }) => code === 'SALARY');

const rated = (rate: string | null): Amount => parseDatabaseAmount(rate ?? '0.00');

/** An hour and a month of the same work differ by two hundred times, and hardly any raise by ten. */
function isOtherKind(salaries: readonly PayslipLine[]): boolean {
  const rates = salaries.map(({ rate }) => rated(rate));
  const least = rates.reduce((a, b) => (b < a ? b : a));
  return new Set(salaries.map(({ basis }) => basis)).size > 1 || rates.some((rate) => rate > 10n * least);
}

type WithLines = Pick<PayslipRow, 'lines'>;

const AWAY: readonly PayslipLine['code'][] = ['PAID_LEAVE', 'SICK_LEAVE', 'UNPAID_LEAVE', 'MATERNITY'];

function daysReason(before: WithLines, now: WithLines): DifferenceReason {
  const isAway = ({ lines }: WithLines): boolean => lines.some(({ code }) => AWAY.includes(code));
  return isAway(before) || isAway(now) ? 'ABSENCE' : 'WORKED_DAYS';
}
