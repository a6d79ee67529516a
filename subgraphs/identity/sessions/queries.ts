import { and, asc, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { DrizzleTransaction } from '#db/client.ts';
import { companies } from '../companies/tables.ts';
import { memberships, users } from '../users/tables.ts';
import type { SessionKey } from './refresh-store.ts';
import { sessions } from './tables.ts';

/** A user as a member of one company, with all that a session tells of the two. */
export interface Member {
  readonly user: { readonly id: string; readonly name: string; readonly email: string };
  readonly company: { readonly id: string; readonly name: string; readonly nameEn: string | null };
  readonly roles: string[];
}

/** What a sign-in begins with. */
export interface SignInFacts {
  /** The address as the database compares it. */
  readonly address: string;
  readonly user?: { readonly userId: string; readonly passwordHash: string };
  /** The company whose auditors are told of a failure. */
  readonly companyId?: string;
}

/** What there is to know about an e-mail address before a password has been checked; asked by a stranger. */
export async function signInFacts(
  db: DrizzleTransaction,
  email: string,
  companyId: string | undefined,
): Promise<SignInFacts> {
  const [row] = await db.execute<{
    address: string;
    user_id: string | null;
    password_hash: string | null;
    company_id: string | null;
  }>(sql`
    /* signInFacts */ select address, user_id, password_hash, company_id
    from identity.sign_in_facts(${email}, ${companyId ?? null})`);
  if (row === undefined) throw new Error('identity.sign_in_facts answers one row for every address');
  return {
    address: row.address,
    ...(row.user_id === null || row.password_hash === null
      ? {}
      : { user: { userId: row.user_id, passwordHash: row.password_hash } }),
    ...(row.company_id === null ? {} : { companyId: row.company_id }),
  };
}

/** The hash of a user's password as it is now. */
export async function passwordHashOf(db: DrizzleTransaction, email: string): Promise<string | undefined> {
  const [row] = await db.execute<{ password_hash: string }>(
    sql`/* passwordHashOf */ select password_hash from identity.credentials(${email})`,
  );
  return row?.password_hash;
}

/** The database's clock, seconds since the epoch: the one clock that revocations are told by. */
export async function databaseClock(db: DrizzleTransaction): Promise<number> {
  const [row] = await db.execute<{ at: number }>(
    sql`/* clock */ select extract(epoch from clock_timestamp())::float8 as at`,
  );
  if (row === undefined) throw new Error('a database has a clock');
  return row.at;
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

/** Locks a session, so that whoever shows another token of it waits here. */
export async function lockSession(
  db: DrizzleTransaction,
  { companyId, sessionId }: SessionKey,
): Promise<LockedSession | undefined> {
  const [session] = await db
    .select({
      id: sessions.id,
      userId: sessions.userId,
      isRevoked: sql<boolean>`${sessions.revokedAt} is not null`,
      isExpired: sql<boolean>`${sessions.expiresAt} <= clock_timestamp()`,
    })
    .from(sessions)
    .where(and(eq(sessions.companyId, companyId), eq(sessions.id, sessionId)))
    .for('update');
  return session;
}

const isOpen = and(isNull(sessions.revokedAt), gt(sessions.expiresAt, sql`clock_timestamp()`));

/** Whether a session of the user of the transaction has neither ended nor expired. */
export async function sessionIsOpen(db: DrizzleTransaction, sessionId: string): Promise<boolean> {
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), isOpen));
  return rows.length > 0;
}

/** A session as its user sees it. */
export interface UserSessionRow {
  readonly id: string;
  readonly companyId: string;
  readonly createdAt: string;
  readonly lastUsedAt: string;
  readonly expiresAt: string;
  readonly address: string | null;
  readonly userAgent: string | null;
}

const MOST_LISTED = 100;

/** The open sessions of the user of the transaction, in all companies, those used last first. */
export async function sessionsOfUser(db: DrizzleTransaction, userId: string): Promise<UserSessionRow[]> {
  const lastUsedAt = sql<string>`coalesce(${sessions.refreshedAt}, ${sessions.createdAt})`;
  return db
    .select({
      id: sessions.id,
      companyId: sessions.companyId,
      createdAt: sessions.createdAt,
      lastUsedAt,
      expiresAt: sessions.expiresAt,
      address: sessions.address,
      userAgent: sessions.userAgent,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isOpen))
    .orderBy(desc(lastUsedAt), desc(sessions.id))
    .limit(MOST_LISTED);
}
