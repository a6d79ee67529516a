import type { Permission } from '#shared/domain/permissions.ts';

/** Who asks, in which company, with which rights. Made by the gateway from an access token or an API key only. */
export interface Principal {
  /** The user, or the partner whose key it is: whoever is named as the author of what the call does. */
  readonly userId: string;
  readonly companyId: string;
  readonly roles: readonly string[];
  readonly permissions: ReadonlySet<Permission>;
  /** `jti` of the access token; for a partner the id of the API key. */
  readonly tokenId: string;
  /** Id of the sign-in session (the refresh token's family); for a partner the id of the API key. */
  readonly sessionId: string;
  /** When the token was issued by the clock of the database, seconds since the epoch with a fraction. */
  readonly issuedAt: number;
  /** End of the access token's life, seconds since the epoch. */
  readonly expiresAt: number;
  /** Given for a partner, who runs registered operations only. */
  readonly partner?: PartnerIdentity;
}

/** The partner behind an API key. */
export interface PartnerIdentity {
  readonly id: string;
  readonly keyId: string;
}

/** Longest name of a client that is kept. */
export const MAX_USER_AGENT = 200;

/** What travels with every call from the gateway to a subgraph. */
export interface Caller {
  /** Null before sign-in: only fields that are public may then be asked for. */
  readonly principal: Principal | null;
  readonly requestId: string;
  /** Language of user-facing texts. */
  readonly language: 'ka' | 'en';
  /** Address of the client, for throttling; absent for internal calls. */
  readonly address?: string;
  /** What the client calls itself, at most `MAX_USER_AGENT` characters; shown to users beside their sessions. */
  readonly userAgent?: string;
  /** When the answer is no longer wanted, milliseconds since the epoch; reads end by themselves then. */
  readonly deadline?: number;
  /** Aborted when the client is gone or the deadline has passed. It does not travel between processes. */
  readonly signal?: AbortSignal;
}

/**
 * Everything a subgraph decides by. Two callers with equal fingerprints get equal answers, so it keys every
 * cache and every group of subscribers.
 */
export function authorizationFingerprint(principal: Principal | null): string {
  if (principal === null) return 'anonymous';
  let known = fingerprints.get(principal);
  if (known === undefined) {
    known = JSON.stringify([
      principal.companyId,
      [...principal.roles].sort(),
      [...principal.permissions].sort(),
    ]);
    fingerprints.set(principal, known);
  }
  return known;
}

/** Principals are immutable, and the same object comes back for as long as its token is remembered. */
const fingerprints = new WeakMap<Principal, string>();
