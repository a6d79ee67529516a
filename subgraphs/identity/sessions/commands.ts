import type { DrizzleTransaction } from '#db/client.ts';
import type { Caller } from '#shared/platform/principal.ts';
import { revoked } from '#shared/platform/revocation.ts';
import { changePassword, type PasswordChange } from './change-password.ts';
import { endSessions, revokeOwnSessions, signOut, type EndReason, type SessionsOf } from './end-sessions.ts';
import type { OpenSession } from './open-session.ts';
import type { SessionParts } from './parts.ts';
import { refreshSession } from './refresh.ts';
import { createSignIn, type SignIn } from './sign-in.ts';
import { switchCompany } from './switch-company.ts';

/** The commands about sessions. */
export interface SessionKeeper {
  signIn(input: SignIn, caller: Caller): Promise<OpenSession>;
  refresh(refreshToken: string, caller: Caller): Promise<OpenSession>;
  /** Answers whether the session was still open. */
  signOut(refreshToken: string | null | undefined, caller: Caller): Promise<boolean>;
  /** Opens a session of the caller's in another company. */
  switchCompany(companyId: string, caller: Caller): Promise<OpenSession>;
  changePassword(input: PasswordChange, caller: Caller): Promise<OpenSession>;
  /** Ends sessions of the caller's own; answers how many were open. */
  revokeOwn(which: { readonly sessionId: string } | 'OTHERS', caller: Caller): Promise<number>;
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

export async function createSessionKeeper(parts: SessionParts): Promise<SessionKeeper> {
  const { database, revocations } = parts;
  return {
    signIn: await createSignIn(parts),
    refresh: (refreshToken, caller) => refreshSession(parts, refreshToken, caller),
    signOut: (refreshToken, caller) => signOut(parts, refreshToken, caller),
    switchCompany: (companyId, caller) => switchCompany(parts, companyId, caller),
    changePassword: (input, caller) => changePassword(parts, input, caller),
    revokeOwn: (which, caller) => revokeOwnSessions(parts, which, caller),

    async endSessions(of, because, within) {
      const end = (db: DrizzleTransaction) => endSessions(parts, db, of, because);
      return (await (within === undefined ? database.asStranger(end, 'write') : end(within))).length;
    },

    rightsChanged: (companyId, userIds, within) =>
      revocations.revoke(
        userIds.map((userId) => revoked.member(companyId, userId)),
        'ISSUED_BEFORE_NOW',
        within,
      ),
  };
}
