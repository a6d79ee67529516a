import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { DrizzleTransaction } from '#db/client.ts';
import { companies } from '../companies/tables.ts';
import { memberships, users } from '../users/tables.ts';
import type { TokenUse } from './decide.ts';
import { refreshTokens, sessions } from './tables.ts';

/** A user as a member of one company, with all that a session tells of the two. */
export interface Member {
  readonly user: { readonly id: string; readonly name: string; readonly email: string };
  readonly company: { readonly id: string; readonly name: string; readonly nameEn: string | null };
  readonly roles: string[];
}

/** What checking a password needs; asked by a stranger. */
export async function credentials(
  db: DrizzleTransaction,
  email: string,
): Promise<{ userId: string; passwordHash: string } | undefined> {
  const [row] = await db.execute<{ user_id: string; password_hash: string }>(
    sql`/* credentials */ select user_id, password_hash from identity.credentials(${email})`,
  );
  return row === undefined ? undefined : { userId: row.user_id, passwordHash: row.password_hash };
}

/** The company of a refresh token; asked by a stranger. */
export async function companyOfRefreshToken(
  db: DrizzleTransaction,
  tokenHash: string,
): Promise<string | undefined> {
  const [row] = await db.execute<{ company_id: string | null }>(
    sql`/* companyOfRefreshToken */ select identity.company_of_refresh_token(${tokenHash}) as company_id`,
  );
  return row?.company_id ?? undefined;
}

/** Where a user may sign in: the company asked for, or else the first by name. */
export async function memberForSignIn(
  db: DrizzleTransaction,
  userId: string,
  companyId: string | undefined,
): Promise<Member | undefined> {
  const [member] = await selectMembers(db, userId, companyId)
    .orderBy(sql`${companies.name} collate "ka-x-icu"`, asc(companies.createdAt), asc(companies.id))
    .limit(1);
  return member;
}

function selectMembers(db: DrizzleTransaction, userId: string, companyId: string | undefined) {
  return db
    .select({
      user: { id: users.id, name: users.name, email: users.email },
      company: { id: companies.id, name: companies.name, nameEn: companies.nameEn },
      roles: memberships.roles,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(companies, eq(companies.id, memberships.companyId))
    .where(
      and(
        eq(memberships.userId, userId),
        isNull(memberships.endedAt),
        isNull(users.disabledAt),
        companyId === undefined ? undefined : eq(memberships.companyId, companyId),
      ),
    )
    .$dynamic();
}

/** A session, locked until the transaction ends. */
export interface LockedSession {
  readonly id: string;
  readonly userId: string;
  readonly isRevoked: boolean;
  readonly isExpired: boolean;
}

/** Locks the session of a token, so that whoever shows a token of the same session waits here. */
export async function lockSession(
  db: DrizzleTransaction,
  companyId: string,
  tokenHash: string,
): Promise<LockedSession | undefined> {
  const token = db
    .select({ sessionId: refreshTokens.sessionId })
    .from(refreshTokens)
    .where(eq(refreshTokens.tokenHash, tokenHash));
  const [session] = await db
    .select({
      id: sessions.id,
      userId: sessions.userId,
      isRevoked: sql<boolean>`${sessions.revokedAt} is not null`,
      isExpired: sql<boolean>`${sessions.expiresAt} <= clock_timestamp()`,
    })
    .from(sessions)
    .where(and(eq(sessions.companyId, companyId), inArray(sessions.id, token)))
    .for('update');
  return session;
}

/**
 * How a token was used, seen by a caller who began to ask so many milliseconds ago. To be asked under the session's
 * lock, in a statement after it: the locking one may have been reading since before another caller's commit.
 */
export async function tokenUse(
  db: DrizzleTransaction,
  tokenHash: string,
  waitedMs: number,
): Promise<TokenUse> {
  const [token] = await db
    .select({
      use: sql<TokenUse>`case
        when ${refreshTokens.usedAt} is null then 'NEVER'
        when ${refreshTokens.usedAt} > clock_timestamp() - make_interval(secs => ${waitedMs / 1000}::float8)
          then 'MEANWHILE'
        else 'BEFORE' end`,
    })
    .from(refreshTokens)
    .where(eq(refreshTokens.tokenHash, tokenHash));
  // Tokens go only with their session, and that is locked.
  if (token === undefined) throw new Error('a refresh token vanished from a locked session');
  return token.use;
}
