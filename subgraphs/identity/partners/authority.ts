import { createAdmission } from '../api-keys/admission.ts';
import type { PartnerAuthority } from '../authority.ts';
import type { IdentityParts } from '../context.ts';
import { registeredOperation, registeredOperationsAfter } from '../operations/queries.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const LONGEST_ID = 128;

/** What the gateway asks about partners. */
export function createPartnerAuthority(
  parts: Pick<IdentityParts, 'database' | 'security'>,
): PartnerAuthority {
  return {
    admitPartner: createAdmission(parts),
    async registeredOperation(partnerId, operationId) {
      // Nothing of that shape can be registered, and PostgreSQL could not even be asked for it.
      if (!UUID.test(partnerId) || operationId.length > LONGEST_ID || operationId.includes('\0'))
        return undefined;
      return parts.database.asStranger((db) => registeredOperation(db, partnerId, operationId));
    },
    registeredOperationsAfter: (place) =>
      parts.database.asStranger((db) => registeredOperationsAfter(db, place)),
  };
}
