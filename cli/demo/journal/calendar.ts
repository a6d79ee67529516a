const DAY_MS = 86_400_000;

export interface BookingDay {
  /** `2026-11-22`. */
  readonly date: string;
  /** How many transactions fall on the day. */
  readonly transactions: number;
  readonly isMonthStart: boolean;
  readonly isMonthEnd: boolean;
  /** Around the 15th, when monthly taxes are due. */
  readonly isTaxTime: boolean;
}

/**
 * Spreads transactions over the days of a range, both ends included: few on weekends, twice as many in the last
 * working days of a month, when books are brought up to date. The counts add up to the number asked for.
 */
export function* bookingDays(from: string, to: string, transactions: number): Generator<BookingDay> {
  const first = Date.parse(`${from}T00:00:00Z`);
  const last = Date.parse(`${to}T00:00:00Z`);
  if (!(first <= last)) throw new Error(`The range of dates is empty: ${from} – ${to}`);
  let total = 0;
  for (let day = first; day <= last; day += DAY_MS) total += weight(new Date(day));
  let passed = 0;
  let given = 0;
  for (let day = first; day <= last; day += DAY_MS) {
    const date = new Date(day);
    passed += weight(date);
    const due = day === last ? transactions : Math.round((transactions * passed) / total);
    const dayOfMonth = date.getUTCDate();
    yield {
      date: date.toISOString().slice(0, 10),
      transactions: due - given,
      isMonthStart: dayOfMonth <= 5,
      isMonthEnd: daysLeftInMonth(date) < 4,
      isTaxTime: dayOfMonth >= 11 && dayOfMonth <= 15,
    };
    given = due;
  }
}

function weight(date: Date): number {
  const isWeekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
  return (isWeekend ? 0.25 : 1) * (daysLeftInMonth(date) < 4 ? 2.4 : 1);
}

function daysLeftInMonth(date: Date): number {
  return (
    new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate() - date.getUTCDate()
  );
}
