import { setTimeout as delay } from 'node:timers/promises';
import { DomainError } from '#shared/domain/errors.ts';
import type { AccessAuthority } from '#shared/platform/access-authority.ts';

/** Knows one set of keys and nothing else; nobody's rights are withdrawn while it is measured. */
export function oneKeyAuthority(keys: Awaited<ReturnType<AccessAuthority['keySet']>>): AccessAuthority {
  const unknown = () => Promise.reject(new DomainError('UNAUTHENTICATED', 'There are no partners here.'));
  return {
    keySet: () => Promise.resolve(keys),
    async *revocations(signal) {
      yield [];
      await delay(2 ** 30, undefined, { signal }).catch(() => undefined);
    },
    admitPartner: unknown,
    registeredOperation: unknown,
    registeredOperationsAfter: () => Promise.resolve([]),
    recordSecurityEvents: () => Promise.resolve(),
  };
}
