import { daysIn, monthKey } from '#shared/domain/date.ts';
import { unreachable, type Decision, type NewEvent } from '#shared/domain/decider.ts';
import { DomainError, badInput } from '#shared/domain/errors.ts';
import { parseText } from '#shared/domain/text.ts';
import type { FiscalYear, FiscalYearEvent } from './period.ts';

export type PeriodCommand =
  | {
      readonly type: 'OpenFiscalYear';
      readonly id: string;
      readonly year: number;
      /** Identifiers of the twelve periods, January first. */
      readonly periodIds: readonly string[];
    }
  | {
      readonly type: 'ClosePeriod' | 'ReopenPeriod';
      readonly id: string;
      readonly year: number;
      readonly month: number;
      readonly reason: string;
    };

export interface PeriodResult {
  readonly year: number;
  readonly month: number | null;
}

const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

/** The rules of fiscal years and their months. The fiscal year is the calendar year (Tax Code, Art. 20). Pure. */
export function decidePeriod(command: PeriodCommand, state: FiscalYear): Decision<PeriodResult> {
  const { year } = command;
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) {
    throw badInput('year', String(year), `a year from ${FIRST_YEAR} to ${LAST_YEAR} is needed`);
  }
  if (command.type === 'OpenFiscalYear') {
    if (state.status !== 'NEW') {
      throw new DomainError('CONFLICT', `year: ${year} is open already`, {
        field: 'year',
        value: String(year),
      });
    }
    const periods = command.periodIds.map((id, index) => {
      const month = index + 1;
      const key = monthKey(year, month);
      return { id, year, month, startsOn: `${key}-01`, endsOn: `${key}-${daysIn(year, month)}` };
    });
    return decided(
      command.id,
      1,
      { type: 'FiscalYearOpened', data: { year, periods } },
      { year, month: null },
    );
  }

  const { month } = command;
  if (!Number.isInteger(month) || month < 1 || month > 12)
    throw badInput('month', String(month), 'a month is 1–12');
  if (state.status === 'NEW') {
    throw new DomainError('NOT_FOUND', `year: ${year} was never opened`, {
      field: 'year',
      value: String(year),
    });
  }
  const reason = parseText(command.reason, 'reason', 500);
  const isClosed = state.closedMonths.includes(month);
  const next = state.version + 1;
  switch (command.type) {
    case 'ClosePeriod':
      if (isClosed) throw wrongState(year, month, 'closed already');
      return decided(
        command.id,
        next,
        { type: 'PeriodClosed', data: { year, month, reason } },
        { year, month },
      );
    case 'ReopenPeriod':
      if (!isClosed) throw wrongState(year, month, 'open already');
      return decided(
        command.id,
        next,
        { type: 'PeriodReopened', data: { year, month, reason } },
        { year, month },
      );
    default:
      return unreachable(command);
  }
}

function wrongState(year: number, month: number, why: string): DomainError {
  const value = monthKey(year, month);
  return new DomainError('INVALID_TRANSITION', `month: the period ${value} is ${why}`, {
    field: 'month',
    value,
  });
}

function decided(
  id: string,
  version: number,
  { type, data }: FiscalYearEvent,
  result: PeriodResult,
): Decision<PeriodResult> {
  const event: NewEvent = {
    aggregateType: 'FiscalYear',
    aggregateId: id,
    version,
    type,
    data,
    reference: true,
  };
  return { events: [event], result };
}
