import { DomainError } from '#shared/domain/errors.ts';
import type { Caller } from '#shared/platform/principal.ts';
import { hashPassword, passwordMatches } from '../users/password.ts';
import { checkedCompanyId, checkedEmail, checkedPassword } from './input.ts';
import { beginSession, tokensOf, type OpenSession } from './open-session.ts';
import type { SessionParts } from './parts.ts';
import { memberForSignIn, passwordHashOf, signInFacts, type SignInFacts } from './queries.ts';
import { newRefreshToken } from './refresh-token.ts';
import { lockRights } from './revocations.ts';

export interface SignIn {
  readonly email: string;
  readonly password: string;
  readonly companyId?: string | null | undefined;
  readonly secondFactor?: string | null | undefined;
}

type SignInCommand = (input: SignIn, caller: Caller) => Promise<OpenSession>;

/** Every refusal but that of the second factor has the same words and takes as long, whatever its reason. */
export async function createSignIn(parts: SessionParts): Promise<SignInCommand> {
  const { database, attempts, secondFactors, security, sealing, log } = parts;
  // Nobody's password. An unknown address is checked against it, so that it takes as long as a known one.
  const nobodysHash = await hashPassword(newRefreshToken());

  return async (input, caller) => {
    const email = checkedEmail(input.email);
    const password = checkedPassword(input.password);
    const companyId = checkedCompanyId(input.companyId);

    // 1. The attempt is counted before it is made, under the address as the database compares it.
    const facts = await database.asStranger((db) => signInFacts(db, email, companyId));
    const failed = (kind: 'SIGN_IN_FAILED' | 'SIGN_IN_THROTTLED', because: string) =>
      security.record(failure(kind, because, facts, sealing.digest(`account ${facts.address}`)), caller);
    const attempt = await attempts.begin(
      { kind: 'SIGN_IN', account: facts.address, address: caller.address },
      (because) => failed('SIGN_IN_THROTTLED', because),
    );

    // 2. The password, before anything else is found out about the user.
    const matches = await passwordMatches(facts.user?.passwordHash ?? nobodysHash, password);
    if (facts.user === undefined || !matches) {
      await failed('SIGN_IN_FAILED', 'PASSWORD');
      throw refusedSignIn();
    }
    const { userId, passwordHash } = facts.user;

    // 3. The company.
    const chosen = await database.asUser(userId, (db) => memberForSignIn(db, userId, companyId));
    if (chosen === undefined) {
      await failed('SIGN_IN_FAILED', 'NO_MEMBERSHIP');
      throw refusedSignIn();
    }

    // 4. The second factor, which only who knows the password is asked for.
    const second = await secondFactors.check(userId, input.secondFactor);
    if (second.decision === 'ASK') {
      await attempt.forgiven();
      throw new DomainError('UNAUTHENTICATED', 'The code of the second factor is needed.', {
        reason: 'SECOND_FACTOR_REQUIRED',
      });
    }
    if (second.decision === 'REFUSE') {
      await failed('SIGN_IN_FAILED', 'SECOND_FACTOR');
      throw refusedCode();
    }

    // 5. The session, unless the rights were taken or the password was changed meanwhile.
    const grant = await database.inCompany(
      chosen.company.id,
      async (db, company) => {
        await lockRights(db, 'READ');
        const member = await memberForSignIn(db, userId, company);
        if (member === undefined || (await passwordHashOf(db, email)) !== passwordHash) return undefined;
        const begun = await beginSession(parts, db, member, caller);
        const event = { companyId: company, actorId: userId, subjectId: begun.sessionId };
        await security.record(
          [
            { kind: 'SIGNED_IN', ...event },
            ...(second.given === 'RECOVERY_CODE' ? [{ kind: 'RECOVERY_CODE_USED' as const, ...event }] : []),
          ],
          caller,
          db,
        );
        return begun;
      },
      'write',
    );
    if (grant === undefined) throw refusedSignIn();
    await attempt.succeeded();
    log.info({ event: 'session.opened', userId, companyId: chosen.company.id, sessionId: grant.sessionId });
    return tokensOf(parts, grant);
  };
}

function failure(
  kind: 'SIGN_IN_FAILED' | 'SIGN_IN_THROTTLED',
  because: string,
  { user, companyId }: SignInFacts,
  account: string,
) {
  return {
    kind,
    companyId: companyId ?? null,
    // Nobody has been recognised; whose account it was is another matter.
    actorId: null,
    ...(user === undefined ? {} : { subjectId: user.userId }),
    // Of an address that belongs to no user a keyed digest is kept, by which equal ones are known.
    details: { because, ...(user === undefined ? { account } : {}) },
  };
}

function refusedSignIn(): DomainError {
  return new DomainError('UNAUTHENTICATED', 'E-mail address or password is wrong.');
}

export function refusedCode(): DomainError {
  return new DomainError('UNAUTHENTICATED', 'The code of the second factor is wrong or was used before.', {
    reason: 'SECOND_FACTOR_WRONG',
  });
}
