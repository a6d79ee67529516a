/** What is known, under the session's lock, when somebody shows a refresh token. */
export interface RefreshFacts {
  readonly isRevoked: boolean;
  readonly isExpired: boolean;
  /** False when the user was disabled or the membership has ended. */
  readonly mayStillSignIn: boolean;
  readonly tokenUse: TokenUse;
}

/**
 * `JUST_NOW`: the token was used up some seconds ago, and whoever has its successor has not used it yet, so the answer
 * may have been lost on the way. `BEFORE`: it was used up, and its successor either too or too long ago.
 */
export type TokenUse = 'NEVER' | 'JUST_NOW' | 'BEFORE';

export type RefreshDecision = 'ROTATE' | 'REPEAT' | 'REFUSE' | 'REFUSE_AND_REVOKE';

/**
 * A used token that comes back has been in two hands, so the whole session ends. A lost answer that is asked for again
 * is no sign of that, nor are two requests that a browser sends at the same moment: all get the same successor.
 */
export function decideRefresh(facts: RefreshFacts): RefreshDecision {
  if (facts.isRevoked || facts.isExpired) return 'REFUSE';
  switch (facts.tokenUse) {
    case 'BEFORE':
      return 'REFUSE_AND_REVOKE';
    case 'JUST_NOW':
      return facts.mayStillSignIn ? 'REPEAT' : 'REFUSE';
    case 'NEVER':
      return facts.mayStillSignIn ? 'ROTATE' : 'REFUSE';
  }
}
