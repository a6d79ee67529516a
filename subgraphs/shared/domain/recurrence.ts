import { daysIn, monthKey, type CalendarDate } from './date.ts';
import { badInput } from './errors.ts';

export const RECURRENCE_UNITS = ['WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const;

export type RecurrenceUnit = (typeof RECURRENCE_UNITS)[number];

/** How often something happens: every so many weeks, months, quarters or years. */
export interface Recurrence {
  readonly unit: RecurrenceUnit;
  readonly every: number;
  /** Day of the month; in shorter months their last day, so 31 is the last day of each. Null for weeks. */
  readonly day: number | null;
}

/** A recurrence as it is given. */
export interface GivenRecurrence {
  readonly unit: RecurrenceUnit;
  readonly every: number;
  readonly day?: number | null | undefined;
  readonly lastDayOfMonth?: boolean | null | undefined;
}

const MONTHS_OF: Readonly<Record<Exclude<RecurrenceUnit, 'WEEK'>, number>> = {
  MONTH: 1,
  QUARTER: 3,
  YEAR: 12,
};
const MOST_EVERY = 120;
const LAST_DAY = 31;
const DAY_MILLISECONDS = 86_400_000;
/** Behind it there are no dates (see `parseDate`). */
const LAST_YEAR = 2200;

/**
 * Reads a rule; a day that is not said is that of the first date.
 * @throws DomainError BAD_USER_INPUT naming the field below `field`.
 */
export function parseRecurrence(given: GivenRecurrence, firstOn: CalendarDate, field: string): Recurrence {
  const { unit, every } = given;
  if (!Number.isInteger(every) || every < 1 || every > MOST_EVERY)
    throw badInput(`${field}.every`, every, `must be 1–${String(MOST_EVERY)}`);
  const isLast = given.lastDayOfMonth === true;
  const day = given.day ?? null;
  if (unit === 'WEEK') {
    if (day !== null) throw badInput(`${field}.day`, day, 'weeks go by the weekday of the first date');
    if (isLast) throw badInput(`${field}.lastDayOfMonth`, true, 'weeks go by the weekday of the first date');
    return { unit, every, day: null };
  }
  if (day !== null && (!Number.isInteger(day) || day < 1 || day > LAST_DAY))
    throw badInput(`${field}.day`, day, `must be 1–${String(LAST_DAY)}`);
  if (isLast && day !== null && day !== LAST_DAY)
    throw badInput(`${field}.lastDayOfMonth`, true, `the day is ${String(day)} already`);
  return { unit, every, day: isLast ? LAST_DAY : (day ?? Number(firstOn.slice(8, 10))) };
}

/**
 * The days of a rule from its first date on, in order and without end. Months are counted from the first one, never from
 * the day before, so that the 31st comes back after every shorter month.
 */
export function* datesOf(
  rule: Recurrence,
  firstOn: CalendarDate,
  notBefore = firstOn,
): Generator<CalendarDate, void> {
  if (rule.unit === 'WEEK') {
    yield* weeksOf(rule.every * 7 * DAY_MILLISECONDS, firstOn, notBefore);
    return;
  }
  const day = rule.day ?? Number(firstOn.slice(8, 10));
  const step = MONTHS_OF[rule.unit] * rule.every;
  let month = monthIndex(firstOn);
  // The month of the first date counts only when its day is not over by then.
  if (dayOfMonth(month, day) < firstOn) month += 1;
  const skipped = Math.floor((monthIndex(notBefore) - month) / step);
  if (skipped > 0) month += skipped * step;
  for (; Math.floor(month / 12) <= LAST_YEAR; month += step) {
    const date = dayOfMonth(month, day);
    if (date >= notBefore) yield date;
  }
}

function* weeksOf(
  step: number,
  firstOn: CalendarDate,
  notBefore: CalendarDate,
): Generator<CalendarDate, void> {
  const first = Date.parse(firstOn);
  const skipped = Math.max(0, Math.ceil((Date.parse(notBefore) - first) / step));
  const end = Date.parse(`${String(LAST_YEAR)}-12-31`);
  for (let moment = first + skipped * step; moment <= end; moment += step)
    yield new Date(moment).toISOString().slice(0, 10);
}

/** The day of so many occurrences on, the first being 1; null when the calendar ends before. */
export function dateOfOccurrence(
  rule: Recurrence,
  firstOn: CalendarDate,
  count: number,
  notBefore = firstOn,
): CalendarDate | null {
  let seen = 0;
  for (const date of datesOf(rule, firstOn, notBefore)) if (++seen === count) return date;
  return null;
}

/** Months since the year 0. */
export function monthIndex(date: CalendarDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

/** A day of a month, or its last one when it is shorter. */
export function dayOfMonth(index: number, day: number): CalendarDate {
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  return `${monthKey(year, month)}-${String(Math.min(day, daysIn(year, month))).padStart(2, '0')}`;
}

/** A version of what recurs: its rule, and the days on which it counts. */
export interface RecurringVersion {
  /** The first day on which this version counts, up to that of the next. */
  readonly from: CalendarDate;
  readonly rule: Recurrence;
  /** The days of the rule are counted from here. */
  readonly firstOn: CalendarDate;
  /** Nothing recurs behind it; null for no end. */
  readonly lastOn: CalendarDate | null;
}

/** A day on which something recurs, and the version of that day. */
export interface Occurrence<Version extends RecurringVersion> {
  readonly date: CalendarDate;
  readonly template: Version;
}

/** What recurs from a day on, in order: of each version the days before those of the next. */
export function* occurrencesOf<Version extends RecurringVersion>(
  templates: readonly Version[],
  endedOn: CalendarDate | null,
  notBefore: CalendarDate | null = null,
): Generator<Occurrence<Version>, void> {
  for (const [index, template] of templates.entries()) {
    const next = templates[index + 1]?.from;
    const from = notBefore !== null && notBefore > template.from ? notBefore : template.from;
    if (next !== undefined && from >= next) continue;
    for (const date of datesOf(template.rule, template.firstOn, from)) {
      if (next !== undefined && date >= next) break;
      if (template.lastOn !== null && date > template.lastOn) break;
      if (endedOn !== null && date > endedOn) return;
      yield { date, template };
    }
  }
}

/** The occurrence of a day; undefined when nothing recurs on it. */
export function occurrenceOn<Version extends RecurringVersion>(
  templates: readonly Version[],
  endedOn: CalendarDate | null,
  date: CalendarDate,
): Occurrence<Version> | undefined {
  const { value } = occurrencesOf(templates, endedOn, date).next();
  return value?.date === date ? value : undefined;
}
