/**
 * Withdrawn rights that tokens still speak of. Access tokens are believed until they expire, so whatever ends
 * sooner is told to every gateway, which remembers it for as long as such a token could live.
 */
export interface Revocation {
  /** What is revoked, made by `revoked`. */
  readonly subject: RevocationSubject;
  /**
   * Tokens issued before this moment (seconds since the epoch, the database's clock) are void; null voids all of
   * the subject, whenever they were issued.
   */
  readonly issuedBefore: number | null;
  /** When no token that it could void is alive any more, seconds since the epoch. */
  readonly until: number;
}

export type RevocationSubject = `session:${string}` | `member:${string}:${string}` | `key:${string}`;

/** Names of what can be revoked. */
export const revoked = {
  /** A session that has ended: all its tokens are void. */
  session: (sessionId: string): RevocationSubject => `session:${sessionId}`,
  /** Rights of a user in a company that have changed: tokens from before do not tell them truly. */
  member: (companyId: string, userId: string): RevocationSubject => `member:${companyId}:${userId}`,
  /** An API key. */
  key: (keyId: string): RevocationSubject => `key:${keyId}`,
} as const;
