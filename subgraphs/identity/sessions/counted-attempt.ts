import { eq } from 'drizzle-orm';
import { DomainError } from '#shared/domain/errors.ts';
import type { Caller } from '#shared/platform/principal.ts';
import type { Attempt } from '../attempts/attempts.ts';
import { users } from '../users/tables.ts';
import type { SessionParts } from './parts.ts';
import { signInFacts } from './queries.ts';

/** Whoever is signed in. */
export interface KnownUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

/**
 * Counts a try at the caller's own password or code as an attempt to sign in: whoever has found an access token may
 * guess no more often than whoever has none.
 */
export async function countedAttempt(
  parts: Pick<SessionParts, 'database' | 'attempts' | 'security'>,
  userId: string,
  caller: Caller,
): Promise<{ attempt: Attempt; user: KnownUser }> {
  const { database, attempts, security } = parts;
  const [user] = await database.asUser(userId, (db) =>
    db.select({ id: users.id, email: users.email, name: users.name }).from(users).where(eq(users.id, userId)),
  );
  if (user === undefined) throw new DomainError('UNAUTHENTICATED', 'The user of this token is not known.');
  const { address: account } = await database.asStranger((db) => signInFacts(db, user.email, undefined));
  const attempt = await attempts.begin(
    { kind: 'SIGN_IN', account, address: caller.address },
    async (because) => {
      await security.record(
        {
          kind: 'SIGN_IN_THROTTLED',
          companyId: caller.principal?.companyId ?? null,
          actorId: userId,
          subjectId: userId,
          details: { because },
        },
        caller,
      );
    },
  );
  return { attempt, user };
}
