import { and, eq, sql } from 'drizzle-orm';
import type { DrizzleTransaction } from '#db/client.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { Caller } from '#shared/platform/principal.ts';
import { decideRefresh } from './decide.ts';
import { endOneSession } from './end-sessions.ts';
import { grantOf, inSeconds, tokensOf, type Grant, type OpenSession } from './open-session.ts';
import { REFRESH_RETRY_SECONDS, type SessionParts } from './parts.ts';
import { lockSession, memberForSignIn } from './queries.ts';
import type { SessionKey } from './refresh-store.ts';
import { newRefreshToken, openSuccessor, refreshTokenHash, sealSuccessor } from './refresh-token.ts';
import { lockRights } from './revocations.ts';
import { sessions } from './tables.ts';

/** New tokens for a refresh token; refused in the same words whatever the reason is. */
export async function refreshSession(
  parts: SessionParts,
  refreshToken: string,
  caller: Caller,
): Promise<OpenSession> {
  const { database, attempts, refreshTokens } = parts;
  const attempt = await attempts.begin({ kind: 'REFRESH', address: caller.address });
  const session = await refreshTokens.find(refreshTokenHash(refreshToken));
  if (session === undefined) throw refusedRefresh();
  // A refusal is answered, not thrown, inside the transaction: revoking the session must be committed.
  const grant = await database.inCompany(
    session.companyId,
    (db) => renew(parts, db, session, refreshToken, caller),
    'write',
  );
  if (grant === undefined) throw refusedRefresh();
  await attempt.forgiven();
  return tokensOf(parts, grant);
}

async function renew(
  parts: SessionParts,
  db: DrizzleTransaction,
  key: SessionKey,
  token: string,
  caller: Caller,
): Promise<Grant | undefined> {
  const { refreshTokens, settings, security, log } = parts;
  const tokenHash = refreshTokenHash(token);
  const retry = settings.refreshRetrySeconds ?? REFRESH_RETRY_SECONDS;

  // 1. Rights stand still, and of those who show tokens of this session one comes in at a time.
  await lockRights(db, 'READ');
  const session = await lockSession(db, key);
  if (session === undefined) return undefined;

  // 2. The facts, as they are under the locks.
  const state = await refreshTokens.stateOf(db, key, tokenHash, retry);
  const member = await memberForSignIn(db, session.userId, key.companyId);
  const decision = decideRefresh({ ...session, mayStillSignIn: member !== undefined, tokenUse: state.use });

  // 3. What follows from them.
  if (decision === 'REFUSE_AND_REVOKE') {
    await endOneSession(parts, db, key, 'TOKEN_REUSED');
    await security.record(
      {
        kind: 'REFRESH_TOKEN_REUSED',
        companyId: key.companyId,
        // One of the two who hold the token is a thief, and it cannot be told which.
        actorId: null,
        subjectId: key.sessionId,
        details: { userId: session.userId },
      },
      caller,
      db,
    );
    log.warn({ event: 'session.token_reused', userId: session.userId, ...key });
  }
  if (member === undefined) return undefined;
  if (decision === 'REPEAT' && state.use === 'JUST_NOW') {
    return grantOf(db, member, key.sessionId, openSuccessor(token, state.sealedSuccessor));
  }
  if (decision !== 'ROTATE') return undefined;
  const successor = newRefreshToken();
  const lifetime = settings.refreshTokenSeconds;
  await db
    .update(sessions)
    .set({ refreshedAt: sql`clock_timestamp()`, expiresAt: inSeconds(lifetime) })
    .where(and(eq(sessions.companyId, key.companyId), eq(sessions.id, key.sessionId)));
  const grant = await grantOf(db, member, key.sessionId, successor);
  // Last, because a store that takes no part in the transaction cannot take it back.
  await refreshTokens.rotate(
    db,
    key,
    tokenHash,
    { hash: refreshTokenHash(successor), sealed: sealSuccessor(token, successor) },
    { lifetime, retry },
  );
  return grant;
}

function refusedRefresh(): DomainError {
  return new DomainError('UNAUTHENTICATED', 'The session has ended; sign in again.');
}
