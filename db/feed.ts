import type { Logger } from '#shared/platform/log.ts';
import type { Database, TransactionSql } from './client.ts';
import { createDoorbell, type Doorbell } from './doorbell.ts';

/** An event as it stands in the log. */
export interface StoredEvent {
  readonly companyId: string;
  readonly seq: number;
  readonly aggregateType: string;
  readonly aggregateId: string;
  readonly version: number;
  readonly type: string;
  readonly data: unknown;
  readonly userId: string;
  readonly recordedAt: string;
  readonly publishedSeq: number | null;
}

export interface ConsumerOptions {
  readonly database: Database;
  /** PostgreSQL schema of the subgraph whose log is read. */
  readonly schema: string;
  /** Names the checkpoint: processes that run the same consumer share it. */
  readonly name: string;
  /**
   * Does what is to be done about the events of one company, in order, inside the transaction that moves the
   * checkpoint. What it does through `sql` happens once; what it does elsewhere may happen again.
   */
  handle(sql: TransactionSql, companyId: string, events: readonly StoredEvent[]): Promise<void>;
  readonly batchSize?: number;
  /** Looks for news this often even if no doorbell rings. */
  readonly pollSeconds?: number;
  /** Pause after the first failure of a company; doubled with each further one. */
  readonly retrySeconds?: number;
  /** Shared with others of this process, or one of its own. */
  readonly doorbell?: Doorbell;
  readonly log: Logger;
}

export interface Consumer {
  /** Finishes the transaction under way and stops. */
  close(): Promise<void>;
}

const MAX_PAUSE_SECONDS = 60;

interface Trouble {
  failures: number;
  retryAt: number;
}

/**
 * Reads the log above its own checkpoint, company by company. A company whose events cannot be handled is tried
 * again with growing pauses, one event at a time, and holds up nobody else.
 */
export function createConsumer(options: ConsumerOptions): Consumer {
  const { database, schema, name, log, batchSize = 200, pollSeconds = 5, retrySeconds = 0.2 } = options;
  const doorbell = options.doorbell ?? createDoorbell(database, `${schema}_events`, log);
  const watch = doorbell.watch();
  const closing = new AbortController();
  const troubles = new Map<string, Trouble>();
  const ended = run();

  async function run(): Promise<void> {
    while (!closing.signal.aborted) {
      let companies: readonly string[] = [];
      try {
        companies = await lagging();
      } catch (err) {
        log.warn({ event: 'consumer.blind', consumer: name, err });
      }
      let isIdle = true;
      for (const companyId of companies) {
        if (closing.signal.aborted) return;
        if (await attempt(companyId)) isIdle = false;
      }
      if (isIdle) await watch.wait(closing.signal, pauseMilliseconds());
    }
  }

  async function lagging(): Promise<string[]> {
    const rows = await database.sql.unsafe<{ id: string }[]>(
      `/* laggingCompanies */ select id from ${schema}.lagging($1) as id`,
      [name],
    );
    return rows.map(({ id }) => id);
  }

  /** Until the next poll, or until a company in trouble may be tried again. */
  function pauseMilliseconds(): number {
    const retries = [...troubles.values()].map(({ retryAt }) => retryAt - Date.now());
    return Math.max(10, Math.min(pollSeconds * 1000, ...retries));
  }

  /** Handles one batch. Answers whether it got ahead. */
  async function attempt(companyId: string): Promise<boolean> {
    const trouble = troubles.get(companyId);
    if (trouble !== undefined && trouble.retryAt > Date.now()) return false;
    let reading: { from: number; count: number } | undefined;
    try {
      const count = await database.withCompany(
        companyId,
        async (sql) => {
          const events = await read(sql, companyId, trouble === undefined ? batchSize : 1);
          const [first, last] = [events[0], events.at(-1)];
          if (first === undefined || last === undefined) return 0;
          reading = { from: first.seq, count: events.length };
          await options.handle(sql, companyId, events);
          await sql`
            /* moveCheckpoint */ update ${sql(schema)}.checkpoints set seq = ${last.seq}
            where company_id = ${companyId} and consumer = ${name}`;
          return events.length;
        },
        'write',
      );
      troubles.delete(companyId);
      return count > 0;
    } catch (err) {
      const failures = (trouble?.failures ?? 0) + 1;
      const pause = Math.min(MAX_PAUSE_SECONDS, retrySeconds * 2 ** (failures - 1));
      troubles.set(companyId, { failures, retryAt: Date.now() + pause * 1000 });
      // From the second failure on the batch is a single event: the log names the one that cannot be handled.
      log.error({
        event: 'consumer.failed',
        consumer: name,
        companyId,
        ...reading,
        failures,
        retryIn: pause,
        err,
      });
      return false;
    }
  }

  /** Events above the checkpoint, whose row stays locked; none while another process holds it. */
  async function read(sql: TransactionSql, companyId: string, limit: number): Promise<StoredEvent[]> {
    await sql`
      /* ensureCheckpoint */ insert into ${sql(schema)}.checkpoints (company_id, consumer, seq)
      values (${companyId}, ${name}, 0) on conflict do nothing`;
    const [checkpoint] = await sql<{ seq: number }[]>`
      /* lockCheckpoint */ select seq from ${sql(schema)}.checkpoints
      where company_id = ${companyId} and consumer = ${name} for update skip locked`;
    if (checkpoint === undefined) return [];
    return sql<StoredEvent[]>`
      /* readLog */ select company_id as "companyId", seq, aggregate_type as "aggregateType",
        aggregate_id as "aggregateId", version, event_type as type, data, metadata ->> 'userId' as "userId",
        recorded_at as "recordedAt", published_seq as "publishedSeq"
      from ${sql(schema)}.event_store
      where company_id = ${companyId} and seq > ${checkpoint.seq} order by seq limit ${limit}`;
  }

  return {
    async close() {
      closing.abort();
      await ended;
      watch.close();
      if (options.doorbell === undefined) await doorbell.close();
    },
  };
}
