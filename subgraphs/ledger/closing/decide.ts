import { lastDayOf, monthKey, type CalendarDate } from '#shared/domain/date.ts';
import type { Decision } from '#shared/domain/decider.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { formatAmount } from '#shared/domain/money.ts';
import { parseText } from '#shared/domain/text.ts';
import type { LedgerFacts } from '../facts.ts';
import { event as yearEvent, type KnownYear } from '../periods/decide.ts';
import { event, mirror, posted } from '../transactions/decide.ts';
import type { Transaction } from '../transactions/transaction.ts';
import { closingEntry, type ClosingAccounts, type Standing } from './entry.ts';
import { closingSource } from './year-end.ts';

export interface CloseYear {
  readonly year: number;
  readonly reason: string;
  /** Identifier of the closing entry to be made. */
  readonly transactionId: string;
}

/** What is known besides the facts when a year is closed. */
export interface KnownYearEnd {
  readonly years: ReadonlyMap<number, KnownYear>;
  /** Day of the first transaction of the books; null where there is none. */
  readonly firstPosting: CalendarDate | null;
  /** Accounts of revenue and expense with what stands on them at the end of the year. */
  readonly standings: readonly Standing[];
  /** Asked only when the year may be closed, as it may refuse. */
  readonly accounts: () => ClosingAccounts;
}

export interface YearResult {
  readonly year: number;
}

/**
 * Closes a year: what it earned goes to retained earnings on its last day. All its months are closed before, and the
 * years before it that have books. Pure.
 */
export function decideCloseYear(
  { year, reason: given, transactionId }: CloseYear,
  known: KnownYearEnd,
  facts: LedgerFacts,
): Decision<YearResult> {
  const { id, state } = demandYear(year, known.years);
  const reason = parseText(given, 'reason', 500);
  if (state.closing !== null) throw wrongState(year, `the year ${year} is closed already`);
  const open = facts.periods.find((period) => period.year === year && period.status === 'OPEN');
  if (open !== undefined) {
    const month = monthKey(year, open.month);
    throw wrongState(year, `${month} is open; all months of the year are closed first`, { open: month });
  }
  const earlier = [...known.years.keys()]
    .sort((a, b) => a - b)
    .find((other) => other < year && !facts.isYearClosed(other) && hasBooks(other, known.firstPosting));
  if (earlier !== undefined)
    throw wrongState(year, `the year ${earlier} is not closed; years are closed in order`, {
      open: String(earlier),
    });

  const entry = closingEntry(known.standings, known.accounts());
  const closed = (closing: string | null, resultGel: string) =>
    yearEvent(id, state.version + 1, {
      type: 'YearClosed',
      data: { year, reason, resultGel, transactionId: closing },
    });
  if (entry === null) return { events: [closed(null, '0.00')], result: { year } };
  const transaction = posted(transactionId, 1, {
    date: lastDayOf(year, 12),
    description: `${year} წლის დახურვა`,
    totalGel: entry.totalGel,
    entries: entry.entries,
    source: closingSource(year, 'closing', state.closings + 1),
  });
  return { events: [transaction, closed(transactionId, formatAmount(entry.result))], result: { year } };
}

export interface ReopenYear {
  readonly year: number;
  readonly reason: string;
  /** Identifier of the reversal to be made. */
  readonly transactionId: string;
}

/** Undoes the closing of the latest year that is closed, on the same day; its months stay closed. Pure. */
export function decideReopenYear(
  { year, reason: given, transactionId }: ReopenYear,
  years: ReadonlyMap<number, KnownYear>,
  closingOf: Transaction,
  facts: LedgerFacts,
): Decision<YearResult> {
  const { id, state } = demandYear(year, years);
  const reason = parseText(given, 'reason', 500);
  const { closing } = state;
  if (closing === null) throw wrongState(year, `the year ${year} is open already`);
  const later = [...years.keys()].sort((a, b) => b - a).find((other) => facts.isYearClosed(other));
  if (later !== undefined && later > year)
    throw wrongState(year, `the year ${later} is closed behind it; reopen the latest first`, {
      closed: String(later),
    });
  const reopened = (reversal: string | null) =>
    yearEvent(id, state.version + 1, {
      type: 'YearReopened',
      data: { year, reason, transactionId: reversal },
    });
  if (closing.transactionId === null) return { events: [reopened(null)], result: { year } };
  if (closingOf.status !== 'POSTED') throw new Error(`the closing entry of ${year} is ${closingOf.status}`);
  const reversal = posted(transactionId, 1, {
    ...mirror(closingOf.content),
    reverses: closing.transactionId,
    reversalReason: reason,
    source: closingSource(year, 'reopening', state.closings),
  });
  const reversed = event(closing.transactionId, closingOf.version + 1, {
    type: 'TransactionReversed',
    data: { reversedBy: transactionId },
  });
  return { events: [reversal, reversed, reopened(transactionId)], result: { year } };
}

function demandYear(year: number, years: ReadonlyMap<number, KnownYear>) {
  const known = years.get(year);
  if (known?.state.status !== 'OPENED')
    throw new DomainError('NOT_FOUND', `year: ${year} was never opened`, {
      field: 'year',
      value: String(year),
    });
  return { id: known.id, state: known.state };
}

/** Whether anything was posted by the end of the year. */
function hasBooks(year: number, firstPosting: CalendarDate | null): boolean {
  return firstPosting !== null && firstPosting <= lastDayOf(year, 12);
}

function wrongState(year: number, why: string, more: Readonly<Record<string, string>> = {}): DomainError {
  return new DomainError('INVALID_TRANSITION', `year: ${why}`, {
    field: 'year',
    value: String(year),
    ...more,
  });
}
