import { daysIn, type CalendarDate } from '#shared/domain/date.ts';

/** First and last day of a month, `2026-11`. */
export function daysOf(month: string): { readonly from: CalendarDate; readonly to: CalendarDate } {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { from: `${month}-01`, to: `${month}-${String(daysIn(year, number)).padStart(2, '0')}` };
}
