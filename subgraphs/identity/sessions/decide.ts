/** What is known, under the session's lock, when somebody shows a refresh token. */
export interface RefreshFacts {
  readonly isRevoked: boolean;
  readonly isExpired: boolean;
  /** False when the user was disabled or the membership has ended. */
  readonly mayStillSignIn: boolean;
  readonly tokenUse: TokenUse;
}

/**
 * `BEFORE`: the token had been used up when this caller began to ask. `MEANWHILE`: another caller used it up while
 * this one was waiting.
 */
export type TokenUse = 'NEVER' | 'MEANWHILE' | 'BEFORE';

export type RefreshDecision = 'ROTATE' | 'REFUSE' | 'REFUSE_AND_REVOKE';

/**
 * A used token that comes back has been in two hands, so the whole session ends. Two requests that a browser sends at
 * the same moment are no sign of that: one gets the new tokens, the other is refused and the session lives.
 */
export function decideRefresh(facts: RefreshFacts): RefreshDecision {
  if (facts.isRevoked || facts.isExpired) return 'REFUSE';
  switch (facts.tokenUse) {
    case 'BEFORE':
      return 'REFUSE_AND_REVOKE';
    case 'MEANWHILE':
      return 'REFUSE';
    case 'NEVER':
      return facts.mayStillSignIn ? 'ROTATE' : 'REFUSE';
  }
}
