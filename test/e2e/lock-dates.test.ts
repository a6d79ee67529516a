import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadChart } from '#ledger/accounts/chart.ts';
import type { Caller } from '#test/caller.ts';
import { mutation, record, sale } from '#test/postings.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
let chief: Caller;
beforeAll(async () => {
  system = await startSystem({ companies: 2, chart: loadChart(), years: [2026] });
  chief = system.company(0).as('chief_accountant');
});
afterAll(() => system.close());

const LOCK =
  'mutation ($input: SetLockDateInput!) { setLockDate(input: $input) { lockDate { area until changes { until reason by { id } } } } }';
const EXCEPTION =
  'lockException { id area isRunning reason revokeReason transactionIds user { id } grantedBy { id } }';
const GRANT = `mutation ($input: GrantLockExceptionInput!) { grantLockException(input: $input) { ${EXCEPTION} } }`;
const REVOKE = `mutation ($input: RevokeLockExceptionInput!) { revokeLockException(input: $input) { ${EXCEPTION} } }`;
const EXCEPTIONS = '{ lockExceptions(first: 10) { edges { node { id isRunning transactionIds } } } }';

const lock = (until: string | null, area = 'LEDGER') =>
  chief.query(LOCK, { input: { area, until, reason: 'თვე შემოწმდა' } });
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

describe('a lock date', () => {
  it('stops what is written by hand up to its day, though the month is open, and nothing after it', async () => {
    const early = await record(chief, sale('5.00', { date: '2026-03-10' }));
    expect(await lock('2026-03-20')).toMatchObject({
      setLockDate: {
        lockDate: { area: 'LEDGER', until: '2026-03-20', changes: [{ reason: 'თვე შემოწმდა' }] },
      },
    });
    const refused = { code: 'PERIOD_CLOSED', field: 'date', value: '2026-03-20', area: 'LEDGER' };
    expect(
      await chief.refusal(mutation('recordTransaction'), { input: sale('1.00', { date: '2026-03-20' }) }),
    ).toMatchObject(refused);
    expect(
      await chief.refusal(mutation('reverseTransaction'), {
        input: { id: early.id, date: '2026-03-20', reason: 'a mistake' },
      }),
    ).toMatchObject(refused);
    await record(chief, sale('1.00', { date: '2026-03-21' }));
    await lock(null);
    await record(chief, sale('1.00', { date: '2026-03-20' }));
  });

  it('of another area does not stop what is written by hand', async () => {
    await lock('2026-06-30', 'TAX');
    await record(chief, sale('1.00', { date: '2026-05-10' }));
    const { lockDates } = await chief.query<{ lockDates: { area: string; until: string | null }[] }>(
      '{ lockDates { area until } }',
    );
    expect(lockDates.map(({ area, until }) => `${area} ${until}`)).toEqual([
      'LEDGER null',
      'TAX 2026-06-30',
      'PAYROLL null',
      'INVENTORY null',
    ]);
    await lock(null, 'TAX');
  });

  it('lets whoever has an exception pass, says by which transactions, and no more when it is revoked', async () => {
    await lock('2026-07-31');
    const { id: userId } = system.company(0).users.chief_accountant;
    const given = { area: 'LEDGER', userId, until: inAnHour(), reason: 'an invoice was late' };
    const { grantLockException } = await chief.query<{
      grantLockException: { lockException: { id: string } };
    }>(GRANT, { input: given });
    const { id } = grantLockException.lockException;
    expect(grantLockException.lockException).toMatchObject({ isRunning: true, transactionIds: [] });
    const late = await record(chief, sale('2.00', { date: '2026-07-10' }));
    expect(await chief.query(EXCEPTIONS)).toMatchObject({
      lockExceptions: { edges: [{ node: { id, isRunning: true, transactionIds: [late.id] } }] },
    });
    const revoking = { input: { id, reason: 'it is done' } };
    expect(await chief.query(REVOKE, revoking)).toMatchObject({
      revokeLockException: { lockException: { isRunning: false, revokeReason: 'it is done' } },
    });
    expect(await chief.refusal(REVOKE, revoking)).toMatchObject({ code: 'INVALID_TRANSITION', field: 'id' });
    expect(
      await chief.refusal(mutation('recordTransaction'), { input: sale('1.00', { date: '2026-07-10' }) }),
    ).toMatchObject({ code: 'PERIOD_CLOSED', area: 'LEDGER' });
    await lock(null);
  });

  it('takes no exception that is over, and belongs to one company', async () => {
    const { id: userId } = system.company(0).users.chief_accountant;
    const given = { area: 'LEDGER', userId, until: '2020-01-01T00:00:00Z', reason: 'x' };
    expect(await chief.refusal(GRANT, { input: given })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'until',
    });
    const other = system.company(1).as('chief_accountant');
    await lock('2026-09-30');
    await record(other, sale('1.00', { date: '2026-09-10' }));
    expect(await other.query(EXCEPTIONS)).toEqual({ lockExceptions: { edges: [] } });
    const { lockExceptions } = await chief.query<{
      lockExceptions: { edges: { node: { id: string } }[] };
    }>(EXCEPTIONS);
    const id = lockExceptions.edges[0]?.node.id;
    expect(await other.refusal(REVOKE, { input: { id, reason: 'x' } })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'id',
    });
    await lock(null);
  });

  it('is set by those who may close months', async () => {
    const auditor = system.company(0).as('auditor');
    const input = { area: 'LEDGER', until: '2026-01-31', reason: 'x' };
    expect(await auditor.refusal(LOCK, { input })).toMatchObject({ code: 'FORBIDDEN' });
  });
});
