import { and, eq, isNull, sql } from 'drizzle-orm';
import type { DrizzleTransaction } from '#db/client.ts';
import { DomainError, notFound } from '#shared/domain/errors.ts';
import type { Caller } from '#shared/platform/principal.ts';
import { revoked } from '#shared/platform/revocation.ts';
import { isUuid } from './input.ts';
import { requireUser } from './open-session.ts';
import type { SessionParts } from './parts.ts';
import type { SessionKey } from './refresh-store.ts';
import { refreshTokenHash } from './refresh-token.ts';
import { lockRights } from './revocations.ts';
import { sessions } from './tables.ts';

/** Whose sessions, and which of them: without more all, everywhere. */
export interface SessionsOf {
  readonly userId: string;
  readonly companyId?: string;
  readonly sessionId?: string;
  /** The one that is to live on. */
  readonly except?: string;
}

/** Why sessions were ended by other means than signing out. */
export type EndReason = 'REVOKED' | 'PASSWORD_CHANGED' | 'MEMBERSHIP_ENDED' | 'USER_DISABLED';

type Ending = Pick<SessionParts, 'revocations'>;

/**
 * Ends sessions of a user and voids their access tokens, inside the transaction. Whoever is signing the user in at
 * this moment is waited for, and that session ends too.
 */
export async function endSessions(
  { revocations }: Ending,
  db: DrizzleTransaction,
  of: SessionsOf,
  because: EndReason,
): Promise<SessionKey[]> {
  await lockRights(db, 'CHANGE');
  const rows = await db.execute<{ session_id: string; company_id: string }>(sql`
    /* endSessions */ select session_id, company_id from identity.end_sessions(
      ${of.userId}, ${of.companyId ?? null}, ${of.sessionId ?? null}, ${of.except ?? null}, ${because})`);
  const ended = [...rows].map((row) => ({ sessionId: row.session_id, companyId: row.company_id }));
  await revocations.revoke(
    ended.map(({ sessionId }) => revoked.session(sessionId)),
    'ALL',
    db,
  );
  return ended;
}

/** Ends one session of the transaction's company; answers whose it was, or undefined when it had ended before. */
export async function endOneSession(
  { revocations }: Ending,
  db: DrizzleTransaction,
  { companyId, sessionId }: SessionKey,
  because: 'SIGNED_OUT' | 'TOKEN_REUSED',
): Promise<string | undefined> {
  const [ended] = await db
    .update(sessions)
    .set({ revokedAt: sql`clock_timestamp()`, revokedBecause: because })
    .where(and(eq(sessions.companyId, companyId), eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
    .returning({ userId: sessions.userId });
  if (ended === undefined) return undefined;
  await revocations.revoke([revoked.session(sessionId)], 'ALL', db);
  return ended.userId;
}

/** Ends the session of a refresh token, or of the access token when none is given; answers whether it was open. */
export async function signOut(
  parts: SessionParts,
  refreshToken: string | null | undefined,
  caller: Caller,
): Promise<boolean> {
  const key = await sessionToEnd(parts, refreshToken, caller);
  if (key === undefined) return false;
  const userId = await parts.database.inCompany(
    key.companyId,
    async (db) => {
      const owner = await endOneSession(parts, db, key, 'SIGNED_OUT');
      if (owner !== undefined) {
        await parts.security.record(
          { kind: 'SIGNED_OUT', companyId: key.companyId, actorId: owner, subjectId: key.sessionId },
          caller,
          db,
        );
      }
      return owner;
    },
    'write',
  );
  if (userId === undefined) return false;
  parts.log.info({ event: 'session.signed_out', userId, ...key });
  return true;
}

async function sessionToEnd(
  { refreshTokens }: SessionParts,
  refreshToken: string | null | undefined,
  { principal }: Caller,
): Promise<SessionKey | undefined> {
  if (refreshToken !== null && refreshToken !== undefined) {
    return refreshTokens.find(refreshTokenHash(refreshToken));
  }
  if (principal === null) {
    throw new DomainError('UNAUTHENTICATED', 'A refresh token or an access token is needed.');
  }
  return { companyId: principal.companyId, sessionId: principal.sessionId };
}

/** Ends sessions of the caller's own, in whichever companies they are; answers how many were open. */
export async function revokeOwnSessions(
  parts: SessionParts,
  which: { readonly sessionId: string } | 'OTHERS',
  caller: Caller,
): Promise<number> {
  const { userId, sessionId: current } = requireUser(caller);
  if (which !== 'OTHERS' && !isUuid(which.sessionId)) throw notFound('id', which.sessionId);
  const ended = await parts.database.asStranger(async (db) => {
    const of = which === 'OTHERS' ? { except: current } : { sessionId: which.sessionId };
    const keys = await endSessions(parts, db, { userId, ...of }, 'REVOKED');
    await parts.security.record(
      keys.map(({ companyId, sessionId }) => ({
        kind: 'SESSION_REVOKED',
        companyId,
        actorId: userId,
        subjectId: sessionId,
      })),
      caller,
      db,
    );
    return keys;
  }, 'write');
  // A session of somebody else, one that has ended and one that never was answer the same.
  if (which !== 'OTHERS' && ended.length === 0) throw notFound('id', which.sessionId);
  return ended.length;
}
