import { describe, expect, it } from 'vitest';
import type { LedgerFacts } from '../facts.ts';
import { givenFacts } from '../testing/facts.ts';
import {
  decideClosePeriod,
  decideOpenYear,
  decideReopenPeriod,
  type ClosePeriod,
  type KnownPeriods,
} from './decide.ts';
import { initialFiscalYear, type FiscalYear } from './period.ts';

const id = '00000000-0000-7000-8000-000000002026';
const periodIds = Array.from(
  { length: 12 },
  (_, i) => `00000000-0000-7000-8000-${String(i + 1).padStart(12, '0')}`,
);
const opened = (version = 1): FiscalYear => ({ status: 'OPENED', version, closings: 0, closing: null });
const known = (given: Partial<KnownPeriods> = {}): KnownPeriods => ({
  years: new Map([[2026, { id, state: opened() }]]),
  firstPosting: '2026-01-05',
  blocking: [],
  ...given,
});

const close = (month: number, facts: LedgerFacts, given: Partial<KnownPeriods & ClosePeriod> = {}) =>
  decideClosePeriod({ year: 2026, month, reason: 'done', despite: [], ...given }, known(given), facts);
const reopen = (month: number, facts: LedgerFacts, andLater = false) =>
  decideReopenPeriod({ year: 2026, month, reason: 'late invoice', andLater }, known(), facts);
const closedTo = (month: number, more = {}) =>
  givenFacts({
    closed: Array.from({ length: month }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`),
    ...more,
  });

const refusal = (code: string, details: object): unknown =>
  expect.objectContaining({ code, details: expect.objectContaining(details) });
const monthsOf = ({ events }: { readonly events: readonly { readonly data: object }[] }) =>
  events.map(({ data }) => (data as { month: number }).month);

describe('a fiscal year', () => {
  it('is opened with its twelve months, first day to last', () => {
    const { events } = decideOpenYear({ id, year: 2024, periodIds }, initialFiscalYear, givenFacts());
    expect(events).toMatchObject([{ type: 'FiscalYearOpened', version: 1, reference: true }]);
    const { periods } = events[0]?.data as {
      periods: { month: number; startsOn: string; endsOn: string }[];
    };
    expect(periods.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(periods[1]).toEqual({
      id: periodIds[1],
      year: 2024,
      month: 2,
      startsOn: '2024-02-01',
      endsOn: '2024-02-29',
    });
    expect(periods[11]).toMatchObject({ startsOn: '2024-12-01', endsOn: '2024-12-31' });
  });

  it('is opened once', () => {
    expect(() => decideOpenYear({ id, year: 2024, periodIds }, opened(), givenFacts())).toThrow(
      refusal('CONFLICT', { field: 'year' }),
    );
  });

  it('is not opened before a month that is closed', () => {
    const open = (year: number) => decideOpenYear({ id, year, periodIds }, initialFiscalYear, closedTo(1));
    expect(() => open(2025)).toThrow(
      refusal('INVALID_TRANSITION', { field: 'year', value: '2025', closed: '2026-01' }),
    );
    expect(open(2027).events).toHaveLength(1);
  });

  it.each([1989, 2101, 2024.5, Number.NaN])('is not opened for %d', (year) => {
    expect(() => decideOpenYear({ id, year, periodIds }, initialFiscalYear, givenFacts())).toThrow(
      refusal('BAD_USER_INPUT', { field: 'year' }),
    );
  });
});

describe('a month', () => {
  it('is closed with a reason, at the next version of its year', () => {
    expect(close(1, givenFacts(), { reason: 'January is done' }).events).toMatchObject([
      {
        type: 'PeriodClosed',
        aggregateId: id,
        version: 2,
        reference: true,
        data: { year: 2026, month: 1, reason: 'January is done' },
      },
    ]);
  });

  it('is not closed while an earlier one is open, and the refusal names the earliest', () => {
    expect(() => close(4, closedTo(1))).toThrow(
      refusal('INVALID_TRANSITION', { field: 'month', value: '2026-04', open: '2026-02' }),
    );
    expect(monthsOf(close(2, closedTo(1)))).toEqual([2]);
  });

  it('takes along those before the first transaction of the books, with the same reason', () => {
    const closed = close(4, givenFacts(), { firstPosting: '2026-04-30' });
    expect(monthsOf(closed)).toEqual([1, 2, 3, 4]);
    expect(closed.events.map(({ version }) => version)).toEqual([2, 3, 4, 5]);
    expect(new Set(closed.events.map(({ data }) => (data as { reason: string }).reason)).size).toBe(1);
    expect(monthsOf(close(3, givenFacts(), { firstPosting: null }))).toEqual([1, 2, 3]);
    expect(() => close(4, givenFacts(), { firstPosting: '2026-03-31' })).toThrow(
      refusal('INVALID_TRANSITION', { open: '2026-03' }),
    );
  });

  it('is not closed while its checklist blocks it, unless that is to be left aside', () => {
    const blocking = [
      { code: 'POSTINGS_FAILED', count: 2 },
      { code: 'TRIAL_BALANCE', count: 1 },
    ];
    expect(() => close(1, givenFacts(), { blocking, despite: ['TRIAL_BALANCE'] })).toThrow(
      refusal('INVALID_TRANSITION', { field: 'month', blocking: ['POSTINGS_FAILED'] }),
    );
    const despite = ['POSTINGS_FAILED', 'TRIAL_BALANCE'];
    expect(monthsOf(close(1, givenFacts(), { blocking, despite }))).toEqual([1]);
  });

  it('is reopened when it is the latest', () => {
    expect(reopen(3, closedTo(3)).events).toMatchObject([
      { type: 'PeriodReopened', version: 2, data: { month: 3, reason: 'late invoice' } },
    ]);
    expect(() => reopen(2, closedTo(3))).toThrow(
      refusal('INVALID_TRANSITION', { field: 'month', value: '2026-02', closed: '2026-03' }),
    );
  });

  it('is reopened with all behind it, the latest first, when that is meant', () => {
    expect(monthsOf(reopen(2, closedTo(4), true))).toEqual([4, 3, 2]);
  });

  it('of a closed year is not reopened', () => {
    expect(() => reopen(12, closedTo(12, { closedYears: [2026] }))).toThrow(
      refusal('INVALID_TRANSITION', { field: 'month', year: 2026 }),
    );
  });

  it('is not closed twice, nor reopened when it is open', () => {
    expect(() => close(3, closedTo(3))).toThrow(refusal('INVALID_TRANSITION', { field: 'month' }));
    expect(() => reopen(4, closedTo(3))).toThrow(refusal('INVALID_TRANSITION', { field: 'month' }));
  });

  it('is neither closed nor reopened in a year that was never opened', () => {
    for (const decide of [
      () => close(3, givenFacts(), { years: new Map() }),
      () => decideReopenPeriod({ year: 2025, month: 3, reason: 'x', andLater: true }, known(), givenFacts()),
    ])
      expect(decide).toThrow(refusal('NOT_FOUND', { field: 'year' }));
  });

  it.each([0, 13, 1.5])('%d is none', (month) => {
    expect(() => close(month, givenFacts())).toThrow(refusal('BAD_USER_INPUT', { field: 'month' }));
  });

  it('is not closed without a reason', () => {
    expect(() => close(1, givenFacts(), { reason: ' ' })).toThrow(
      refusal('BAD_USER_INPUT', { field: 'reason' }),
    );
  });
});
