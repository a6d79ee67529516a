import { eq } from 'drizzle-orm';
import type { Sql } from '#db/client.ts';
import { revoked } from '#shared/platform/revocation.ts';
import type { IdentityDatabase } from '../database.ts';
import type { SecurityLog } from '../security-events/log.ts';
import { endSessions } from '../sessions/end-sessions.ts';
import type { Revocations } from '../sessions/revocations.ts';
import { memberships } from './tables.ts';

/**
 * A user belongs to several companies, whose administrators end memberships in their own only. Shutting a person out
 * altogether is for the owner of the installation.
 */
export interface SuspensionParts {
  /** The database as its owner. */
  readonly owner: Sql;
  readonly database: IdentityDatabase;
  readonly revocations: Revocations;
  readonly security: SecurityLog;
}

export interface Suspended {
  readonly userId: string;
  /** False when the user was in that state before. */
  readonly changed: boolean;
  readonly sessionsEnded: number;
}

/**
 * Shuts a user out of all companies, ends all sessions and voids all access tokens in every running process. Safe to
 * repeat, which is also what to do when it was interrupted. Undefined when nobody has the address.
 */
export async function disableUser(parts: SuspensionParts, email: string): Promise<Suspended | undefined> {
  const { owner, database, revocations, security } = parts;
  // Nobody signs in from here on; then what is open is ended.
  const [disabled] = await owner<{ id: string }[]>`
    /* disableUser */ update identity.users set disabled_at = now()
    where lower(email) = lower(${email}) and disabled_at is null returning id`;
  const userId = disabled?.id ?? (await userIdOf(owner, email));
  if (userId === undefined) return undefined;
  const sessionsEnded = await database.asUser(
    userId,
    async (db) => {
      const ended = await endSessions({ revocations }, db, { userId }, 'USER_DISABLED');
      const companies = await db
        .select({ id: memberships.companyId })
        .from(memberships)
        .where(eq(memberships.userId, userId));
      await revocations.revoke(
        companies.map(({ id }) => revoked.member(id, userId)),
        'ISSUED_BEFORE_NOW',
        db,
      );
      await security.record(
        {
          kind: 'USER_DISABLED',
          companyId: null,
          actorId: null,
          subjectId: userId,
          details: { by: 'OWNER', sessionsEnded: ended.length },
        },
        undefined,
        db,
      );
      return ended.length;
    },
    'write',
  );
  return { userId, changed: disabled !== undefined, sessionsEnded };
}

/** Lets a user in again. Sessions that were ended stay so. */
export async function enableUser(
  { owner, security }: Pick<SuspensionParts, 'owner' | 'security'>,
  email: string,
): Promise<Suspended | undefined> {
  const [enabled] = await owner<{ id: string }[]>`
    /* enableUser */ update identity.users set disabled_at = null
    where lower(email) = lower(${email}) and disabled_at is not null returning id`;
  const userId = enabled?.id ?? (await userIdOf(owner, email));
  if (userId === undefined) return undefined;
  if (enabled !== undefined) {
    await security.record({
      kind: 'USER_ENABLED',
      companyId: null,
      actorId: null,
      subjectId: userId,
      details: { by: 'OWNER' },
    });
  }
  return { userId, changed: enabled !== undefined, sessionsEnded: 0 };
}

/** Whose address it is, whatever its case. */
export async function userIdOf(owner: Sql, email: string): Promise<string | undefined> {
  const [user] = await owner<{ id: string }[]>`
    /* userIdOf */ select id from identity.users where lower(email) = lower(${email})`;
  return user?.id;
}
