import { v7 as uuid } from 'uuid';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '#shared/platform/log.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { openDatabase, type Database } from './client.ts';
import { consumerLag } from './consumer-lag.ts';
import { createDeadLetters, joinDeadLetters } from './dead-letters.ts';
import { createConsumer, type Consumer, type ConsumerOptions } from './feed.ts';
import { WritePath, type VersionedFacts } from './write-path.ts';

const log = createLog({ logLevel: 'silent' });
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 15_000 });

let test: TestDatabase;
let owner: postgres.Sql;
/** The ledger reads what tax has written. */
let ledger: Database;
let tax: Database;
let taxes: WritePath<VersionedFacts>;
const consumers: Consumer[] = [];

beforeAll(async () => {
  test = await createTestDatabase();
  owner = postgres(test.ownerUrl, { max: 2, onnotice: () => undefined });
  ledger = openDatabase(test.urlFor('ledger'), { max: 6 });
  tax = openDatabase(test.urlFor('tax'), { max: 3 });
  taxes = new WritePath({
    database: tax,
    schema: 'tax',
    loadFacts: () => Promise.resolve({ referenceSeq: 0 }),
  });
  await owner.unsafe(`
    create table ledger.echoed (company_id uuid, consumer text, seq bigint, n int generated always as identity);
    grant select, insert on ledger.echoed to davtari_ledger;`);
});
afterEach(async () => {
  await Promise.all(consumers.splice(0).map((consumer) => consumer.close()));
});
afterAll(async () => {
  await ledger.close();
  await tax.close();
  await owner.end();
  await test.drop();
});

/** A company in whose log of tax something has happened so often. */
async function companyWith(events: number): Promise<string> {
  const companyId = uuid();
  await happen(companyId, events);
  return companyId;
}

async function happen(companyId: string, events: number): Promise<void> {
  for (const n of upTo(events)) {
    await taxes.execute({
      companyId,
      userId: uuid(),
      operation: 'happen',
      input: n,
      decide: () => ({
        events: [
          { aggregateType: 'Test', aggregateId: uuid(), version: 1, type: 'SomethingHappened', data: { n } },
        ],
        result: {},
      }),
    });
  }
}

function consume(
  name: string,
  refuse: (companyId: string, seq: number) => void = () => undefined,
  options: Partial<ConsumerOptions> = {},
): Consumer {
  const consumer = createConsumer({
    database: ledger,
    schema: 'ledger',
    source: 'tax',
    name,
    log,
    pollSeconds: 30,
    retrySeconds: 0.01,
    maxAttempts: 3,
    async handle(sql, companyId, events) {
      for (const { seq } of events) {
        await sql`insert into ledger.echoed values (${companyId}, ${name}, ${seq})`;
        refuse(companyId, seq);
      }
    },
    ...options,
  });
  consumers.push(consumer);
  return consumer;
}

async function echoed(name: string, companyId: string): Promise<number[]> {
  const rows = await owner<{ seq: number }[]>`
    select seq::int from ledger.echoed where consumer = ${name} and company_id = ${companyId} order by n`;
  return rows.map(({ seq }) => seq);
}

describe('a consumer of the log of another subgraph', () => {
  it('handles every event of every company once and in order, woken by the bell of that subgraph', async () => {
    const [first, second] = [await companyWith(7), await companyWith(1)];
    consume('abroad', undefined, { batchSize: 3 });
    await eventually(() => echoed('abroad', first)).toEqual(upTo(7));
    await happen(second, 4);
    await eventually(() => echoed('abroad', second)).toEqual(upTo(5));
  });

  it('sees events as they were stored', async () => {
    const companyId = await companyWith(1);
    const seen: unknown[] = [];
    consume('seeing', undefined, {
      handle: (_sql, of, events) => {
        if (of === companyId) seen.push(...events);
        return Promise.resolve();
      },
    });
    await eventually(() => Promise.resolve(seen.length)).toBe(1);
    expect(seen[0]).toEqual({
      companyId,
      seq: 1,
      aggregateType: 'Test',
      aggregateId: expect.any(String),
      version: 1,
      type: 'SomethingHappened',
      data: { n: 1 },
      userId: expect.any(String),
      recordedAt: expect.stringMatching(/^2.*Z$/),
      publishedSeq: null,
    });
  });

  it('keeps its checkpoint where its effect is: neither stands without the other', async () => {
    const companyId = await companyWith(4);
    let failures = 0;
    const consumer = consume('whole', (of, seq) => {
      if (of === companyId && seq === 3 && failures++ < 2) throw new Error('not yet');
    });
    await eventually(() => echoed('whole', companyId)).toEqual(upTo(4));
    await consumer.close();
    const checkpoints = await owner`
      select seq::int from ledger.checkpoints where consumer = 'whole' and company_id = ${companyId}`;
    expect([...checkpoints]).toEqual([{ seq: 4 }]);
    const abroad = await owner`select 1 from tax.checkpoints where consumer = 'whole'`;
    expect(abroad).toHaveLength(0);
  });

  it('does nothing twice when two processes run it', async () => {
    const companies = await Promise.all(upTo(3).map(() => companyWith(2)));
    const other = openDatabase(test.urlFor('ledger'), { max: 3 });
    consume('pair', undefined, { batchSize: 2, pollSeconds: 0.05 });
    const second = consume('pair', undefined, { batchSize: 2, pollSeconds: 0.05, database: other });
    await Promise.all(companies.map((companyId) => happen(companyId, 10)));
    for (const companyId of companies) await eventually(() => echoed('pair', companyId)).toEqual(upTo(12));
    await second.close();
    await other.close();
  });

  it('gives up on an event that cannot be handled, and handles it when somebody asks', async () => {
    const companyId = await companyWith(4);
    // As the command line looks: at those of all subgraphs together.
    const letters = joinDeadLetters([createDeadLetters(tax, 'tax'), createDeadLetters(ledger, 'ledger')]);
    const remedy = { found: false };
    consume('abroad-poisoned', (of, seq) => {
      // The ledger has no log of this company: nothing of its own may be demanded.
      if (of === companyId && seq === 2 && !remedy.found) throw new Error('indigestible');
    });
    await eventually(() => echoed('abroad-poisoned', companyId)).toEqual([1, 3, 4]);
    const [letter] = await letters.list({ companyId });
    expect(letter).toMatchObject({
      id: `abroad-poisoned/${companyId}/2`,
      source: 'tax',
      eventType: 'SomethingHappened',
      state: 'waiting',
    });
    const [lag] = await consumerLag(ledger, 'ledger', [{ name: 'abroad-poisoned', source: 'tax' }]);
    expect(lag).toMatchObject({ consumer: 'abroad-poisoned', deadLetters: 1 });
    remedy.found = true;
    await letters.retry(letter?.id ?? '');
    await eventually(async () => (await letters.find(letter?.id ?? '')).state).toBe('handled');
    expect(await echoed('abroad-poisoned', companyId)).toEqual([1, 3, 4, 2]);
  });

  it('tells how far it is behind', async () => {
    const [late, unseen] = [await companyWith(3), await companyWith(2)];
    await owner`
      insert into ledger.checkpoints (company_id, consumer, seq)
      select company_id, 'behind', last_seq from tax.head where company_id not in (${late}, ${unseen})`;
    await owner`insert into ledger.checkpoints values (${late}, 'behind', 1)`;
    const [behind, own] = await consumerLag(ledger, 'ledger', [{ name: 'behind', source: 'tax' }, 'own']);
    expect(behind).toMatchObject({ consumer: 'behind', companies: 2, events: 4, deadLetters: 0 });
    expect(behind?.seconds).toBeGreaterThan(0);
    expect(own).toMatchObject({ consumer: 'own', companies: 0, events: 0, seconds: 0 });
  });
});

describe('what a log publishes', () => {
  it('is read for the company of the transaction and no other', async () => {
    const [ours, theirs] = [await companyWith(1), await companyWith(1)];
    const read = (companyId: string) =>
      ledger.withCompany(ours, (sql) => sql`select 1 from tax_published.log_events(${companyId}, 0, 10)`);
    expect(await read(ours)).toHaveLength(1);
    await expect(read(theirs)).rejects.toMatchObject({ code: '42501' });
    await expect(ledger.sql`select 1 from tax_published.log_events(${ours}, 0, 10)`).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('leaves nothing open behind it', async () => {
    const companyId = await companyWith(1);
    const after = await ledger.withCompany(companyId, async (sql) => {
      await sql`select 1 from tax_published.log_events(${companyId}, 0, 10)`;
      return sql`
        select coalesce(current_setting('app.company_ids', true), '') as companies,
               coalesce(current_setting('app.reads_heads', true), '') as heads`;
    });
    expect(after[0]).toEqual({ companies: '', heads: '' });
  });

  it('is closed to subgraphs that were not given it', async () => {
    const identity = openDatabase(test.urlFor('identity'), { max: 1 });
    await expect(identity.sql`select * from tax_published.log_heads()`).rejects.toMatchObject({
      code: '42501',
    });
    await identity.close();
  });
});
