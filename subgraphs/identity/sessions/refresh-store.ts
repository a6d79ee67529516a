import type { DrizzleTransaction } from '#db/client.ts';
import type { TokenUse } from './decide.ts';

/**
 * Where refresh tokens are kept, as digests. There are two: tables of PostgreSQL, which take part in the transaction
 * that is passed, and Redis, which does not. Both are asked under the lock of the session's row, which is always in
 * PostgreSQL, so of those who show tokens of one session one comes in at a time; and with either, what a lost
 * transaction leaves behind is a used token whose successor may be asked for again.
 *
 * When Redis is away, or has lost its data, no refresh token is good: the answer is SERVICE_UNAVAILABLE in the one
 * case, and signing in again in the other. Nothing is let through unchecked.
 */
export interface RefreshStore {
  /** The session of a token; undefined when the token is not known. */
  find(tokenHash: string): Promise<SessionKey | undefined>;
  /** Keeps the first token of a session. */
  begin(db: DrizzleTransaction, session: SessionKey, tokenHash: string, seconds: number): Promise<void>;
  /** How a token has been used. Within so many seconds of its use, and while its successor is unused, `JUST_NOW`. */
  stateOf(
    db: DrizzleTransaction,
    session: SessionKey,
    tokenHash: string,
    retrySeconds: number,
  ): Promise<TokenState>;
  /** Uses a token up and keeps its successor, both or neither. Throws when the token has been used before. */
  rotate(
    db: DrizzleTransaction,
    session: SessionKey,
    tokenHash: string,
    successor: Successor,
    seconds: { readonly lifetime: number; readonly retry: number },
  ): Promise<void>;
}

export interface SessionKey {
  readonly companyId: string;
  readonly sessionId: string;
}

export interface Successor {
  readonly hash: string;
  /** The token itself, sealed by a key that only the holder of the token before can derive. */
  readonly sealed: string;
}

export type TokenState =
  | { readonly use: Exclude<TokenUse, 'JUST_NOW'> }
  | { readonly use: 'JUST_NOW'; readonly sealedSuccessor: string };
