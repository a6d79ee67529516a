import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';
import { roleUrl } from '#db/roles.ts';

export interface TestDatabase {
  /** URL as the superuser that owns the database. */
  readonly ownerUrl: string;
  /** URL as the login role of a subgraph: what the program itself uses. */
  urlFor(subgraph: string): string;
  /** Ends every connection and removes the database. */
  drop(): Promise<void>;
}

export interface TestDatabaseOptions {
  /** True gives a database that was never migrated. */
  readonly empty?: boolean;
}

const CLONE_LOCK = 4_711_050_505;

/** A database of this test file's own, migrated, without rows. Call it in `beforeAll`, `drop` in `afterAll`. */
export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const failure = inject('templateFailure');
  if (failure !== '' && options.empty !== true) throw new Error(`The migrations do not run: ${failure}`);
  const serverUrl = inject('serverUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdministrator(serverUrl, async (sql) => {
    const template = options.empty === true ? 'template0' : inject('templateDatabase');
    // Two clones of one template at once disturb each other.
    await sql`select pg_advisory_lock(${CLONE_LOCK}::bigint)`;
    await sql.unsafe(`create database ${name} template ${template} strategy file_copy`);
    await sql`select pg_advisory_unlock(${CLONE_LOCK}::bigint)`;
    if (options.empty !== true) await copyDatabaseRights(sql, template, name);
  });
  const ownerUrl = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
  return {
    ownerUrl,
    urlFor: (subgraph) => roleUrl(ownerUrl, subgraph),
    drop: () =>
      asAdministrator(serverUrl, async (sql) => {
        await sql.unsafe(`drop database if exists ${name} with (force)`);
      }),
  };
}

/** A clone gets everything of its template but the rights on the database itself. */
async function copyDatabaseRights(sql: postgres.Sql, template: string, name: string): Promise<void> {
  const rights = await sql<{ grantee: string; privilege: string }[]>`
    select case grantee when 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end as grantee,
           privilege_type as privilege
    from pg_database, aclexplode(datacl) where datname = ${template}`;
  await sql.unsafe(
    [
      `revoke all on database ${name} from public`,
      ...rights.map(({ grantee, privilege }) => `grant ${privilege} on database ${name} to ${grantee}`),
    ].join(';'),
  );
}

async function asAdministrator(url: string, work: (sql: postgres.Sql) => Promise<void>): Promise<void> {
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => undefined });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
