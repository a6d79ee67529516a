import { LRUCache } from 'lru-cache';
import { eq, sql } from 'drizzle-orm';
import { DomainError } from '#shared/domain/errors.ts';
import type { AccessAuthority, AdmittedPartner, PartnerRequest } from '#shared/platform/access-authority.ts';
import type { IdentityParts } from '../context.ts';
import { lockRights } from '../sessions/revocations.ts';
import { decideAdmission, unknownKey, type Consent } from './decide.ts';
import { isSecretOf, readKeyText } from './key-text.ts';
import { apiKeyByPrefix, consentsForApiKey, type KeyRecord } from './queries.ts';
import { apiKeys } from './tables.ts';

/** For how long a gateway may believe an answer. Whatever ends sooner is told by a revocation. */
const BELIEVED_SECONDS = 60;
/** The use of a key from one address is written down as a security event this often. */
const NOTED_MILLISECONDS = 60 * 60 * 1000;
const NOTED_ADDRESSES = 10_000;

/** Role of whoever comes with an API key; the permissions are those of the key. */
const PARTNER_ROLE = 'partner';

export function createAdmission({
  database,
  security,
}: Pick<IdentityParts, 'database' | 'security'>): AccessAuthority['admitPartner'] {
  const noted = new LRUCache<string, true>({ max: NOTED_ADDRESSES, ttl: NOTED_MILLISECONDS });

  return async (request) => {
    const shown = readKeyText(request.apiKey);
    const known =
      shown === undefined
        ? undefined
        : await database.asStranger(async (db) => {
            // Consents and keys are read under this lock, so that a revocation is never older than what it voids.
            await lockRights(db, 'READ');
            const key = await apiKeyByPrefix(db, shown.prefix);
            if (key === undefined || !isSecretOf(key.secretHash, shown.secret)) return undefined;
            return { key, consents: await consentsForApiKey(db, key.keyId) };
          });
    if (known === undefined) {
      await refused(request, undefined);
      throw unknownKey();
    }
    const { key, consents } = known;
    try {
      const admitted = admittedAs(key, consents, request);
      await used(key, admitted, request);
      return admitted;
    } catch (error) {
      if (error instanceof DomainError && error.code !== 'SERVICE_UNAVAILABLE') await refused(request, key);
      throw error;
    }
  };

  async function used(
    key: KeyRecord,
    { principal }: AdmittedPartner,
    request: PartnerRequest,
  ): Promise<void> {
    if (key.isUseNew) {
      await database.inCompany(
        key.companyId,
        (db) =>
          db
            .update(apiKeys)
            .set({ lastUsedAt: sql`clock_timestamp()` })
            .where(eq(apiKeys.id, key.keyId)),
        'write',
      );
    }
    const from = `${key.keyId} ${principal.companyId} ${request.address ?? ''}`;
    if (noted.has(from)) return;
    noted.set(from, true);
    await security.record({
      kind: 'API_KEY_USED',
      companyId: principal.companyId,
      actorId: key.partnerId,
      subjectId: key.keyId,
      ...whence(request),
    });
  }

  async function refused(request: PartnerRequest, key: KeyRecord | undefined): Promise<void> {
    await security.record({
      kind: 'API_KEY_REFUSED',
      companyId: key?.companyId ?? null,
      actorId: key?.partnerId ?? null,
      ...(key === undefined ? {} : { subjectId: key.keyId }),
      ...whence(request),
      ...(request.companyId === undefined
        ? {}
        : { details: { wantedCompanyId: request.companyId.slice(0, 64) } }),
    });
  }
}

function admittedAs(key: KeyRecord, consents: readonly Consent[], request: PartnerRequest): AdmittedPartner {
  const { companyId, permissions } = decideAdmission(key, consents, request.companyId?.toLowerCase());
  const { partnerId, keyId, requestsPerMinute, requestsPerHour, costPerMinute } = key;
  const believed = key.now + BELIEVED_SECONDS;
  return {
    principal: {
      userId: partnerId,
      companyId,
      roles: [PARTNER_ROLE],
      permissions: new Set(permissions),
      tokenId: keyId,
      sessionId: keyId,
      issuedAt: key.now,
      expiresAt: key.expiresAt === null ? believed : Math.min(believed, key.expiresAt),
      partner: { id: partnerId, keyId },
    },
    limits: { requestsPerMinute, requestsPerHour, costPerMinute },
  };
}

function whence({ address, requestId }: PartnerRequest) {
  return { ...(address === undefined ? {} : { address }), ...(requestId === undefined ? {} : { requestId }) };
}
