import { dayAfter, dayBefore, lastDayOf, type CalendarDate } from '#shared/domain/date.ts';
import type { Amount } from '#shared/domain/money.ts';

/** Where a flow is known from. */
export type FlowKind =
  'RECEIVABLE' | 'PAYABLE' | 'TAXES' | 'EMPLOYEES' | 'INTEREST' | 'DIVIDENDS' | 'RECURRING';

/** Cash that is expected: in is positive. */
export interface ExpectedFlow {
  readonly kind: FlowKind;
  readonly amount: Amount;
  /** By when it is to be paid. */
  readonly due: CalendarDate;
  /** Nobody said by when; the day is the first on which it may be. */
  readonly isAssumed: boolean;
  readonly accountId: string;
  readonly counterpartyId: string | null;
  readonly transactionId: string | null;
  readonly line: number | null;
  readonly description: string | null;
  /** The recurring entry whose occurrence it is; null for what the books owe. */
  readonly recurringEntryId: string | null;
}

/** A stretch of the forecast. */
export interface ForecastStretch {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly opening: Amount;
  readonly comesIn: Amount;
  readonly goesOut: Amount;
  readonly closing: Amount;
  readonly flows: readonly ExpectedFlow[];
}

/** How far is looked: by one of the two. */
export type Horizon =
  | { readonly weeks: number; readonly months?: undefined }
  | { readonly weeks?: undefined; readonly months: number };

const WEEK = 7;

/** Weeks from a day on, or what is left of its month and the months after it. Pure. */
export function stretchesFrom(
  from: CalendarDate,
  { weeks, months }: Horizon,
): { readonly from: CalendarDate; readonly to: CalendarDate }[] {
  const stretches: { from: CalendarDate; to: CalendarDate }[] = [];
  let start = from;
  for (let index = 0; index < (weeks ?? months); index += 1) {
    const to =
      weeks === undefined
        ? lastDayOf(Number(start.slice(0, 4)), Number(start.slice(5, 7)))
        : dayBefore(daysAfter(start, WEEK));
    stretches.push({ from: start, to });
    start = dayAfter(to);
  }
  return stretches;
}

/**
 * Puts flows into the stretches in which they fall due; what is overdue is expected in the first. What falls due behind the
 * last one is left out. Pure.
 */
export function forecast(
  opening: Amount,
  stretches: readonly { readonly from: CalendarDate; readonly to: CalendarDate }[],
  flows: readonly ExpectedFlow[],
): ForecastStretch[] {
  const sorted = [...flows].sort(byDue);
  let balance = opening;
  return stretches.map(({ from, to }, index) => {
    const within = sorted.filter(({ due }) => due <= to && (index === 0 || due >= from));
    const sum = (of: readonly ExpectedFlow[]): Amount => of.reduce((total, { amount }) => total + amount, 0n);
    const comesIn = sum(within.filter(({ amount }) => amount > 0n));
    const goesOut = -sum(within.filter(({ amount }) => amount < 0n));
    const stretch = { from, to, opening: balance, comesIn, goesOut, closing: balance + comesIn - goesOut };
    balance = stretch.closing;
    return { ...stretch, flows: within };
  });
}

/** A day so many days later. Pure. */
export function daysAfter(day: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The place of a flow among all: its day, then what it is of. */
export function placeOfFlow({
  due,
  kind,
  accountId,
  counterpartyId,
  transactionId,
  line,
  recurringEntryId,
}: ExpectedFlow): string {
  return [
    due,
    kind,
    accountId,
    counterpartyId ?? '',
    transactionId ?? '',
    String(line ?? 0).padStart(6, '0'),
    recurringEntryId ?? '',
  ].join(' ');
}

function byDue(one: ExpectedFlow, other: ExpectedFlow): number {
  return placeOfFlow(one) < placeOfFlow(other) ? -1 : 1;
}
