import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { openDatabase, type Database } from '#db/client.ts';
import { loadChart } from '#ledger/accounts/chart.ts';
import type { Caller } from '#test/caller.ts';
import { createWatchedLog } from '#test/log-watch.ts';
import { UNKNOWN_ID } from '#test/operations.ts';
import { startSystem, type System } from '#test/system.ts';
import { recordYear } from '#test/year-of-trade.ts';
import { rebuildChoices } from '../rebuild.ts';
import { createReportingWriter, type ReportingWriter } from '../writer.ts';
import { tellProgress } from './progress.ts';

let system: System;
let us: Caller;
let minSeq: number;
let database: Database;
let writer: ReportingWriter;
/** Where the feed stood before anything was told. */
let beginning: string;

beforeAll(async () => {
  system = await startSystem({ companies: 2, chart: loadChart(), years: [2025] });
  us = system.company(0).as('admin');
  minSeq = await recordYear(system.company(0), 2025);
  database = openDatabase(system.database.urlFor('reporting'), { max: 2 });
  writer = createReportingWriter(database);
  beginning = await system.reporting.feed.latest(system.company(0).id);
});
afterAll(async () => {
  await writer.writePath.drain();
  await database.close();
  await system.close();
});

interface Progress {
  readonly id: string;
  readonly state: string;
  readonly rows: number;
  readonly ofRows: number | null;
  readonly percent: number | null;
  readonly bytes: string;
  readonly sha256: string | null;
}
interface Told {
  readonly reportFileProgress: { readonly cursor: string; readonly change: string; readonly file: Progress };
}
const FIELDS = 'id report format language state rows ofRows percent bytes sha256';
const WATCH = `subscription ($after: Cursor, $ids: [ID!]) {
  reportFileProgress(after: $after, documentIds: $ids) { cursor change file { ${FIELDS} } } }`;
const FILE = `query ($report: ReportName!, $format: ReportFormat!, $minSeq: Int) {
  reportFile(report: $report, from: "2025-01-01", to: "2025-12-31", format: $format, language: EN, minSeq: $minSeq) {
    id url } }`;

async function link(report: string, format: string): Promise<{ id: string; url: string }> {
  const { reportFile } = await us.query<{ reportFile: { id: string; url: string } }>(FILE, {
    ...{ report, format, minSeq },
  });
  return reportFile;
}
async function progressOf(id: string, by = us): Promise<Progress | null> {
  const query = `query ($id: ID!) { reportFileProgress(id: $id) { ${FIELDS} } }`;
  return (await by.query<{ reportFileProgress: Progress | null }>(query, { id })).reportFileProgress;
}
/** Everything that is told of a file until it has ended. */
async function toldOf(id: string, count: number): Promise<Told['reportFileProgress'][]> {
  const watching = us.subscribe<Told>(WATCH, { after: beginning, ids: [id] });
  try {
    return (await watching.upTo(count)).map(({ reportFileProgress }) => reportFileProgress);
  } finally {
    await watching.stop();
  }
}

describe('a report that is fetched as a file', () => {
  it('is told of when it begins and when it is there, with its rows, bytes and digest', async () => {
    const { id, url } = await link('GENERAL_LEDGER', 'CSV');
    expect(await progressOf(id)).toBeNull();
    const bytes = Buffer.from(await (await fetch(system.url + url)).arrayBuffer());
    const rows = bytes.toString('utf8').trimEnd().split('\r\n').length - 1;

    const told = await toldOf(id, 2);
    expect(told.map(({ change }) => change)).toEqual(['ReportFileStarted', 'ReportFileFinished']);
    const file = await progressOf(id);
    expect(file).toMatchObject({
      ...{ report: 'GENERAL_LEDGER', format: 'CSV', language: 'EN', state: 'FINISHED', percent: 100 },
      ...{ rows, ofRows: rows, bytes: String(bytes.length) },
    });
    const { exportedReports } = await us.query<{ exportedReports: { edges: { node: Progress }[] } }>(
      '{ exportedReports(first: 1) { edges { node { id sha256 } } } }',
    );
    expect(exportedReports.edges[0]?.node).toEqual({ id, sha256: file?.sha256 });
  });

  it('tells of a statement, too, all of whose rows are known', async () => {
    const { id, url } = await link('INCOME_STATEMENT', 'PDF');
    await (await fetch(system.url + url)).arrayBuffer();
    const file = (await toldOf(id, 2)).at(-1)?.file;
    expect(file?.state).toBe('FINISHED');
    expect(file?.rows).toBeGreaterThan(0);
    expect(file?.rows).toBe(file?.ofRows);
  });

  it('says that it broke off when whoever fetched it has gone', async () => {
    const { id, url } = await link('GENERAL_LEDGER', 'CSV');
    const file = await system.reporting.files?.open(url.slice(url.lastIndexOf('/') + 1));
    file?.body.destroy();
    expect((await toldOf(id, 2)).map(({ change }) => change)).toEqual([
      'ReportFileStarted',
      'ReportFileBroken',
    ]);
    expect(await progressOf(id)).toMatchObject({ state: 'BROKEN', sha256: null });
  });

  it('starts again when it is fetched again, and then tells of the last time alone', async () => {
    const log = createWatchedLog();
    const actor = { companyId: system.company(0).id, userId: system.company(0).users.admin.id };
    const id = uuidv7();
    const about = { report: 'GENERAL_LEDGER', format: 'CSV', language: 'ka', ofRows: 4 } as const;
    const first = tellProgress(writer, actor, id, about, log);
    first.row();
    await delay(1_100);
    first.row();
    await toldOf(id, 2);
    const second = tellProgress(writer, actor, id, about, log);
    second.row();
    await delay(1_100);
    second.row();
    await toldOf(id, 4);
    // The first is still at work, and ends before the second: nobody waits for it any more.
    await first.finished('a'.repeat(64));
    await second.finished('b'.repeat(64));
    expect((await toldOf(id, 5)).map(({ change }) => change)).toEqual([
      'ReportFileStarted',
      'ReportFileProgressed',
      'ReportFileStarted',
      'ReportFileProgressed',
      'ReportFileFinished',
    ]);
    expect(await progressOf(id)).toMatchObject({ state: 'FINISHED', rows: 2, sha256: 'b'.repeat(64) });
  });

  it('shows the part that is done on the way, and goes on behind a cursor', async () => {
    const log = createWatchedLog();
    const actor = { companyId: system.company(0).id, userId: system.company(0).users.admin.id };
    const id = uuidv7();
    const watching = us.subscribe<Told>(WATCH, { after: beginning, ids: [id] });
    const about = { report: 'TURNOVER_SHEET', format: 'XLSX', language: 'ka', ofRows: 8 } as const;
    const progress = tellProgress(writer, actor, id, about, log);
    for (let row = 0; row < 5; row += 1) progress.row();
    progress.bytes(1_000);
    await delay(1_100);
    progress.row();
    const [started, halfway] = await watching.upTo(2);
    expect(halfway?.reportFileProgress.file).toMatchObject({
      state: 'MAKING',
      rows: 6,
      percent: 75,
      bytes: '1000',
    });
    await progress.broken();
    await watching.upTo(3);
    await watching.stop();
    const again = us.subscribe<Told>(WATCH, { after: started?.reportFileProgress.cursor, ids: [id] });
    const seen = (await again.upTo(2)).map(({ reportFileProgress }) => reportFileProgress.change);
    expect(seen).toEqual(['ReportFileProgressed', 'ReportFileBroken']);
    await again.stop();
  });

  it('is told of to nobody else, and made anew from the log the same', async () => {
    const { id } = (await toldOf((await fetchedOnce()).id, 1))[0]?.file ?? {};
    const stranger = system.company(1).as('admin');
    expect(await progressOf(id ?? '', stranger)).toBeNull();
    expect(await progressOf(UNKNOWN_ID)).toBeNull();
    expect(await progressOf('no-id')).toBeNull();
    const rows = () => system.owner.sql`
      select * from reporting.file_progress where company_id = ${system.company(0).id} order by id`;
    const before = await rows();
    await rebuildChoices(system.database.ownerUrl, system.company(0).id);
    expect(await rows()).toEqual(before);
  });
});

async function fetchedOnce(): Promise<{ id: string }> {
  const made = await link('TURNOVER_SHEET', 'CSV');
  await (await fetch(system.url + made.url)).arrayBuffer();
  return made;
}
