import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWatchedLog } from '#test/log-watch.ts';
import { payrollOf, PAY_CHART, type Payroller } from '#test/payroll.ts';
import { printedText } from '#test/printed-text.ts';
import { startSystem, type System } from '#test/system.ts';
import { rebuildPayroll } from './rebuild.ts';
import { openPayrollUpkeep } from './upkeep.ts';

/** Every table that is made of events, whichever log they stand in. */
const TABLES = [
  'absences',
  'components',
  'days_off',
  'employees',
  'employers',
  'employments',
  'leave_provisions',
  'payment_files',
  'payments',
  'posting_accounts',
  'posting_outcomes',
  'runs',
];

/** Written besides the log, once: what is made anew stands around it. */
const STATE = ['payslips', 'run_progress'];

/** The log, and how far it was read. */
const OF_THE_LOG = [
  'aggregate_snapshots',
  'checkpoints',
  'dead_letters',
  'document_series',
  'event_store',
  'head',
  'idempotency_keys',
];

let system: System;
beforeAll(async () => {
  system = await startSystem({ companies: 2, chart: PAY_CHART });
});
afterAll(() => system.close());

/** Every row of every table as PostgreSQL writes it, of all companies. */
async function dump(): Promise<Record<string, string[]>> {
  const tables: Record<string, string[]> = {};
  for (const table of [...TABLES, ...STATE]) {
    const rows = await system.owner.sql<{ text: string }[]>`
      select r::text as text from ${system.owner.sql(`payroll.${table}`)} r order by 1`;
    tables[table] = rows.map(({ text }) => text);
  }
  return tables;
}

/** Waits until ledger and payroll have read all that the other one wrote. */
async function settled(companyId: string): Promise<void> {
  const behind = async () => {
    const [row] = await system.owner.sql<{ events: number }[]>`
      select (
        (select h.last_seq from payroll.head h where h.company_id = ${companyId})
        - (select c.seq from ledger.checkpoints c
           where c.company_id = ${companyId} and c.consumer = 'postings-of-payroll')
        + (select h.last_seq from ledger.head h where h.company_id = ${companyId})
        - (select c.seq from payroll.checkpoints c
           where c.company_id = ${companyId} and c.consumer = 'pay-in-books'))::int as events`;
    return row?.events;
  };
  await expect.poll(behind, { timeout: 30_000 }).toBe(0);
}

async function order<Payload>(
  { keeper }: Payroller,
  field: string,
  selection: string,
  input: object,
): Promise<Payload> {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const answer = await keeper.query<Record<string, Payload>>(
    `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} } }`,
    { input },
  );
  const payload = answer[field];
  if (payload === undefined) throw new Error(`${field} answered nothing`);
  return payload;
}

interface Lived {
  readonly payroll: Payroller;
  readonly run: string;
  readonly employee: string;
}

/** Lets everything happen that payroll keeps a table of. */
async function liveThrough(index: number): Promise<Lived> {
  const company = system.company(index);
  const payroll = await payrollOf(system, company);
  const iban = 'GE29NB0000000101904917';
  const [first, second, leaver] = await Promise.all([
    payroll.employ({ pay: { amount: '1000.00' }, person: { iban, personalNumber: '01008012345' } }),
    payroll.employ({ pay: { amount: '784.00', basis: 'NET' }, person: { iban } }),
    payroll.employ({ pay: { amount: '12.50', unit: 'HOURLY' } }),
  ]);
  const common = { employmentId: first.employment, from: '2026-03-01' };
  await payroll.add({ ...common, kind: 'BONUS', name: 'prize', amount: '50.00', basis: 'GROSS' });
  await payroll.add({ ...common, kind: 'ADVANCE', name: 'advance', amount: '100.00' });
  const { component } = await order<{ component: { id: string } }>(
    payroll,
    'addPayComponent',
    'component { id }',
    { ...common, kind: 'DEDUCTION', name: 'mistake', amount: '5.00' },
  );
  await order(payroll, 'cancelPayComponent', 'employment { id }', { id: component.id });
  await payroll.away({
    employmentId: second.employment,
    kind: 'PAID_LEAVE',
    from: '2026-03-16',
    to: '2026-03-17',
  });
  await payroll.away({
    employmentId: leaver.employment,
    kind: 'MATERNITY',
    from: '2026-02-02',
    to: '2026-02-10',
    isComplicated: true,
  });
  const { absence } = await order<{ absence: { id: string } }>(payroll, 'recordAbsence', 'absence { id }', {
    employmentId: second.employment,
    kind: 'SICK_LEAVE',
    from: '2026-03-19',
    to: '2026-03-20',
  });
  await order(payroll, 'cancelAbsence', 'employment { id }', { id: absence.id });
  for (const date of ['2026-03-30', '2026-03-31'])
    await order(payroll, 'declareDayOff', '__typename', { date, reason: 'holiday' });
  await order(payroll, 'withdrawDayOff', '__typename', { date: '2026-03-31' });
  await order(payroll, 'describePayrollEmployer', 'employer { taxId }', {
    nameKa: 'შპს დავთარი',
    taxId: '404404404',
  });
  await order(payroll, 'choosePayrollPostingAccount', 'account { role }', {
    role: 'BENEFITS_PROVIDED',
    accountCode: '7410',
  });

  const given = await payroll.start(2026, 3);
  await payroll.command('cancelPayrollRun', { id: given.id, reason: 'too early' });
  // Calculated, changed, calculated anew: payslips of the first calculation are gone.
  const begun = await payroll.start(2026, 3);
  await payroll.add({ ...common, kind: 'BONUS', name: 'another', amount: '7.00', basis: 'GROSS' });
  await payroll.command('recalculatePayrollRun', { id: begun.id });
  const { id, digest } = await payroll.past(begun.id, 'CALCULATING');
  await payroll.command('approvePayrollRun', { id, digest }, payroll.approver);
  // The ledger refuses a day in a closed period, and is asked again.
  await payroll.command('postPayrollRun', { id, date: '2025-12-31' });
  expect((await payroll.past(id, 'POSTING')).state).toBe('POSTING_REFUSED');
  await payroll.command('postPayrollRun', { id });
  expect((await payroll.past(id, 'POSTING')).state).toBe('POSTED');

  const { file } = await order<{ file: { id: string } }>(payroll, 'makePayrollPaymentFile', 'file { id }', {
    runId: id,
  });
  await order(payroll, 'settlePayrollPayments', 'file { id }', {
    fileId: file.id,
    date: '2026-03-28',
    confirmed: [first.employee],
    failed: [{ employeeId: second.employee, reason: 'account closed' }],
  });
  await order(payroll, 'payPayrollInCash', 'file { id }', {
    runId: id,
    date: '2026-04-01',
    employeeIds: [leaver.employee],
  });
  // The account of whoever gets none any more was known when the file was made.
  await order(payroll, 'updateEmployee', 'employee { id }', { id: second.employee, iban: null });
  await order(payroll, 'changeEmploymentTerms', 'employment { id }', {
    id: first.employment,
    from: '2026-03-16',
    pay: { amount: '1500.00', unit: 'MONTHLY', basis: 'GROSS' },
  });
  await order(payroll, 'endEmployment', 'employment { id }', {
    id: leaver.employment,
    end: '2026-04-10',
    reason: 'OWN_WISH',
  });
  await payroll.pay(2026, 4, { rates: [{ currency: 'USD', rate: '2.7' }] });
  for (const month of [3, 4]) {
    await order(payroll, 'postLeaveProvision', '__typename', { year: 2026, month });
    await settled(company.id);
  }
  // One is under way.
  await payroll.start(2026, 5);
  await settled(company.id);
  return { payroll, run: id, employee: first.employee };
}

describe('rebuilt tables of payroll', () => {
  it('are byte for byte what they were, and so are their neighbour’s and the payslips within', async () => {
    const { payroll, run, employee } = await liveThrough(0);
    await liveThrough(1);
    const before = await dump();
    for (const [table, rows] of Object.entries(before))
      expect([table, rows.length > 1]).toEqual([table, true]);

    const { id } = system.company(0);
    await system.owner.sql`update payroll.employees set last_name = 'lost' where company_id = ${id}`;
    await system.owner.sql`update payroll.payments set amount = amount + 1 where company_id = ${id}`;
    await system.owner.sql`delete from payroll.posting_outcomes where company_id = ${id}`;
    expect(await dump()).not.toEqual(before);

    const upkeep = openPayrollUpkeep({
      databaseUrl: system.database.urlFor('payroll'),
      ownerUrl: system.database.ownerUrl,
      log: createWatchedLog(),
    });
    const progress: [number, number][] = [];
    const { events } = await upkeep
      .rebuild(id, (done, total) => progress.push([done, total]))
      .finally(() => upkeep.close());
    expect(await dump()).toEqual(before);
    expect(events).toBeGreaterThan(40);
    expect(progress.at(-1)?.[0]).toBe(progress.at(-1)?.[1]);

    // What is sealed opens as before.
    const PERSON = 'query ($id: ID!) { employee(id: $id) { personalNumber iban } }';
    expect(await payroll.keeper.query(PERSON, { id: employee })).toEqual({
      employee: { personalNumber: '01008012345', iban: 'GE29NB0000000101904917' },
    });
    const { payslipFile } = await payroll.keeper.query<{ payslipFile: { url: string } }>(
      `{ payslipFile(runId: "${run}", employeeId: "${employee}") { url } }`,
    );
    const bytes = Buffer.from(await (await fetch(system.url + payslipFile.url)).arrayBuffer());
    expect((await printedText(bytes)).join()).toContain('01008012345');
    // The run that was under way goes on.
    const next = await payroll.keeper.query<{
      payrollRuns: { edges: { node: { id: string; state: string; digest: string } }[] };
    }>('{ payrollRuns(first: 1) { edges { node { id state digest } } } }');
    const [open] = next.payrollRuns.edges;
    expect(open?.node.state).toBe('CALCULATED');
    await payroll.command(
      'approvePayrollRun',
      { id: open?.node.id, digest: open?.node.digest },
      payroll.approver,
    );
  });

  it('are not made around payslips other than those that were approved', async () => {
    const { id } = system.company(1);
    const before = await dump();
    /** As only the owner could, with the guards silenced. */
    const tamper = (how: string) =>
      system.owner.sql.begin(async (sql) => {
        await sql`set local session_replication_role = replica`;
        await sql`update payroll.payslips set months = ${sql.unsafe(how)}
          where company_id = ${id} and run_id in (select id from payroll.runs where year = 2026 and month = 3)`;
      });
    await tamper(`months || '{}'::jsonb`);
    await expect(rebuildPayroll(system.database.ownerUrl, id)).rejects.toThrow(
      /not those that were approved/,
    );
    await tamper('months - (-1)');
    expect(await dump()).toEqual(before);
  });

  it('are all that a company has in payroll, but for what no log tells', async () => {
    const tables = await system.owner.sql<{ name: string }[]>`
      select c.table_name as name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'payroll' and c.column_name = 'company_id' and t.table_type = 'BASE TABLE'
      order by 1`;
    expect(tables.map(({ name }) => name)).toEqual([...TABLES, ...STATE, ...OF_THE_LOG].sort());
  });

  it('are asked for by the owner of the tables and nobody else', async () => {
    await expect(rebuildPayroll(system.database.urlFor('payroll'), uuidv7())).rejects.toThrow(
      /must own the tables/,
    );
  });
});
