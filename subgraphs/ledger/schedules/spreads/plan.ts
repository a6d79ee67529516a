import { badInput } from '#shared/domain/errors.ts';
import { dayAfter, dayBefore, daysIn, lastDayOf, type CalendarDate } from '#shared/domain/date.ts';
import { formatAmount, TETRI, type Amount } from '#shared/domain/money.ts';
import { dayOfMonth, monthIndex } from '#shared/domain/recurrence.ts';

export const SPREAD_METHODS = ['EQUAL_MONTHS', 'BY_DAYS'] as const;

/** How an amount is divided: the same for each month, or by the days that each month has of the span. */
export type SpreadMethod = (typeof SPREAD_METHODS)[number];

/** A part of an amount, and the last day of its month, on which it is posted. */
export interface PlannedPart {
  readonly date: CalendarDate;
  readonly amount: Amount;
}

/** The span over which an amount is spread: up to a day, or so many months. */
export interface Span {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Given when the span was given in months. */
  readonly months: number | null;
}

export const MOST_MONTHS = 600;

/**
 * Reads a span of which exactly one end is given.
 * @throws DomainError BAD_USER_INPUT naming `to` or `months`.
 */
export function parseSpan(from: CalendarDate, to: CalendarDate | null, months: number | null): Span {
  if ((to === null) === (months === null))
    throw badInput('months', months, 'give exactly one of to and months');
  if (to !== null) {
    if (to < from) throw badInput('to', to, `is before ${from}`);
    if (monthIndex(to) - monthIndex(from) >= MOST_MONTHS)
      throw badInput('to', to, `more than ${String(MOST_MONTHS)} months`);
    return { from, to, months };
  }
  if (months === null || !Number.isInteger(months) || months < 1 || months > MOST_MONTHS)
    throw badInput('months', months, `must be 1–${String(MOST_MONTHS)}`);
  // The day before the same day so many months on; where that day is missing, the last day of the month before it.
  const [index, day] = [monthIndex(from) + months, Number(from.slice(8, 10))];
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  const end = day > daysIn(year, month) ? lastDayOf(year, month) : dayBefore(dayOfMonth(index, day));
  return { from, to: end, months };
}

/**
 * Divides an amount of whole tetri over the months of a span. Each part is rounded half up to the tetri, and never more
 * than what is left; the last takes the rest, so that the sum is exact.
 * @throws DomainError BAD_USER_INPUT naming `amount` when a part would come to nothing.
 */
export function planParts(method: SpreadMethod, amount: Amount, span: Span): PlannedPart[] {
  const weights = method === 'EQUAL_MONTHS' ? equalMonths(span) : daysOfMonths(span);
  const total = weights.reduce((sum, { weight }) => sum + weight, 0n);
  let left = amount;
  return weights.map(({ date, weight }, index) => {
    const unit = TETRI * total;
    const share = ((2n * amount * weight + unit) / (2n * unit)) * TETRI;
    const part = index === weights.length - 1 || share > left ? left : share;
    left -= part;
    if (part <= 0n)
      throw badInput(
        'amount',
        formatAmount(amount),
        `is less than ${String(weights.length)} parts of a tetri`,
      );
    return { date, amount: part };
  });
}

interface Weight {
  readonly date: CalendarDate;
  readonly weight: bigint;
}

function equalMonths({ from, to, months }: Span): Weight[] {
  const first = monthIndex(from);
  const count = months ?? monthIndex(to) - first + 1;
  return Array.from({ length: count }, (_, index) => ({ date: dayOfMonth(first + index, 31), weight: 1n }));
}

function daysOfMonths({ from, to }: Span): Weight[] {
  const weights: Weight[] = [];
  for (let day = from; day <= to;) {
    const end = dayOfMonth(monthIndex(day), 31);
    const last = end < to ? end : to;
    const days = Number(last.slice(8, 10)) - Number(day.slice(8, 10)) + 1;
    weights.push({ date: end, weight: BigInt(days) });
    day = dayAfter(end);
  }
  return weights;
}
