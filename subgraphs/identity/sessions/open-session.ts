import { and, eq, lt, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { DrizzleTransaction } from '#db/client.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { Permission } from '#shared/domain/permissions.ts';
import { issueAccessToken } from '#shared/platform/access-token.ts';
import { MAX_USER_AGENT, type Caller, type Principal } from '#shared/platform/principal.ts';
import { permissionsOf } from '../users/roles.ts';
import type { SessionParts } from './parts.ts';
import { databaseClock, type Member } from './queries.ts';
import { newRefreshToken, refreshTokenHash } from './refresh-token.ts';
import { sessions } from './tables.ts';

/** A session as its owner is told of it. */
export interface OpenSession extends Member {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresIn: number;
  readonly permissions: Permission[];
}

/** All that the tokens of a session say, read in one transaction under the lock of rights. */
export interface Grant {
  readonly member: Member;
  readonly permissions: Permission[];
  readonly sessionId: string;
  readonly refreshToken: string;
  /** The database's clock, seconds since the epoch, for comparing with revocations. */
  readonly issuedAt: number;
}

const MAX_ADDRESS = 64;

/** Begins a session of a member, inside a transaction of the company that holds the lock of rights. */
export async function beginSession(
  { refreshTokens, settings }: SessionParts,
  db: DrizzleTransaction,
  member: Member,
  caller: Caller,
): Promise<Grant> {
  const companyId = member.company.id;
  const userId = member.user.id;
  const sessionId = uuidv7();
  const refreshToken = newRefreshToken();
  const lifetime = settings.refreshTokenSeconds;
  // What has expired serves no one; whoever signs in sweeps up behind themselves.
  await db
    .delete(sessions)
    .where(
      and(eq(sessions.companyId, companyId), eq(sessions.userId, userId), lt(sessions.expiresAt, sql`now()`)),
    );
  await db.insert(sessions).values({
    id: sessionId,
    companyId,
    userId,
    expiresAt: inSeconds(lifetime),
    address: caller.address?.slice(0, MAX_ADDRESS),
    userAgent: caller.userAgent === undefined ? undefined : storable(caller.userAgent),
  });
  await refreshTokens.begin(db, { companyId, sessionId }, refreshTokenHash(refreshToken), lifetime);
  return grantOf(db, member, sessionId, refreshToken);
}

/** What the next access token of a session is to say. */
export async function grantOf(
  db: DrizzleTransaction,
  member: Member,
  sessionId: string,
  refreshToken: string,
): Promise<Grant> {
  const permissions = await permissionsOf(db, member.company.id, member.roles);
  return { member, permissions, sessionId, refreshToken, issuedAt: await databaseClock(db) };
}

/** The tokens of a grant, once its transaction has been committed. */
export async function tokensOf({ keys, settings }: SessionParts, grant: Grant): Promise<OpenSession> {
  const { member, permissions, sessionId, refreshToken } = grant;
  const accessToken = await issueAccessToken(
    await keys.signingKey(),
    { issuer: settings.tokenIssuer, audience: settings.tokenAudience },
    { userId: member.user.id, companyId: member.company.id, sessionId, roles: member.roles, permissions },
    settings.accessTokenSeconds,
    grant.issuedAt,
  );
  return { ...member, accessToken, refreshToken, expiresIn: settings.accessTokenSeconds, permissions };
}

export function inSeconds(seconds: number) {
  return sql`clock_timestamp() + make_interval(secs => ${seconds}::float8)`;
}

/** The user who asks. Sessions, passwords and codes are of people; the key of a partner has none of them. */
export function requireUser(caller: Caller): Principal {
  const { principal } = caller;
  if (principal === null) throw new DomainError('UNAUTHENTICATED', 'An access token is needed.');
  if (principal.partner !== undefined) throw new DomainError('FORBIDDEN', 'This is for users, not partners.');
  return principal;
}

/** What a client calls itself is anything; what PostgreSQL cannot hold is left out. */
function storable(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  return text.replaceAll(/[\u0000-\u001f\u007f]|\p{Surrogate}/gu, '').slice(0, MAX_USER_AGENT);
}
