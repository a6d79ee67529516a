import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '#db/client.ts';
import { httpDocumentFeed } from '#gateway/subscriptions/http-feed.ts';
import { createPayrollWriter, type PayrollWriter } from '#payroll/writer.ts';
import { serveSubgraph } from '#shared/graphql/server.ts';
import { createAssertionSigner, createAssertionVerifier } from '#shared/platform/assertion.ts';
import type { DocumentEvent, DocumentFeed } from '#shared/platform/event-feed.ts';
import { generateSigningKey, publicKeySet } from '#shared/platform/keys.ts';
import { createWatchedLog } from '#test/log-watch.ts';
import { PAY_CHART, payrollOf, type Payroller } from '#test/payroll.ts';
import { startSystem, type System, type TestCompany } from '#test/system.ts';
import { employMany } from '../payroll/people.ts';

/** Four chunks of 250. */
const EMPLOYEES = 1_000;

let system: System;
let company: TestCompany;
let payroll: Payroller;
let database: Database;
let writer: PayrollWriter;
/** Where the feed stood before anything was told. */
let beginning: string;

beforeAll(async () => {
  system = await startSystem({ companies: 2, chart: PAY_CHART });
  company = system.company(0);
  database = openDatabase(system.database.urlFor('payroll'), { max: 2 });
  writer = createPayrollWriter(database);
  await employMany(writer, { companyId: company.id, userId: company.users.admin.id }, EMPLOYEES, {
    year: 2026,
    month: 10,
  });
  payroll = await payrollOf(system, company);
  beginning = await system.payroll.feed.latest(company.id);
});
afterAll(async () => {
  await writer.writePath.drain();
  await database.close();
  await system.close();
});

interface Told {
  readonly payrollRunProgress: {
    readonly cursor: string;
    readonly seq: number;
    readonly change: string;
    readonly run: {
      readonly id: string;
      readonly state: string;
      readonly progress: { readonly done: number; readonly employees: number | null };
    };
  };
}
const WATCH = `subscription ($after: Cursor, $ids: [ID!]) { payrollRunProgress(after: $after, documentIds: $ids) {
  cursor seq change run { id state progress { done employees } } } }`;

/** The first events of a feed after a cursor, so many of them. */
async function read(feed: DocumentFeed, after: string, count: number): Promise<DocumentEvent[]> {
  const stop = new AbortController();
  const events: DocumentEvent[] = [];
  for await (const batch of feed.follow(company.id, after, stop.signal)) {
    events.push(...batch);
    if (events.length >= count) stop.abort();
  }
  return events;
}

describe('the progress of a run of pay', () => {
  it('is told live, chunk by chunk, while the mutation has answered long ago', async () => {
    const watching = payroll.keeper.subscribe<Told>(WATCH, { after: beginning });
    const run = await payroll.command('startPayrollRun', { year: 2026, month: 10, payDate: '2026-10-28' });
    expect(run).toMatchObject({ state: 'CALCULATING', progress: { done: 0 } });
    await watching.upTo(6, 60_000);
    const told = watching.seen.map(({ payrollRunProgress }) => payrollRunProgress);
    expect(told.map(({ seq, change }) => [seq, change])).toEqual([
      [1, 'PayrollRunStarted'],
      [2, 'PayrollRunProgressed'],
      [3, 'PayrollRunProgressed'],
      [4, 'PayrollRunProgressed'],
      [5, 'PayrollRunProgressed'],
      [6, 'PayrollRunCalculated'],
    ]);
    // The run is shown as it is when it is told: each time at least as far as the event says.
    const done = told.map((one) => one.run.progress.done);
    for (const [index, least] of [0, 250, 500, 750, 1_000, 1_000].entries())
      expect(done[index]).toBeGreaterThanOrEqual(least);
    // Seen on the way, not only at the end.
    expect(done.filter((count) => count > 0 && count < EMPLOYEES).length).toBeGreaterThan(0);
    expect(told.filter((one) => one.run.state === 'CALCULATING').length).toBeGreaterThan(1);
    expect(told.at(-1)?.run).toMatchObject({
      id: run.id,
      state: 'CALCULATED',
      progress: { done: EMPLOYEES, employees: EMPLOYEES },
    });
    await watching.stop();
  }, 90_000);

  it('goes on behind a cursor, told once each, and of certain runs only', async () => {
    const all = payroll.keeper.subscribe<Told>(WATCH, { after: beginning });
    const third = (await all.upTo(3))[2]?.payrollRunProgress;
    await all.stop();
    const resumed = payroll.keeper.subscribe<Told>(WATCH, { after: third?.cursor });
    expect((await resumed.upTo(3)).map((one) => one.payrollRunProgress.seq)).toEqual([4, 5, 6]);
    await resumed.stop();

    const other = payroll.keeper.subscribe<Told>(WATCH, { after: beginning, ids: [company.id] });
    const same = payroll.keeper.subscribe<Told>(WATCH, { after: beginning, ids: [third?.run.id] });
    await same.upTo(6);
    expect(other.seen).toEqual([]);
    await Promise.all([other.stop(), same.stop()]);
  });

  it('is told of one’s own company only, and to nobody without payroll:read', async () => {
    const stranger = system.company(1).as('admin').subscribe<Told>(WATCH);
    const clerk = company.as('accountant').subscribe<Told>(WATCH, { after: beginning });
    expect((await clerk.ended).errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
    expect([clerk.seen, stranger.seen]).toEqual([[], []]);
    await Promise.all([stranger.stop(), clerk.stop()]);
  });

  it('is asked for the permission at each event: who loses it hears nothing more', async () => {
    const auditor = company.users.auditor.id;
    const watching = company.as('auditor').subscribe<Told>(WATCH, { after: beginning });
    await watching.upTo(6);
    await company
      .as('admin')
      .query(`mutation ($input: SetUserRolesInput!) { setUserRoles(input: $input) { __typename } }`, {
        input: { userId: auditor, roles: ['accountant'] },
      });
    await payroll.command('recalculatePayrollRun', {
      id: watching.seen[0]?.payrollRunProgress.run.id,
    });
    expect(await watching.ended).toMatchObject({ closeCode: 4403 });
    expect(watching.seen).toHaveLength(6);
    await payroll.past(String(watching.seen[0]?.payrollRunProgress.run.id), 'CALCULATING');
  }, 90_000);

  it('comes over HTTP from a payroll in another process, the same events under the same cursors', async () => {
    const key = await generateSigningKey();
    const served = await serveSubgraph(
      { ...system.payroll, close: () => Promise.resolve() },
      {
        port: 0,
        host: '127.0.0.1',
        log: createWatchedLog(),
        assertions: createAssertionVerifier(publicKeySet([key]), { subgraph: 'payroll' }),
        feed: system.payroll.feed,
      },
    );
    const remote = httpDocumentFeed(served.url, createAssertionSigner(key));
    try {
      const far = await read(remote, beginning, 12);
      expect(far).toEqual(await read(system.payroll.feed, beginning, 12));
      expect(
        far.map(({ change }) => change).filter((change) => change === 'PayrollRunProgressed'),
      ).toHaveLength(8);
      // Nothing but the name of what happened and the id of the run leaves payroll by this way.
      for (const event of far)
        expect(Object.keys(event).sort()).toEqual([
          'change',
          'companyId',
          'cursor',
          'documentId',
          'documentType',
          'recordedAt',
          'seq',
        ]);
    } finally {
      await remote.close();
      await served.close();
    }
  });
});
