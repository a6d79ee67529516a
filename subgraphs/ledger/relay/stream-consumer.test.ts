import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DomainError } from '#shared/domain/errors.ts';
import type { PostedEvent } from '#shared/platform/event-feed.ts';
import { createLog } from '#shared/platform/log.ts';
import { openRedis, redisReady, type Redis } from '#shared/platform/redis.ts';
import {
  createStreamConsumer,
  type StreamConsumer,
  type StreamConsumerOptions,
} from '#shared/platform/streams/stream-consumer.ts';
import { hasRedis, startTestRedis, type TestRedis } from '#test/redis.ts';
import { createLedgerFeed, type LedgerFeed } from '../feed.ts';
import { createTestLedger, openBooks, type Books, type TestLedger } from '../testing/books.ts';
import { createLedgerWriter, type LedgerWriter } from '../writer.ts';
import { createStreamRelay, type StreamRelay } from './stream-relay.ts';

const silent = createLog({ logLevel: 'silent' });
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe.skipIf(!hasRedis)('a consumer group in another process', () => {
  let ledger: TestLedger;
  let writer: LedgerWriter;
  let server: TestRedis;
  let redis: Redis;
  let relay: StreamRelay;
  let feed: LedgerFeed;
  const consumers: StreamConsumer[] = [];

  beforeAll(async () => {
    ledger = await createTestLedger();
    writer = createLedgerWriter(ledger.database);
    server = await startTestRedis();
    redis = openRedis(server.url, silent);
    await redisReady(redis);
    relay = createStreamRelay({ database: ledger.database, redis, log: silent });
    feed = createLedgerFeed(ledger.database, silent);
  });
  afterEach(async () => {
    await Promise.all(consumers.splice(0).map((consumer) => consumer.close()));
  });
  afterAll(async () => {
    await relay.close();
    await feed.close();
    redis.disconnect();
    await server.stop();
    await ledger.close();
  });

  function consume(
    group: string,
    companies: readonly Books[],
    handle: (event: PostedEvent) => Promise<void> | void,
    more: Partial<StreamConsumerOptions> = {},
  ): StreamConsumer {
    const consumer = createStreamConsumer({
      redis,
      group,
      consumer: 'one',
      companies: companies.map(({ actor }) => actor.companyId),
      handle: async (event) => handle(event),
      retrySeconds: 0.01,
      maxAttempts: 3,
      leaseMilliseconds: 600,
      log: silent,
      ...more,
    });
    consumers.push(consumer);
    return consumer;
  }

  const post = async (books: Books, count: number) => {
    for (let n = 0; n < count; n++) await books.transfer('1110', '6110', '1');
  };
  const relayed = (books: Books, count: number) =>
    expect.poll(() => redis.xlen(`feed:${books.actor.companyId}`), { timeout: 10_000 }).toBe(count);
  const eventually = (look: () => unknown) => expect.poll(look, { timeout: 15_000 });

  it('handles each event in order, and goes on where the group stopped', async () => {
    const books = await openBooks(writer);
    const seen: number[] = [];
    await post(books, 3);
    const first = consume('steady', [books], ({ seq }) => void seen.push(seq));
    await post(books, 3);
    await eventually(() => seen).toEqual(upTo(6));
    await first.close();
    await post(books, 2);
    consume('steady', [books], ({ seq }) => void seen.push(seq), { consumer: 'two' });
    await eventually(() => seen).toEqual(upTo(8));
  });

  it('divides the companies among its processes and takes over from one that is gone, acknowledged or not', async () => {
    const companies = await Promise.all(upTo(3).map(() => openBooks(writer)));
    const seen = new Map<string, number[]>();
    const note = ({ companyId, seq }: PostedEvent) => {
      seen.set(companyId, [...(seen.get(companyId) ?? []), seq]);
    };
    // A process that read everything, handled nothing and was killed: its lease runs out by itself.
    for (const books of companies) {
      await post(books, 2);
      await relayed(books, 2);
      const key = `feed:${books.actor.companyId}`;
      await redis.set(`lease:shared:${books.actor.companyId}`, 'killed', 'PX', 300);
      await redis.xgroup('CREATE', key, 'shared', '0');
      await redis.xreadgroup('GROUP', 'shared', 'killed', 'COUNT', 10, 'STREAMS', key, '>');
    }
    consume('shared', companies, note);
    consume('shared', companies, note, { consumer: 'two' });
    await Promise.all(companies.map((books) => post(books, 4)));
    await eventually(() => companies.map(({ actor }) => seen.get(actor.companyId))).toEqual(
      companies.map(() => upTo(6)),
    );
  });

  it('puts what it cannot handle aside after some attempts, keeps the order, and holds up no other company', async () => {
    const [bad, good] = [await openBooks(writer), await openBooks(writer)];
    const seen: string[] = [];
    const nameOf = (companyId: string) => (companyId === bad.actor.companyId ? 'bad' : 'good');
    await Promise.all([post(bad, 4), post(good, 4)]);
    let away = 2;
    consume('fragile', [bad, good], ({ companyId, seq }) => {
      const event = `${nameOf(companyId)} ${seq}`;
      if (event === 'bad 2') throw new TypeError('cannot take "ნინო"');
      if (event === 'bad 3' && away-- > 0) throw new DomainError('SERVICE_UNAVAILABLE', 'away');
      seen.push(event);
    });
    await eventually(() => seen.filter((event) => event.startsWith('good'))).toEqual(
      upTo(4).map((n) => `good ${n}`),
    );
    await eventually(() => seen.filter((event) => event.startsWith('bad'))).toEqual([
      'bad 1',
      'bad 3',
      'bad 4',
    ]);
    const dead = await redis.xrange('dead:fragile', '-', '+');
    expect(dead.map(([, fields]) => fields.slice(0, 10))).toEqual([
      [
        ...['companyId', bad.actor.companyId, 'seq', '2', 'attempts', '3'],
        ...['errorClass', 'TypeError', 'errorMessage', 'cannot take "…"'],
      ],
    ]);
  });

  it('reads behind the trim from the log', async () => {
    const books = await openBooks(writer);
    const seen: number[] = [];
    await post(books, 2);
    const first = consume('late', [books], ({ seq }) => void seen.push(seq));
    await eventually(() => seen).toEqual([1, 2]);
    await first.close();
    await post(books, 6);
    await relayed(books, 8);
    await redis.xtrim(`feed:${books.actor.companyId}`, 'MAXLEN', 2);
    consume('late', [books], ({ seq }) => void seen.push(seq), { fallback: feed });
    await eventually(() => seen).toEqual(upTo(8));
  });
});
