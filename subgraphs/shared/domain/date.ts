import { badInput } from './errors.ts';

/** A calendar date, `YYYY-MM-DD`. Dates have no time zone: a transaction date is what the document says. */
export type CalendarDate = string;

const CALENDAR_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

/**
 * Reads a calendar date and refuses impossible ones (`2026-02-30`).
 * @throws DomainError BAD_USER_INPUT naming `field` and the value.
 */
export function parseDate(text: unknown, field: string): CalendarDate {
  const match = typeof text === 'string' ? CALENDAR_DATE.exec(text) : null;
  if (match === null) throw badInput(field, text, 'not a date of the form YYYY-MM-DD');
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (
    year < FIRST_YEAR ||
    year > LAST_YEAR ||
    month < 1 ||
    month > 12 ||
    day < 1 ||
    day > daysIn(year, month)
  ) {
    throw badInput(field, text, 'there is no such day');
  }
  return text as CalendarDate;
}

/** Days of a month, 1–12, in the Gregorian calendar. */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

/** `2026`, `2` → `2026-02`. */
export function monthKey(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}

/** The last day of a month, 1–12. */
export function lastDayOf(year: number, month: number): CalendarDate {
  return `${monthKey(year, month)}-${String(daysIn(year, month)).padStart(2, '0')}`;
}

/** The month so many months before another: `2026`, `2`, `3` → `2025-11`. */
export function monthBefore(year: number, month: number, months: number): string {
  const index = year * 12 + month - 1 - months;
  return monthKey(Math.floor(index / 12), (index % 12) + 1);
}

export function dayAfter(date: CalendarDate): CalendarDate {
  return shift(date, 1);
}

export function dayBefore(date: CalendarDate): CalendarDate {
  return shift(date, -1);
}

function shift(date: CalendarDate, days: number): CalendarDate {
  const moment = new Date(`${date}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}
