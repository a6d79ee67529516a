import type { CalendarDate } from '#shared/domain/date.ts';

/** Today in Georgia, where terms end. */
export function todayInGeorgia(): CalendarDate {
  return new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Tbilisi' }).format(new Date());
}
