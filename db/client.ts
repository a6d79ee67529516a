import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { badInput, DomainError } from '#shared/domain/errors.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { Caller } from '#shared/platform/principal.ts';
import { addArrayTypes } from './array-types.ts';
import { isRetirement } from './client-life.ts';
import { openLastingClient, type LastingClient } from './lasting-client.ts';
import { tracedSql } from './traced-sql.ts';

type Types = { readonly bigint: bigint };
export type Sql = postgres.Sql<Types>;
export type TransactionSql = postgres.TransactionSql<Types>;
/** What a transaction of Drizzle offers; a superset of reads and writes, without `$client`. */
export type DrizzleTransaction = FirstParameter<FirstParameter<PostgresJsDatabase['transaction']>>;
type FirstParameter<F> = F extends (first: infer T, ...rest: never[]) => unknown ? T : never;

export interface DatabaseOptions {
  /** Most connections of the pool; 10 by default. */
  readonly max?: number;
  /** Shown in `pg_stat_activity`. */
  readonly name?: string;
  readonly log?: Logger;
}

/**
 * Whether a company's transaction may write; PostgreSQL itself refuses writes in the others. All statements of a
 * `snapshot` see the rows of one moment, those of a `read` the rows of theirs.
 */
export type Access = 'read' | 'snapshot' | 'write';

export interface Database {
  /** Raw SQL, outside of any company: tables under row-level security show no rows to it. */
  readonly sql: Sql;
  /** Drizzle on a pool of its own, because Drizzle changes the parsers of the client that it is given. */
  readonly drizzle: PostgresJsDatabase;
  /** Runs work in one transaction that sees the rows of this company only. */
  withCompany<T>(companyId: string, work: (sql: TransactionSql) => Promise<T>, access?: Access): Promise<T>;
  withCompanyDrizzle<T>(
    companyId: string,
    work: (db: DrizzleTransaction) => Promise<T>,
    access?: Access,
  ): Promise<T>;
  /**
   * The same database for one caller: reads end when the caller's time is over, by PostgreSQL itself, and none begins
   * after that or when the caller is gone. Writes are not bounded: what has begun to be written is written.
   */
  within(lifetime: Lifetime): Database;
  /** Answers when the database answers; rejects after five seconds. */
  ping(): Promise<void>;
  /** Lets running statements finish, at most five seconds, then closes every connection. */
  close(): Promise<void>;
}

/** How long somebody waits for answers. */
export type Lifetime = Pick<Caller, 'deadline' | 'signal'>;

const CLOSE_SECONDS = 5;
const PING_MILLISECONDS = 5_000;

/** Opens a pool. No connection is made before the first statement. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const lasting = connect(url, options);
  const { sql } = lasting;
  let second: LastingClient | undefined;
  const drizzles = new WeakMap<Sql, PostgresJsDatabase>();

  function drizzleOn(client: Sql): PostgresJsDatabase {
    const known = drizzles.get(client);
    if (known !== undefined) return known;
    const made = drizzle(client);
    // Drizzle has made dates pass through unparsed; give back the one form that the rest of the code knows.
    Object.assign(client.options.parsers, TEMPORAL_PARSERS);
    drizzles.set(client, made);
    return made;
  }

  const secondClient = (): LastingClient => (second ??= connect(url, options));

  const bound = (lifetime: Lifetime): Database => ({
    sql,
    get drizzle() {
      return drizzleOn(secondClient().current());
    },
    within: bound,

    async withCompany<T>(
      companyId: string,
      work: (sql: TransactionSql) => Promise<T>,
      access: Access = 'read',
    ) {
      const company = companyUuid(companyId);
      const run = async (transaction: TransactionSql): Promise<T> => {
        const left = millisecondsLeft(lifetime, access);
        // Sent without waiting: it travels in one packet with the first statement of the work. Should it fail,
        // the transaction is aborted and the statement after it fails too, which is where the error is met.
        const settings =
          left === undefined
            ? transaction`select set_config('app.company_id', ${company}, true)`
            : transaction`
                select set_config('app.company_id', ${company}, true),
                       set_config('statement_timeout', ${String(left)}, true)`;
        settings.execute().catch(() => undefined);
        return work(transaction);
      };
      return (await ended(
        sql.begin(`isolation level ${ISOLATION[access]} read ${ACCESS[access]}`, run),
      )) as T;
    },

    async withCompanyDrizzle<T>(
      companyId: string,
      work: (db: DrizzleTransaction) => Promise<T>,
      access: Access = 'read',
    ) {
      const company = companyUuid(companyId);
      return ended(
        secondClient().begun((client, begin) =>
          drizzleOn(client).transaction(
            async (transaction) => {
              begin();
              const left = millisecondsLeft(lifetime, access);
              const timeout = left === undefined ? '' : `, set_config('statement_timeout', '${left}', true)`;
              await transaction.execute(`select set_config('app.company_id', '${company}', true)${timeout}`);
              return work(transaction);
            },
            { isolationLevel: ISOLATION[access], accessMode: `read ${ACCESS[access]}` },
          ),
        ),
      );
    },

    async ping() {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          reject(new Error(`the database did not answer within ${String(PING_MILLISECONDS)} ms`));
        }, PING_MILLISECONDS);
      });
      try {
        await Promise.race([sql`/* ping */ select 1`, late]);
      } finally {
        clearTimeout(timer);
      }
    },

    async close() {
      await Promise.all([lasting.close(CLOSE_SECONDS), second?.close(CLOSE_SECONDS)]);
    },
  });
  return bound({});
}

/** What is left of the caller's time for a read; undefined when it is not bounded. Refuses when none is left. */
export function millisecondsLeft({ deadline, signal }: Lifetime, access: Access): number | undefined {
  if (access === 'write') return undefined;
  const left = deadline === undefined ? undefined : Math.ceil(deadline - Date.now());
  // Zero would mean no limit to PostgreSQL.
  if (signal?.aborted === true || (left !== undefined && left <= 0)) throw outOfTime();
  return left;
}

/** Ended by PostgreSQL, on our behalf, because it took longer than the caller waits. */
const QUERY_CANCELED = '57014';

/** The outcome of work; SERVICE_UNAVAILABLE when PostgreSQL ended it for taking too long, or is away. */
export async function ended<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (postgresError(error)?.code === QUERY_CANCELED) throw outOfTime();
    // Whoever reads must be told so, too, and not of a defect; what happened stays in `cause`.
    if (isAway(error)) throw Object.assign(away(), { cause: error });
    throw error;
  }
}

function outOfTime(): DomainError {
  return new DomainError('SERVICE_UNAVAILABLE', 'The answer takes longer than it is waited for.', {
    reason: 'TIMEOUT',
  });
}

const ACCESS = { read: 'only', snapshot: 'only', write: 'write' } as const satisfies Record<Access, string>;
const ISOLATION = {
  read: 'read committed',
  snapshot: 'repeatable read',
  write: 'read committed',
} as const satisfies Record<Access, string>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The company id, proven to be a UUID: nothing else may reach the setting that row-level security reads. */
export function companyUuid(companyId: string): string {
  if (!UUID.test(companyId)) throw badInput('companyId', companyId, 'is not a UUID');
  return companyId.toLowerCase();
}

const OID = { int8: 20, date: 1082, timestamp: 1114, timestamptz: 1184 } as const;

/** `2026-11-22 16:34:48.5+00` → `2026-11-22T16:34:48.5Z`. Sessions run in UTC, so no other offset is seen. */
function instant(text: string): string {
  if (!text.endsWith('+00')) throw new RangeError(`${text} is not an instant of our calendar in UTC`);
  return `${text.slice(0, -3).replace(' ', 'T')}Z`;
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit a number exactly`);
  return value;
}

const asIs = (text: string): string => text;

const TEMPORAL_PARSERS: Record<number, (text: string) => string> = {
  [OID.date]: asIs,
  [OID.timestamp]: asIs,
  [OID.timestamptz]: instant,
};

function temporalText(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value);
}

/** A postgres.js client with our settings: UTC, dates as exact text, bigint as a number while it is exact. */
function connect(url: string, options: DatabaseOptions): LastingClient {
  return openLastingClient((hooks) => {
    const client = postgres(url, {
      max: options.max ?? 10,
      connect_timeout: 10,
      connection: {
        application_name: options.name ?? 'davtari',
        TimeZone: 'UTC',
        DateStyle: 'ISO',
        // Our questions are many and short: starting workers for one costs more than they save.
        max_parallel_workers_per_gather: 0,
        // A client that vanished without a word gives back its locks within seconds.
        tcp_user_timeout: 15_000,
        tcp_keepalives_idle: 10,
        tcp_keepalives_interval: 2,
        tcp_keepalives_count: 3,
      },
      onnotice: (notice) => options.log?.debug({ event: 'database.notice', notice: notice['message'] }),
      types: {
        bigint: { to: OID.int8, from: [OID.int8], serialize: String, parse: safeInteger },
        date: { to: OID.date, from: [OID.date], serialize: temporalText, parse: asIs },
        timestamp: { to: OID.timestamp, from: [OID.timestamp], serialize: temporalText, parse: asIs },
        timestamptz: {
          to: OID.timestamptz,
          from: [OID.timestamptz],
          serialize: temporalText,
          parse: instant,
        },
      },
      ...hooks,
    }) as unknown as Sql;
    addArrayTypes(client.options);
    return tracedSql(client);
  });
}

/** Constraint name → the refusal that its violation means. */
export type ConstraintTable = Readonly<Record<string, (error: postgres.PostgresError) => DomainError>>;

/** The error of PostgreSQL in what was thrown; Drizzle hides it in `cause`. */
export function postgresError(error: unknown): postgres.PostgresError | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof postgres.PostgresError) return at;
  }
  return undefined;
}

/** Codes of postgres.js for a server that is away; what was asked may be asked again. */
const AWAY = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  // PostgreSQL is shutting down, has crashed, or is still starting.
  '57P01',
  '57P02',
  '57P03',
  // Too many connections at the moment.
  '53300',
]);

/**
 * What a failure of the database means to the caller: a violated constraint becomes its refusal, a server that
 * is away becomes SERVICE_UNAVAILABLE, everything else stays the defect that it is. Use as
 * `throw toDomainError(error, CONSTRAINTS)`.
 */
export function toDomainError(error: unknown, table: ConstraintTable = {}): Error {
  if (error instanceof DomainError) return error;
  const fault = postgresError(error);
  const refusal = fault?.constraint_name === undefined ? undefined : table[fault.constraint_name];
  if (fault !== undefined && refusal !== undefined) return refusal(fault);
  if (isAway(error)) {
    return away();
  }
  return error instanceof Error ? error : new Error(String(error));
}

function away(): DomainError {
  return new DomainError('SERVICE_UNAVAILABLE', 'the database does not answer');
}

/** Whether the server, or the way to it, is gone. Drizzle hides that in `cause`. */
function isAway(error: unknown): boolean {
  if (isRetirement(error)) return true;
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && AWAY.has(at.code)) return true;
  }
  return false;
}
