import { dayAfter, daysIn, monthKey, type CalendarDate } from './date.ts';

/** Buckets of one level next to each other. */
export interface BucketRange {
  readonly level: 'year' | 'month' | 'day';
  /** First period of the range; null for the very first. */
  readonly from: CalendarDate | null;
  /** First period behind the range; null for none. */
  readonly before: CalendarDate | null;
  /** True when a larger bucket has counted these already and they are to be taken away again. */
  readonly isTakenAway: boolean;
}

/**
 * The buckets whose sum is everything before a day: whole years; of its year whole months; of its month days. Where
 * more than half of a year or month lies before the day, the whole is counted and the rest taken away again, so that
 * an account never costs more than its years, 6 months and 15 days. Null asks for everything there is.
 */
export function bucketsBefore(day: CalendarDate | null): BucketRange[] {
  if (day === null) return [{ level: 'year', from: null, before: null, isTakenAway: false }];
  const [year, month, dayOfMonth] = [
    Number(day.slice(0, 4)),
    Number(day.slice(5, 7)),
    Number(day.slice(8, 10)),
  ];
  const isMonthWhole = (dayOfMonth - 1) * 2 > daysIn(year, month);
  const months = isMonthWhole ? month : month - 1;
  const isYearWhole = months > 6;
  const range = (
    level: BucketRange['level'],
    from: CalendarDate | null,
    before: CalendarDate,
    isTakenAway = false,
  ): BucketRange[] => (from === before ? [] : [{ level, from, before, isTakenAway }]);

  return [
    ...range('year', null, firstOf(isYearWhole ? year + 1 : year, 1)),
    ...(isYearWhole
      ? range('month', firstOf(year, months + 1), firstOf(year + 1, 1), true)
      : range('month', firstOf(year, 1), firstOf(year, months + 1))),
    ...(isMonthWhole
      ? range('day', day, dayAfter(`${monthKey(year, month)}-${daysIn(year, month)}`), true)
      : range('day', firstOf(year, month), day)),
  ];
}

/** First day of a month; the thirteenth is January of the next year. */
function firstOf(year: number, month: number): CalendarDate {
  return month > 12 ? `${year + 1}-01-01` : `${monthKey(year, month)}-01`;
}
