import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase, type Database } from '#db/client.ts';
import { recalculateRun, startRun } from '#payroll/runs/commands.ts';
import { findRun, readCentreCosts, type RunRow } from '#payroll/runs/queries.ts';
import { createPayrollWriter, type PayrollWriter } from '#payroll/writer.ts';
import { newId } from '#shared/domain/ids.ts';
import { formatAmount, parseDatabaseAmount } from '#shared/domain/money.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { employMany } from './people.ts';

const actor = { companyId: newId(), userId: newId() };
const EMPLOYEES = 240;
const CHUNK = 20;

let test: TestDatabase;
let database: Database;
let writer: PayrollWriter;

beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase(test.urlFor('payroll'), { max: 4 });
  writer = createPayrollWriter(database);
  await employMany(writer, actor, EMPLOYEES, { year: 2026, month: 11 });
});
afterAll(async () => {
  await writer.writePath.drain();
  await database.close();
  await test.drop();
});

/** Runs a worker until it has told of so many chunks, and kills it without a word; or until the run is calculated. */
async function work(runId: string, chunks: number): Promise<RunRow> {
  const child = fork(
    fileURLToPath(new URL('worker-process.ts', import.meta.url)),
    [test.urlFor('payroll'), String(CHUNK)],
    { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  const exited = once(child, 'exit');
  let told = 0;
  child.on('message', () => {
    if (++told === chunks) child.kill('SIGKILL');
  });
  const state = async (): Promise<RunRow['state'] | undefined> =>
    (await findRun(database, actor.companyId, runId))?.state;
  await expect
    .poll(
      async () => child.exitCode !== null || child.signalCode !== null || (await state()) === 'CALCULATED',
      {
        timeout: 60_000,
      },
    )
    .toBe(true);
  child.kill('SIGKILL');
  await exited;
  const run = await findRun(database, actor.companyId, runId);
  if (run === null) throw new Error('the run is gone');
  return run;
}

it('a run killed again and again gives the payslips of one that was not, and its totals are the sums of them', async () => {
  const id = await startRun(writer, actor, {
    year: 2026,
    month: 11,
    payDate: '2026-11-30',
    isCorrection: false,
  });
  const first = await work(id, 3);
  expect(first).toMatchObject({ state: 'CALCULATING', toDo: EMPLOYEES });
  expect(first.done).toBeGreaterThanOrEqual(3 * CHUNK);
  expect(first.done).toBeLessThan(EMPLOYEES);
  const second = await work(id, 2);
  expect(second.state).toBe('CALCULATING');
  expect(second.done).toBeGreaterThan(first.done);
  const killed = await work(id, Number.POSITIVE_INFINITY);
  expect(killed).toMatchObject({ state: 'CALCULATED', employees: EMPLOYEES, done: EMPLOYEES });

  await recalculateRun(writer, actor, { id });
  const whole = await work(id, Number.POSITIVE_INFINITY);
  expect(whole).toMatchObject({ state: 'CALCULATED', calculation: 2 });
  expect(whole.digest).toBe(killed.digest);
  expect(whole.totals).toEqual(killed.totals);

  const { companyId } = actor;
  const [slips, centres] = await database.withCompany(companyId, async (sql) => [
    await sql<{ gross: string; net_to_pay: string; lines: { code: string; amount: string }[] }[]>`
      select gross::text, net_to_pay::text, lines from payroll.payslips where company_id = ${companyId} and run_id = ${id}`,
    await readCentreCosts(sql, companyId, id),
  ]);
  const sum = (amounts: readonly string[]): string =>
    formatAmount(amounts.reduce((total, amount) => total + parseDatabaseAmount(amount), 0n));
  expect(sum(slips.map(({ gross }) => gross))).toBe(whole.totals?.gross);
  expect(sum(slips.map(({ net_to_pay: net }) => net))).toBe(whole.totals?.netToPay);
  // Splits over cost centres sum to the whole, and lines to their payslip.
  expect(sum(centres.map(({ gross }) => gross))).toBe(whole.totals?.gross);
  expect(sum(centres.map(({ employerPension }) => employerPension))).toBe(whole.totals?.employerPension);
  const kept = ['COURT_ORDER', 'ADVANCE', 'DEDUCTION'];
  for (const { gross, lines } of slips)
    expect(sum(lines.filter(({ code }) => !kept.includes(code)).map(({ amount }) => amount))).toBe(gross);

  // Nobody changes a payslip of a calculated run, whatever right they have to write.
  await expect(
    database.withCompany(
      companyId,
      (sql) => sql`
        insert into payroll.payslips select * from payroll.payslips where company_id = ${companyId} limit 1`,
      'write',
    ),
  ).rejects.toThrow(/are not to be changed/);
}, 180_000);
