import type { JSONWebKeySet } from 'jose';
import { DomainError } from '#shared/domain/errors.ts';
import type { AccessAuthority } from '#shared/platform/access-authority.ts';
import type { SecurityLog } from './security-events/log.ts';
import type { Revocations } from './sessions/revocations.ts';

/** What the partners' part answers for the authority. */
export type PartnerAuthority = Pick<
  AccessAuthority,
  'admitPartner' | 'registeredOperation' | 'registeredOperationsAfter'
>;

export interface AuthorityParts {
  readonly keySet: () => Promise<JSONWebKeySet>;
  readonly revocations: Revocations;
  readonly security: SecurityLog;
  readonly partners?: PartnerAuthority;
}

/** What the gateway asks of identity besides GraphQL, answered by its parts. */
export function createAuthority(parts: AuthorityParts): AccessAuthority {
  const partners = parts.partners ?? NO_PARTNERS;
  return {
    keySet: parts.keySet,
    revocations: (signal) => parts.revocations.follow(signal),
    admitPartner: (request) => partners.admitPartner(request),
    registeredOperation: (partnerId, operationId) => partners.registeredOperation(partnerId, operationId),
    registeredOperationsAfter: (place) => partners.registeredOperationsAfter(place),
    // They tell themselves where they came from.
    recordSecurityEvents: (events) => parts.security.record(events),
  };
}

const NO_PARTNERS: PartnerAuthority = {
  admitPartner: () => Promise.reject(unknownKey()),
  registeredOperation: () => Promise.reject(unknownKey()),
  registeredOperationsAfter: () => Promise.resolve([]),
};

function unknownKey(): DomainError {
  return new DomainError('UNAUTHENTICATED', 'The API key is not valid.');
}
