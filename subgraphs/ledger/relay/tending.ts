import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '#db/client.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { Redis } from '#shared/platform/redis.ts';
import { feedKey, RELAY_SIGN, seqOf } from '#shared/platform/streams/stream-entry.ts';

export interface TendingOptions {
  readonly database: Database;
  readonly redis: Redis;
  readonly log: Logger;
  /** Whose checkpoints say what Redis should have. */
  readonly consumer: string;
  readonly keptEvents: number;
  readonly pauseMilliseconds?: number;
  /** Redis is there, and some streams may have to be filled again. */
  onReady(): void;
}

export interface Tending {
  /** Whether the streams were compared since Redis was last away. What is published earlier hides what is missing before it. */
  readonly isCompared: boolean;
  close(): Promise<void>;
}

/** Readers go to the database when the sign has been missing for so long. */
const SIGN_MILLISECONDS = 6_000;
/** A comparison that takes longer is made again. */
const COMPARISON_MILLISECONDS = 60_000;
/** Readers that are further behind than this are behind for long, and read from the database anyway. */
const MOST_REFILLED = 1_000;
const COMPANIES_AT_ONCE = 500;

/**
 * Keeps up the sign by which readers know that the streams are being filled. Whenever Redis was away, or has lost the
 * sign and so perhaps everything, the streams are compared with the checkpoints first: where events are missing at
 * the end of a stream, because Redis forgot them, the checkpoint goes back and the relay publishes them again.
 */
export function tendStreams(options: TendingOptions): Tending {
  const { database, redis, log, consumer, keptEvents, pauseMilliseconds = 2_000 } = options;
  const closing = new AbortController();
  let isCompared = false;
  let isComparing = false;
  let hurry = new AbortController();
  const lost = (): void => {
    isCompared = false;
  };
  const connected = (): void => {
    isCompared = false;
    hurry.abort();
  };
  redis.on('close', lost);
  redis.on('ready', connected);
  const ended = run();

  async function run(): Promise<void> {
    while (!closing.signal.aborted) {
      hurry = new AbortController();
      try {
        if (redis.status === 'ready') await tend();
      } catch (err) {
        if (!closing.signal.aborted) log.warn({ event: 'relay.untended', err });
      }
      const woken = AbortSignal.any([closing.signal, hurry.signal]);
      await delay(pauseMilliseconds, undefined, { signal: woken }).catch(() => undefined);
    }
  }

  async function tend(): Promise<void> {
    if (isCompared && (await redis.set(RELAY_SIGN, 'here', 'PX', SIGN_MILLISECONDS, 'XX')) !== null) return;
    isCompared = true;
    isComparing = true;
    try {
      // The sign is what was there before the comparison: a Redis that forgets everything meanwhile forgets it too.
      const mark = `${RELAY_SIGN}:${randomUUID()}`;
      await redis.set(mark, 'here', 'PX', COMPARISON_MILLISECONDS);
      await compare();
      if (await isRenamed(mark)) await redis.pexpire(RELAY_SIGN, SIGN_MILLISECONDS);
      else isCompared = false;
    } catch (error) {
      isCompared = false;
      throw error;
    } finally {
      isComparing = false;
    }
    options.onReady();
  }

  /** Makes the mark the sign; false when Redis has forgotten it. */
  async function isRenamed(mark: string): Promise<boolean> {
    try {
      await redis.rename(mark, RELAY_SIGN);
      return true;
    } catch (error) {
      if (error instanceof Error && error.message.includes('no such key')) return false;
      throw error;
    }
  }

  async function compare(): Promise<void> {
    const rows = await database.sql<{ id: string }[]>`
      /* relayedCompanies */ select company_id as id from ledger.consumer_positions(${consumer}) where seq > 0`;
    let refilled = 0;
    for (let at = 0; at < rows.length; at += COMPANIES_AT_ONCE) {
      const companies = rows.slice(at, at + COMPANIES_AT_ONCE).map(({ id }) => id);
      const tops = await topsOf(companies);
      for (const [index, companyId] of companies.entries()) {
        if (closing.signal.aborted) return;
        if (await refill(companyId, tops[index] ?? 0)) refilled++;
      }
    }
    if (refilled > 0) log.info({ event: 'relay.refills', companies: refilled });
  }

  async function topsOf(companies: readonly string[]): Promise<number[]> {
    const pipeline = redis.pipeline();
    for (const companyId of companies) pipeline.xrevrange(feedKey(companyId), '+', '-', 'COUNT', 1);
    const answers = (await pipeline.exec()) ?? [];
    return answers.map(([error, entries]) => {
      if (error !== null) throw error;
      const [top] = entries as [id: string, fields: string[]][];
      return top === undefined ? 0 : seqOf(top[0]);
    });
  }

  /** Sends the checkpoint back to before the first event that the stream lacks at its end. Answers whether it did. */
  async function refill(companyId: string, top: number): Promise<boolean> {
    const { published, moved } = await database.withCompany(
      companyId,
      async (sql) => {
        const [head] = await sql<{ published: number }[]>`
          /* publishedHead */ select published_seq as published from ledger.head where company_id = ${companyId}`;
        const rows = await sql`
          /* refillStream */ with checkpoint as (
            select seq from ledger.checkpoints
            where company_id = ${companyId} and consumer = ${consumer} for update
          ), missing as (
            select e.seq, e.published_seq from ledger.event_store e, checkpoint c
            where e.company_id = ${companyId} and e.seq <= c.seq and e.published_seq is not null
            order by e.seq desc limit ${Math.min(keptEvents, MOST_REFILLED)}
          ), first as (
            select min(seq) as seq from missing where published_seq > ${top}
          )
          update ledger.checkpoints k set seq = first.seq - 1 from first
          where k.company_id = ${companyId} and k.consumer = ${consumer} and first.seq is not null
          returning k.seq`;
        return { published: head?.published ?? 0, moved: rows.length > 0 };
      },
      'write',
    );
    // The stream speaks of events that never were: Redis has served another database, or an older copy of this one.
    if (top > published) {
      log.error({ event: 'relay.foreign_stream', companyId, top, published });
      await redis.del(feedKey(companyId));
      return refill(companyId, 0);
    }
    return moved;
  }

  return {
    get isCompared() {
      return isCompared && !isComparing;
    },
    async close() {
      closing.abort();
      redis.off('close', lost);
      redis.off('ready', connected);
      await ended;
    },
  };
}
