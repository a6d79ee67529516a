/** What is known when somebody who has proven to know the password signs in. */
export interface SecondFactorFacts {
  /** Whether the user has shown once that a device knows the secret. */
  readonly isEnabled: boolean;
  readonly given: GivenCode;
}

/** What was given as second factor: nothing, a code that is not good (any more), or a good one of either kind. */
export type GivenCode = 'NOTHING' | 'WRONG' | 'CODE' | 'RECOVERY_CODE';

export type SecondFactorDecision = 'PASS' | 'ASK' | 'REFUSE';

export function decideSecondFactor({ isEnabled, given }: SecondFactorFacts): SecondFactorDecision {
  if (!isEnabled) return 'PASS';
  switch (given) {
    case 'NOTHING':
      return 'ASK';
    case 'WRONG':
      return 'REFUSE';
    case 'CODE':
    case 'RECOVERY_CODE':
      return 'PASS';
  }
}
