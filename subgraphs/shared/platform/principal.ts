import type { Permission } from '#shared/domain/permissions.ts';

/** Who asks, in which company, with which rights. Made by the gateway from an access token only. */
export interface Principal {
  readonly userId: string;
  readonly companyId: string;
  readonly roles: readonly string[];
  readonly permissions: ReadonlySet<Permission>;
  /** `jti` of the access token. */
  readonly tokenId: string;
  /** Id of the sign-in session (the refresh token's family). */
  readonly sessionId: string;
  /** End of the access token's life, seconds since the epoch. */
  readonly expiresAt: number;
}

/** What travels with every call from the gateway to a subgraph. */
export interface Caller {
  /** Null before sign-in: only fields that are public may then be asked for. */
  readonly principal: Principal | null;
  readonly requestId: string;
  /** Language of user-facing texts. */
  readonly language: 'ka' | 'en';
  /** Address of the client, for throttling; absent for internal calls. */
  readonly address?: string;
}

/**
 * Everything a subgraph decides by. Two callers with equal fingerprints get equal answers, so it keys every
 * cache and every group of subscribers.
 */
export function authorizationFingerprint(principal: Principal | null): string {
  if (principal === null) return 'anonymous';
  return JSON.stringify([
    principal.companyId,
    [...principal.roles].sort(),
    [...principal.permissions].sort(),
  ]);
}
