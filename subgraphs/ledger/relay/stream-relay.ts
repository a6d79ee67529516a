import { LRUCache } from 'lru-cache';
import type { Database, TransactionSql } from '#db/client.ts';
import type { Doorbell } from '#db/doorbell.ts';
import { createConsumer, type ConsumerOptions, type StoredEvent } from '#db/feed.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { Amount } from '#shared/domain/money.ts';
import type { PostedEvent } from '#shared/platform/event-feed.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { Redis } from '#shared/platform/redis.ts';
import { entryFields, entryId, feedKey } from '#shared/platform/streams/stream-entry.ts';
import { raiseLedgerEvent } from '../events/upcasters.ts';
import { balancesAt, toEvents, type PostedRow } from '../posted-events.ts';
import type { TransactionPostedData } from '../transactions/transaction.ts';
import { SCHEMA } from '../writer.ts';
import { tendStreams } from './tending.ts';

/** Name of the relay among the consumers of the log. */
export const STREAM_RELAY = 'redis-streams';

/** Entries that a stream keeps of its company. */
export const DEFAULT_KEPT_EVENTS = 10_000;

export interface StreamRelayOptions extends Pick<
  ConsumerOptions,
  'batchSize' | 'pollSeconds' | 'retrySeconds'
> {
  readonly database: Database;
  readonly redis: Redis;
  readonly log: Logger;
  /** About so many of the newest events are kept of each company. */
  readonly keptEvents?: number;
  readonly doorbell?: Doorbell;
  /** Looks after the streams this often. */
  readonly tendMilliseconds?: number;
}

export interface StreamRelay {
  close(): Promise<void>;
}

/** The balances of a company at a position of the log. */
interface Reached {
  readonly position: number;
  readonly balances: Map<string, Amount>;
}

/** Companies whose balances are carried on from batch to batch. */
const CARRIED_COMPANIES = 200;

/**
 * Publishes the posted events of each company to its Redis stream (`shared/platform/streams/stream-entry.ts`). Any
 * number of processes may run it: the checkpoint's lock lets one at a time publish for a company. It may die between
 * publishing and committing, and publishes again then: Redis refuses the numbers that it has. While Redis is away
 * everything waits; postings know nothing of it.
 */
export function createStreamRelay(options: StreamRelayOptions): StreamRelay {
  const { database, redis, log, keptEvents = DEFAULT_KEPT_EVENTS } = options;
  const carried = new LRUCache<string, Reached>({ max: CARRIED_COMPANIES });

  const consumer = createConsumer({
    database,
    schema: SCHEMA,
    name: STREAM_RELAY,
    upcast: raiseLedgerEvent,
    log,
    ...(options.batchSize === undefined ? {} : { batchSize: options.batchSize }),
    ...(options.pollSeconds === undefined ? {} : { pollSeconds: options.pollSeconds }),
    ...(options.retrySeconds === undefined ? {} : { retrySeconds: options.retrySeconds }),
    ...(options.doorbell === undefined ? {} : { doorbell: options.doorbell }),
    async handle(sql, companyId, events) {
      const rows = events.flatMap(postedRow);
      if (rows.length === 0) return;
      // Nothing is computed for a Redis that is not there.
      if (redis.status !== 'ready' || !tending.isCompared) throw redisIsAway();
      await publish(companyId, await tell(sql, companyId, events, rows));
    },
  });
  const tending = tendStreams({
    database,
    redis,
    log,
    consumer: STREAM_RELAY,
    keptEvents,
    ...(options.tendMilliseconds === undefined ? {} : { pauseMilliseconds: options.tendMilliseconds }),
    onReady: () => {
      consumer.wake();
    },
  });

  /** The events with the balances that they led to. */
  async function tell(
    sql: TransactionSql,
    companyId: string,
    events: readonly StoredEvent[],
    rows: readonly PostedRow[],
  ): Promise<PostedEvent[]> {
    const before = (events[0]?.seq ?? 1) - 1;
    const known = carried.get(companyId);
    // Forgotten until all has gone well: half a batch must not stay in the balances.
    carried.delete(companyId);
    const balances = known?.position === before ? known.balances : await balancesAt(sql, companyId, before);
    const told = toEvents(companyId, rows, balances);
    carried.set(companyId, { position: events.at(-1)?.seq ?? before, balances });
    return told;
  }

  async function publish(companyId: string, events: readonly PostedEvent[]): Promise<void> {
    const pipeline = redis.pipeline();
    for (const event of events) {
      const fields = entryFields('TransactionPosted', event);
      pipeline.xadd(feedKey(companyId), 'MAXLEN', '~', keptEvents, entryId(event.seq), ...fields);
    }
    const answers = await pipeline.exec().catch((cause: unknown) => {
      throw redisIsAway(cause);
    });
    const failure = answers
      ?.map(([error]) => error)
      .find((error) => error !== null && !isThereAlready(error));
    if (answers === null || failure !== undefined) throw redisIsAway(failure);
  }

  return {
    async close() {
      await tending.close();
      await consumer.close();
    },
  };
}

function postedRow(event: StoredEvent): PostedRow[] {
  if (event.publishedSeq === null) return [];
  const { entries } = event.data as TransactionPostedData;
  return [
    {
      seq: event.seq,
      published_seq: event.publishedSeq,
      aggregate_id: event.aggregateId,
      recorded_at: event.recordedAt,
      entries,
    },
  ];
}

/** What Redis answers when the stream has this number, or a later one. */
function isThereAlready(error: Error): boolean {
  return error.message.includes('equal or smaller than the target stream top item');
}

/** Whatever Redis says no with, the event is not to blame: it is published when Redis takes it. */
function redisIsAway(cause?: unknown): DomainError {
  const error = new DomainError('SERVICE_UNAVAILABLE', 'Redis does not take the events.');
  if (cause !== undefined) error.cause = cause;
  return error;
}
