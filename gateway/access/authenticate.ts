import { DomainError } from '#shared/domain/errors.ts';
import type { AccessAuthority, PartnerLimits } from '#shared/platform/access-authority.ts';
import { createAccessTokenVerifier, type TokenRealm } from '#shared/platform/access-token.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { Principal } from '#shared/platform/principal.ts';
import { rememberKeySet, type KeySet } from './key-set.ts';
import { rememberPartnerKeys } from './partner-keys.ts';
import { followRevocations, type RevocationList, type RevocationTimings } from './revocation-list.ts';

/** What a client shows to say who it is, over whatever transport. */
export interface Credentials {
  /** `Bearer <access token>`. */
  readonly authorization?: string | undefined;
  readonly apiKey?: string | undefined;
  /** For an API key of several companies: the one to act for. */
  readonly companyId?: string | undefined;
  readonly address?: string | undefined;
  readonly requestId?: string | undefined;
}

/** Who it is. */
export interface Admitted {
  /** Null for a client that shows nothing, which may ask for public fields. */
  readonly principal: Principal | null;
  /** Given for a partner. */
  readonly limits?: PartnerLimits;
}

export interface Authenticator {
  /** Refuses with UNAUTHENTICATED what is not valid, and with FORBIDDEN a partner without consent. */
  admit(credentials: Credentials): Promise<Admitted>;
  readonly revocations: RevocationList;
  readonly keys: KeySet;
  close(): Promise<void>;
}

const NOBODY: Admitted = { principal: null };
const MAX_KEY_LENGTH = 512;

export function createAuthenticator(options: {
  readonly authority: AccessAuthority;
  readonly tokens: TokenRealm;
  readonly log: Logger;
  readonly revocationTimings?: RevocationTimings;
}): Authenticator {
  const { authority, log } = options;
  const revocations = followRevocations(authority, log, options.revocationTimings);
  const keys = rememberKeySet(authority);
  const accessTokens = createAccessTokenVerifier(keys.keyOf, options.tokens);
  const partners = rememberPartnerKeys(authority, revocations);
  // One answer for each principal, so that a request makes no object.
  const admitted = new WeakMap<Principal, Admitted>();

  async function byToken(token: string): Promise<Admitted> {
    const principal = await accessTokens.verify(token);
    demandHeard(revocations);
    if (revocations.isRevoked(principal)) throw revokedToken();
    let answer = admitted.get(principal);
    if (answer === undefined) admitted.set(principal, (answer = { principal }));
    return answer;
  }

  async function byKey(apiKey: string, { companyId, address, requestId }: Credentials): Promise<Admitted> {
    if (apiKey.length > MAX_KEY_LENGTH)
      throw new DomainError('UNAUTHENTICATED', 'The API key is not valid.', { reason: 'INVALID' });
    demandHeard(revocations);
    const partner = await partners.admit({
      apiKey,
      ...(companyId === undefined ? {} : { companyId }),
      ...(address === undefined ? {} : { address }),
      ...(requestId === undefined ? {} : { requestId }),
    });
    if (revocations.isRevoked(partner.principal)) throw revokedToken();
    return partner;
  }

  return {
    revocations,
    keys,
    async admit(credentials) {
      const token = tokenOf(credentials.authorization);
      const { apiKey } = credentials;
      if (apiKey === undefined || apiKey === '') return token === undefined ? NOBODY : byToken(token);
      if (token !== undefined) {
        throw new DomainError('UNAUTHENTICATED', 'Send an access token or an API key, not both.', {
          reason: 'AMBIGUOUS',
        });
      }
      return byKey(apiKey, credentials);
    },
    close: () => revocations.close(),
  };
}

function tokenOf(authorization: string | undefined): string | undefined {
  // GraphiQL and careless clients send the scheme with nothing after it when nobody has signed in.
  if (authorization === undefined || /^(Bearer)?\s*$/i.test(authorization)) return undefined;
  const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
  if (token === undefined) {
    throw new DomainError('UNAUTHENTICATED', 'Send the access token as "Authorization: Bearer <token>".');
  }
  return token;
}

/** Without the list of what was withdrawn nobody can be vouched for. */
function demandHeard(revocations: RevocationList): void {
  if (!revocations.isHeard)
    throw new DomainError(
      'SERVICE_UNAVAILABLE',
      'The gateway does not know yet which rights were withdrawn.',
    );
}

function revokedToken(): DomainError {
  return new DomainError('UNAUTHENTICATED', 'The rights that this was issued for have been withdrawn.', {
    reason: 'REVOKED',
  });
}
