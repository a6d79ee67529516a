import { dayAfter, daysIn, monthKey, type CalendarDate } from '#shared/domain/date.ts';
import type { Amount } from '#shared/domain/money.ts';

/**
 * The first day of the longest period of so many calendar months that ends with `last`: twelve months that end with
 * 14 March began on 15 March of the year before.
 */
export function firstDayOfPeriod(last: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 0, day = 0] = last.split('-').map(Number);
  const ordinal = year * 12 + (month - 1) - months;
  const before = { year: Math.floor(ordinal / 12), month: (ordinal % 12) + 1 };
  const same = Math.min(day, daysIn(before.year, before.month));
  return dayAfter(`${monthKey(before.year, before.month)}-${String(same).padStart(2, '0')}`);
}

/** A period, and what was supplied in it. */
export interface PeriodTurnover {
  readonly from: CalendarDate;
  readonly amount: Amount;
}

/**
 * Turnover of the continuous periods of up to so many months that end at one moment, as that moment moves on. Goods that
 * came back make turnover fall, so that a shorter period may have more of it than the longest: of all periods that end
 * now, the one counts that has the most.
 *
 * Days and amounts come in order; each of them is looked at twice at most, however long the history.
 */
export class TurnoverWindow {
  readonly #months: number;
  /** Days on which a period may begin, each with all turnover before it: later days have strictly more before them. */
  readonly #starts: { readonly day: CalendarDate; readonly before: Amount }[] = [];
  #first = 0;
  #total: Amount = 0n;

  constructor(months: number) {
    this.#months = months;
  }

  /** Moves on to a day, not before the one that it stands at. */
  enter(day: CalendarDate): void {
    // A period that begins later and has less turnover before it has more of its own.
    while (this.#starts.length > this.#first && (this.#starts.at(-1)?.before ?? 0n) >= this.#total)
      this.#starts.pop();
    this.#starts.push({ day, before: this.#total });
    const earliest = firstDayOfPeriod(day, this.#months);
    while ((this.#starts[this.#first]?.day ?? day) < earliest) this.#first += 1;
  }

  add(amount: Amount): void {
    this.#total += amount;
  }

  /** The period that ends at this moment and has the most turnover. */
  largest(): PeriodTurnover {
    const start = this.#starts[this.#first];
    if (start === undefined) throw new Error('no day was entered');
    return { from: start.day, amount: this.#total - start.before };
  }
}

/** What a day added, and by how much at most it may have risen within the day. */
export interface DayTurnover {
  readonly date: CalendarDate;
  readonly amount: Amount;
  readonly rises: Amount;
}

/** A document's turnover. */
export interface DocumentTurnover {
  readonly documentType: string;
  readonly documentId: string;
  readonly amount: Amount;
}

export interface Crossing extends PeriodTurnover {
  readonly date: CalendarDate;
  readonly document: DocumentTurnover;
}

/**
 * Moves a window over days in their order up to the document by which turnover first exceeds the threshold; null when
 * none does. Documents are asked for on those days only on which it may happen. Exactly the threshold is no crossing.
 */
export async function findCrossing(
  window: TurnoverWindow,
  threshold: Amount,
  days: readonly DayTurnover[],
  documentsOf: (date: CalendarDate) => Promise<readonly DocumentTurnover[]>,
): Promise<Crossing | null> {
  let crossing: Crossing | null = null;
  for (const { date, amount, rises } of days) {
    window.enter(date);
    if (crossing !== null || window.largest().amount + rises <= threshold) {
      window.add(amount);
      continue;
    }
    for (const document of await documentsOf(date)) {
      window.add(document.amount);
      const largest = window.largest();
      if (crossing === null && largest.amount > threshold) crossing = { ...largest, date, document };
    }
  }
  return crossing;
}

const FORECAST_DAYS = 731;
/** Parts of a tetri that a day's share of the average is kept in, so that two years of them do not drift. */
const PARTS = 1_000_000n;

/**
 * The day on which the threshold is exceeded if each day to come brings an equal share of what `days` days brought, at
 * most two years ahead; null when it is not. `window` stands at `today` and is moved on.
 */
export function forecastCrossing(
  window: TurnoverWindow,
  threshold: Amount,
  today: CalendarDate,
  recent: { readonly amount: Amount; readonly days: number },
): CalendarDate | null {
  if (recent.amount <= 0n || recent.days <= 0) return null;
  const share = (recent.amount * PARTS) / BigInt(recent.days);
  let day = today;
  let brought = 0n;
  for (let ahead = 1; ahead <= FORECAST_DAYS; ahead += 1) {
    day = dayAfter(day);
    window.enter(day);
    const next = (share * BigInt(ahead)) / PARTS;
    window.add(next - brought);
    brought = next;
    if (window.largest().amount > threshold) return day;
  }
  return null;
}
