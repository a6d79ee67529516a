import { createHmac, pbkdf2Sync, randomBytes, createHash } from 'node:crypto';
import postgres from 'postgres';

const SUBGRAPH = /^[a-z][a-z0-9_]{0,30}$/;

export interface SubgraphRoles {
  /** Logs in, owns nothing, and is held by row-level security. */
  readonly app: string;
  /** Cannot log in; owns the SECURITY DEFINER functions of the subgraph, never its tables. */
  readonly writer: string;
}

/** Names of the two roles of a subgraph. Roles belong to the whole server, hence the prefix. */
export function subgraphRoles(subgraph: string): SubgraphRoles {
  if (!SUBGRAPH.test(subgraph)) throw new Error(`${subgraph} cannot be the name of a subgraph`);
  return { app: `davtari_${subgraph}`, writer: `davtari_${subgraph}_writer` };
}

/** URL by which a subgraph logs in, derived from the owner's URL, so that only one secret need be kept. */
export function roleUrl(ownerUrl: string, subgraph: string, secret?: string): string {
  const url = new URL(ownerUrl);
  const { app } = subgraphRoles(subgraph);
  url.password = rolePassword(ownerUrl, app, secret);
  url.username = app;
  return url.href;
}

function rolePassword(ownerUrl: string, role: string, secret: string | undefined): string {
  const key = secret ?? decodeURIComponent(new URL(ownerUrl).password);
  if (key === '') {
    throw new Error(
      'The URL of the database has no password to derive role passwords from; set DATABASE_ROLE_SECRET',
    );
  }
  return createHmac('sha256', key).update(role).digest('hex');
}

/**
 * Makes the roles of a subgraph what they must be. Runs as a superuser, or as the owner of the database with
 * CREATEROLE. A role that is already right is not touched, so a start of many replicas writes nothing.
 */
export async function ensureRoles(
  sql: postgres.ReservedSql,
  ownerUrl: string,
  subgraph: string,
  secret?: string,
): Promise<SubgraphRoles> {
  const roles = subgraphRoles(subgraph);
  await ensureRole(sql, roles.writer, 'NOLOGIN');
  await ensureRole(sql, roles.app, 'LOGIN');
  await ensureOwnerHolds(sql, roles.writer);
  await sql.unsafe(`grant connect on database ${await currentDatabase(sql)} to ${roles.app}`);
  if (!(await canLogIn(roleUrl(ownerUrl, subgraph, secret)))) {
    const verifier = scramVerifier(rolePassword(ownerUrl, roles.app, secret));
    await sql.unsafe(`alter role ${roles.app} password '${verifier}'`);
  }
  return roles;
}

async function currentDatabase(sql: postgres.ReservedSql): Promise<string> {
  const [row] = await sql<[{ name: string }]>`select quote_ident(current_database()) as name`;
  return row.name;
}

interface RoleRow {
  readonly rolcanlogin: boolean;
  readonly rolsuper: boolean;
  readonly rolbypassrls: boolean;
  readonly rolcreaterole: boolean;
  readonly rolcreatedb: boolean;
  readonly rolreplication: boolean;
}

async function ensureRole(
  sql: postgres.ReservedSql,
  name: string,
  login: 'LOGIN' | 'NOLOGIN',
): Promise<void> {
  const [role] = await sql<RoleRow[]>`
    select rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication
    from pg_roles where rolname = ${name}`;
  if (role === undefined) {
    await createRole(sql, name, login);
    return;
  }
  // Only what is wrong is altered: naming BYPASSRLS or SUPERUSER at all is refused to an ordinary owner.
  const wrong = [
    ...(role.rolcanlogin === (login === 'LOGIN') ? [] : [login]),
    ...(role.rolsuper ? ['NOSUPERUSER'] : []),
    ...(role.rolbypassrls ? ['NOBYPASSRLS'] : []),
    ...(role.rolcreaterole ? ['NOCREATEROLE'] : []),
    ...(role.rolcreatedb ? ['NOCREATEDB'] : []),
    ...(role.rolreplication ? ['NOREPLICATION'] : []),
  ];
  if (wrong.length > 0) await sql.unsafe(`alter role ${name} ${wrong.join(' ')}`);
}

const DUPLICATE_OBJECT = '42710';
const UNIQUE_VIOLATION = '23505';

async function createRole(sql: postgres.ReservedSql, name: string, login: string): Promise<void> {
  try {
    await sql.unsafe(`create role ${name} ${login} noinherit`);
  } catch (error) {
    // The migration lock holds in one database; another database of this server may make the role right now.
    const code = error instanceof postgres.PostgresError ? error.code : undefined;
    if (code !== DUPLICATE_OBJECT && code !== UNIQUE_VIOLATION) throw error;
  }
}

/**
 * Lets an owner who is no superuser hand functions to the writer role (SET) and still grant them afterwards
 * (INHERIT).
 */
async function ensureOwnerHolds(sql: postgres.ReservedSql, writer: string): Promise<void> {
  const [state] = await sql<[{ super: boolean; version: number }]>`
    select rolsuper as super, current_setting('server_version_num')::int as version
    from pg_roles where rolname = current_user`;
  if (state.super) return;
  const modern = state.version >= 160_000;
  const [grant] = await sql<[{ held: boolean }]>`
    select pg_has_role(current_user, ${writer}, 'USAGE')
       and pg_has_role(current_user, ${writer}, ${modern ? 'SET' : 'MEMBER'}) as held`;
  if (grant.held) return;
  await sql.unsafe(`grant ${writer} to current_user${modern ? ' with inherit true, set true' : ''}`);
}

async function canLogIn(url: string): Promise<boolean> {
  const probe = postgres(url, { max: 1, connect_timeout: 10, fetch_types: false });
  try {
    await probe`select 1`;
    return true;
  } catch (error) {
    // 28P01: wrong password; 28000: refused before a password was asked for.
    if (error instanceof postgres.PostgresError && ['28P01', '28000'].includes(error.code)) return false;
    throw error;
  } finally {
    await probe.end({ timeout: 1 });
  }
}

const ITERATIONS = 4096;

/** The form in which PostgreSQL stores a password; sent instead of it, so that no log can hold the password. */
function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256');
  const sign = (text: string) => createHmac('sha256', salted).update(text).digest();
  const storedKey = createHash('sha256').update(sign('Client Key')).digest('base64');
  const serverKey = sign('Server Key').toString('base64');
  return `SCRAM-SHA-256$${String(ITERATIONS)}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}
