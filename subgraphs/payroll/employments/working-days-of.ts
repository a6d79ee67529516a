import { dayAfter, type CalendarDate } from '#shared/domain/date.ts';
import type { WorkingTime } from '../calendar/working-time.ts';
import { termsOn, type Employment } from './employment.ts';

/** Days that an employment's schedules make working days, from the first day to the last, both included. */
export function workingDaysOf(
  employment: Pick<Employment, 'terms'>,
  from: CalendarDate,
  to: CalendarDate,
  workingTime: WorkingTime,
): number {
  let days = 0;
  for (let date = from; date <= to; date = dayAfter(date)) {
    if (workingTime.isWorkingDay(date, termsOn(employment, date).schedule)) days++;
  }
  return days;
}
