import type { AttemptSettings, Config } from '#shared/platform/config.ts';
import type { KeyRing } from '#shared/platform/key-ring.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { Sealing } from '#shared/platform/sealing.ts';
import type { Attempts } from '../attempts/attempts.ts';
import type { IdentityDatabase } from '../database.ts';
import type { SecondFactors } from '../second-factors/commands.ts';
import type { SecurityLog } from '../security-events/log.ts';
import type { RefreshStore } from './refresh-store.ts';
import type { Revocations } from './revocations.ts';

export type SessionSettings = Pick<
  Config,
  'accessTokenSeconds' | 'refreshTokenSeconds' | 'tokenIssuer' | 'tokenAudience'
> & {
  readonly attempts?: AttemptSettings;
  /** For how long a lost answer to a refresh may be asked for again. */
  readonly refreshRetrySeconds?: number;
};

export const REFRESH_RETRY_SECONDS = 10;

/** What the commands about sessions work with. */
export interface SessionParts {
  readonly database: IdentityDatabase;
  readonly keys: KeyRing;
  readonly settings: SessionSettings;
  readonly refreshTokens: RefreshStore;
  readonly revocations: Revocations;
  readonly attempts: Attempts;
  readonly secondFactors: SecondFactors;
  readonly security: SecurityLog;
  readonly sealing: Sealing;
  readonly log: Logger;
}
