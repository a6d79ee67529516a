import { describe, expect, it } from 'vitest';
import { decidePeriod, type PeriodCommand } from './decide.ts';
import { evolveFiscalYear, initialFiscalYear, type FiscalYear, type FiscalYearEvent } from './period.ts';

const id = '00000000-0000-7000-8000-000000002024';
const periodIds = Array.from(
  { length: 12 },
  (_, i) => `00000000-0000-7000-8000-${String(i + 1).padStart(12, '0')}`,
);
const open = (year = 2024): PeriodCommand => ({ type: 'OpenFiscalYear', id, year, periodIds });
const close = (month: number, reason = 'done'): PeriodCommand => ({
  type: 'ClosePeriod',
  id,
  year: 2024,
  month,
  reason,
});
const reopen = (month: number): PeriodCommand => ({
  type: 'ReopenPeriod',
  id,
  year: 2024,
  month,
  reason: 'late invoice',
});

function given(...commands: PeriodCommand[]): FiscalYear {
  return commands.reduce<FiscalYear>(
    (state, command) =>
      decidePeriod(command, state).events.reduce(
        (s, { type, data }) => evolveFiscalYear(s, { type, data } as FiscalYearEvent),
        state,
      ),
    initialFiscalYear,
  );
}

const refusal = (code: string, field: string): unknown =>
  expect.objectContaining({ code, details: expect.objectContaining({ field }) });

describe('a fiscal year', () => {
  it('is opened with its twelve months, first day to last', () => {
    const { events } = decidePeriod(open(), given());
    expect(events).toMatchObject([{ type: 'FiscalYearOpened', version: 1, reference: true }]);
    const { periods } = events[0]?.data as { periods: { month: number; startsOn: string; endsOn: string }[] };
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
    expect(() => decidePeriod(open(), given(open()))).toThrow(refusal('CONFLICT', 'year'));
  });

  it.each([1989, 2101, 2024.5, Number.NaN])('is not opened for %d', (year) => {
    expect(() => decidePeriod(open(year), given())).toThrow(refusal('BAD_USER_INPUT', 'year'));
  });
});

describe('a month', () => {
  it('is closed, reopened and closed again, each time with a reason', () => {
    expect(decidePeriod(close(3, 'March is done'), given(open())).events).toMatchObject([
      {
        type: 'PeriodClosed',
        version: 2,
        reference: true,
        data: { year: 2024, month: 3, reason: 'March is done' },
      },
    ]);
    expect(decidePeriod(reopen(3), given(open(), close(3))).events).toMatchObject([
      { type: 'PeriodReopened', version: 3, data: { month: 3, reason: 'late invoice' } },
    ]);
    expect(decidePeriod(close(3), given(open(), close(3), reopen(3))).events).toHaveLength(1);
  });

  it('is closed by itself: the others stay open', () => {
    const state = given(open(), close(3));
    expect(decidePeriod(close(1), state).events).toHaveLength(1);
    expect(() => decidePeriod(reopen(1), state)).toThrow(refusal('INVALID_TRANSITION', 'month'));
  });

  it('is not closed twice, nor reopened when it is open', () => {
    expect(() => decidePeriod(close(3), given(open(), close(3)))).toThrow(
      refusal('INVALID_TRANSITION', 'month'),
    );
    expect(() => decidePeriod(reopen(3), given(open()))).toThrow(refusal('INVALID_TRANSITION', 'month'));
  });

  it('is neither closed nor reopened in a year that was never opened', () => {
    for (const command of [close(3), reopen(3)]) {
      expect(() => decidePeriod(command, given())).toThrow(refusal('NOT_FOUND', 'year'));
    }
  });

  it.each([0, 13, 1.5])('%d is none', (month) => {
    expect(() => decidePeriod(close(month), given(open()))).toThrow(refusal('BAD_USER_INPUT', 'month'));
  });

  it('is not closed without a reason', () => {
    expect(() => decidePeriod(close(3, ' '), given(open()))).toThrow(refusal('BAD_USER_INPUT', 'reason'));
  });
});
