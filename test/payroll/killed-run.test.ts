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

/**
 * Runs a worker until it has told of so many chunks, and kills it without a word, at once or so many milliseconds later;
 * or until the run is calculated.
 */
async function work(runId: string, chunks: number, later = 0): Promise<RunRow> {
  const child = fork(
    fileURLToPath(new URL('worker-process.ts', import.meta.url)),
    [test.urlFor('payroll'), String(CHUNK)],
    { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  const exited = once(child, 'exit');
  let told = 0;
  child.on('message', () => {
    if (++told !== chunks) return;
    if (later === 0) child.kill('SIGKILL');
    else setTimeout(() => child.kill('SIGKILL'), later);
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
    rates: [],
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

it('killed at random moments, between chunks, within them and at the end, it gives the same, and tells each step once', async () => {
  const { companyId } = actor;
  const [known] = await database.withCompany(
    companyId,
    (sql) =>
      sql<
        { id: string; digest: string }[]
      >`select id, digest from payroll.runs where company_id = ${companyId}`,
  );
  if (known === undefined) throw new Error('there is no run to calculate anew');
  await recalculateRun(writer, actor, { id: known.id });
  let run: RunRow | undefined;
  const done: number[] = [];
  for (let kill = 0; kill < 5; kill++) {
    // Some milliseconds after a chunk the next one is being read, reckoned or written.
    run = await work(known.id, 1 + Math.floor(Math.random() * 3), 1 + Math.random() * 30);
    done.push(run.done);
    if (run.state === 'CALCULATED') break;
  }
  if (run?.state !== 'CALCULATED') run = await work(known.id, Number.POSITIVE_INFINITY);
  expect(run).toMatchObject({ state: 'CALCULATED', employees: EMPLOYEES, done: EMPLOYEES, calculation: 3 });
  expect(run.digest).toBe(known.digest);
  // No chunk that stood was lost.
  expect(done).toEqual([...done].sort((a, b) => a - b));
  const told = await database.withCompany(
    companyId,
    (sql) => sql<{ type: string; done: number | null }[]>`
      select event_type as type, (data ->> 'done')::int as done from payroll.event_store
      where company_id = ${companyId} and aggregate_id = ${known.id} and (data ->> 'calculation')::int = 3
        and event_type in ('PayrollRunProgressed', 'PayrollRunCalculated') order by seq`,
  );
  expect(told.filter(({ type }) => type === 'PayrollRunCalculated')).toHaveLength(1);
  const steps = told.flatMap((one) => one.done ?? []);
  expect(steps.length).toBeGreaterThan(3);
  expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
}, 180_000);
