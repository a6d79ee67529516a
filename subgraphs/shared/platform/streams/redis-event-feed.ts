import type { EventFeed, PostedEvent } from '#shared/platform/event-feed.ts';
import type { Logger } from '#shared/platform/log.ts';
import { processMetrics } from '#shared/platform/metrics.ts';
import type { Redis } from '#shared/platform/redis.ts';
import { StreamTap, type Line } from './stream-tap.ts';

export interface RedisEventFeed extends EventFeed {
  /** True while events come from Redis, false while they come from the fallback. */
  readonly isStreaming: boolean;
  /** Lets go of the connection that it has opened; neither the given Redis nor the fallback is closed. */
  close(): Promise<void>;
}

const told = processMetrics.tally(
  'davtari_feed_events_total',
  'Posted events that followers were handed, by where they were read: Redis, or the ledger where Redis lacks them.',
  ['from'],
);
const fromRedis = told.of('redis');
const fromLedger = told.of('ledger');

/** How far one follower has come. */
interface Place {
  cursor: string;
  /** Number of the newest event at the cursor; asked for when it is needed first. */
  seq: number | undefined;
}

/**
 * The event feed by way of Redis Streams: many processes follow many companies, and PostgreSQL is asked only for
 * what Redis does not have. All that is followed shares one blocking connection. Numbers are contiguous, so whatever
 * lies behind the trim, was emptied away or never arrived is noticed and read from `fallback`, which is also where
 * everything comes from while Redis or the relay is away.
 *
 *     const feed = redisEventFeed(redis, httpEventFeed(ledgerUrl, assertions), log);
 *
 * `redis` is what `openRedis` answers. Close the feed before its fallback and before `redis`.
 */
export function redisEventFeed(redis: Redis, fallback: EventFeed, log: Logger): RedisEventFeed {
  const tap = new StreamTap(redis, log);

  return {
    get isStreaming() {
      return tap.isUp;
    },
    latest: (companyId) => fallback.latest(companyId),
    stateAt: (companyId, cursor, accounts) => fallback.stateAt(companyId, cursor, accounts),
    ancestors: (companyId, accountIds) => fallback.ancestors(companyId, accountIds),

    async *follow(companyId, after, signal) {
      const place: Place = { cursor: after, seq: undefined };
      while (!signal.aborted) {
        const line = (await tap.available()) ? await tap.join(companyId) : undefined;
        if (line === undefined) {
          yield* fromFallback(companyId, place, signal);
          continue;
        }
        try {
          yield* fromStream(companyId, place, line, signal);
        } finally {
          line.leave();
        }
      }
    },

    close: () => tap.close(),
  };

  /** First what the stream holds behind the place, then what comes; ends when the line is lost. */
  async function* fromStream(
    companyId: string,
    place: Place,
    line: Line,
    signal: AbortSignal,
  ): AsyncGenerator<readonly PostedEvent[]> {
    place.seq ??= await seqAt(companyId, place.cursor);
    for (let isLast = false; !isLast && !signal.aborted;) {
      const page = await tap.page(companyId, place.seq);
      if (page === undefined) return;
      yield* withoutGaps(companyId, place, page.events, signal);
      isLast = page.isLast;
    }
    while (!signal.aborted && !line.isLost) {
      const events = line.take();
      if (events.length > 0) {
        yield* withoutGaps(companyId, place, events, signal);
      } else if (line.newest > place.seq) {
        // The tap has met it, and this follower cannot: it was gone, or is of another format.
        yield* fromFallback(companyId, place, signal, line.newest);
      } else {
        await line.wait(signal);
      }
    }
  }

  /** Yields what is new, and reads what is missing before it from the fallback. */
  async function* withoutGaps(
    companyId: string,
    place: Place,
    events: readonly PostedEvent[],
    signal: AbortSignal,
  ): AsyncGenerator<readonly PostedEvent[]> {
    let rest = events;
    while (rest.length > 0 && !signal.aborted) {
      const run = advance(place, rest);
      if (run.events.length > 0) {
        fromRedis.add(run.events.length);
        yield run.events;
      }
      rest = run.rest;
      const next = rest[0];
      if (next !== undefined) yield* fromFallback(companyId, place, signal, next.seq - 1);
    }
  }

  /** Reads from the fallback up to a number, or, without one, until Redis is there again. */
  async function* fromFallback(
    companyId: string,
    place: Place,
    signal: AbortSignal,
    upTo?: number,
  ): AsyncGenerator<readonly PostedEvent[]> {
    const leaving = new AbortController();
    const leave = (): void => {
      leaving.abort();
    };
    const callOff = upTo === undefined ? tap.whenUp(leave) : () => undefined;
    signal.addEventListener('abort', leave, { once: true });
    try {
      for await (const events of fallback.follow(companyId, place.cursor, leaving.signal)) {
        const last = events.at(-1);
        if (last === undefined) continue;
        place.cursor = last.cursor;
        place.seq = last.seq;
        fromLedger.add(events.length);
        yield events;
        if (leaving.signal.aborted || (upTo !== undefined && last.seq >= upTo)) return;
      }
      if (!leaving.signal.aborted) throw new Error('The feed ended by itself.');
    } catch (error) {
      if (!leaving.signal.aborted) throw error;
    } finally {
      callOff();
      signal.removeEventListener('abort', leave);
      leave();
    }
  }

  /** Refuses a cursor as the fallback does, which knows all of them. */
  async function seqAt(companyId: string, cursor: string): Promise<number> {
    const { newest } = await fallback.stateAt(companyId, cursor, NO_ACCOUNTS);
    return newest?.seq ?? 0;
  }
}

const NO_ACCOUNTS = { accountIds: [], includeSubaccounts: false };

/** Moves the place over the events that follow it without a gap; those that it has passed already are left out. */
function advance(
  place: Place,
  events: readonly PostedEvent[],
): { readonly events: readonly PostedEvent[]; readonly rest: readonly PostedEvent[] } {
  const fresh: PostedEvent[] = [];
  for (const [index, event] of events.entries()) {
    if (place.seq !== undefined && event.seq <= place.seq) continue;
    if (place.seq !== undefined && event.seq > place.seq + 1)
      return { events: fresh, rest: events.slice(index) };
    place.seq = event.seq;
    place.cursor = event.cursor;
    fresh.push(event);
  }
  return { events: fresh, rest: [] };
}
