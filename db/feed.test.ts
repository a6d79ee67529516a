import { pino } from 'pino';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestLedger, openBooks, type Books, type TestLedger } from '#ledger/testing/books.ts';
import { createLedgerWriter, type LedgerWriter } from '#ledger/writer.ts';
import { openDatabase } from './client.ts';
import { createDoorbell } from './doorbell.ts';
import { createConsumer, type Consumer, type ConsumerOptions } from './feed.ts';

let ledger: TestLedger;
let writer: LedgerWriter;
let owner: postgres.Sql;

beforeAll(async () => {
  ledger = await createTestLedger();
  writer = createLedgerWriter(ledger.database);
  owner = postgres(ledger.test.ownerUrl, { max: 2, onnotice: () => undefined });
  // Where the consumers of these tests write down what they handled; no key, so that doing a thing twice shows.
  await owner.unsafe(`
    create table ledger.handled (company_id uuid, consumer text, seq bigint, n int generated always as identity);
    grant select, insert on ledger.handled to davtari_ledger;`);
});

afterAll(async () => {
  await owner.end();
  await ledger.close();
});

const silent = pino({ level: 'silent' });

function consume(name: string, options: Partial<ConsumerOptions> = {}): Consumer {
  return createConsumer({
    database: ledger.database,
    schema: 'ledger',
    name,
    log: silent,
    pollSeconds: 30,
    retrySeconds: 0.02,
    async handle(sql, companyId, events) {
      for (const { seq } of events)
        await sql`insert into ledger.handled values (${companyId}, ${name}, ${seq})`;
    },
    ...options,
  });
}

async function handled(name: string, { actor }: Books): Promise<number[]> {
  const rows = await owner<{ seq: number }[]>`
    select seq::int from ledger.handled where consumer = ${name} and company_id = ${actor.companyId} order by n`;
  return rows.map(({ seq }) => seq);
}

async function upToDate(name: string, books: Books): Promise<void> {
  await expect
    .poll(
      async () => {
        const [row] = await owner<{ lag: number }[]>`
          select (h.last_seq - coalesce(c.seq, 0))::int as lag from ledger.head h
          left join ledger.checkpoints c on c.company_id = h.company_id and c.consumer = ${name}
          where h.company_id = ${books.actor.companyId}`;
        return row?.lag;
      },
      { timeout: 10_000 },
    )
    .toBe(0);
}

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe('a consumer of the log', () => {
  it('handles every event of every company once and in order, old and new', async () => {
    const [first, second] = [await openBooks(writer), await openBooks(writer)];
    await first.transfer('1110', '6110', '1');
    const consumer = consume('all', { batchSize: 3 });
    await upToDate('all', first);
    await Promise.all(upTo(20).map((i) => (i % 2 ? first : second).transfer('1110', '6110', '1')));
    await upToDate('all', first);
    await upToDate('all', second);
    await consumer.close();
    expect(await handled('all', first)).toEqual(upTo(16));
    expect(await handled('all', second)).toEqual(upTo(15));
  });

  it('goes on where it stopped', async () => {
    const books = await openBooks(writer);
    const before = consume('again');
    await upToDate('again', books);
    await before.close();
    await books.transfer('1110', '6110', '1');
    const after = consume('again');
    await upToDate('again', books);
    await after.close();
    expect(await handled('again', books)).toEqual(upTo(6));
  });

  it('sees events as they were stored', async () => {
    const books = await openBooks(writer);
    const { result } = await books.transfer('1110', '6110', '7.50');
    const seen: unknown[] = [];
    const consumer = consume('seeing', {
      handle: (_sql, companyId, events) => {
        if (companyId === books.actor.companyId)
          seen.push(...events.filter(({ type }) => type === 'TransactionPosted'));
        return Promise.resolve();
      },
    });
    await upToDate('seeing', books);
    await consumer.close();
    expect(seen).toEqual([
      {
        companyId: books.actor.companyId,
        seq: 6,
        aggregateType: 'Transaction',
        aggregateId: result.transactionId,
        version: 1,
        type: 'TransactionPosted',
        data: expect.objectContaining({ totalGel: '7.50', date: '2026-03-15' }),
        userId: books.actor.userId,
        recordedAt: expect.stringMatching(/^2.*Z$/),
        publishedSeq: 1,
      },
    ]);
  });

  it('does nothing twice when two processes run it', async () => {
    const companies = await Promise.all(upTo(4).map(() => openBooks(writer)));
    const others = openDatabase(ledger.test.urlFor('ledger'), { max: 3 });
    const pair = [
      consume('pair', { batchSize: 2, pollSeconds: 0.05 }),
      consume('pair', { batchSize: 2, pollSeconds: 0.05, database: others }),
    ];
    for (let round = 0; round < 5; round++) {
      await Promise.all(companies.flatMap((books) => upTo(6).map(() => books.transfer('1110', '6110', '1'))));
    }
    for (const books of companies) await upToDate('pair', books);
    for (const consumer of pair) await consumer.close();
    await others.close();
    for (const books of companies) expect(await handled('pair', books)).toEqual(upTo(35));
  });

  it('leaves nothing of a batch that failed, and tries it again until it succeeds', async () => {
    const books = await openBooks(writer);
    let failures = 0;
    const consumer = consume('stubborn', {
      async handle(sql, companyId, events) {
        for (const { seq } of events) {
          await sql`insert into ledger.handled values (${companyId}, 'stubborn', ${seq})`;
          if (companyId === books.actor.companyId && seq === 4 && failures++ < 3) throw new Error('not yet');
        }
      },
    });
    await upToDate('stubborn', books);
    await consumer.close();
    expect(failures).toBe(4);
    expect(await handled('stubborn', books)).toEqual(upTo(5));
  });

  it('is not held up in one company by the trouble of another, and names the event in the log', async () => {
    const [bad, good] = [await openBooks(writer), await openBooks(writer)];
    const lines: Record<string, unknown>[] = [];
    const log = pino(
      { level: 'error' },
      { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
    );
    const consumer = consume('troubled', {
      log,
      maxAttempts: 1_000,
      async handle(sql, companyId, events) {
        for (const { seq } of events) {
          if (companyId === bad.actor.companyId && seq === 3) throw new Error('indigestible');
          await sql`insert into ledger.handled values (${companyId}, 'troubled', ${seq})`;
        }
      },
    });
    await good.transfer('1110', '6110', '1');
    await upToDate('troubled', good);
    await expect.poll(() => lines.length, { timeout: 5_000 }).toBeGreaterThanOrEqual(3);
    await consumer.close();
    expect(await handled('troubled', good)).toEqual(upTo(6));
    expect(await handled('troubled', bad)).toEqual([1, 2]);
    expect(lines[2]).toMatchObject({
      event: 'consumer.failed',
      companyId: bad.actor.companyId,
      from: 3,
      count: 1,
      attempts: 3,
    });
  });
});

describe('the doorbell', () => {
  it('wakes who waits for the company, remembers a ring for who does not wait yet, and lets others sleep', async () => {
    const [ours, theirs] = [await openBooks(writer), await openBooks(writer)];
    const doorbell = createDoorbell(ledger.database, 'ledger_events');
    const never = new AbortController().signal;
    const [watch, other, all] = [
      doorbell.watch(ours.actor.companyId),
      doorbell.watch(theirs.actor.companyId),
      doorbell.watch(),
    ];
    // The connection itself rings for everybody.
    await Promise.all([watch, other, all].map((each) => each.wait(never, 5_000)));
    await ours.transfer('1110', '6110', '1');
    await watch.wait(never, 5_000);
    const woken = async (waiting: Promise<void>) =>
      Promise.race([waiting.then(() => true), new Promise((resolve) => setTimeout(resolve, 100, false))]);
    expect(await woken(all.wait(never, 5_000))).toBe(true);
    expect(await woken(other.wait(never, 5_000))).toBe(false);
    expect(await woken(watch.wait(never, 5_000))).toBe(false);
    const stop = new AbortController();
    stop.abort();
    await watch.wait(stop.signal, 5_000);
    await doorbell.close();
  });
});
