import type { DrizzleTransaction } from '#db/client.ts';
import type { Caller, Principal } from '#shared/platform/principal.ts';
import type { SecurityEventKind } from '#shared/platform/security-event.ts';
import { wrongPassword } from '../sessions/change-password.ts';
import { countedAttempt, type KnownUser } from '../sessions/counted-attempt.ts';
import { checkedSecret } from '../sessions/input.ts';
import { requireUser } from '../sessions/open-session.ts';
import type { SessionParts } from '../sessions/parts.ts';
import { passwordHashOf } from '../sessions/queries.ts';
import { passwordMatches } from '../users/password.ts';

/**
 * What a caller does with the second factor of their own. Each try at a code or password counts as an attempt to sign
 * in; a wrong code is answered by undefined or false, when it has been counted.
 */
export interface OwnFactor {
  begin(caller: Caller): Promise<{ secret: string; uri: string }>;
  confirm(code: string, caller: Caller): Promise<string[] | undefined>;
  regenerate(code: string, caller: Caller): Promise<string[] | undefined>;
  disable(given: { readonly password: string; readonly code: string }, caller: Caller): Promise<boolean>;
}

type Parts = Pick<SessionParts, 'database' | 'attempts' | 'security' | 'secondFactors'>;

export function createOwnFactor(parts: Parts): OwnFactor {
  const { database, secondFactors, security } = parts;

  const recording =
    (kind: SecurityEventKind, { userId, companyId }: Principal, caller: Caller, details = {}) =>
    (db: DrizzleTransaction) =>
      security.record({ kind, companyId, actorId: userId, subjectId: userId, details }, caller, db);

  /** Counts the try, and takes it back when it was right. */
  async function counted<T>(
    caller: Caller,
    isRight: (answer: T) => boolean,
    work: (user: KnownUser, principal: Principal) => Promise<T>,
  ): Promise<T> {
    const principal = requireUser(caller);
    const { attempt, user } = await countedAttempt(parts, principal.userId, caller);
    const answer = await work(user, principal);
    if (isRight(answer)) await attempt.succeeded();
    return answer;
  }

  return {
    async begin(caller) {
      const { userId } = requireUser(caller);
      const { attempt, user } = await countedAttempt(parts, userId, caller);
      const begun = await secondFactors.begin(user);
      await attempt.forgiven();
      return begun;
    },

    confirm: (code, caller) =>
      counted(
        caller,
        (codes) => codes !== undefined,
        (user, principal) =>
          secondFactors.confirm(user.id, code, recording('SECOND_FACTOR_ENABLED', principal, caller)),
      ),

    regenerate: (code, caller) =>
      counted(
        caller,
        (codes) => codes !== undefined,
        (user, principal) =>
          secondFactors.regenerate(
            user.id,
            code,
            recording('SECOND_FACTOR_ENABLED', principal, caller, { recoveryCodes: 'REPLACED' }),
          ),
      ),

    disable: ({ password, code }, caller) =>
      counted(
        caller,
        (done) => done,
        async (user, principal) => {
          const checked = checkedSecret(password, 'password');
          const hash = await database.asStranger((db) => passwordHashOf(db, user.email));
          if (hash === undefined || !(await passwordMatches(hash, checked))) throw wrongPassword('password');
          return secondFactors.disable(user.id, code, recording('SECOND_FACTOR_DISABLED', principal, caller));
        },
      ),
  };
}
