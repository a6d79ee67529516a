import { Redis as PlainRedis } from 'ioredis';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#db/client.ts';
import type { EventFeed, PostedEvent } from '#shared/platform/event-feed.ts';
import { createLog } from '#shared/platform/log.ts';
import { openRedis, redisReady, REDIS_PREFIX, type Redis } from '#shared/platform/redis.ts';
import { redisEventFeed, type RedisEventFeed } from '#shared/platform/streams/redis-event-feed.ts';
import { hasRedis, startTestRedis, type TestRedis } from '#test/redis.ts';
import { createLedgerFeed, type LedgerFeed } from '../feed.ts';
import { createTestLedger, openBooks, type Books, type TestLedger } from '../testing/books.ts';
import { createLedgerWriter, type LedgerWriter } from '../writer.ts';
import {
  createStreamRelay,
  STREAM_RELAY,
  type StreamRelay,
  type StreamRelayOptions,
} from './stream-relay.ts';

const silent = createLog({ logLevel: 'silent' });
const START = Buffer.from('0').toString('base64url');
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

let ledger: TestLedger;
let writer: LedgerWriter;
let owner: postgres.Sql;
let fromLog: LedgerFeed;
const closing: (() => unknown)[] = [];

beforeAll(async () => {
  ledger = await createTestLedger();
  writer = createLedgerWriter(ledger.database);
  owner = postgres(ledger.test.ownerUrl, { max: 2 });
  fromLog = createLedgerFeed(ledger.database, silent);
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
afterAll(async () => {
  await fromLog.close();
  await owner.end();
  await ledger.close();
});

interface Streams {
  server: TestRedis;
  redis: Redis;
  /** Another connection that knows no prefix. */
  plain: PlainRedis;
}

async function streams(): Promise<Streams> {
  const server = await startTestRedis();
  closing.push(() => server.stop());
  const redis = openRedis(server.url, silent);
  closing.push(() => redis.disconnect());
  await redisReady(redis);
  const plain = new PlainRedis(server.url);
  plain.on('error', () => undefined);
  closing.push(() => plain.disconnect());
  return { server, redis, plain };
}

function relay(redis: Redis, options: Partial<StreamRelayOptions> = {}): StreamRelay {
  const running = createStreamRelay({
    database: ledger.database,
    redis,
    log: silent,
    retrySeconds: 0.05,
    pollSeconds: 1,
    tendMilliseconds: 200,
    ...options,
  });
  closing.push(() => running.close());
  return running;
}

/** The log as a fallback that tells how often it was followed. */
function counted(feed: EventFeed): EventFeed & { followed: number } {
  const counting = {
    ...feed,
    followed: 0,
    follow: (companyId: string, after: string, signal: AbortSignal) => {
      counting.followed++;
      return feed.follow(companyId, after, signal);
    },
  };
  return counting;
}

function reader(redis: Redis, fallback: EventFeed = fromLog): RedisEventFeed {
  const feed = redisEventFeed(redis, fallback, silent);
  closing.push(() => feed.close());
  return feed;
}

const streaming = (feed: RedisEventFeed) => expect.poll(() => feed.isStreaming).toBe(true);

/** Follows a company in the background. */
function following(feed: EventFeed, books: Books, after = START) {
  const stop = new AbortController();
  const seen: PostedEvent[] = [];
  const ended = (async () => {
    for await (const events of feed.follow(books.actor.companyId, after, stop.signal)) seen.push(...events);
  })();
  ended.catch(() => undefined);
  closing.push(async () => {
    stop.abort();
    await ended;
  });
  return {
    seen,
    reaches: (seq: number) => expect.poll(() => seen.map((event) => event.seq)).toEqual(upTo(seq)),
  };
}

async function published({ redis }: Streams, { actor }: Books): Promise<number[]> {
  const entries = await redis.xrange(`feed:${actor.companyId}`, '-', '+');
  return entries.map(([id]) => Number(id.split('-')[0]));
}

async function post(books: Books, count: number): Promise<void> {
  for (let n = 0; n < count; n++) await books.transfer('1110', '6110', '1.00');
}

async function checkpoint({ actor }: Books): Promise<number> {
  const [row] = await owner<{ seq: number }[]>`
    select seq::int from ledger.checkpoints where consumer = ${STREAM_RELAY} and company_id = ${actor.companyId}`;
  return row?.seq ?? 0;
}

/** Waits until the relay has come as far as the log: followers may be ahead of it, by way of the log. */
async function relayed(books: Books): Promise<void> {
  const [last] = await owner<{ seq: number }[]>`
    select max(seq)::int as seq from ledger.event_store where company_id = ${books.actor.companyId}`;
  await expect.poll(() => checkpoint(books)).toBe(last?.seq);
}

describe.skipIf(!hasRedis)('the relay to Redis Streams', () => {
  it('publishes each posted event once, as the feed tells it, under the name and number that are documented', async () => {
    const at = await streams();
    const books = await openBooks(writer);
    await post(books, 3);
    relay(at.redis, { batchSize: 2 });
    await expect.poll(() => published(at, books)).toEqual([1, 2, 3]);
    const raw = await at.plain.xrange(`${REDIS_PREFIX}feed:${books.actor.companyId}`, '-', '+');
    const [told] = await fromLog
      .follow(books.actor.companyId, START, AbortSignal.timeout(5_000))
      [Symbol.asyncIterator]()
      .next()
      .then(({ value }) => [value as PostedEvent[]]);
    expect(raw.map(([, fields]) => JSON.parse(fields[9] ?? '') as PostedEvent)).toEqual(told);
    expect(raw[2]?.[0]).toBe('3-0');
    expect(raw[2]?.[1].slice(0, 9)).toEqual([
      ...['event', 'accounting.transaction_posted', 'format', '1', 'seq', '3'],
      ...['cursor', told?.[2]?.cursor, 'data'],
    ]);
  });

  it('publishes again what it published before it died, and Redis has it once', async () => {
    const at = await streams();
    const books = await openBooks(writer);
    await post(books, 5);
    const first = relay(at.redis);
    await expect.poll(() => published(at, books)).toEqual(upTo(5));
    await first.close();
    // As if it had died before the commit, at each place there is.
    for (const seq of [0, 5, 7, 9]) {
      await owner`update ledger.checkpoints set seq = ${seq} where company_id = ${books.actor.companyId}`;
      const again = relay(at.redis);
      await post(books, 1);
      await expect.poll(() => checkpoint(books)).toBeGreaterThan(9);
      await expect.poll(async () => (await published(at, books)).length).toBe(6 + [0, 5, 7, 9].indexOf(seq));
      await again.close();
    }
    expect(await published(at, books)).toEqual(upTo(9));
    await following(reader(at.redis), books).reaches(9);
  });

  it('publishes in order and nothing twice when two processes relay many companies', async () => {
    const at = await streams();
    const other = openDatabase(ledger.test.urlFor('ledger'), { max: 3 });
    closing.push(() => other.close());
    const companies = await Promise.all(upTo(4).map(() => openBooks(writer)));
    relay(at.redis, { batchSize: 3, pollSeconds: 0.05 });
    relay(at.redis, { batchSize: 3, pollSeconds: 0.05, database: other });
    const feed = reader(at.redis);
    await streaming(feed);
    const followers = companies.map((books) => following(feed, books));
    await Promise.all(companies.flatMap((books) => upTo(30).map(() => books.transfer('1110', '6110', '1'))));
    await Promise.all(followers.map((follower) => follower.reaches(30)));
    for (const books of companies) await expect.poll(() => published(at, books)).toEqual(upTo(30));
    const last = followers[0]?.seen.at(-1)?.accounts.map(({ balance }) => balance);
    expect(last).toEqual(['30.00', '-30.00']);
  });

  it('waits while Redis is dead, lets postings go on, and fills a Redis that comes back empty', async () => {
    const at = await streams();
    const books = await openBooks(writer);
    const port = Number(new URL(at.server.url).port);
    relay(at.redis);
    const feed = reader(at.redis);
    const follower = following(feed, books);
    await post(books, 3);
    await follower.reaches(3);
    await streaming(feed);
    await at.server.stop();
    await post(books, 3);
    // From the log, meanwhile.
    await follower.reaches(6);
    const revived = await startTestRedis(port);
    closing.push(() => revived.stop());
    await streaming(feed);
    await expect.poll(() => published(at, books)).toEqual(upTo(6));
    await post(books, 2);
    await follower.reaches(8);
  });

  it('fills the streams again after FLUSHALL, and followers miss nothing', async () => {
    const at = await streams();
    const books = await openBooks(writer);
    relay(at.redis);
    const feed = reader(at.redis);
    const follower = following(feed, books);
    await post(books, 4);
    await follower.reaches(4);
    for (let round = 1; round <= 3; round++) {
      const posting = post(books, 4);
      await at.plain.flushall();
      await posting;
      await follower.reaches(4 + 4 * round);
    }
    // Whatever stands there at this moment, perhaps nothing yet, is whole in itself; the rest is in the log.
    const kept = await published(at, books);
    expect(kept).toEqual(kept.map((_, index) => (kept[0] ?? 0) + index));
    // What is published after the streams were emptied is not missing at their end, and so fills nothing again.
    await relayed(books);
    await at.plain.flushall();
    await expect.poll(() => published(at, books)).toEqual(upTo(16));
  });

  it('does away with a stream that is ahead of the log', async () => {
    const at = await streams();
    const books = await openBooks(writer);
    await post(books, 2);
    await relay(at.redis).close();
    await at.plain.xadd(
      `${REDIS_PREFIX}feed:${books.actor.companyId}`,
      '900-0',
      'event',
      'of another database',
    );
    await owner`
      insert into ledger.checkpoints values (${books.actor.companyId}, ${STREAM_RELAY}, 7)
      on conflict (consumer, company_id) do update set seq = 7`;
    relay(at.redis);
    await expect.poll(() => published(at, books)).toEqual([1, 2]);
  });
});

describe.skipIf(!hasRedis)('the event feed by Redis', () => {
  it('reads what lies behind the trim from the log, and the rest from the stream', async () => {
    const at = await streams();
    const books = await openBooks(writer);
    await post(books, 30);
    relay(at.redis, { batchSize: 5 });
    await expect.poll(async () => (await published(at, books)).length).toBe(30);
    await at.redis.xtrim(`feed:${books.actor.companyId}`, 'MAXLEN', 10);
    const fallback = counted(fromLog);
    const feed = reader(at.redis, fallback);
    await streaming(feed);
    const follower = following(feed, books);
    await follower.reaches(30);
    expect(fallback.followed).toBe(1);
    await post(books, 2);
    await follower.reaches(32);
    expect(fallback.followed).toBe(1);
    expect(follower.seen.at(-1)?.accounts[0]?.balance).toBe('32.00');
  });

  it('reads an entry that is missing within the stream, or of another format, from the log', async () => {
    const at = await streams();
    const books = await openBooks(writer);
    await post(books, 6);
    const running = relay(at.redis);
    await expect.poll(() => published(at, books)).toEqual(upTo(6));
    await running.close();
    const key = `feed:${books.actor.companyId}`;
    await at.redis.xdel(key, '3-0', '4-0');
    await post(books, 1);
    await at.redis.xadd(key, '7-0', 'event', 'accounting.transaction_posted', 'format', '0', 'data', '{}');
    await at.redis.set('feed:relay', 'here');
    const fallback = counted(fromLog);
    const feed = reader(at.redis, fallback);
    await streaming(feed);
    await following(feed, books).reaches(7);
    expect(fallback.followed).toBe(1);
    const { cursor } = (await at.redis.xrange(key, '6-0', '6-0')).map(
      ([, fields]) => JSON.parse(fields[9] ?? '') as PostedEvent,
    )[0] as PostedEvent;
    const behind = following(feed, books, cursor);
    await expect.poll(() => behind.seen.map(({ seq }) => seq)).toEqual([7]);
    expect(fallback.followed).toBe(2);
  });

  it('begins behind any cursor, and refuses the same cursors as the log', async () => {
    const at = await streams();
    const books = await openBooks(writer);
    await post(books, 5);
    relay(at.redis);
    const feed = reader(at.redis);
    await streaming(feed);
    const whole = following(feed, books);
    await whole.reaches(5);
    const later = following(feed, books, whole.seen[2]?.cursor);
    await expect.poll(() => later.seen.map(({ seq }) => seq)).toEqual([4, 5]);
    // An account opened since moves the newest cursor on, and is no posted event.
    await books.open({ code: '1290', names: { en: 'More' }, type: 'ASSET' });
    const live = following(feed, books, await feed.latest(books.actor.companyId));
    await post(books, 1);
    await expect.poll(() => live.seen.map(({ seq }) => seq)).toEqual([6]);
    for (const cursor of ['???', Buffer.from('9999').toString('base64url')]) {
      const refused = feed.follow(books.actor.companyId, cursor, AbortSignal.timeout(5_000));
      await expect(refused[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });

  it('uses one blocking connection for all companies', async () => {
    const at = await streams();
    relay(at.redis);
    const feed = reader(at.redis);
    await streaming(feed);
    const companies = await Promise.all(upTo(5).map(() => openBooks(writer)));
    const followers = companies.map((books) => following(feed, books));
    await Promise.all(companies.map((books) => post(books, 2)));
    await Promise.all(followers.map((follower) => follower.reaches(2)));
    const clients = String(await at.plain.client('LIST'));
    expect(clients.split('\n').filter((line) => /cmd=xread\b/.test(line))).toHaveLength(1);
  });

  it('goes to the log while Redis hangs, and comes back', { timeout: 60_000 }, async () => {
    const at = await streams();
    const books = await openBooks(writer);
    relay(at.redis);
    const feed = reader(at.redis);
    const follower = following(feed, books);
    await post(books, 2);
    await follower.reaches(2);
    await streaming(feed);
    await at.plain.client('PAUSE', 8_000, 'ALL');
    await post(books, 2);
    await expect.poll(() => feed.isStreaming).toBe(false);
    await follower.reaches(4);
    await expect.poll(() => feed.isStreaming).toBe(true);
    await post(books, 2);
    await follower.reaches(6);
    await expect.poll(() => published(at, books)).toEqual(upTo(6));
  });

  it('goes to the log when no relay fills the streams', async () => {
    const at = await streams();
    const books = await openBooks(writer);
    const fallback = counted(fromLog);
    const feed = reader(at.redis, fallback);
    const follower = following(feed, books);
    await post(books, 2);
    await follower.reaches(2);
    expect(feed.isStreaming).toBe(false);
    expect(fallback.followed).toBe(1);
    relay(at.redis);
    await streaming(feed);
    await post(books, 2);
    await follower.reaches(4);
  });
});
