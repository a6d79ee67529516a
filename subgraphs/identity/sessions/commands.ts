import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { DrizzleTransaction } from '#db/client.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { Permission } from '#shared/domain/permissions.ts';
import { issueAccessToken } from '#shared/platform/access-token.ts';
import type { Config } from '#shared/platform/config.ts';
import type { SigningKey } from '#shared/platform/keys.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { Principal } from '#shared/platform/principal.ts';
import { revoked } from '#shared/platform/revocation.ts';
import type { IdentityDatabase } from '../database.ts';
import { hashPassword, passwordMatches } from '../users/password.ts';
import { permissionsOf } from '../users/roles.ts';
import { decideRefresh } from './decide.ts';
import { checkedCompanyId, checkedEmail, checkedPassword } from './input.ts';
import {
  companyOfRefreshToken,
  credentials,
  lockSession,
  memberForSignIn,
  tokenUse,
  type LockedSession,
  type Member,
} from './queries.ts';
import { newRefreshToken, refreshTokenHash } from './refresh-token.ts';
import { lockRights, type Revocations } from './revocations.ts';
import { refreshTokens, sessions } from './tables.ts';

export type SessionSettings = Pick<
  Config,
  'accessTokenSeconds' | 'refreshTokenSeconds' | 'tokenIssuer' | 'tokenAudience'
>;

/** A session as its owner is told of it. */
export interface OpenSession extends Member {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresIn: number;
  readonly permissions: Permission[];
}

export interface SignIn {
  readonly email: string;
  readonly password: string;
  readonly companyId?: string | null | undefined;
}

/** Whose sessions: everywhere, or in one company. */
export interface SessionsOf {
  readonly userId: string;
  readonly companyId?: string;
}

/** Why sessions were ended by other means than signing out. */
export type EndReason = 'REVOKED' | 'PASSWORD_CHANGED' | 'MEMBERSHIP_ENDED' | 'USER_DISABLED';

/** The commands about sessions. Each answers UNAUTHENTICATED in the same words whatever the reason is. */
export interface SessionKeeper {
  signIn(input: SignIn): Promise<OpenSession>;
  refresh(refreshToken: string): Promise<OpenSession>;
  /** Answers whether the session was still open. */
  signOut(refreshToken: string | null | undefined, principal: Principal | null): Promise<boolean>;
  /**
   * Ends the sessions of a user at once, their access tokens included, inside the given transaction or in one of its
   * own; answers how many there were. Call it last in the transaction that takes the user's rights away.
   */
  endSessions(of: SessionsOf, because: EndReason, within?: DrizzleTransaction): Promise<number>;
  /**
   * Voids access tokens issued before now: the sessions live on, and the next refresh brings the new rights. Call it
   * last in the transaction that changes the rights, and give it that transaction.
   */
  rightsChanged(companyId: string, userIds: readonly string[], within?: DrizzleTransaction): Promise<void>;
}

export async function createSessionKeeper(options: {
  readonly database: IdentityDatabase;
  readonly signingKey: SigningKey;
  readonly settings: SessionSettings;
  readonly revocations: Revocations;
  readonly log: Logger;
}): Promise<SessionKeeper> {
  const { database, signingKey, settings, revocations, log } = options;
  const realm = { issuer: settings.tokenIssuer, audience: settings.tokenAudience };
  // Nobody's password. An unknown address is checked against it, so that it takes as long as a known one.
  const nobodysHash = await hashPassword(newRefreshToken());

  async function open(member: Member, sessionId: string, refreshToken: string): Promise<OpenSession> {
    const { user, company, roles } = member;
    const permissions = permissionsOf(roles);
    const accessToken = await issueAccessToken(
      signingKey,
      realm,
      { userId: user.id, companyId: company.id, sessionId, roles, permissions },
      settings.accessTokenSeconds,
    );
    return { ...member, accessToken, refreshToken, expiresIn: settings.accessTokenSeconds, permissions };
  }

  async function endSessions(
    db: DrizzleTransaction,
    { userId, companyId }: SessionsOf,
    because: EndReason,
  ): Promise<number> {
    await lockRights(db, 'CHANGE');
    const ended = await db.execute<{ session_id: string }>(sql`
      /* endSessions */ select session_id
      from identity.end_sessions(${userId}, ${companyId ?? null}, null, null, ${because})`);
    await revocations.revoke(
      ended.map((row) => revoked.session(row.session_id)),
      'ALL',
      db,
    );
    return ended.length;
  }

  return {
    endSessions: (of, because, within) =>
      within === undefined
        ? database.asStranger((db) => endSessions(db, of, because), 'write')
        : endSessions(within, of, because),

    rightsChanged: (companyId, userIds, within) =>
      revocations.revoke(
        userIds.map((userId) => revoked.member(companyId, userId)),
        'ISSUED_BEFORE_NOW',
        within,
      ),

    async signIn(input) {
      const email = checkedEmail(input.email);
      const password = checkedPassword(input.password);
      const companyId = checkedCompanyId(input.companyId);
      // 1. The password, before anything else is found out about the user.
      const known = await database.asStranger((db) => credentials(db, email));
      const matches = await passwordMatches(known?.passwordHash ?? nobodysHash, password);
      if (known === undefined || !matches) throw refusedSignIn();
      // 2. The company.
      const member = await database.asUser(known.userId, (db) =>
        memberForSignIn(db, known.userId, companyId),
      );
      if (member === undefined) throw refusedSignIn();
      // 3. The session.
      const sessionId = uuidv7();
      const refreshToken = newRefreshToken();
      await database.inCompany(
        member.company.id,
        (db) => insertSession(db, member, sessionId, refreshToken, settings.refreshTokenSeconds),
        'write',
      );
      log.info({ event: 'session.opened', userId: member.user.id, companyId: member.company.id, sessionId });
      return open(member, sessionId, refreshToken);
    },

    async refresh(refreshToken) {
      const began = performance.now();
      const oldHash = refreshTokenHash(refreshToken);
      const companyId = await database.asStranger((db) => companyOfRefreshToken(db, oldHash));
      if (companyId === undefined) throw refusedRefresh();
      // A refusal is answered, not thrown, inside the transaction: revoking the session must be committed.
      const renewed = await database.inCompany(
        companyId,
        async (db) => {
          // 1. Of those who show tokens of this session, one comes in at a time.
          const session = await lockSession(db, companyId, oldHash);
          if (session === undefined) return undefined;
          // 2. The facts, as they are under the lock.
          const use = await tokenUse(db, oldHash, performance.now() - began);
          const member = await memberForSignIn(db, session.userId, companyId);
          const decision = decideRefresh({ ...session, mayStillSignIn: member !== undefined, tokenUse: use });
          // 3. What follows from them.
          if (decision === 'REFUSE_AND_REVOKE') {
            await revoke(db, companyId, session.id, 'TOKEN_REUSED');
            log.warn({
              event: 'session.token_reused',
              userId: session.userId,
              companyId,
              sessionId: session.id,
            });
          }
          if (decision !== 'ROTATE' || member === undefined) return undefined;
          const newToken = newRefreshToken();
          await rotate(db, companyId, session, oldHash, newToken, settings.refreshTokenSeconds);
          return { member, sessionId: session.id, newToken };
        },
        'write',
      );
      if (renewed === undefined) throw refusedRefresh();
      return open(renewed.member, renewed.sessionId, renewed.newToken);
    },

    async signOut(refreshToken, principal) {
      const session = await sessionToEnd(database, refreshToken, principal);
      if (session === undefined) return false;
      const { companyId, sessionId } = session;
      const ended = await database.inCompany(
        companyId,
        (db) => revoke(db, companyId, sessionId, 'SIGNED_OUT'),
        'write',
      );
      if (ended) log.info({ event: 'session.signed_out', companyId, sessionId });
      return ended;
    },
  };
}

async function sessionToEnd(
  database: IdentityDatabase,
  refreshToken: string | null | undefined,
  principal: Principal | null,
): Promise<{ companyId: string; sessionId: string } | undefined> {
  if (refreshToken !== null && refreshToken !== undefined) {
    const tokenHash = refreshTokenHash(refreshToken);
    const companyId = await database.asStranger((db) => companyOfRefreshToken(db, tokenHash));
    if (companyId === undefined) return undefined;
    const session = await database.inCompany(
      companyId,
      (db) => lockSession(db, companyId, tokenHash),
      'write',
    );
    return session === undefined ? undefined : { companyId, sessionId: session.id };
  }
  if (principal === null) {
    throw new DomainError('UNAUTHENTICATED', 'A refresh token or an access token is needed.');
  }
  return principal;
}

async function insertSession(
  db: DrizzleTransaction,
  member: Member,
  sessionId: string,
  refreshToken: string,
  lifetimeSeconds: number,
): Promise<void> {
  const companyId = member.company.id;
  const userId = member.user.id;
  // What has expired serves no one; whoever signs in sweeps up behind themselves.
  await db
    .delete(sessions)
    .where(
      and(eq(sessions.companyId, companyId), eq(sessions.userId, userId), lt(sessions.expiresAt, sql`now()`)),
    );
  await db
    .insert(sessions)
    .values({ id: sessionId, companyId, userId, expiresAt: inSeconds(lifetimeSeconds) });
  await db.insert(refreshTokens).values({ tokenHash: refreshTokenHash(refreshToken), companyId, sessionId });
}

async function rotate(
  db: DrizzleTransaction,
  companyId: string,
  session: LockedSession,
  oldHash: string,
  newToken: string,
  lifetimeSeconds: number,
): Promise<void> {
  // The clock and not the transaction's time: whoever waits for the lock compares with it.
  const used = sql`clock_timestamp()`;
  await db.update(refreshTokens).set({ usedAt: used }).where(eq(refreshTokens.tokenHash, oldHash));
  await db
    .insert(refreshTokens)
    .values({ tokenHash: refreshTokenHash(newToken), companyId, sessionId: session.id });
  await db
    .update(sessions)
    .set({ refreshedAt: used, expiresAt: inSeconds(lifetimeSeconds) })
    .where(and(eq(sessions.companyId, companyId), eq(sessions.id, session.id)));
}

/** Ends a session; answers false when it had ended before. */
async function revoke(
  db: DrizzleTransaction,
  companyId: string,
  sessionId: string,
  because: 'SIGNED_OUT' | 'TOKEN_REUSED',
): Promise<boolean> {
  const ended = await db
    .update(sessions)
    .set({ revokedAt: sql`now()`, revokedBecause: because })
    .where(and(eq(sessions.companyId, companyId), eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  return ended.length > 0;
}

function inSeconds(seconds: number) {
  return sql`clock_timestamp() + make_interval(secs => ${seconds}::float8)`;
}

function refusedSignIn(): DomainError {
  return new DomainError('UNAUTHENTICATED', 'E-mail address or password is wrong.');
}

function refusedRefresh(): DomainError {
  return new DomainError('UNAUTHENTICATED', 'The session has ended; sign in again.');
}
