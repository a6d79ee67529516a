import { hash } from 'node:crypto';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { DrizzleTransaction } from '#db/client.ts';
import { badInput, DomainError, notFound } from '#shared/domain/errors.ts';
import { PERMISSIONS } from '#shared/domain/permissions.ts';
import {
  operationId,
  type CheckedOperation,
  type ManifestChecker,
} from '#shared/platform/operation-manifest.ts';
import { alone, uuidOf, type Actor } from '../partners/actor.ts';
import type { IdentityParts } from '../context.ts';
import { partnerById, type PartnerRow } from '../partners/queries.ts';
import { decideVersion, demandFaultless, MOST_OPERATIONS, readManifest } from './decide.ts';
import { manifestByVersion, newestManifest, type ManifestRow } from './queries.ts';
import { operationManifests, registeredOperations } from './tables.ts';

export type OperationParts = Pick<IdentityParts, 'database' | 'security'>;

/** Registers operations as a new version, unless the newest one has this very content. */
export async function registerOperations(
  { database, security, checkManifest }: OperationParts & { readonly checkManifest: ManifestChecker },
  { principal, whence }: Actor,
  input: { readonly partnerId: string; readonly manifest: string },
): Promise<{ readonly manifest: ManifestRow; readonly isNew: boolean }> {
  const partnerId = uuidOf('partnerId', input.partnerId);
  // 1. What can be checked without the database, and how far the partner may go.
  const partner = await database.inCompany(principal.companyId, (db, companyId) =>
    ownPartner(db, companyId, partnerId),
  );
  const read = readManifest(input.manifest, operationId);
  const { scopes } = partner;
  const allowed = new Set(PERMISSIONS.filter((permission) => scopes.includes(permission)));
  const verdict = await checkManifest(read.operations, allowed);
  demandFaultless([...read.faults, ...verdict.faults]);
  // 2. A new version, one at a time.
  const contentHash = contentHashOf(verdict.operations);
  return database.inCompany(
    principal.companyId,
    async (db, companyId) => {
      await alone(db, companyId);
      const newest = await newestManifest(db, companyId, partnerId);
      const version = decideVersion(newest, contentHash);
      if (version === undefined) {
        return { manifest: await manifestAt(db, companyId, partnerId, newest?.version ?? 0), isNew: false };
      }
      await insertManifest(
        db,
        { companyId, partnerId, version, contentHash, by: principal.userId },
        verdict.operations,
      );
      await security.record(
        {
          kind: 'OPERATIONS_REGISTERED',
          companyId,
          actorId: principal.userId,
          subjectId: partnerId,
          details: { version, operations: verdict.operations.length },
        },
        whence,
        db,
      );
      return { manifest: await manifestAt(db, companyId, partnerId, version), isNew: true };
    },
    'write',
  );
}

/** Stops the operations of one version. Gateways notice within seconds. */
export async function revokeManifest(
  { database, security }: OperationParts,
  { principal, whence }: Actor,
  input: { readonly partnerId: string; readonly version: number },
): Promise<ManifestRow> {
  const partnerId = uuidOf('partnerId', input.partnerId);
  const { version } = input;
  return database.inCompany(
    principal.companyId,
    async (db, companyId) => {
      await ownPartner(db, companyId, partnerId);
      const ended = await db
        .update(operationManifests)
        .set({ revokedAt: sql`clock_timestamp()`, revokedBy: principal.userId })
        .where(
          and(
            eq(operationManifests.companyId, companyId),
            eq(operationManifests.partnerId, partnerId),
            eq(operationManifests.version, version),
            isNull(operationManifests.revokedAt),
          ),
        )
        .returning({ version: operationManifests.version });
      const manifest = await manifestByVersion(db, companyId, partnerId, version);
      if (manifest === undefined) throw notFound('version', String(version));
      if (ended.length > 0) {
        await security.record(
          {
            kind: 'OPERATIONS_REVOKED',
            companyId,
            actorId: principal.userId,
            subjectId: partnerId,
            details: { version },
          },
          whence,
          db,
        );
      }
      return manifest;
    },
    'write',
  );
}

/** Stops operations in whatever versions they are, and tells how many that were. */
export async function revokeOperations(
  { database, security }: OperationParts,
  { principal, whence }: Actor,
  input: { readonly partnerId: string; readonly ids: readonly string[] },
): Promise<number> {
  const partnerId = uuidOf('partnerId', input.partnerId);
  if (input.ids.length === 0 || input.ids.length > MOST_OPERATIONS) {
    throw badInput('ids', input.ids.length, `must be 1–${MOST_OPERATIONS}`);
  }
  const ids = [...new Set(input.ids.map(operationId))].filter((id) => !id.includes('\0'));
  return database.inCompany(
    principal.companyId,
    async (db, companyId) => {
      await ownPartner(db, companyId, partnerId);
      const ended = await db
        .update(registeredOperations)
        .set({ revokedAt: sql`clock_timestamp()`, revokedBy: principal.userId })
        .where(
          and(
            eq(registeredOperations.companyId, companyId),
            eq(registeredOperations.partnerId, partnerId),
            inArray(registeredOperations.id, ids),
            isNull(registeredOperations.revokedAt),
          ),
        )
        .returning({ id: registeredOperations.id });
      if (ended.length > 0) {
        await security.record(
          {
            kind: 'OPERATIONS_REVOKED',
            companyId,
            actorId: principal.userId,
            subjectId: partnerId,
            details: { operations: ended.length },
          },
          whence,
          db,
        );
      }
      return ended.length;
    },
    'write',
  );
}

async function ownPartner(db: DrizzleTransaction, companyId: string, partnerId: string): Promise<PartnerRow> {
  const partner = await partnerById(db, companyId, partnerId);
  if (partner?.isOwn !== true) throw notFound('partnerId', partnerId);
  return partner;
}

async function manifestAt(
  db: DrizzleTransaction,
  companyId: string,
  partnerId: string,
  version: number,
): Promise<ManifestRow> {
  const manifest = await manifestByVersion(db, companyId, partnerId, version);
  if (manifest === undefined) throw new Error(`Version ${version} of a partner's operations is not there.`);
  return manifest;
}

async function insertManifest(
  db: DrizzleTransaction,
  manifest: {
    readonly companyId: string;
    readonly partnerId: string;
    readonly version: number;
    readonly contentHash: string;
    readonly by: string;
  },
  operations: readonly CheckedOperation[],
): Promise<void> {
  const { companyId, partnerId, version, contentHash, by } = manifest;
  await db.insert(operationManifests).values({
    companyId,
    partnerId,
    version,
    contentHash,
    operationCount: operations.length,
    registeredBy: by,
  });
  await db
    .insert(registeredOperations)
    .values(
      operations.map(({ id, name, type, body }) => ({ companyId, partnerId, version, id, name, type, body })),
    );
}

/** Equal for manifests that say the same, in whatever order and format. */
function contentHashOf(operations: readonly CheckedOperation[]): string {
  const lines = operations.map(({ id, body }) => JSON.stringify([id, body])).sort();
  return hash('sha256', lines.join('\n'), 'hex');
}

/** Where no supergraph is at hand nothing can be judged, and so nothing is registered. */
export const noManifestChecker: ManifestChecker = () =>
  Promise.reject(
    new DomainError('SERVICE_UNAVAILABLE', 'There is no schema at hand to check operations by.'),
  );
