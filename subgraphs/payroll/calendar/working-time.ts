import { dayAfter, yearOf, type CalendarDate } from '#shared/domain/date.ts';
import { holidaysOf } from '#shared/domain/holidays.ts';

/** In the order in which JavaScript counts the days of a week. */
export const WEEKDAYS = [
  'SUNDAY',
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** When somebody works: on these days of the week, so many hours each (a decimal number as text). */
export interface WorkSchedule {
  readonly weekdays: readonly Weekday[];
  readonly hoursPerDay: string;
}

/** Forty hours in five days (Labour Code, article 24). */
export const FIVE_DAYS: WorkSchedule = {
  weekdays: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'],
  hoursPerDay: '8',
};

/** Which days are worked: those of a schedule without public holidays and days that the company has declared free. */
export class WorkingTime {
  readonly #extra: ReadonlySet<CalendarDate>;
  readonly #holidays = new Map<number, ReadonlySet<CalendarDate>>();

  constructor(extraDaysOff: Iterable<CalendarDate> = []) {
    this.#extra = new Set(extraDaysOff);
  }

  isWorkingDay(date: CalendarDate, { weekdays }: WorkSchedule): boolean {
    const weekday = WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()];
    return weekday !== undefined && weekdays.includes(weekday) && !this.isFree(date);
  }

  /** Whether the day is a public holiday or was declared free, whatever the schedule. */
  isFree(date: CalendarDate): boolean {
    return this.#extra.has(date) || this.#holidaysOf(yearOf(date)).has(date);
  }

  /** Working days from the first day to the last, both included; none when the last lies before the first. */
  countDays(from: CalendarDate, to: CalendarDate, schedule: WorkSchedule): number {
    let days = 0;
    for (let date = from; date <= to; date = dayAfter(date)) if (this.isWorkingDay(date, schedule)) days++;
    return days;
  }

  #holidaysOf(year: number): ReadonlySet<CalendarDate> {
    const known = this.#holidays.get(year);
    if (known !== undefined) return known;
    const dates = new Set(holidaysOf(year).map(({ date }) => date));
    this.#holidays.set(year, dates);
    return dates;
  }
}
