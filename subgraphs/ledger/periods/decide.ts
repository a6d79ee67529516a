import { daysIn, monthKey, type CalendarDate } from '#shared/domain/date.ts';
import type { Decision, NewEvent } from '#shared/domain/decider.ts';
import { DomainError, badInput } from '#shared/domain/errors.ts';
import { parseText } from '#shared/domain/text.ts';
import type { LedgerFacts, PeriodFact } from '../facts.ts';
import type { FiscalYear, FiscalYearEvent } from './period.ts';

export interface OpenFiscalYear {
  readonly id: string;
  readonly year: number;
  /** Identifiers of the twelve periods, January first. */
  readonly periodIds: readonly string[];
}

export interface ClosePeriod {
  readonly year: number;
  readonly month: number;
  readonly reason: string;
  /** Codes of the close checklist that do not hinder this time. */
  readonly despite: readonly string[];
}

export interface ReopenPeriod {
  readonly year: number;
  readonly month: number;
  readonly reason: string;
  /** Whether the closed months behind it are reopened, too. */
  readonly andLater: boolean;
}

/** A year as it is written to: its aggregate and how many events that has. */
export interface KnownYear {
  readonly id: string;
  readonly state: FiscalYear;
}

/** What is known besides the facts when months are closed and reopened. */
export interface KnownPeriods {
  /** The years that were opened. */
  readonly years: ReadonlyMap<number, KnownYear>;
  /** Day of the first transaction of the books; null where there is none. */
  readonly firstPosting: CalendarDate | null;
  /** What of the month's close checklist hinders its closing. */
  readonly blocking: readonly { readonly code: string; readonly count: number }[];
}

export interface PeriodResult {
  readonly year: number;
  readonly month: number | null;
}

const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

/**
 * Opens the months of a year. The fiscal year is the calendar year (Tax Code, Art. 20). What is closed rests on what was
 * before it, so no year is opened before a closed month. Pure.
 */
export function decideOpenYear(
  { id, year, periodIds }: OpenFiscalYear,
  state: FiscalYear,
  facts: LedgerFacts,
): Decision<PeriodResult> {
  demandYear(year);
  if (state.status !== 'NEW') {
    throw new DomainError('CONFLICT', `year: ${year} is open already`, {
      field: 'year',
      value: String(year),
    });
  }
  const closed = facts.periods.find((period) => period.year > year && period.status === 'CLOSED');
  if (closed !== undefined)
    throw new DomainError(
      'INVALID_TRANSITION',
      `year: ${monthKey(closed.year, closed.month)} is closed, and nothing may come before it; reopen it first`,
      { field: 'year', value: String(year), closed: monthKey(closed.year, closed.month) },
    );
  const periods = periodIds.map((periodId, index) => {
    const month = index + 1;
    const key = monthKey(year, month);
    return { id: periodId, year, month, startsOn: `${key}-01`, endsOn: `${key}-${daysIn(year, month)}` };
  });
  return {
    events: [event(id, 1, { type: 'FiscalYearOpened', data: { year, periods } })],
    result: { year, month: null },
  };
}

/**
 * Closes a month. Months are closed in order; those that lie before the first transaction of the books hold nothing and
 * are closed along. Pure.
 */
export function decideClosePeriod(
  command: ClosePeriod,
  known: KnownPeriods,
  facts: LedgerFacts,
): Decision<PeriodResult> {
  const { year, month } = command;
  const reason = demandPeriod(command, known);
  const closing = facts.periods.find((period) => period.year === year && period.month === month);
  if (closing?.status !== 'OPEN') throw wrongState(year, month, 'closed already');
  const earlier = facts.periods.filter((period) => period.status === 'OPEN' && isBefore(period, closing));
  const first = earlier.find((period) => !isBeforeBooks(period, known.firstPosting));
  if (first !== undefined) {
    const value = monthKey(first.year, first.month);
    throw new DomainError(
      'INVALID_TRANSITION',
      `month: ${value} is open; months are closed in order, the earliest first`,
      { field: 'month', value: monthKey(year, month), open: value },
    );
  }
  const hindering = known.blocking.filter(({ code }) => !command.despite.includes(code));
  if (hindering.length > 0) {
    const what = hindering.map(({ code, count }) => `${code} (${count})`).join(', ');
    throw new DomainError(
      'INVALID_TRANSITION',
      `month: ${monthKey(year, month)} is not ready: ${what}; see closeChecklist, or say \`despite\``,
      { field: 'month', value: monthKey(year, month), blocking: hindering.map(({ code }) => code) },
    );
  }
  return changed('PeriodClosed', [...earlier, closing], { reason, known, result: { year, month } });
}

/** Reopens the latest closed month, or a month and all that were closed behind it. Pure. */
export function decideReopenPeriod(
  command: ReopenPeriod,
  known: KnownPeriods,
  facts: LedgerFacts,
): Decision<PeriodResult> {
  const { year, month, andLater } = command;
  const reason = demandPeriod(command, known);
  const reopening = facts.periods.find((period) => period.year === year && period.month === month);
  if (reopening?.status !== 'CLOSED') throw wrongState(year, month, 'open already');
  const later = facts.periods.filter((period) => period.status === 'CLOSED' && isBefore(reopening, period));
  const last = later.at(-1);
  if (last !== undefined && !andLater) {
    const value = monthKey(last.year, last.month);
    throw new DomainError(
      'INVALID_TRANSITION',
      `month: ${value} is closed behind it; reopen the latest first, or all of them with \`andLater\``,
      { field: 'month', value: monthKey(year, month), closed: value },
    );
  }
  const months = [reopening, ...later];
  const ofClosedYear = months.find((period) => facts.isYearClosed(period.year));
  if (ofClosedYear !== undefined)
    throw new DomainError(
      'INVALID_TRANSITION',
      `month: the year ${ofClosedYear.year} is closed; reopen the year first`,
      { field: 'month', value: monthKey(year, month), year: ofClosedYear.year },
    );
  // The latest first: at no moment is an open month before a closed one.
  return changed('PeriodReopened', months.reverse(), { reason, known, result: { year, month } });
}

function demandYear(year: number): void {
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR)
    throw badInput('year', String(year), `a year from ${FIRST_YEAR} to ${LAST_YEAR} is needed`);
}

/** The reason, of a month that there is. */
function demandPeriod({ year, month, reason }: ClosePeriod | ReopenPeriod, { years }: KnownPeriods): string {
  demandYear(year);
  if (!Number.isInteger(month) || month < 1 || month > 12)
    throw badInput('month', String(month), 'a month is 1–12');
  if (!years.has(year))
    throw new DomainError('NOT_FOUND', `year: ${year} was never opened`, {
      field: 'year',
      value: String(year),
    });
  return parseText(reason, 'reason', 500);
}

function isBefore(one: PeriodFact, other: PeriodFact): boolean {
  return one.year < other.year || (one.year === other.year && one.month < other.month);
}

function isBeforeBooks({ year, month }: PeriodFact, firstPosting: CalendarDate | null): boolean {
  return firstPosting === null || monthKey(year, month) < firstPosting.slice(0, 7);
}

/** One event for each month, in order, each at the next version of its year. */
function changed(
  type: 'PeriodClosed' | 'PeriodReopened',
  months: readonly PeriodFact[],
  { reason, known, result }: { reason: string; known: KnownPeriods; result: PeriodResult },
): Decision<PeriodResult> {
  const versions = new Map<number, number>();
  const events = months.map(({ year, month }) => {
    const of = known.years.get(year);
    if (of === undefined) throw new Error(`the year ${year} has periods and no events`);
    const version = (versions.get(year) ?? of.state.version) + 1;
    versions.set(year, version);
    return event(of.id, version, { type, data: { year, month, reason } });
  });
  return { events, result };
}

function wrongState(year: number, month: number, why: string): DomainError {
  const value = monthKey(year, month);
  return new DomainError('INVALID_TRANSITION', `month: the period ${value} is ${why}`, {
    field: 'month',
    value,
  });
}

/** An event of a fiscal year; other decisions rest on it. */
export function event(id: string, version: number, { type, data }: FiscalYearEvent): NewEvent {
  return { aggregateType: 'FiscalYear', aggregateId: id, version, type, data, reference: true };
}
