import { dayAfter, daysIn, monthKey, yearOf, type CalendarDate } from '#shared/domain/date.ts';
import { nextWorkingDay, type ExtraDaysOff } from '#shared/domain/working-days.ts';

/** A term that the law sets, for each month or each year. */
export interface Deadline {
  readonly code: string;
  readonly tax: string;
  readonly kind: 'RETURN_AND_PAYMENT' | 'PAYMENT' | 'ADVANCE' | 'RETURN';
  readonly appliesTo: 'EVERYBODY' | 'VAT_PAYERS' | 'DISTRIBUTED_PROFIT' | 'SMALL_BUSINESS' | 'EXCISE_PAYERS';
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
  /** For a monthly term: how many months behind the period it ends. */
  readonly monthsAfter: number | null;
  /** For a yearly one: how many years behind the period, and in which month. */
  readonly yearsAfter: number | null;
  readonly month: number | null;
  readonly day: number;
  readonly source: string;
  readonly titleKa: string;
  readonly titleEn: string;
  readonly formKa: string;
  readonly formEn: string;
}

/** What a return is about: a month, or a whole year. */
export interface Period {
  readonly year: number;
  readonly month: number | null;
}

/** A deadline of one period. */
export interface Term {
  readonly deadline: Deadline;
  readonly period: Period;
  /** The day that the law names. */
  readonly legalDay: CalendarDate;
  /** The last day in truth: the legal day moved over weekends, holidays and other days off. */
  readonly due: CalendarDate;
}

/** First and last day of a period. */
export function daysOfPeriod({ year, month }: Period): { first: CalendarDate; last: CalendarDate } {
  if (month === null) return { first: `${year}-01-01`, last: `${year}-12-31` };
  return { first: `${monthKey(year, month)}-01`, last: `${monthKey(year, month)}-${daysIn(year, month)}` };
}

/** The term of one period. */
export function termOf(deadline: Deadline, period: Period, extra: ExtraDaysOff): Term {
  const legalDay = legalDayOf(deadline, period);
  return { deadline, period, legalDay, due: nextWorkingDay(legalDay, extra) };
}

/** The terms that end from one day to another, for the periods for which the deadline holds, the earliest first. */
export function termsBetween(
  deadline: Deadline,
  from: CalendarDate,
  to: CalendarDate,
  extra: ExtraDaysOff,
): Term[] {
  const terms: Term[] = [];
  // The period of a term that ends in a year began in the year before it, or in this one.
  for (let year = yearOf(from) - 2; year <= yearOf(to); year++) {
    for (const month of deadline.monthsAfter === null ? [null] : MONTHS) {
      const period = { year, month };
      const { first } = daysOfPeriod(period);
      const isValid = deadline.validFrom <= first && (deadline.validTo === null || first <= deadline.validTo);
      if (!isValid) continue;
      const term = termOf(deadline, period, extra);
      if (from <= term.due && term.due <= to) terms.push(term);
    }
  }
  return terms;
}

const MONTHS: readonly (number | null)[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

function legalDayOf({ monthsAfter, yearsAfter, month, day }: Deadline, period: Period): CalendarDate {
  const dayOfMonth = String(day).padStart(2, '0');
  if (monthsAfter !== null) {
    const index = (period.month ?? 1) - 1 + monthsAfter;
    return `${monthKey(period.year + Math.floor(index / 12), (index % 12) + 1)}-${dayOfMonth}`;
  }
  return `${monthKey(period.year + (yearsAfter ?? 0), month ?? 1)}-${dayOfMonth}`;
}

export const TERM_STATES = ['UPCOMING', 'DUE', 'OVERDUE', 'UNPAID', 'CHANGED', 'DONE'] as const;
export type TermState = (typeof TERM_STATES)[number];

/**
 * From when a return may be handed in: the day after its period; where the term ends within the period itself, as an
 * advance does, the beginning of the month in which it ends.
 */
export function opensOn({ period, legalDay }: Term): CalendarDate {
  const { last } = daysOfPeriod(period);
  return last < legalDay ? dayAfter(last) : `${legalDay.slice(0, 7)}-01`;
}
