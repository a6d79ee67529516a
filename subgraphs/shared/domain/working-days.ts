import { dayAfter, yearOf, type CalendarDate } from './date.ts';
import { holidaysOf } from './holidays.ts';

/**
 * Days that the Government declared free besides the holidays of the law. They are data (`tax.extra_days_off`) and come
 * with the question.
 */
export type ExtraDaysOff = Iterable<CalendarDate>;

const NONE: ExtraDaysOff = [];
const SATURDAY = 6;
const SUNDAY = 0;

/** Whether Georgia works on this day: neither a weekend nor a public holiday nor declared free. */
export function isWorkingDay(date: CalendarDate, extra: ExtraDaysOff = NONE): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  if (weekday === SATURDAY || weekday === SUNDAY) return false;
  for (const holiday of holidaysOf(yearOf(date))) if (holiday.date === date) return false;
  for (const dayOff of extra) if (dayOff === date) return false;
  return true;
}

/**
 * The day itself when it is a working day, or else the first that follows: a term whose last day is free ends on the
 * next working day (Tax Code, article 3).
 */
export function nextWorkingDay(date: CalendarDate, extra: ExtraDaysOff = NONE): CalendarDate {
  let day = date;
  while (!isWorkingDay(day, extra)) day = dayAfter(day);
  return day;
}

/**
 * The last day of a term of `count` working days that begins the day after `date`. A term of none is the date itself.
 *
 * @param count a whole number, not negative
 */
export function addWorkingDays(date: CalendarDate, count: number, extra: ExtraDaysOff = NONE): CalendarDate {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`no number of working days: ${count}`);
  let day = date;
  for (let left = count; left > 0; left--) day = nextWorkingDay(dayAfter(day), extra);
  return day;
}
