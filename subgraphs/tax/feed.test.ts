import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '#db/client.ts';
import type { OwnedFeed } from '#db/published-feed.ts';
import { WritePath, type VersionedFacts } from '#db/write-path.ts';
import type { DocumentEvent } from '#shared/platform/event-feed.ts';
import { createLog } from '#shared/platform/log.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { createTaxFeed } from './feed.ts';

const log = createLog({ logLevel: 'silent' });
let test: TestDatabase;
let database: Database;
let taxes: WritePath<VersionedFacts>;
let feed: OwnedFeed<DocumentEvent>;

beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase(test.urlFor('tax'), { max: 4 });
  taxes = new WritePath({
    database,
    schema: 'tax',
    loadFacts: () => Promise.resolve({ referenceSeq: 0 }),
  });
  feed = createTaxFeed(database, log);
});
afterAll(async () => {
  await feed.close();
  await database.close();
  await test.drop();
});

/** Something happens to a document of the company; answers which. */
async function happen(companyId: string, type: string, published = true): Promise<string> {
  const aggregateId = uuid();
  await taxes.execute({
    companyId,
    userId: uuid(),
    operation: 'happen',
    input: aggregateId,
    decide: () => ({
      events: [{ aggregateType: 'Paper', aggregateId, version: 1, type, data: {}, published }],
      result: {},
    }),
  });
  return aggregateId;
}

/** The first so many events after a cursor. */
async function read(companyId: string, after: string, count: number): Promise<DocumentEvent[]> {
  const stop = new AbortController();
  const events: DocumentEvent[] = [];
  for await (const batch of feed.follow(companyId, after, stop.signal)) {
    events.push(...batch);
    if (events.length >= count) stop.abort();
  }
  return events;
}

describe('the feed of tax', () => {
  it('tells what is published, in order and without gaps, and nothing else of the log', async () => {
    const companyId = uuid();
    const start = await feed.latest(companyId);
    const first = await happen(companyId, 'PaperIssued');
    await happen(companyId, 'PaperLaidAside', false);
    const second = await happen(companyId, 'PaperSent');
    const events = await read(companyId, start, 2);
    expect(events).toMatchObject([
      { seq: 1, companyId, change: 'PaperIssued', documentType: 'Paper', documentId: first },
      { seq: 2, companyId, change: 'PaperSent', documentType: 'Paper', documentId: second },
    ]);
    expect(events[0]?.recordedAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });

  it('goes on after a cursor, into what happens while it is followed', async () => {
    const companyId = uuid();
    const start = await feed.latest(companyId);
    for (const name of ['A', 'B', 'C']) await happen(companyId, name);
    const [first] = await read(companyId, start, 3);
    const reading = read(companyId, first?.cursor ?? '', 4);
    for (const name of ['D', 'E']) await happen(companyId, name);
    expect((await reading).map(({ seq, change }) => [seq, change])).toEqual([
      [2, 'B'],
      [3, 'C'],
      [4, 'D'],
      [5, 'E'],
    ]);
  });

  it('begins without what was there already when it begins at the newest position', async () => {
    const companyId = uuid();
    await happen(companyId, 'Before');
    const reading = read(companyId, await feed.latest(companyId), 1);
    await happen(companyId, 'After');
    expect((await reading).map(({ change }) => change)).toEqual(['After']);
  });

  it('refuses cursors that are none, of another company, or too old', async () => {
    const [companyId, other] = [uuid(), uuid()];
    const start = await feed.latest(companyId);
    for (const name of ['A', 'B', 'C']) await happen(companyId, name);
    await expect(read(companyId, 'nonsense', 1)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(read(other, await feed.latest(companyId), 1)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    const forgetful = createTaxFeed(database, log, { retainedEvents: 2 });
    const reading = forgetful.follow(companyId, start, new AbortController().signal)[Symbol.asyncIterator]();
    await expect(reading.next()).rejects.toMatchObject({ code: 'CURSOR_EXPIRED' });
    await forgetful.close();
  });
});
