import { daysIn, monthKey, type CalendarDate } from '#shared/domain/date.ts';
import { badInput } from '#shared/domain/errors.ts';
import { formatAmount, GEL_MINOR_UNITS, parseAmount, type Amount } from '#shared/domain/money.ts';
import { percentOf, type Rates } from '../rates/rate.ts';

/** What being late with a tax costs. Amounts in GEL. */
export interface LateInterest {
  readonly amount: string;
  readonly due: CalendarDate;
  readonly paidOn: CalendarDate;
  /** Days from the day after the due date to the day of payment. */
  readonly daysLate: number;
  /** Days for which interest runs: no more than the law's limit. */
  readonly daysCounted: number;
  /** Tax Code, article 272. */
  readonly interest: string;
  /** Per cent for a return handed in on the day of payment; article 274. */
  readonly penaltyPercent: string;
  readonly penalty: string;
  readonly total: string;
}

export interface Delay {
  readonly amount: string;
  readonly due: CalendarDate;
  readonly paidOn: CalendarDate;
}

const DAY_MILLISECONDS = 86_400_000;

/**
 * Interest and the fine for a return that is handed in with the payment. The rates are those of the due date. Pure.
 * @throws DomainError BAD_USER_INPUT naming the field.
 */
export function lateInterest({ amount: text, due, paidOn }: Delay, rates: Rates): LateInterest {
  const amount = parseAmount(text, GEL_MINOR_UNITS, 'amount');
  if (amount < 0n) throw badInput('amount', text, 'tax that is owed is not negative');
  const daysLate = Math.max(0, daysBetween(due, paidOn));
  const daysCounted = Math.min(daysLate, rates.count('LATE_INTEREST_DAYS', 'due'));
  const interest = percentOf(amount, rates.scaled('LATE_INTEREST', 'due') * BigInt(daysCounted));
  const penaltyCode = latenessOf(due, paidOn, rates);
  const penalty = penaltyCode === null ? 0n : percentOf(amount, rates.scaled(penaltyCode, 'due'));
  return {
    amount: formatAmount(amount),
    due,
    paidOn,
    daysLate,
    daysCounted,
    interest: formatAmount(interest),
    penaltyPercent: penaltyCode === null ? '0' : rates.text(penaltyCode, 'due'),
    penalty: formatAmount(penalty),
    total: formatAmount((amount + interest + penalty) satisfies Amount),
  };
}

/** Which fine a return of this day bears; none when it is in time. */
function latenessOf(due: CalendarDate, filedOn: CalendarDate, rates: Rates): string | null {
  if (filedOn <= due) return null;
  return filedOn <= monthsAfter(due, rates.count('LATE_RETURN_MONTHS', 'due'))
    ? 'LATE_RETURN'
    : 'LATE_RETURN_LONG';
}

/** The same day so many months later, or the last of that month when it has no such day. */
export function monthsAfter(date: CalendarDate, count: number): CalendarDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const index = year * 12 + month - 1 + count;
  const [laterYear, laterMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const laterDay = Math.min(day, daysIn(laterYear, laterMonth));
  return `${monthKey(laterYear, laterMonth)}-${String(laterDay).padStart(2, '0')}`;
}

function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MILLISECONDS;
}
