import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { endSessions } from '../sessions/end-sessions.ts';
import { hashPassword } from './password.ts';
import { userIdOf, type SuspensionParts } from './suspension.ts';

/**
 * For the day when somebody cannot sign in any more. There is no mail here that could prove who they are, so the owner
 * of the installation does it, having seen to that.
 */
export interface Recovered {
  readonly userId: string;
  readonly sessionsEnded: number;
}

/** 120 random bits in letters and digits that are told over a telephone without doubt. */
function newPassword(): string {
  return randomBytes(15)
    .toString('hex')
    .replaceAll(/(.{6})(?=.)/g, '$1-');
}

/** Gives a user a new password, told here once, and ends all sessions. Undefined when nobody has the address. */
export async function resetPassword(
  parts: SuspensionParts,
  email: string,
): Promise<(Recovered & { readonly password: string }) | undefined> {
  const { owner, database, security } = parts;
  const userId = await userIdOf(owner, email);
  if (userId === undefined) return undefined;
  const password = newPassword();
  const hash = await hashPassword(password);
  // Whoever knew the old password gets in no more; then what is open is ended.
  await owner`/* resetPassword */ update identity.users set password_hash = ${hash} where id = ${userId}`;
  const sessionsEnded = await database.asUser(
    userId,
    async (db) => {
      const ended = await endSessions(parts, db, { userId }, 'PASSWORD_CHANGED');
      await security.record(byOwner('PASSWORD_CHANGED', userId), undefined, db);
      return ended.length;
    },
    'write',
  );
  return { userId, password, sessionsEnded };
}

/**
 * Takes the second factor and its recovery codes away, and ends all sessions. Undefined when nobody has the address;
 * `removed` is false when there was no second factor.
 */
export async function resetSecondFactor(
  parts: SuspensionParts,
  email: string,
): Promise<(Recovered & { readonly removed: boolean }) | undefined> {
  const { owner, database, security } = parts;
  const userId = await userIdOf(owner, email);
  if (userId === undefined) return undefined;
  return database.asUser(
    userId,
    async (db) => {
      const removed = await db.execute(sql`
        /* resetSecondFactor */ delete from identity.second_factors where user_id = ${userId} returning 1`);
      if (removed.length === 0) return { userId, sessionsEnded: 0, removed: false };
      const ended = await endSessions(parts, db, { userId }, 'REVOKED');
      await security.record(byOwner('SECOND_FACTOR_DISABLED', userId), undefined, db);
      return { userId, sessionsEnded: ended.length, removed: true };
    },
    'write',
  );
}

function byOwner(kind: 'PASSWORD_CHANGED' | 'SECOND_FACTOR_DISABLED', userId: string) {
  return { kind, companyId: null, actorId: null, subjectId: userId, details: { by: 'OWNER' } } as const;
}
