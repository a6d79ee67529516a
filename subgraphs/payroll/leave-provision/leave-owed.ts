import { lastDayOf } from '#shared/domain/date.ts';
import { DomainError } from '#shared/domain/errors.ts';
import {
  GEL_MINOR_UNITS,
  parseAmount,
  parseScaled,
  roundHalfUp,
  TETRI,
  type Amount,
} from '#shared/domain/money.ts';
import type { Absence, LeaveRules } from '../absences/absence.ts';
import { averagePay, type EarnedMonth } from '../absences/average-pay.ts';
import { accruedLeave, takenLeave, type LeaveDays } from '../absences/leave.ts';
import type { WorkingTime } from '../calendar/working-time.ts';
import { pensionOn, type PensionDecision } from '../employees/employee.ts';
import { termsOn, type Employment } from '../employments/employment.ts';
import { workingDaysOf } from '../employments/working-days-of.ts';
import { payOfNet } from '../pay/calculate.ts';
import { payInGel, type Rates } from '../pay/exchange.ts';
import type { PayRules } from '../pay/rules.ts';

/** An employment that goes on after the month, with what its leave depends on. */
export interface LeaveRecord {
  readonly employeeId: string;
  readonly employment: Employment;
  readonly pension: readonly PensionDecision[];
  readonly absences: readonly Absence[];
  /** Months in which the employee has worked, up to this one, the latest first. */
  readonly worked: readonly EarnedMonth[];
}

/** What leave of one employment is worth at the end of a month. */
export interface LeaveOwed {
  readonly employeeId: string;
  readonly employmentId: string;
  readonly accrued: LeaveDays;
  readonly taken: LeaveDays;
  /** Days that are left; below zero where more was taken than earned. */
  readonly days: LeaveDays;
  /** Pay of one day, GEL, rounded for whoever looks at it. */
  readonly dailyPay: Amount;
  /** Whether the agreed pay holds, because nothing was worked in the months before. */
  readonly isByAgreement: boolean;
  readonly amount: Amount;
}

/** What of the law and of the company holds at the end of the month. */
export interface LeaveGrounds {
  readonly leave: LeaveRules;
  readonly pay: PayRules;
  readonly workingTime: WorkingTime;
  /** The last that runs of pay have named, up to the month. */
  readonly rates: Rates;
}

const DAY: LeaveDays = 100n;

/**
 * Days that are left at the end of the month times the average pay of a day, as they would be paid if they were taken on
 * the next; rounded once. Leave that was taken in advance is no claim of the company, because nobody pays it back, and
 * is worth nothing. Pure.
 */
export function leaveOwed(
  { year, month }: { readonly year: number; readonly month: number },
  record: LeaveRecord,
  grounds: LeaveGrounds,
): LeaveOwed {
  const { employeeId, employment, absences, worked } = record;
  const last = lastDayOf(year, month);
  const accrued = accruedLeave(employment.start, last, grounds.leave);
  const taken = takenLeave(employment, absences, last, grounds.workingTime);
  const days = accrued - taken;
  const payOf = (some: LeaveDays): Amount =>
    averagePay(worked, some) ?? agreedPay(last, record, grounds, some);
  return {
    employeeId,
    employmentId: employment.id,
    accrued,
    taken,
    days,
    dailyPay: payOf(DAY),
    isByAgreement: averagePay(worked, DAY) === null,
    amount: days > 0n ? payOf(days) : 0n,
  };
}

function noRate(currency: string): DomainError {
  return new DomainError(
    'INVALID_TRANSITION',
    `month: leave is worth what was agreed in ${currency}, and no run of pay up to the month names its rate`,
    { field: 'month', value: currency },
  );
}

/** Agreed pay of so many days, by the terms of the last day: a day of a monthly pay is its share of the working days. */
function agreedPay(
  last: string,
  { employment, pension }: LeaveRecord,
  { workingTime, pay: rules, rates }: LeaveGrounds,
  days: LeaveDays,
): Amount {
  const { pay: promised, schedule } = termsOn(employment, last);
  const converted = payInGel(promised, rates);
  if (converted === null) throw noRate(promised.currency ?? '');
  const { pay } = converted;
  const agreed = parseAmount(pay.amount, GEL_MINOR_UNITS, 'pay.amount');
  const [times, of] =
    pay.unit === 'HOURLY'
      ? [parseScaled(schedule.hoursPerDay, 2, 'schedule.hoursPerDay'), DAY]
      : [1n, BigInt(workingDaysOf(employment, `${last.slice(0, 7)}-01`, last, workingTime))];
  const divisor = of * DAY;
  if (divisor === 0n) return 0n;
  const amount = roundHalfUp(agreed * times * days, divisor * TETRI) / divisor;
  if (pay.basis === 'GROSS' || amount === 0n) return amount;
  const isPensionParticipant = pensionOn(pension, last)?.decision === 'PARTICIPATES';
  return payOfNet(amount, { isPensionParticipant, relief: 0n }, rules).gross;
}
