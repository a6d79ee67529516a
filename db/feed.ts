import { setTimeout } from 'node:timers/promises';
import { describeFailure } from '#shared/platform/failure.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { Database, TransactionSql } from './client.ts';
import { createDoorbell, type Doorbell } from './doorbell.ts';
import { isTransient } from './transient.ts';
import { asWritten, type Upcast } from './upcast.ts';

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
  /** PostgreSQL schema of the consumer's subgraph: its checkpoint and its dead letters are kept there. */
  readonly schema: string;
  /**
   * Schema of the subgraph whose log is read, when it is another one: read as that one publishes it
   * (`db/sql/published_log.sql`). The checkpoint still moves in the transaction of the effect.
   */
  readonly source?: string;
  /** Names the checkpoint: processes that run the same consumer share it. */
  readonly name: string;
  /**
   * Does what is to be done about the events of one company, in order, inside the transaction that moves the
   * checkpoint. What it does through `sql` happens once; what it does elsewhere may happen again.
   */
  handle(sql: TransactionSql, companyId: string, events: readonly StoredEvent[]): Promise<void>;
  readonly batchSize?: number;
  /**
   * Lets this time pass between two looks, so that what comes one by one is handled together: a batch costs little more
   * than an event. What comes after a silence is handled at once.
   */
  readonly gatherMilliseconds?: number;
  /** Looks for news this often even if no doorbell rings. */
  readonly pollSeconds?: number;
  /** Pause after the first failure of an event; doubled with each further one, and made uneven by chance. */
  readonly retrySeconds?: number;
  /** So often an event may fail; then it becomes a dead letter, and the company goes on behind it. */
  readonly maxAttempts?: number;
  /** Raises events of older versions. */
  readonly upcast?: Upcast;
  /** Shared with others of this process, or one of its own. */
  readonly doorbell?: Doorbell;
  readonly log: Logger;
}

export interface Consumer {
  readonly name: string;
  /** Looks at once, also at what paused because something was away: it may be there again. */
  wake(): void;
  /** Finishes the transaction under way and stops. */
  close(): Promise<void>;
}

const MAX_PAUSE_SECONDS = 60;
/** What is away may be back any time. */
const MAX_TRANSIENT_PAUSE_SECONDS = 5;
/** A process that is stopped in the middle lets go of the company after this time. */
const IDLE_SECONDS = 60;

interface Trouble {
  /** Failures in a row that will pass by themselves. */
  readonly transient: number;
  readonly retryAt: number;
  /** Up to here a batch is a single event: one of them failed, and it must be known which. */
  readonly singleUpTo: number;
}

/** Where a company stands while its checkpoint is locked. */
interface Standing {
  readonly seq: number;
  /** Failures of the next event so far, counted over all processes. */
  readonly attempts: number | null;
  readonly waitSeconds: number;
}

interface Handled {
  /** Whether the batch was full. */
  readonly isMore: boolean;
  readonly pauseSeconds: number;
}

/**
 * Reads the log above its own checkpoint, company by company. An event that fails is tried again with growing pauses,
 * alone, while the later ones of its company wait behind it; after the last attempt it becomes a dead letter. What
 * fails because something is away is tried without end. Neither holds up any other company.
 */
export function createConsumer(options: ConsumerOptions): Consumer {
  const { database, schema, name, log, batchSize = 200, pollSeconds = 5 } = options;
  const { retrySeconds = 0.2, maxAttempts = 8, upcast = asWritten, gatherMilliseconds = 0 } = options;
  const source = logSource(schema, options.source);
  const doorbell = options.doorbell ?? createDoorbell(database, `${source.name}_events`, log);
  const watch = doorbell.watch();
  const closing = new AbortController();
  const troubles = new Map<string, Trouble>();
  const ended = run();

  async function run(): Promise<void> {
    while (!closing.signal.aborted) {
      let isIdle = true;
      const lookedAt = performance.now();
      try {
        const { behind, asked } = await lookAround();
        forgetTroubles(new Set([...behind, ...asked]));
        for (const companyId of behind) {
          if (closing.signal.aborted) return;
          if (await attempt(companyId)) isIdle = false;
        }
        for (const companyId of asked) {
          if (closing.signal.aborted) return;
          if (await attemptAgain(companyId)) isIdle = false;
        }
      } catch (err) {
        if (!closing.signal.aborted) log.warn({ event: 'consumer.blind', consumer: name, err });
        isIdle = true;
      }
      if (isIdle) {
        await watch.wait(closing.signal, pauseMilliseconds());
        await gather(lookedAt + gatherMilliseconds - performance.now());
      }
    }
  }

  async function gather(milliseconds: number): Promise<void> {
    if (milliseconds <= 0 || closing.signal.aborted) return;
    // Who closes the consumer ends the pause.
    await setTimeout(milliseconds, undefined, { signal: closing.signal }).catch(() => undefined);
  }

  /** Companies with events that wait, and those of which somebody asked to have a dead letter handled again. */
  async function lookAround(): Promise<{ behind: string[]; asked: string[] }> {
    const rows = await database.sql.unsafe<{ id: string; isAsked: boolean }[]>(source.waiting, [name], {
      prepare: true,
    });
    const idsOf = (isAsked: boolean) => rows.filter((row) => row.isAsked === isAsked).map(({ id }) => id);
    return { behind: idsOf(false), asked: idsOf(true) };
  }

  /** Another process may have come through what this one was in trouble with. */
  function forgetTroubles(except: ReadonlySet<string>): void {
    for (const companyId of troubles.keys()) if (!except.has(companyId)) troubles.delete(companyId);
  }

  /** Until the next poll, or until a company in trouble may be tried again. */
  function pauseMilliseconds(): number {
    const retries = [...troubles.values()].map(({ retryAt }) => retryAt).filter((retryAt) => retryAt > 0);
    return Math.max(10, Math.min(pollSeconds * 1000, ...retries.map((retryAt) => retryAt - Date.now())));
  }

  function isPaused(companyId: string): boolean {
    return (troubles.get(companyId)?.retryAt ?? 0) > Date.now();
  }

  /** Handles one batch. Answers whether there is reason to look again at once: what comes meanwhile rings. */
  async function attempt(companyId: string): Promise<boolean> {
    if (isPaused(companyId)) return false;
    const trouble = troubles.get(companyId);
    let reading: readonly StoredEvent[] = [];
    try {
      const work = async (sql: TransactionSql): Promise<Handled> => {
        const at = await lock(sql, companyId);
        if (at === undefined) return { isMore: false, pauseSeconds: 0 };
        if (at.waitSeconds > 0) return { isMore: false, pauseSeconds: at.waitSeconds };
        const isSingle = at.attempts !== null || at.seq < (trouble?.singleUpTo ?? 0);
        const limit = isSingle ? 1 : batchSize;
        reading = await read(sql, companyId, at.seq, limit);
        const last = reading.at(-1);
        if (last === undefined) return { isMore: false, pauseSeconds: 0 };
        await options.handle(sql, companyId, reading);
        await moveCheckpoint(sql, companyId, last.seq);
        if (at.attempts !== null) {
          await sql`
            /* forgetFailures */ delete from ${sql(schema)}.dead_letters
            where company_id = ${companyId} and consumer = ${name} and seq = ${last.seq} and state = 'trying'`;
        }
        return { isMore: reading.length === limit, pauseSeconds: 0 };
      };
      const { isMore, pauseSeconds } = await database.withCompany(companyId, work, 'write');
      if (pauseSeconds > 0) pause(companyId, pauseSeconds);
      else if ((reading.at(-1)?.seq ?? 0) >= (trouble?.singleUpTo ?? 0)) troubles.delete(companyId);
      return isMore;
    } catch (err) {
      return failed(companyId, reading, err);
    }
  }

  /** What a failure means for the company. Answers whether there is reason to look again at once. */
  async function failed(companyId: string, reading: readonly StoredEvent[], err: unknown): Promise<boolean> {
    const [first, last] = [reading[0], reading.at(-1)];
    if (isTransient(err) || first === undefined || last === undefined) return unavailable(companyId, err);
    const about = { consumer: name, companyId, from: first.seq, count: reading.length };
    if (reading.length > 1) {
      // The next batches are single events, so that the one that cannot be handled is found.
      troubles.set(companyId, { transient: 0, retryAt: 0, singleUpTo: last.seq });
      log.warn({ event: 'consumer.failed', ...about, err });
      return true;
    }
    try {
      const outcome = await recordFailure(companyId, first, err);
      if (outcome === undefined) return true;
      const { state, attempts, pauseSeconds } = outcome;
      if (state === 'trying') pause(companyId, pauseSeconds);
      const event = state === 'trying' ? 'consumer.failed' : 'consumer.dead_letter';
      log.error({ event, ...about, attempts, ...(state === 'trying' ? { retryIn: pauseSeconds } : {}), err });
      return state !== 'trying';
    } catch (error) {
      return unavailable(companyId, error);
    }
  }

  function unavailable(companyId: string, err: unknown): boolean {
    const transient = (troubles.get(companyId)?.transient ?? 0) + 1;
    const seconds = unevenly(Math.min(MAX_TRANSIENT_PAUSE_SECONDS, retrySeconds * 2 ** (transient - 1)));
    pause(companyId, seconds, transient);
    if (!closing.signal.aborted)
      log.warn({
        event: 'consumer.waits',
        consumer: name,
        companyId,
        failures: transient,
        retryIn: seconds,
        err,
      });
    return false;
  }

  function pause(companyId: string, seconds: number, transient = 0): void {
    const singleUpTo = troubles.get(companyId)?.singleUpTo ?? 0;
    troubles.set(companyId, { transient, retryAt: Date.now() + seconds * 1000, singleUpTo });
  }

  /**
   * Counts a failure of the event behind the checkpoint, together with those of other processes; the last one makes
   * it a dead letter and moves the checkpoint over it. Undefined when another process has come further meanwhile.
   */
  async function recordFailure(companyId: string, event: StoredEvent, err: unknown) {
    const { errorClass, errorMessage } = describeFailure(err);
    return database.withCompany(
      companyId,
      async (sql) => {
        await ensureCheckpoint(sql, companyId);
        const [checkpoint] = await sql<{ seq: number }[]>`
          /* lockCheckpointOfFailure */ select seq from ${sql(schema)}.checkpoints
          where company_id = ${companyId} and consumer = ${name} for update`;
        if (checkpoint?.seq !== event.seq - 1) return undefined;
        const [before] = await sql<{ attempts: number }[]>`
          /* failuresSoFar */ select attempts from ${sql(schema)}.dead_letters
          where company_id = ${companyId} and consumer = ${name} and seq = ${event.seq}`;
        const attempts = (before?.attempts ?? 0) + 1;
        const state = attempts >= maxAttempts ? 'waiting' : 'trying';
        const pauseSeconds = unevenly(Math.min(MAX_PAUSE_SECONDS, retrySeconds * 2 ** (attempts - 1)));
        await sql`
          /* recordFailure */ insert into ${sql(schema)}.dead_letters
            (company_id, consumer, source, seq, event_type, state, attempts, retry_at, first_failed_at,
             last_failed_at, error_class, error_message)
          values (${companyId}, ${name}, ${source.name}, ${event.seq}, ${event.type}, ${state}, ${attempts},
            clock_timestamp() + make_interval(secs => ${pauseSeconds}), clock_timestamp(), clock_timestamp(),
            ${errorClass}, ${errorMessage})
          on conflict (consumer, company_id, seq) do update set
            state = excluded.state, attempts = excluded.attempts, retry_at = excluded.retry_at,
            last_failed_at = excluded.last_failed_at, error_class = excluded.error_class,
            error_message = excluded.error_message, settled_at = null, reason = null`;
        if (state === 'waiting') await moveCheckpoint(sql, companyId, event.seq);
        return { state, attempts, pauseSeconds } as const;
      },
      'write',
    );
  }

  /** Handles the first dead letter of a company that somebody asked to have handled again. */
  async function attemptAgain(companyId: string): Promise<boolean> {
    if (isPaused(companyId)) return false;
    let seq: number | undefined;
    try {
      return await database.withCompany(
        companyId,
        async (sql) => {
          if ((await lock(sql, companyId)) === undefined) return false;
          const [letter] = await sql<{ seq: number }[]>`
            /* requestedDeadLetter */ select seq from ${sql(schema)}.dead_letters
            where company_id = ${companyId} and consumer = ${name} and state = 'requested'
            order by seq limit 1 for update`;
          if (letter === undefined) return false;
          ({ seq } = letter);
          await options.handle(sql, companyId, await read(sql, companyId, seq - 1, 1));
          await sql`
            /* deadLetterHandled */ update ${sql(schema)}.dead_letters
            set state = 'handled', settled_at = clock_timestamp()
            where company_id = ${companyId} and consumer = ${name} and seq = ${seq}`;
          return true;
        },
        'write',
      );
    } catch (err) {
      if (isTransient(err) || seq === undefined) return unavailable(companyId, err);
      const { errorClass, errorMessage } = describeFailure(err);
      log.error({ event: 'consumer.dead_letter', consumer: name, companyId, from: seq, count: 1, err });
      await database.withCompany(
        companyId,
        (sql) => sql`
          /* deadLetterFailedAgain */ update ${sql(schema)}.dead_letters
          set state = 'waiting', attempts = attempts + 1, last_failed_at = clock_timestamp(),
              error_class = ${errorClass}, error_message = ${errorMessage}
          where company_id = ${companyId} and consumer = ${name} and seq = ${seq ?? 0} and state = 'requested'`,
        'write',
      );
      return true;
    }
  }

  async function ensureCheckpoint(sql: TransactionSql, companyId: string): Promise<void> {
    await sql`
      /* ensureCheckpoint */ insert into ${sql(schema)}.checkpoints (company_id, consumer, seq)
      values (${companyId}, ${name}, 0) on conflict do nothing`;
  }

  async function moveCheckpoint(sql: TransactionSql, companyId: string, seq: number): Promise<void> {
    await sql`
      /* moveCheckpoint */ update ${sql(schema)}.checkpoints set seq = ${seq}
      where company_id = ${companyId} and consumer = ${name}`;
  }

  /** Locks the checkpoint until the transaction ends; undefined while another process holds it. */
  async function lock(sql: TransactionSql, companyId: string): Promise<Standing | undefined> {
    await ensureCheckpoint(sql, companyId);
    const [standing] = await sql<Standing[]>`
      /* lockCheckpoint */ select c.seq, d.attempts,
        greatest(0, coalesce(extract(epoch from d.retry_at - clock_timestamp()), 0))::float8 as "waitSeconds",
        set_config('idle_in_transaction_session_timeout', ${`${IDLE_SECONDS}s`}, true) as bounded
      from ${sql(schema)}.checkpoints c
      left join ${sql(schema)}.dead_letters d on d.company_id = c.company_id and d.consumer = c.consumer
        and d.seq = c.seq + 1 and d.state = 'trying'
      where c.company_id = ${companyId} and c.consumer = ${name} for update of c skip locked`;
    return standing;
  }

  async function read(
    sql: TransactionSql,
    companyId: string,
    behind: number,
    limit: number,
  ): Promise<StoredEvent[]> {
    const rows = await sql.unsafe<(StoredEvent & { readonly eventVersion: number })[]>(
      source.events,
      [companyId, behind, limit],
      { prepare: true },
    );
    return rows.map(({ eventVersion, ...event }) => ({
      ...event,
      data: upcast(event.type, eventVersion, event.data),
    }));
  }

  return {
    name,
    wake() {
      for (const [companyId, trouble] of troubles)
        if (trouble.transient > 0) troubles.set(companyId, { ...trouble, transient: 0, retryAt: 0 });
      watch.ring();
    },
    async close() {
      closing.abort();
      await ended;
      watch.close();
      if (options.doorbell === undefined) await doorbell.close();
    },
  };
}

interface LogSource {
  readonly name: string;
  /** $1 is the name of the consumer. */
  readonly waiting: string;
  /** $1 is the company, $2 the position behind which to read, $3 how many events at most. */
  readonly events: string;
}

/** How the log is asked: the tables of the own schema, or what another one publishes. */
function logSource(schema: string, source = schema): LogSource {
  const isOwn = source === schema;
  const columns = `company_id as "companyId", seq, aggregate_type as "aggregateType",
    aggregate_id as "aggregateId", version, event_type as type, data, metadata ->> 'userId' as "userId",
    recorded_at as "recordedAt", published_seq as "publishedSeq",
    coalesce((metadata ->> 'eventVersion')::int, 1) as "eventVersion"`;
  const lagging = isOwn
    ? `select id, false as "isAsked" from ${schema}.lagging($1) as id`
    : `select h.company_id as id, false as "isAsked" from ${source}_published.log_heads() h
       left join ${schema}.consumer_positions($1) c on c.company_id = h.company_id
       where h.last_seq > coalesce(c.seq, 0)`;
  return {
    name: source,
    waiting: `/* ${isOwn ? 'laggingCompanies' : 'laggingCompaniesOfSource'} */ ${lagging}
      union all select id, true from ${schema}.companies_with_dead_letters($1, '{requested}') as id`,
    events: isOwn
      ? `/* readLog */ select ${columns} from ${schema}.event_store
         where company_id = $1 and seq > $2 order by seq limit $3`
      : `/* readPublishedLog */ select ${columns} from ${source}_published.log_events($1, $2, $3)`,
  };
}

/** Between half of it and all of it, so that those who failed together do not come back together. */
function unevenly(seconds: number): number {
  return seconds * (0.5 + Math.random() / 2);
}
