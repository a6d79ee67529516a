import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import type { Logger } from '#shared/platform/log.ts';
import { COMMON, readMigrationSets, type Migration, type MigrationSet } from './migration-files.ts';
import { ensureRoles, subgraphRoles } from './roles.ts';

export interface MigrationProgress {
  readonly subgraph: string;
  readonly name: string;
  /** How many are done, this one included, and how many there are to do in this run. */
  readonly done: number;
  readonly total: number;
}

export interface MigrateOptions {
  readonly log?: Logger;
  /** Key that passwords of roles are derived from; by default the password in the owner's URL. */
  readonly secret?: string;
  readonly onProgress?: (progress: MigrationProgress) => void;
  /** Folder that holds `db/migrations`, `db/sql` and `subgraphs`; by default this project. */
  readonly root?: string;
}

const PROJECT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Any number will do as long as all versions of the program agree on it. */
const LOCK = 4_711_040_404;

/**
 * Brings the database to the state that this version of the program needs: roles, schemas, then every
 * migration that was not applied yet, each in a transaction of its own. Starts at the same time wait for one
 * another. Answers `subgraph/file` of what was applied.
 */
export async function migrate(
  ownerUrl: string,
  options: MigrateOptions = {},
): Promise<{ applied: string[] }> {
  const sets = readMigrationSets(options.root ?? PROJECT);
  const pool = postgres(ownerUrl, {
    max: 1,
    connect_timeout: 10,
    // One connection holds the lock from beginning to end; it may not be replaced by another on the way.
    max_lifetime: null,
    connection: { application_name: 'davtari migrate', TimeZone: 'UTC' },
    onnotice: (notice) => options.log?.debug({ event: 'migrate.notice', notice: notice['message'] }),
  });
  let sql: postgres.ReservedSql | undefined;
  try {
    sql = await pool.reserve();
    await lock(sql, options.log);
    await ensureRecord(sql);
    const applied = await readRecord(sql);
    const pending = sets.map((set) => ({ set, migrations: pendingOf(set, applied, options.log) }));
    const total = pending.reduce((sum, { migrations }) => sum + migrations.length, 0);
    const done: string[] = [];
    // All roles first: a migration may give rights to a subgraph whose own migrations come later.
    for (const { name, isSubgraph } of sets)
      if (isSubgraph) await ensureSubgraph(sql, ownerUrl, name, options.secret);
    for (const { set, migrations } of pending) {
      for (const migration of migrations) {
        await apply(sql, set, migration);
        done.push(`${set.name}/${migration.name}`);
        options.log?.info({ event: 'migrate.applied', subgraph: set.name, migration: migration.name });
        options.onProgress?.({ subgraph: set.name, name: migration.name, done: done.length, total });
      }
    }
    return { applied: done };
  } finally {
    sql?.release();
    // Closing the connection also gives back the lock.
    await pool.end({ timeout: 5 });
  }
}

async function lock(sql: postgres.ReservedSql, log: Logger | undefined): Promise<void> {
  const [row] = await sql<[{ free: boolean }]>`select pg_try_advisory_lock(${LOCK}::bigint) as free`;
  if (row.free) return;
  log?.info({ event: 'migrate.waiting' }, 'another process is migrating this database; waiting for it');
  await sql`select pg_advisory_lock(${LOCK}::bigint)`;
}

/** Schema and table that keep what was applied; nobody but the owner sees them. */
async function ensureRecord(sql: postgres.ReservedSql): Promise<void> {
  const [row] = await sql<[{ name: string | null; database: string }]>`
    select to_regclass(${`${COMMON}.migration`})::text as name, quote_ident(current_database()) as database`;
  if (row.name !== null) return;
  await inTransaction(sql, async () => {
    await sql.unsafe(`
      revoke connect, temporary on database ${row.database} from public;
      revoke all on schema public from public;
      alter default privileges revoke execute on functions from public;
      create schema if not exists ${COMMON};
      create table ${COMMON}.migration (
        subgraph text not null,
        number integer not null,
        name text not null,
        sha256 text not null,
        applied_at timestamptz not null default now(),
        primary key (subgraph, number)
      );`);
  });
}

interface AppliedRow {
  readonly subgraph: string;
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
}

async function readRecord(sql: postgres.ReservedSql): Promise<readonly AppliedRow[]> {
  return sql<AppliedRow[]>`
    /* appliedMigrations */
    select subgraph, number, name, sha256 from davtari.migration order by subgraph, number`;
}

/** What is still to be done; refuses a past that differs from the files. */
function pendingOf(
  set: MigrationSet,
  applied: readonly AppliedRow[],
  log: Logger | undefined,
): readonly Migration[] {
  const past = new Map(applied.filter((row) => row.subgraph === set.name).map((row) => [row.number, row]));
  const newest = Math.max(0, ...past.keys());
  const pending: Migration[] = [];
  for (const migration of set.migrations) {
    const row = past.get(migration.number);
    past.delete(migration.number);
    if (row === undefined) {
      if (migration.number < newest) {
        throw new Error(
          `Migration ${set.name}/${migration.name} comes too late: number ${String(newest)} is already applied. ` +
            'Give it the next free number.',
        );
      }
      pending.push(migration);
    } else if (row.name !== migration.name || row.sha256 !== migration.sha256) {
      throw new Error(
        `Migration ${set.name}/${migration.name} was changed after it had been applied as ${row.name}. ` +
          'Applied migrations stay as they are, with everything they include; put the change into a new one.',
      );
    }
  }
  const newestFile = set.migrations.at(-1)?.number ?? 0;
  for (const row of past.values()) {
    if (row.number < newestFile) {
      throw new Error(
        `Migration ${set.name}/${row.name} was applied to this database, but its file is gone.`,
      );
    }
    log?.warn(
      { event: 'migrate.newer', subgraph: set.name, migration: row.name },
      'this database was migrated by a newer version of the program',
    );
  }
  return pending;
}

async function ensureSubgraph(
  sql: postgres.ReservedSql,
  ownerUrl: string,
  subgraph: string,
  secret: string | undefined,
): Promise<void> {
  const { app, writer } = await ensureRoles(sql, ownerUrl, subgraph, secret);
  await sql.unsafe(`
    create schema if not exists ${subgraph};
    revoke all on schema ${subgraph} from public;
    grant usage on schema ${subgraph} to ${app}, ${writer};`);
}

/** How long one migration may wait for a table that others use, before it gives up without a change. */
const LOCK_TIMEOUT = '60s';

async function apply(sql: postgres.ReservedSql, set: MigrationSet, migration: Migration): Promise<void> {
  // To be given a function, the writer role needs CREATE on the schema at that moment (unless a superuser gives
  // it). The right is lent inside the transaction, so it never outlives the migration.
  const writer = set.isSubgraph ? subgraphRoles(set.name).writer : undefined;
  try {
    await inTransaction(sql, async () => {
      await sql.unsafe(`set local lock_timeout = '${LOCK_TIMEOUT}'`);
      await sql.unsafe(`set local search_path = ${set.name}, pg_catalog`);
      if (writer !== undefined) await sql.unsafe(`grant create on schema ${set.name} to ${writer}`);
      await sql.unsafe(migration.text);
      await sql.unsafe('set local search_path = pg_catalog');
      if (writer !== undefined) await sql.unsafe(`revoke create on schema ${set.name} from ${writer}`);
      await sql`
        insert into davtari.migration (subgraph, number, name, sha256)
        values (${set.name}, ${migration.number}, ${migration.name}, ${migration.sha256})`;
    });
  } catch (error) {
    throw new Error(`Migration ${set.name}/${migration.name} failed: ${describe(error, migration.text)}`, {
      cause: error,
    });
  }
}

/** The words of PostgreSQL and the line they are about. */
function describe(error: unknown, text: string): string {
  if (!(error instanceof postgres.PostgresError)) return String(error);
  const position = Number(error.position ?? Number.NaN);
  const line = Number.isNaN(position) ? '' : ` (line ${String(text.slice(0, position).split('\n').length)})`;
  return [`${error.message}${line}`, error.detail, error.hint, error.where].filter(Boolean).join('; ');
}

async function inTransaction(sql: postgres.ReservedSql, work: () => Promise<void>): Promise<void> {
  await sql.unsafe('begin');
  try {
    await work();
    await sql.unsafe('commit');
  } catch (error) {
    await sql.unsafe('rollback').catch(() => {
      // The connection is gone, and with it the transaction; the first error tells why.
    });
    throw error;
  }
}
