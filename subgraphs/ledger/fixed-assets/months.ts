import { lastDayOf, monthKey, type CalendarDate } from '#shared/domain/date.ts';
import { badInput } from '#shared/domain/errors.ts';

/** A month as a whole number that can be counted with: January of the year 0 is 0. */
export type Month = number;

/** A month as events and answers have it: `2026-03`. */
export type MonthName = string;

const MONTH_NAME = /^(\d{4})-(\d{2})$/;

export function monthOf(date: CalendarDate): Month {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

export function nameOfMonth(month: Month): MonthName {
  return monthKey(Math.floor(month / 12), (month % 12) + 1);
}

/** The month of a name that was written by `nameOfMonth`. */
export function monthNamed(name: MonthName): Month {
  return monthOf(`${name}-01`);
}

export function endOfMonth(month: Month): CalendarDate {
  return lastDayOf(Math.floor(month / 12), (month % 12) + 1);
}

/** @throws DomainError BAD_USER_INPUT naming `field`. */
export function parseMonth(text: unknown, field: string): Month {
  const match = typeof text === 'string' ? MONTH_NAME.exec(text) : null;
  if (match === null) throw badInput(field, text, 'not a month such as 2026-03');
  return monthOfNumbers({ year: Number(match[1]), month: Number(match[2]) }, field);
}

/** @throws DomainError BAD_USER_INPUT naming `field` or, without it, `year` or `month`. */
export function monthOfNumbers(
  { year, month }: { readonly year: number; readonly month: number },
  field?: string,
): Month {
  if (!Number.isInteger(year) || year < 1900 || year > 2200)
    throw badInput(field ?? 'year', year, 'must be 1900–2200');
  if (!Number.isInteger(month) || month < 1 || month > 12)
    throw badInput(field ?? 'month', month, 'must be 1–12');
  return year * 12 + month - 1;
}
