import { and, eq, isNull, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { toDomainError, type ConstraintTable, type DrizzleTransaction } from '#db/client.ts';
import { DomainError, notFound } from '#shared/domain/errors.ts';
import { revoked } from '#shared/platform/revocation.ts';
import type { IdentityParts } from '../context.ts';
import { checkedKey, once } from '../idempotency.ts';
import { alone, uuidOf, type Actor, type Giver } from './actor.ts';
import { decideLimits, decideName, decideScopes, type PartnerLimitsChange } from './decide.ts';
import { ownerOfPartner, partnerById, type PartnerRow } from './queries.ts';
import { partnerCompanies, partners } from './tables.ts';

export type PartnerParts = Pick<IdentityParts, 'database' | 'security' | 'revocations'>;

const CONSTRAINTS: ConstraintTable = {
  partners_name_unique: () =>
    new DomainError('CONFLICT', 'name: another partner of the company is called so', { field: 'name' }),
};

async function refusing<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw toDomainError(error, CONSTRAINTS);
  });
}

export interface CreatePartner {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly limits?: PartnerLimitsChange | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

/** Creates a partner of the caller's company, which consents to it with that. */
export async function createPartner(
  { database, security }: PartnerParts,
  { principal, whence }: Giver,
  input: CreatePartner,
): Promise<PartnerRow> {
  const name = decideName(input.name);
  const limits = decideLimits(input.limits);
  const scopes = decideScopes(input.scopes, principal.permissions);
  const keyed = {
    operation: 'createPartner',
    key: checkedKey(input.idempotencyKey),
    input: { name, limits, scopes },
  };
  const work = database.inCompany(
    principal.companyId,
    async (db, companyId) => {
      await alone(db, companyId);
      const id = uuidv7();
      const { subject } = await once(db, { companyId, ...keyed, subject: id }, async () => {
        await db.insert(partners).values({ id, companyId, name, ...limits, createdBy: principal.userId });
        await consent(db, {
          companyId,
          ownerCompanyId: companyId,
          partnerId: id,
          scopes,
          by: principal.userId,
        });
        const about = { companyId, actorId: principal.userId, subjectId: id };
        await security.record(
          [
            { kind: 'PARTNER_CREATED', ...about },
            { kind: 'PARTNER_CONSENT_GIVEN', ...about, details: { scopes } },
          ],
          whence,
          db,
        );
      });
      return found(await partnerById(db, companyId, subject), subject);
    },
    'write',
  );
  return refusing(work);
}

/** Changes what is said of one of the company's own partners. */
export async function updatePartner(
  { database }: PartnerParts,
  { principal }: Actor,
  input: {
    readonly id: string;
    readonly name?: string | null | undefined;
    readonly limits?: PartnerLimitsChange | null | undefined;
  },
): Promise<PartnerRow> {
  const id = uuidOf('id', input.id);
  const name = input.name === null || input.name === undefined ? {} : { name: decideName(input.name) };
  const changes = { ...name, ...decideLimits(input.limits) };
  const work = database.inCompany(
    principal.companyId,
    async (db, companyId) => {
      const own = and(eq(partners.companyId, companyId), eq(partners.id, id));
      if (Object.keys(changes).length > 0) await db.update(partners).set(changes).where(own);
      const partner = found(await partnerById(db, companyId, id), id);
      if (!partner.isOwn) throw notFound('id', id);
      return partner;
    },
    'write',
  );
  return refusing(work);
}

/** Lets a partner act in the caller's company, or changes what it may do there. */
export async function consentToPartner(
  { database, security, revocations }: PartnerParts,
  { principal, whence }: Giver,
  input: { readonly partnerId: string; readonly scopes: readonly string[] },
): Promise<PartnerRow> {
  const partnerId = uuidOf('partnerId', input.partnerId);
  const scopes = decideScopes(input.scopes, principal.permissions);
  return database.inCompany(
    principal.companyId,
    async (db, companyId) => {
      await alone(db, companyId);
      const ownerCompanyId = await ownerOfPartner(db, partnerId);
      if (ownerCompanyId === undefined) throw notFound('partnerId', input.partnerId);
      await consent(db, { companyId, ownerCompanyId, partnerId, scopes, by: principal.userId });
      const partner = found(await partnerById(db, companyId, partnerId), partnerId);
      await security.record(
        {
          kind: 'PARTNER_CONSENT_GIVEN',
          companyId,
          actorId: principal.userId,
          subjectId: partnerId,
          details: { scopes },
        },
        whence,
        db,
      );
      await revocations.revoke([revoked.member(companyId, partnerId)], 'ISSUED_BEFORE_NOW', db);
      return partner;
    },
    'write',
  );
}

/** Lets a partner in no more. What it was admitted to is void at once. */
export async function withdrawConsent(
  { database, security, revocations }: PartnerParts,
  { principal, whence }: Actor,
  input: { readonly partnerId: string },
): Promise<PartnerRow> {
  const partnerId = uuidOf('partnerId', input.partnerId);
  return database.inCompany(
    principal.companyId,
    async (db, companyId) => {
      await alone(db, companyId);
      const withdrawn = await db
        .update(partnerCompanies)
        .set({ withdrawnAt: sql`clock_timestamp()`, withdrawnBy: principal.userId })
        .where(
          and(
            eq(partnerCompanies.companyId, companyId),
            eq(partnerCompanies.partnerId, partnerId),
            isNull(partnerCompanies.withdrawnAt),
          ),
        )
        .returning({ partnerId: partnerCompanies.partnerId });
      // Seen by the company that created it and by those that consent or did: so to any other it does not exist.
      const partner = found(await partnerById(db, companyId, partnerId), input.partnerId, 'partnerId');
      if (withdrawn.length === 0) return partner;
      await security.record(
        { kind: 'PARTNER_CONSENT_WITHDRAWN', companyId, actorId: principal.userId, subjectId: partnerId },
        whence,
        db,
      );
      await revocations.revoke([revoked.member(companyId, partnerId)], 'ISSUED_BEFORE_NOW', db);
      return partner;
    },
    'write',
  );
}

async function consent(
  db: DrizzleTransaction,
  given: {
    readonly companyId: string;
    readonly ownerCompanyId: string;
    readonly partnerId: string;
    readonly scopes: string[];
    readonly by: string;
  },
): Promise<void> {
  const { companyId, ownerCompanyId, partnerId, scopes, by } = given;
  const row = {
    scopes,
    consentedBy: by,
    consentedAt: sql`clock_timestamp()`,
    withdrawnAt: null,
    withdrawnBy: null,
  };
  await db
    .insert(partnerCompanies)
    .values({ companyId, ownerCompanyId, partnerId, ...row })
    .onConflictDoUpdate({ target: [partnerCompanies.companyId, partnerCompanies.partnerId], set: row });
}

function found<Row>(row: Row | undefined, id: string, field = 'id'): Row {
  if (row === undefined) throw notFound(field, id);
  return row;
}
