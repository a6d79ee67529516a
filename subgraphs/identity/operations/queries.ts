import { and, desc, eq, isNull, lt, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { DrizzleTransaction } from '#db/client.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import type {
  RegisteredOperation,
  RegisteredPlace,
  RegisteredText,
} from '#shared/platform/access-authority.ts';
import type { NewestManifest } from './decide.ts';
import { operationManifests, registeredOperations } from './tables.ts';

export interface ManifestRow {
  readonly version: number;
  readonly operationCount: number;
  readonly registeredBy: string;
  readonly registeredAt: string;
  readonly revokedAt: string | null;
}

export const manifestCursor = z.tuple([z.number().int()]);
export type ManifestKey = z.infer<typeof manifestCursor>;
export const keyOfManifest = (manifest: ManifestRow): ManifestKey => [manifest.version];

export const operationCursor = z.tuple([z.string()]);
export type OperationKey = z.infer<typeof operationCursor>;
export const keyOfOperation = (operation: RegisteredOperation): OperationKey => [operation.id];

/** A page of a partner's versions, the newest first. */
export async function manifestsOf(
  db: DrizzleTransaction,
  companyId: string,
  partnerId: string,
  page: Page<ManifestKey>,
): Promise<ManifestRow[]> {
  const behind = page.after === null ? undefined : lt(operationManifests.version, page.after[0]);
  return selectManifests(db, companyId, partnerId, behind)
    .orderBy(desc(operationManifests.version))
    .limit(page.limit);
}

export async function manifestByVersion(
  db: DrizzleTransaction,
  companyId: string,
  partnerId: string,
  version: number,
): Promise<ManifestRow | undefined> {
  const [row] = await selectManifests(db, companyId, partnerId, eq(operationManifests.version, version));
  return row;
}

export async function newestManifest(
  db: DrizzleTransaction,
  companyId: string,
  partnerId: string,
): Promise<NewestManifest | undefined> {
  const [row] = await db
    .select({
      version: operationManifests.version,
      contentHash: operationManifests.contentHash,
      // Drizzle writes columns of a single table without its name, which in here would be another table's.
      isWhole: sql<boolean>`${operationManifests.revokedAt} is null and not exists (
        select from identity.registered_operations o
        where o.company_id = operation_manifests.company_id and o.partner_id = operation_manifests.partner_id
          and o.version = operation_manifests.version and o.revoked_at is not null)`,
    })
    .from(operationManifests)
    .where(and(eq(operationManifests.companyId, companyId), eq(operationManifests.partnerId, partnerId)))
    .orderBy(desc(operationManifests.version))
    .limit(1);
  return row;
}

/** A page of what a partner may run now, by id: of each id the newest version that was not revoked. */
export async function operationsOf(
  db: DrizzleTransaction,
  companyId: string,
  partnerId: string,
  page: Pick<Page<OperationKey>, 'limit' | 'after'>,
): Promise<RegisteredOperation[]> {
  return db
    .selectDistinctOn([registeredOperations.id], {
      id: registeredOperations.id,
      name: registeredOperations.name,
      type: registeredOperations.type,
      body: registeredOperations.body,
      version: registeredOperations.version,
    })
    .from(registeredOperations)
    .innerJoin(
      operationManifests,
      and(
        eq(operationManifests.companyId, registeredOperations.companyId),
        eq(operationManifests.partnerId, registeredOperations.partnerId),
        eq(operationManifests.version, registeredOperations.version),
      ),
    )
    .where(
      and(
        eq(registeredOperations.companyId, companyId),
        eq(registeredOperations.partnerId, partnerId),
        isNull(registeredOperations.revokedAt),
        isNull(operationManifests.revokedAt),
        page.after === null ? undefined : sql`${registeredOperations.id} > ${page.after[0]}`,
      ),
    )
    .orderBy(registeredOperations.id, desc(registeredOperations.version))
    .limit(page.limit);
}

/** The operation that a partner may run under an id, whoever asks. */
export async function registeredOperation(
  db: DrizzleTransaction,
  partnerId: string,
  operationId: string,
): Promise<RegisteredOperation | undefined> {
  const [row] = await db.execute<RegisteredOperation & Record<string, unknown>>(sql`
    /* registeredOperation */ select id, name, type, body, version
    from identity.registered_operation(${partnerId}::uuid, ${operationId})`);
  return row;
}

const TEXTS_AT_ONCE = 200;
const BEFORE_ALL: RegisteredPlace = { partnerId: '00000000-0000-0000-0000-000000000000', operationId: '' };

/** Some of what all partners of all companies may run, by partner and id. */
export async function registeredOperationsAfter(
  db: DrizzleTransaction,
  { partnerId, operationId }: RegisteredPlace = BEFORE_ALL,
): Promise<readonly RegisteredText[]> {
  const rows = await db.execute<RegisteredText & Record<string, unknown>>(sql`
    /* registeredOperationsAfter */ select partner_id as "partnerId", id as "operationId", body, scopes
    from identity.registered_operations_after(${partnerId}::uuid, ${operationId}, ${TEXTS_AT_ONCE})`);
  return [...rows];
}

function selectManifests(
  db: DrizzleTransaction,
  companyId: string,
  partnerId: string,
  condition: SQL | undefined,
) {
  return db
    .select({
      version: operationManifests.version,
      operationCount: operationManifests.operationCount,
      registeredBy: operationManifests.registeredBy,
      registeredAt: operationManifests.registeredAt,
      revokedAt: operationManifests.revokedAt,
    })
    .from(operationManifests)
    .where(
      and(
        eq(operationManifests.companyId, companyId),
        eq(operationManifests.partnerId, partnerId),
        condition,
      ),
    )
    .$dynamic();
}
