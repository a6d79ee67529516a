import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PostedEvent } from '#shared/platform/event-feed.ts';
import { createLog } from '#shared/platform/log.ts';
import { openRedis, redisReady, type Redis } from '#shared/platform/redis.ts';
import { redisEventFeed, type RedisEventFeed } from '#shared/platform/streams/redis-event-feed.ts';
import { hasRedis, startTestRedis, type TestRedis } from '#test/redis.ts';
import { createLedgerFeed, type LedgerFeed } from '../feed.ts';
import { createTestLedger, openBooks, type TestLedger } from '../testing/books.ts';
import { createLedgerWriter } from '../writer.ts';

const silent = createLog({ logLevel: 'silent' });
const START = Buffer.from('0').toString('base64url');

describe.skipIf(!hasRedis)('a ledger that relays and is killed', { timeout: 120_000 }, () => {
  let ledger: TestLedger;
  let server: TestRedis;
  let redis: Redis;
  let fromLog: LedgerFeed;
  let feed: RedisEventFeed;
  let folder: string;
  const running = new Set<ChildProcess>();

  beforeAll(async () => {
    ledger = await createTestLedger();
    server = await startTestRedis();
    redis = openRedis(server.url, silent);
    await redisReady(redis);
    fromLog = createLedgerFeed(ledger.database, silent);
    feed = redisEventFeed(redis, fromLog, silent);
    folder = mkdtempSync(join(tmpdir(), 'davtari-relay-'));
  });
  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL');
    await feed.close();
    await fromLog.close();
    redis.disconnect();
    await server.stop();
    await ledger.close();
    rmSync(folder, { recursive: true });
  });

  /** The real program; resolves when it is ready. */
  async function startLedger(): Promise<ChildProcess> {
    const child = spawn(
      process.execPath,
      ['cli/davtari.mjs', 'start', '--only', 'ledger', '--port', '0', '--json'],
      {
        env: {
          PATH: '/usr/local/bin:/usr/bin:/bin',
          LOG_LEVEL: 'silent',
          DATABASE_URL: ledger.test.ownerUrl,
          REDIS_URL: server.url,
          DATA_DIR: folder,
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    running.add(child);
    child.once('exit', () => running.delete(child));
    await new Promise<void>((resolve, reject) => {
      child.stdout.once('data', () => resolve());
      child.once('exit', (code) => reject(new Error(`The ledger ended with ${String(code)}.`)));
    });
    return child;
  }

  it('leaves followers and streams with every event once, wherever it dies', async () => {
    const books = await openBooks(createLedgerWriter(ledger.database));
    const stop = new AbortController();
    const seen: PostedEvent[] = [];
    const following = (async () => {
      for await (const events of feed.follow(books.actor.companyId, START, stop.signal)) seen.push(...events);
    })();
    let isPosting = true;
    let posted = 0;
    const posting = (async () => {
      while (isPosting) {
        await Promise.all([1, 2, 3, 4].map(() => books.transfer('1110', '6110', '1')));
        posted += 4;
      }
    })();

    const published = async () => {
      const [top] = await redis.xrevrange(`feed:${books.actor.companyId}`, '+', '-', 'COUNT', 1);
      return Number(top?.[0].split('-')[0] ?? 0);
    };
    let before = 0;
    for (let kill = 0; kill < 3; kill++) {
      const child = await startLedger();
      // In the middle of publishing, behind all that the one before it has published.
      await expect.poll(published, { timeout: 30_000, interval: 3 }).toBeGreaterThan(before + 50);
      child.kill('SIGKILL');
      before = await published();
    }
    isPosting = false;
    await posting;
    const last = await startLedger();
    await expect.poll(published, { timeout: 30_000 }).toBe(posted);
    await expect.poll(() => seen.length, { timeout: 30_000 }).toBe(posted);
    stop.abort();
    await following;

    expect(seen.map(({ seq }) => seq)).toEqual(Array.from({ length: posted }, (_, index) => index + 1));
    expect(seen.at(-1)?.accounts[0]?.balance).toBe(`${posted}.00`);
    const entries = await redis.xrange(`feed:${books.actor.companyId}`, '-', '+');
    expect(entries.map(([, fields]) => JSON.parse(fields[9] ?? '') as PostedEvent)).toEqual(
      seen.slice(-entries.length),
    );
    last.kill('SIGTERM');
  });
});
