import { sql } from 'drizzle-orm';
import { badInput, DomainError } from '#shared/domain/errors.ts';
import type { Caller } from '#shared/platform/principal.ts';
import { demandGoodPassword, hashPassword, passwordMatches } from '../users/password.ts';
import { countedAttempt } from './counted-attempt.ts';
import { endSessions } from './end-sessions.ts';
import { checkedSecret } from './input.ts';
import { beginSession, requireUser, tokensOf, type OpenSession } from './open-session.ts';
import type { SessionParts } from './parts.ts';
import { memberForSignIn, passwordHashOf } from './queries.ts';
import { lockRights } from './revocations.ts';

export interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
}

/** Changes the caller's password, ends all their sessions, and opens a new one where the caller is. */
export async function changePassword(
  parts: SessionParts,
  input: PasswordChange,
  caller: Caller,
): Promise<OpenSession> {
  const { database, security, log } = parts;
  const { userId, companyId } = requireUser(caller);
  const currentPassword = checkedSecret(input.currentPassword, 'currentPassword');
  const { attempt, user } = await countedAttempt(parts, userId, caller);
  demandGoodPassword(input.newPassword, user, 'newPassword');

  // 1. The old password, which a stolen access token does not tell.
  const oldHash = await database.asStranger((db) => passwordHashOf(db, user.email));
  if (oldHash === undefined || !(await passwordMatches(oldHash, currentPassword))) {
    throw wrongPassword('currentPassword');
  }
  if (await passwordMatches(oldHash, input.newPassword)) {
    throw badInput('newPassword', '…', 'must differ from the current password');
  }
  const newHash = await hashPassword(input.newPassword);

  // 2. The new one in its place; all sessions end with the old, and one begins.
  const grant = await database.inCompany(
    companyId,
    async (db, company) => {
      await lockRights(db, 'CHANGE');
      const [row] = await db.execute<{ changed: boolean }>(
        sql`/* changePassword */ select identity.change_password(${userId}, ${oldHash}, ${newHash}) as changed`,
      );
      const member = await memberForSignIn(db, userId, company);
      if (row?.changed !== true || member === undefined) return undefined;
      const ended = await endSessions(parts, db, { userId }, 'PASSWORD_CHANGED');
      const begun = await beginSession(parts, db, member, caller);
      await security.record(
        {
          kind: 'PASSWORD_CHANGED',
          companyId: company,
          actorId: userId,
          subjectId: userId,
          details: { sessionsEnded: ended.length },
        },
        caller,
        db,
      );
      return begun;
    },
    'write',
  );
  if (grant === undefined)
    throw new DomainError('CONFLICT', 'The password was changed by another call meanwhile.');
  await attempt.succeeded();
  log.info({ event: 'password.changed', userId, companyId });
  return tokensOf(parts, grant);
}

/** A wrong password where the caller is known anyway: the field may be named, the value never. */
export function wrongPassword(field: string): DomainError {
  return badInput(field, '…', 'is not the current password');
}
