import { dayAfter, daysIn, monthKey, yearOf, type CalendarDate } from '#shared/domain/date.ts';
import { parseScaled, roundHalfUp } from '#shared/domain/money.ts';
import type { Employment } from '../employments/employment.ts';
import { workingDaysOf } from '../employments/working-days-of.ts';
import type { WorkingTime } from '../calendar/working-time.ts';
import type { Absence, LeaveRules } from './absence.ts';

/** Working days of leave in hundredths, so that a part of a month is exact. */
export type LeaveDays = bigint;

const DAY: LeaveDays = 100n;
const MONTHS = 12n;

/**
 * Leave that was earned from the first day of work to the last that counts: a twelfth of a year's leave for each full
 * month since the start, and for the days of a month that is not full their share of it; rounded once, half up.
 */
export function accruedLeave(start: CalendarDate, last: CalendarDate, rules: LeaveRules): LeaveDays {
  if (last < start) return 0n;
  const { months, days, of } = monthsAndDays(start, last);
  const yearly = BigInt(rules.paidLeaveDays) * DAY;
  const parts = MONTHS * BigInt(of);
  return roundHalfUp(yearly * (BigInt(months) * BigInt(of) + BigInt(days)), parts) / parts;
}

/** Working days of paid leave that were taken up to this day, and those taken before the system knew. */
export function takenLeave(
  employment: Employment,
  absences: readonly Absence[],
  last: CalendarDate,
  workingTime: WorkingTime,
): LeaveDays {
  return absences
    .filter(({ kind, employmentId }) => kind === 'PAID_LEAVE' && employmentId === employment.id)
    .reduce(
      (sum, { from, to }) =>
        sum + BigInt(workingDaysOf(employment, from, to < last ? to : last, workingTime)) * DAY,
      parseLeaveDays(employment.leaveTakenBefore, 'leaveTakenBefore'),
    );
}

/** @throws DomainError BAD_USER_INPUT for what is no number of days, in hundredths at most. */
export function parseLeaveDays(text: string, field: string): LeaveDays {
  return parseScaled(text, 2, field);
}

/** Days with two decimals. */
export function formatLeaveDays(days: LeaveDays): string {
  const digits = (days < 0n ? -days : days).toString().padStart(3, '0');
  return `${days < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Full months from the first day to the last, both included; the days after them, and of how many days a month. */
export function monthsAndDays(
  first: CalendarDate,
  last: CalendarDate,
): { readonly months: number; readonly days: number; readonly of: number } {
  const end = dayAfter(last);
  const apart = (yearOf(end) - yearOf(first)) * 12 + Number(end.slice(5, 7)) - Number(first.slice(5, 7));
  const months = monthsLater(first, apart) <= end ? apart : apart - 1;
  const begun = monthsLater(first, months);
  return {
    months,
    days: daysBetween(begun, end),
    of: daysBetween(begun, monthsLater(first, months + 1)),
  };
}

/** The day so many months later; the last day of the month where it has no such day. */
export function monthsLater(date: CalendarDate, months: number): CalendarDate {
  const index = yearOf(date) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  const day = Math.min(Number(date.slice(8)), daysIn(year, month));
  return `${monthKey(year, month)}-${String(day).padStart(2, '0')}`;
}

/** Days from one date to another; 0 for the same. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
