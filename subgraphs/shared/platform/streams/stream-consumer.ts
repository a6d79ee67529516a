import { setTimeout as delay } from 'node:timers/promises';
import { DomainError } from '#shared/domain/errors.ts';
import type { EventFeed, PostedEvent } from '#shared/platform/event-feed.ts';
import { describeFailure } from '#shared/platform/failure.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { Redis } from '#shared/platform/redis.ts';
import { feedKey, parseEntry, type RawEntry } from './stream-entry.ts';

export interface StreamConsumerOptions {
  readonly redis: Redis;
  /** Names what is done with the events; processes of one group share its work. */
  readonly group: string;
  /** Names this process within the group. */
  readonly consumer: string;
  readonly companies: readonly string[];
  /**
   * Does what is to be done about one event. It is called again for the same `companyId` and `seq` when the process
   * dies between effect and acknowledgement: an effect that must happen once remembers them.
   */
  handle(event: PostedEvent): Promise<void>;
  /** Where events are read that Redis keeps no longer. Without it they are skipped, and the log says so. */
  readonly fallback?: EventFeed;
  /** So often an event may fail; then it goes to the stream `dead:<group>`. */
  readonly maxAttempts?: number;
  readonly retrySeconds?: number;
  /** After this time without a sign of life another process takes over the companies of one. */
  readonly leaseMilliseconds?: number;
  readonly log: Logger;
}

export interface StreamConsumer {
  /** Finishes the event under way and leaves the companies to others. */
  close(): Promise<void>;
}

interface Position {
  readonly seq: number;
  readonly cursor: string;
}

const COUNT = 100;
const BLOCK_MILLISECONDS = 500;
const MAX_PAUSE_SECONDS = 60;
const KEPT_DEAD_LETTERS = 10_000;

/** Extends or gives up a lease if it is still ours. */
const RENEW = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) else return 0 end`;
const RELEASE = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end`;

/**
 * Handles the posted events of companies in a process that knows Redis and not the database. The processes of a group
 * divide the companies among them by leases, so that each company is handled in order by one; when one dies, another
 * takes over what it had read and not acknowledged. A group that is new begins with what the streams keep. Events
 * that fail are tried again with growing pauses, and hold up their own company only.
 */
export function createStreamConsumer(options: StreamConsumerOptions): StreamConsumer {
  const { redis, group, consumer, log, maxAttempts = 8, retrySeconds = 0.2 } = options;
  const { leaseMilliseconds = 10_000 } = options;
  const positions = `group:${group}`;
  const failures = `failures:${group}`;
  const lease = (companyId: string): string => `lease:${group}:${companyId}`;
  const closing = new AbortController();
  const held = new Set<string>();
  const pausedUntil = new Map<string, number>();
  // A read that blocks would hold up the commands of others.
  const reading = redis.duplicate({ commandTimeout: undefined, autoResendUnfulfilledCommands: false });
  reading.on('error', (error: Error) => log.debug({ event: 'redis_unreachable', reason: error.message }));
  const renewing = setInterval(() => void renew(), leaseMilliseconds / 3);
  const ended = run();

  async function run(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        await acquire();
        for (const companyId of held) if (!isPaused(companyId)) await settlePending(companyId);
        await readNew();
      } catch (err) {
        if (closing.signal.aborted) return;
        // A Redis that was emptied knows no groups; they are made again.
        held.clear();
        log.warn({ event: 'stream_consumer.waits', group, err });
        await delay(BLOCK_MILLISECONDS, undefined, { signal: closing.signal }).catch(() => undefined);
      }
    }
  }

  /** Takes the companies that nobody has, with what whoever had them has left undone. */
  async function acquire(): Promise<void> {
    for (const companyId of options.companies) {
      if (held.has(companyId) || closing.signal.aborted) continue;
      const taken = await redis.set(lease(companyId), consumer, 'PX', leaseMilliseconds, 'NX');
      if (taken === null && (await redis.get(lease(companyId))) !== consumer) continue;
      await redis.xgroup('CREATE', feedKey(companyId), group, '0', 'MKSTREAM').catch((error: unknown) => {
        if (!(error instanceof Error && error.message.startsWith('BUSYGROUP'))) throw error;
      });
      await redis.xautoclaim(feedKey(companyId), group, consumer, 0, '0-0', 'COUNT', 10_000, 'JUSTID');
      held.add(companyId);
    }
  }

  async function renew(): Promise<void> {
    for (const companyId of [...held]) {
      const answer = await redis
        .eval(RENEW, 1, lease(companyId), consumer, leaseMilliseconds)
        .catch(() => undefined);
      // When Redis is away nobody else can take it either.
      if (answer === 0) held.delete(companyId);
    }
  }

  function isPaused(companyId: string): boolean {
    return (pausedUntil.get(companyId) ?? 0) > Date.now();
  }

  /** Handles what was delivered and not acknowledged, in order, until something fails. */
  async function settlePending(companyId: string): Promise<void> {
    for (;;) {
      const replies = await redis.xreadgroup(
        ...(['GROUP', group, consumer, 'COUNT', COUNT, 'STREAMS', feedKey(companyId), '0'] as const),
      );
      const raw = entriesOf(replies)[0]?.[1] ?? [];
      for (const entry of raw) {
        if (closing.signal.aborted || !held.has(companyId)) return;
        if (!(await settle(companyId, entry))) return;
      }
      if (raw.length < COUNT) return;
    }
  }

  /** Has new events delivered; they are handled as what is pending. */
  async function readNew(): Promise<void> {
    const open = [...held].filter((companyId) => !isPaused(companyId));
    if (open.length === 0) {
      await delay(50, undefined, { signal: closing.signal }).catch(() => undefined);
      return;
    }
    await reading.xreadgroup(
      'GROUP',
      group,
      consumer,
      'COUNT',
      COUNT,
      'BLOCK',
      held.size < options.companies.length || pausedUntil.size > 0 ? 50 : BLOCK_MILLISECONDS,
      'STREAMS',
      ...open.map(feedKey),
      ...open.map(() => '>'),
    );
  }

  /** Handles one entry, and first what is missing before it. Answers whether the company may go on. */
  async function settle(companyId: string, raw: RawEntry): Promise<boolean> {
    const event = parseEntry(companyId, raw)?.posted;
    const before = await positionOf(companyId);
    if (event === undefined || (before !== undefined && event.seq <= before.seq)) {
      // Handled before, or to be read from the fallback when the next one shows that it is missing.
      await redis.xack(feedKey(companyId), group, raw[0]);
      return true;
    }
    if (before !== undefined && event.seq > before.seq + 1) {
      for (const missing of await missingBetween(companyId, before, event.seq))
        if (!(await handled(companyId, missing))) return false;
    }
    return handled(companyId, event, raw[0]);
  }

  async function missingBetween(companyId: string, before: Position, upTo: number): Promise<PostedEvent[]> {
    const missing: PostedEvent[] = [];
    if (options.fallback === undefined) {
      log.error({ event: 'stream_consumer.skipped', group, companyId, from: before.seq + 1, to: upTo - 1 });
      return missing;
    }
    const leaving = new AbortController();
    const signal = AbortSignal.any([leaving.signal, closing.signal]);
    for await (const events of options.fallback.follow(companyId, before.cursor, signal)) {
      missing.push(...events.filter(({ seq }) => seq < upTo));
      if ((events.at(-1)?.seq ?? 0) >= upTo - 1) break;
    }
    leaving.abort();
    return missing;
  }

  /** Calls the handler; acknowledges, pauses or gives up. Answers whether the company may go on. */
  async function handled(companyId: string, event: PostedEvent, entry?: string): Promise<boolean> {
    const field = `${companyId}/${event.seq}`;
    const done = redis.multi();
    try {
      await options.handle(event);
    } catch (err) {
      const isPassing = err instanceof DomainError && err.code === 'SERVICE_UNAVAILABLE';
      const attempts = isPassing ? 1 : await redis.hincrby(failures, field, 1);
      log.error({ event: 'stream_consumer.failed', group, companyId, seq: event.seq, attempts, err });
      if (attempts < maxAttempts) {
        const pause = Math.min(MAX_PAUSE_SECONDS, retrySeconds * 2 ** (attempts - 1));
        pausedUntil.set(companyId, Date.now() + pause * 1000 * (0.5 + Math.random() / 2));
        return false;
      }
      const { errorClass, errorMessage } = describeFailure(err);
      const words = {
        companyId,
        seq: event.seq,
        attempts,
        errorClass,
        errorMessage,
        data: JSON.stringify(event),
      };
      done.xadd(`dead:${group}`, 'MAXLEN', '~', KEPT_DEAD_LETTERS, '*', ...Object.entries(words).flat());
    }
    done.hset(positions, companyId, JSON.stringify({ seq: event.seq, cursor: event.cursor }));
    done.hdel(failures, field);
    if (entry !== undefined) done.xack(feedKey(companyId), group, entry);
    const answers = await done.exec();
    const failure = answers?.find(([error]) => error !== null)?.[0];
    if (answers === null || failure) throw failure ?? new Error('Redis has not taken the acknowledgement.');
    pausedUntil.delete(companyId);
    return true;
  }

  async function positionOf(companyId: string): Promise<Position | undefined> {
    const kept = await redis.hget(positions, companyId);
    return kept === null ? undefined : (JSON.parse(kept) as Position);
  }

  return {
    async close() {
      closing.abort();
      clearInterval(renewing);
      reading.disconnect();
      await ended;
      for (const companyId of held)
        await redis.eval(RELEASE, 1, lease(companyId), consumer).catch((err: unknown) => {
          log.debug({ event: 'stream_consumer.unreleased', group, err });
        });
    },
  };
}

/** Redis answers pairs of a stream and its entries, or nothing. */
function entriesOf(replies: unknown): [key: string, entries: RawEntry[]][] {
  return (replies ?? []) as [string, RawEntry[]][];
}
