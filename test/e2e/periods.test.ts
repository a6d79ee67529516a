import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '#test/caller.ts';
import { mutation, perform, record, sale, type Transaction } from '#test/postings.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
let chief: Caller;
beforeAll(async () => {
  system = await startSystem({ companies: 3 });
  chief = system.company(0).as('chief_accountant');
});
afterAll(() => system.close());

const PERIOD = 'period { year month startsOn endsOn status changes { status reason at by { id name } } }';
const CLOSE = `mutation($input: PeriodActionInput!) { closePeriod(input: $input) { ${PERIOD} } }`;
const REOPEN = `mutation($input: PeriodActionInput!) { reopenPeriod(input: $input) { ${PERIOD} } }`;
const OPEN_YEAR =
  'mutation($input: OpenFiscalYearInput!) { openFiscalYear(input: $input) { periods { year month startsOn endsOn status } } }';

const month = (number: number, given: object = {}) => ({
  input: { year: 2026, month: number, reason: 'თვე დასრულდა', ...given },
});

interface Period {
  readonly year: number;
  readonly month: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly status: string;
}

async function closedOn(date: string): Promise<void> {
  expect(await chief.refusal(mutation('recordTransaction'), { input: sale('1.00', { date }) })).toMatchObject(
    {
      code: 'PERIOD_CLOSED',
      field: 'date',
      value: date,
    },
  );
}

/** Closes the months of 2026 before this one that are open. */
async function closedBefore(number: number): Promise<void> {
  const { periods } = await chief.query<{ periods: Period[] }>('{ periods(year: 2026) { month status } }');
  for (const { month: open, status } of periods)
    if (open < number && status === 'OPEN') await chief.query(CLOSE, month(open));
}

describe('a fiscal year', () => {
  it('has twelve months from the first day of January to the last of December', async () => {
    const other = system.company(2).as('chief_accountant');
    const { openFiscalYear } = await other.query<{ openFiscalYear: { periods: Period[] } }>(OPEN_YEAR, {
      input: { year: 2024 },
    });
    const { periods } = openFiscalYear;
    expect(periods.map(({ month: number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(periods.every(({ year, status }) => year === 2024 && status === 'OPEN')).toBe(true);
    expect(periods[0]).toMatchObject({ startsOn: '2024-01-01', endsOn: '2024-01-31' });
    expect(periods[1]).toMatchObject({ startsOn: '2024-02-01', endsOn: '2024-02-29' });
    expect(periods[11]).toMatchObject({ startsOn: '2024-12-01', endsOn: '2024-12-31' });
    await record(other, sale('1.00', { date: '2024-02-29' }));
  });

  it('is not opened before a month that is closed', async () => {
    const other = system.company(2).as('chief_accountant');
    await other.query(CLOSE, { input: { year: 2024, month: 1, reason: 'x' } });
    const refused = await other.refusal(OPEN_YEAR, { input: { year: 2023 } });
    expect(refused).toMatchObject({ code: 'INVALID_TRANSITION', field: 'year', closed: '2024-01' });
    await other.query(OPEN_YEAR, { input: { year: 2027 } });
  });

  it('is opened once, also when ten open it at the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => chief.answer(OPEN_YEAR, { input: { year: 2028 } })),
    );
    const codes = answers.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions['code']);
    expect(codes).toEqual(Array.from({ length: 9 }, () => 'CONFLICT'));
    const { periods } = await chief.query<{ periods: Period[] }>('{ periods(year: 2028) { month } }');
    expect(periods).toHaveLength(12);
  });

  it('that nobody opened takes no postings', async () => {
    await closedOn('2023-06-15');
    await closedOn('2199-12-31');
  });
});

describe('a period', () => {
  it('is closed and reopened with a reason, and remembers who, when and why', async () => {
    const by = { id: system.company(0).users.chief_accountant.id, name: 'chief_accountant 1' };
    const { closePeriod } = await chief.query<{ closePeriod: { period: object } }>(CLOSE, month(1));
    expect(closePeriod.period).toMatchObject({
      status: 'CLOSED',
      changes: [{ status: 'CLOSED', reason: 'თვე დასრულდა', by }],
    });
    await closedOn('2026-01-01');
    await closedOn('2026-01-31');
    await record(chief, sale('1.00', { date: '2026-02-01' }));
    const { reopenPeriod } = await chief.query<{ reopenPeriod: { period: { changes: { at: string }[] } } }>(
      REOPEN,
      month(1, { reason: 'შესწორება' }),
    );
    expect(reopenPeriod.period).toMatchObject({
      status: 'OPEN',
      changes: [
        { status: 'CLOSED', reason: 'თვე დასრულდა', by },
        { status: 'OPEN', reason: 'შესწორება', by },
      ],
    });
    const [closed, reopened] = reopenPeriod.period.changes.map(({ at }) => Date.parse(at));
    expect(reopened).toBeGreaterThanOrEqual(closed ?? Infinity);
    await record(chief, sale('1.00', { date: '2026-01-31' }));
  });

  it('is not closed twice, nor reopened when it is open', async () => {
    await closedBefore(2);
    await chief.query(CLOSE, month(2));
    const refusal = { code: 'INVALID_TRANSITION', field: 'month', value: '2026-02' };
    expect(await chief.refusal(CLOSE, month(2))).toMatchObject(refusal);
    await chief.query(REOPEN, month(2));
    expect(await chief.refusal(REOPEN, month(2))).toMatchObject(refusal);
  });

  it('that closes by an idempotency key answers the same when asked again', async () => {
    await closedBefore(3);
    const once = month(3, { idempotencyKey: 'close-3' });
    expect(await chief.query(CLOSE, once)).toEqual(await chief.query(CLOSE, once));
    await chief.query(REOPEN, month(3));
  });

  it('is closed after those before it, and reopened before them or with them', async () => {
    await closedBefore(3);
    expect(await chief.refusal(CLOSE, month(4))).toMatchObject({
      code: 'INVALID_TRANSITION',
      field: 'month',
      value: '2026-04',
      open: '2026-03',
    });
    expect(await chief.refusal(REOPEN, month(1))).toMatchObject({
      code: 'INVALID_TRANSITION',
      field: 'month',
      value: '2026-01',
      closed: '2026-02',
    });
    await chief.query(REOPEN, month(1, { andLater: true, reason: 'the auditor asked' }));
    const { periods } = await chief.query<{
      periods: (Period & { changes: { status: string; reason: string }[] })[];
    }>('{ periods(year: 2026) { month status changes { status reason } } }');
    expect(periods.slice(0, 3).map(({ status }) => status)).toEqual(['OPEN', 'OPEN', 'OPEN']);
    for (const { changes } of periods.slice(0, 2))
      expect(changes.at(-1)).toEqual({ status: 'OPEN', reason: 'the auditor asked' });
  });

  it('is refused out of order by the database, too', async () => {
    await closedBefore(2);
    const wrong = async (number: number, status: string) =>
      system.owner.sql`update ledger.fiscal_periods set status = ${status}
        where company_id = ${system.company(0).id} and year = 2026 and month = ${number}`.catch(
        (error: unknown) => (error as { constraint_name?: string }).constraint_name,
      );
    expect(await wrong(12, 'CLOSED')).toBe('fiscal_periods_in_order');
    await closedBefore(3);
    expect(await wrong(1, 'OPEN')).toBe('fiscal_periods_in_order');
  });

  it('of one company closes to that company only', async () => {
    await closedBefore(4);
    await chief.query(CLOSE, month(4));
    await record(system.company(1).as('chief_accountant'), sale('1.00', { date: '2026-04-10' }));
    await closedOn('2026-04-10');
  });

  it('keeps out a draft that was approved while it was open, until it is reopened', async () => {
    const { id } = await perform(chief, 'createTransaction', sale('1.00', { date: '2026-05-05' }));
    await perform(chief, 'approveTransaction', { id });
    await closedBefore(5);
    await chief.query(CLOSE, month(5));
    expect(await chief.refusal(mutation('postTransaction'), { input: { id } })).toMatchObject({
      code: 'PERIOD_CLOSED',
      value: '2026-05-05',
    });
    await chief.query(REOPEN, month(5));
    expect((await perform(chief, 'postTransaction', { id })).status).toBe('POSTED');
  });

  it('lets what was posted in it be undone on a day of an open one', async () => {
    const { id } = await record(chief, sale('1.00', { date: '2026-06-06' }));
    await closedBefore(6);
    await chief.query(CLOSE, month(6));
    const undo = (date: string) => ({ input: { id, date, reason: 'x' } });
    expect(await chief.refusal(mutation('reverseTransaction'), undo('2026-06-07'))).toMatchObject({
      code: 'PERIOD_CLOSED',
    });
    expect((await perform(chief, 'reverseTransaction', undo('2026-07-01').input)).date).toBe('2026-07-01');
  });
});

describe('closing a period while fifty post to it', () => {
  it('lets each posting in before the closing or refuses it, and none comes in afterwards', async () => {
    for (const number of [8, 9, 10]) {
      await closedBefore(number);
      const date = `2026-${String(number).padStart(2, '0')}-15`;
      const posting = Array.from({ length: 50 }, () =>
        chief.answer<{ recordTransaction: { transaction: Transaction } }>(mutation('recordTransaction'), {
          input: sale('1.00', { date }),
        }),
      );
      // Some are on their way already when the closing comes.
      await Promise.race(posting);
      const closing = chief.query<{ closePeriod: { period: { changes: { at: string }[] } } }>(
        CLOSE,
        month(number),
      );
      const later = Array.from({ length: 10 }, () =>
        chief.answer<{ recordTransaction: { transaction: Transaction } }>(mutation('recordTransaction'), {
          input: sale('1.00', { date }),
        }),
      );
      await closing;
      const answers = await Promise.all([...posting, ...later]);
      const codes = answers.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions['code']);
      expect(codes.filter((code) => code !== 'PERIOD_CLOSED')).toEqual([]);
      await closedOn(date);
      // In the log nothing of the month comes after its closing.
      const events = await system.owner.sql<{ type: string }[]>`
        select event_type as type from ledger.event_store
        where company_id = ${system.company(0).id}
          and (event_type = 'TransactionPosted' and data->>'date' = ${date}
            or event_type = 'PeriodClosed' and data->>'month' = ${String(number)})
        order by seq`;
      expect(events.at(-1)?.type).toBe('PeriodClosed');
      expect(events.filter(({ type }) => type === 'TransactionPosted')).toHaveLength(60 - codes.length);
    }
  });
});

describe('the list of periods', () => {
  it('is in order of date, of one year or of all', async () => {
    const { periods } = await chief.query<{ periods: Period[] }>('{ periods { startsOn } }');
    const days = periods.map(({ startsOn }) => startsOn);
    expect(days).toEqual([...days].sort());
    expect(days).toHaveLength(24);
    const { periods: none } = await chief.query<{ periods: Period[] }>(
      '{ periods(year: 1995) { startsOn } }',
    );
    expect(none).toEqual([]);
  });
});
