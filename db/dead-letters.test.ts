import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createTestLedger, openBooks, type Books, type TestLedger } from '#ledger/testing/books.ts';
import { createLedgerWriter, type LedgerWriter } from '#ledger/writer.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { createLog } from '#shared/platform/log.ts';
import { openDatabase } from './client.ts';
import { consumerLag } from './consumer-lag.ts';
import { createDeadLetters, type DeadLetter, type DeadLetters } from './dead-letters.ts';
import { createConsumer, type Consumer, type ConsumerOptions } from './feed.ts';

const log = createLog({ logLevel: 'silent' });
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

let ledger: TestLedger;
let writer: LedgerWriter;
let owner: postgres.Sql;
let letters: DeadLetters;
const consumers: Consumer[] = [];

beforeAll(async () => {
  ledger = await createTestLedger();
  writer = createLedgerWriter(ledger.database);
  letters = createDeadLetters(ledger.database, 'ledger');
  owner = postgres(ledger.test.ownerUrl, { max: 2, onnotice: () => undefined });
  await owner.unsafe(`
    create table ledger.digested (company_id uuid, consumer text, seq bigint, n int generated always as identity);
    grant select, insert on ledger.digested to davtari_ledger;`);
});
afterEach(async () => {
  await Promise.all(consumers.splice(0).map((consumer) => consumer.close()));
});
afterAll(async () => {
  await owner.end();
  await ledger.close();
});

/** Writes down what it handles, unless `refuse` throws. */
function consume(
  name: string,
  refuse: (companyId: string, seq: number) => void,
  options: Partial<ConsumerOptions> = {},
): Consumer {
  const consumer = createConsumer({
    database: ledger.database,
    schema: 'ledger',
    name,
    log,
    pollSeconds: 30,
    retrySeconds: 0.01,
    maxAttempts: 3,
    async handle(sql, companyId, events) {
      for (const { seq } of events) {
        await sql`insert into ledger.digested values (${companyId}, ${name}, ${seq})`;
        refuse(companyId, seq);
      }
    },
    ...options,
  });
  consumers.push(consumer);
  return consumer;
}

async function digested(name: string, { actor }: Books): Promise<number[]> {
  const rows = await owner<{ seq: number }[]>`
    select seq::int from ledger.digested where consumer = ${name} and company_id = ${actor.companyId} order by n`;
  return rows.map(({ seq }) => seq);
}

const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 15_000 });

async function lettersOf({ actor }: Books, isSettledToo = true): Promise<DeadLetter[]> {
  return letters.list({ companyId: actor.companyId, isSettledToo });
}

const statesOf = async (books: Books): Promise<string[]> =>
  (await lettersOf(books)).map(({ state }) => state);

describe('an event that cannot be handled', () => {
  it('becomes a dead letter after the last attempt; its company goes on behind it and others never wait', async () => {
    const [bad, good] = [await openBooks(writer), await openBooks(writer)];
    let failures = 0;
    consume('poisoned', (companyId, seq) => {
      if (companyId !== bad.actor.companyId || seq !== 3) return;
      failures++;
      throw new TypeError('cannot read "ნინო" of nino@example.ge, 01001012345');
    });
    await eventually(() => digested('poisoned', good)).toEqual(upTo(5));
    await eventually(() => digested('poisoned', bad)).toEqual([1, 2, 4, 5]);
    const [letter, ...others] = await lettersOf(bad);
    expect(others).toEqual([]);
    expect(letter).toMatchObject({
      id: `poisoned/${bad.actor.companyId}/3`,
      consumer: 'poisoned',
      companyId: bad.actor.companyId,
      seq: 3,
      eventType: 'AccountOpened',
      state: 'waiting',
      attempts: 3,
      errorClass: 'TypeError',
      errorMessage: 'cannot read "…" of [redacted], [redacted]',
    });
    // Once within the batch, and three times alone.
    expect(failures).toBe(4);
    expect(await lettersOf(good)).toEqual([]);
  });

  it('keeps the order of its company while it is tried, and is forgotten when it succeeds', async () => {
    const books = await openBooks(writer);
    let failures = 0;
    consume('patient', (companyId, seq) => {
      if (companyId === books.actor.companyId && seq === 2 && failures++ < 2) throw new Error('not yet');
    });
    await eventually(() => digested('patient', books)).toEqual(upTo(5));
    expect(failures).toBe(3);
    expect(await lettersOf(books)).toEqual([]);
  });

  it('has its attempts counted over the deaths of processes', async () => {
    const books = await openBooks(writer);
    let failures = 0;
    const refuse = (companyId: string, seq: number) => {
      if (companyId !== books.actor.companyId || seq !== 1) return;
      failures++;
      throw new Error('never');
    };
    const options = { batchSize: 1, maxAttempts: 4 };
    for (const attempts of [1, 2, 3]) {
      const consumer = consume('mortal', refuse, { ...options, retrySeconds: 0.01 });
      await eventually(async () => (await lettersOf(books))[0]?.attempts ?? 0).toBeGreaterThanOrEqual(
        attempts,
      );
      await consumer.close();
    }
    consume('mortal', refuse, options);
    await eventually(() => statesOf(books)).toEqual(['waiting']);
    expect(failures).toBe(4);
  });

  it('is not blamed for what is away: such failures are tried without end', async () => {
    const books = await openBooks(writer);
    const passing = [
      new DomainError('SERVICE_UNAVAILABLE', 'away'),
      Object.assign(new postgres.PostgresError('deadlock'), { code: '40P01' }),
      Object.assign(new postgres.PostgresError('serialization'), { code: '40001' }),
      Object.assign(new Error('reset'), { code: 'ECONNRESET' }),
      Object.assign(new Error('pipe'), { code: 'EPIPE' }),
    ];
    let failures = 0;
    consume('lenient', (companyId) => {
      if (companyId !== books.actor.companyId) return;
      const failure = passing[failures++];
      if (failure !== undefined) throw failure;
    });
    await eventually(() => digested('lenient', books)).toEqual(upTo(5));
    expect(failures).toBe(5 + 5);
    expect(await lettersOf(books)).toEqual([]);
  });

  it('survives that its connection is ended in the middle, and is handled once', async () => {
    const books = await openBooks(writer);
    let isCut = false;
    consume('cut', () => undefined, {
      async handle(sql, companyId, events) {
        for (const { seq } of events)
          await sql`insert into ledger.digested values (${companyId}, 'cut', ${seq})`;
        if (companyId !== books.actor.companyId || isCut) return;
        isCut = true;
        const [me] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
        await owner`select pg_terminate_backend(${me?.pid ?? 0})`;
      },
    });
    await eventually(() => digested('cut', books)).toEqual(upTo(5));
    expect(isCut).toBe(true);
    expect(await lettersOf(books)).toEqual([]);
  });
});

describe('a dead letter', () => {
  /** A consumer with two dead letters of one company, 2 and 4, and a remedy. */
  async function dead(name: string) {
    const books = await openBooks(writer);
    const remedy = { found: false };
    const refuse = (companyId: string, seq: number) => {
      if (companyId === books.actor.companyId && (seq === 2 || seq === 4) && !remedy.found)
        throw new Error('no');
    };
    consume(name, refuse);
    await eventually(() => statesOf(books)).toEqual(['waiting', 'waiting']);
    await eventually(() => digested(name, books)).toEqual([1, 3, 5]);
    const idOf = (seq: number) => `${name}/${books.actor.companyId}/${seq}`;
    return { books, remedy, refuse, idOf };
  }

  it('is handled again when somebody asks for it, exactly once, whoever runs the consumer', async () => {
    const { books, remedy, refuse, idOf } = await dead('cured');
    remedy.found = true;
    const other = openDatabase(ledger.test.urlFor('ledger'), { max: 3 });
    const second = consume('cured', refuse, { database: other, pollSeconds: 0.05 });
    const asked = await Promise.allSettled([4, 2, 4, 2, 4].map((seq) => letters.retry(idOf(seq))));
    expect(asked.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(2);
    await eventually(() => statesOf(books)).toEqual(['handled', 'handled']);
    expect((await digested('cured', books)).sort()).toEqual(upTo(5));
    await expect(letters.retry(idOf(2))).rejects.toMatchObject({ code: 'INVALID_TRANSITION' });
    expect(await lettersOf(books, false)).toEqual([]);
    await second.close();
    await other.close();
  });

  it('waits again, with one attempt more, when it fails again', async () => {
    const { books, idOf } = await dead('incurable');
    await letters.retry(idOf(2));
    await eventually(async () =>
      (await lettersOf(books)).map(({ state, attempts }) => [state, attempts]),
    ).toEqual([
      ['waiting', 4],
      ['waiting', 3],
    ]);
    expect(await digested('incurable', books)).toEqual([1, 3, 5]);
  });

  it('is dropped with a reason, and without one it is not', async () => {
    const { books, remedy, idOf } = await dead('dropped');
    await expect(letters.drop(idOf(2), '  ')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await letters.drop(idOf(2), 'the account was a test');
    remedy.found = true;
    await expect(letters.retry(idOf(2))).rejects.toMatchObject({ code: 'INVALID_TRANSITION' });
    await letters.retry(idOf(4));
    await eventually(() => statesOf(books)).toEqual(['dropped', 'handled']);
    expect(await digested('dropped', books)).toEqual([1, 3, 5, 4]);
    expect(await letters.find(idOf(2))).toMatchObject({ state: 'dropped', reason: 'the account was a test' });
  });

  it('is found by its identifier only within its company', async () => {
    const { books } = await dead('hidden');
    const other = await openBooks(writer);
    await expect(letters.find(`hidden/${other.actor.companyId}/2`)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(letters.find('hidden')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    const seen = await ledger.database.withCompany(
      other.actor.companyId,
      (sql) => sql`select 1 from ledger.dead_letters`,
    );
    expect(seen).toHaveLength(0);
    expect((await letters.list()).filter(({ consumer }) => consumer === 'hidden')).toHaveLength(2);
    expect(books.actor.companyId).not.toBe(other.actor.companyId);
  });
});

describe('the lag of a consumer', () => {
  it('counts companies, events and the age of the oldest one, and what was given up on', async () => {
    const [late, timely] = [await openBooks(writer), await openBooks(writer)];
    const mark = async (consumer: string, except: string[]) =>
      owner`
        insert into ledger.checkpoints (company_id, consumer, seq)
        select company_id, ${consumer}, last_seq from ledger.head where company_id <> all (${except}::uuid[])`;
    await mark('slow', [late.actor.companyId]);
    await owner`insert into ledger.checkpoints values (${late.actor.companyId}, 'slow', 2)`;
    await mark('quick', []);
    await timely.transfer('1110', '6110', '1');
    const [quick, slow] = await consumerLag(ledger.database, 'ledger', ['slow', 'quick']);
    expect(quick).toMatchObject({ consumer: 'quick', companies: 1, events: 1, deadLetters: 0 });
    expect(slow).toMatchObject({ consumer: 'slow', companies: 2, events: 4 });
    expect(slow?.seconds).toBeGreaterThan(quick?.seconds ?? 0);
    const [age] = await owner<{ seconds: number }[]>`
      select extract(epoch from now() - recorded_at)::float8 as seconds from ledger.event_store
      where company_id = ${late.actor.companyId} and seq = 3`;
    expect(Math.abs((slow?.seconds ?? 0) - (age?.seconds ?? 0))).toBeLessThan(5);
    const [poisoned] = await consumerLag(ledger.database, 'ledger', ['poisoned']);
    expect(poisoned?.deadLetters).toBe(1);
    expect(await consumerLag(ledger.database, 'ledger', [])).toEqual([]);
  });
});
