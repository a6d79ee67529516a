import type { CalendarDate } from './date.ts';

/** A day on which Georgia rests by law. */
export interface Holiday {
  readonly date: CalendarDate;
  readonly names: { readonly ka: string; readonly en: string };
}

interface Feast {
  readonly names: Holiday['names'];
  /** First and last year of the feast; absent where it was a holiday before the years that matter here. */
  readonly from?: number;
  readonly to?: number;
}
type FixedFeast = Feast & { readonly day: `${number}-${number}` };
type MovableFeast = Feast & { readonly daysFromEaster: number };

/** Feasts of a fixed day, `MM-DD` (Labour Code, article 30). */
const FIXED: readonly FixedFeast[] = [
  { day: '01-01', names: { ka: 'ახალი წელი', en: 'New Year' } },
  { day: '01-02', names: { ka: 'ბედობა', en: 'Bedoba, second day of the year' } },
  { day: '01-07', names: { ka: 'შობა', en: 'Christmas' } },
  { day: '01-19', names: { ka: 'ნათლისღება', en: 'Epiphany' } },
  { day: '03-03', names: { ka: 'დედის დღე', en: 'Mother’s Day' } },
  { day: '03-08', names: { ka: 'ქალთა საერთაშორისო დღე', en: 'International Women’s Day' } },
  { day: '04-09', names: { ka: 'ეროვნული ერთიანობის დღე', en: 'Day of National Unity' } },
  { day: '05-09', names: { ka: 'ფაშიზმზე გამარჯვების დღე', en: 'Victory Day' } },
  { day: '05-12', names: { ka: 'წმინდა ანდრია მოციქულის დღე', en: 'Saint Andrew’s Day' } },
  {
    day: '05-17',
    from: 2024,
    names: {
      ka: 'ოჯახის სიწმინდისა და მშობლების პატივისცემის დღე',
      en: 'Day of Family Purity and Respect for Parents',
    },
  },
  { day: '05-26', names: { ka: 'დამოუკიდებლობის დღე', en: 'Independence Day' } },
  { day: '08-28', names: { ka: 'მარიამობა', en: 'Saint Mary’s Day' } },
  { day: '10-14', names: { ka: 'სვეტიცხოვლობა', en: 'Svetitskhovloba' } },
  { day: '11-23', names: { ka: 'გიორგობა', en: 'Saint George’s Day' } },
];

const MOVABLE: readonly MovableFeast[] = [
  { daysFromEaster: -2, names: { ka: 'წითელი პარასკევი', en: 'Good Friday' } },
  { daysFromEaster: -1, names: { ka: 'დიდი შაბათი', en: 'Holy Saturday' } },
  { daysFromEaster: 0, names: { ka: 'აღდგომა', en: 'Easter Sunday' } },
  { daysFromEaster: 1, names: { ka: 'აღდგომის ორშაბათი', en: 'Easter Monday' } },
];

/** Public holidays of a year in the order of their dates; two feasts may fall on one day. */
export function holidaysOf(year: number): readonly Holiday[] {
  const isKept = ({ from = year, to = year }: Feast): boolean => from <= year && year <= to;
  return [
    ...FIXED.filter(isKept).map(({ day, names }) => ({ date: `${year}-${day}`, names })),
    ...MOVABLE.filter(isKept).map(({ daysFromEaster, names }) => ({
      date: easterAnd(year, daysFromEaster),
      names,
    })),
  ].sort((left, right) => (left.date < right.date ? -1 : left.date > right.date ? 1 : 0));
}

/** Easter Sunday of the Orthodox Church as a date of the Gregorian calendar. */
export function orthodoxEaster(year: number): CalendarDate {
  return easterAnd(year, 0);
}

/**
 * The computus of the Julian calendar (J. Meeus, Astronomical Algorithms, chapter 8), its answer carried over to the
 * Gregorian calendar, which is ahead by 13 days from 1900 to 2099 and by a day more after each century that it skips.
 */
function easterAnd(year: number, days: number): CalendarDate {
  const moon = (19 * (year % 19) + 15) % 30;
  const week = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
  const sinceMarch = moon + week + 114;
  const month = Math.floor(sinceMarch / 31);
  const julianDay = (sinceMarch % 31) + 1;
  const gregorianAhead = Math.floor(year / 100) - Math.floor(year / 400) - 2;
  return new Date(Date.UTC(year, month - 1, julianDay + gregorianAhead + days)).toISOString().slice(0, 10);
}
