import { and, desc, eq, lt, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { DrizzleTransaction } from '#db/client.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import type { Consent } from './decide.ts';
import { apiKeys } from './tables.ts';

/** A key as the company that made it sees it: everything but the secret. */
export interface ApiKeyRow {
  readonly id: string;
  readonly partnerId: string;
  readonly prefix: string;
  readonly scopes: string[];
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
  readonly isActive: boolean;
  readonly successorId: string | null;
  readonly createdBy: string;
  readonly createdAt: string;
}

/** Identifiers rise with time. */
export const apiKeyCursor = z.tuple([z.uuid()]);
export type ApiKeyKey = z.infer<typeof apiKeyCursor>;
export const keyOfApiKey = (key: ApiKeyRow): ApiKeyKey => [key.id];

const isActive = sql<boolean>`${apiKeys.revokedAt} is null and coalesce(${apiKeys.expiresAt} > clock_timestamp(), true)`;

/** A page of a partner's keys, the newest first. */
export async function apiKeysOf(
  db: DrizzleTransaction,
  companyId: string,
  partnerId: string,
  page: Page<ApiKeyKey>,
): Promise<ApiKeyRow[]> {
  const behind = page.after === null ? undefined : lt(apiKeys.id, page.after[0]);
  const ofPartner = and(eq(apiKeys.companyId, companyId), eq(apiKeys.partnerId, partnerId), behind);
  return selectKeys(db, ofPartner).orderBy(desc(apiKeys.id)).limit(page.limit);
}

export async function apiKeyById(
  db: DrizzleTransaction,
  companyId: string,
  id: string,
): Promise<ApiKeyRow | undefined> {
  const [row] = await selectKeys(db, and(eq(apiKeys.companyId, companyId), eq(apiKeys.id, id)));
  return row;
}

export async function countActiveKeys(
  db: DrizzleTransaction,
  companyId: string,
  partnerId: string,
): Promise<number> {
  return db.$count(
    apiKeys,
    and(eq(apiKeys.companyId, companyId), eq(apiKeys.partnerId, partnerId), isActive),
  );
}

/** What checking a key needs; asked by a stranger. */
export interface KeyRecord {
  readonly keyId: string;
  readonly companyId: string;
  readonly partnerId: string;
  readonly secretHash: string;
  readonly scopes: string[];
  readonly isRevoked: boolean;
  readonly isExpired: boolean;
  /** Seconds since the epoch; null when it does not end by itself. */
  readonly expiresAt: number | null;
  /** True when the last use is not yet written down for this minute. */
  readonly isUseNew: boolean;
  /** The database's clock, seconds since the epoch. */
  readonly now: number;
  readonly requestsPerMinute: number;
  readonly requestsPerHour: number;
  readonly costPerMinute: number;
}

export async function apiKeyByPrefix(db: DrizzleTransaction, prefix: string): Promise<KeyRecord | undefined> {
  const [row] = await db.execute<KeyRecord & Record<string, unknown>>(sql`
    /* apiKeyByPrefix */
    select key_id as "keyId", company_id as "companyId", partner_id as "partnerId", secret_hash as "secretHash",
           scopes, revoked_at is not null as "isRevoked",
           coalesce(expires_at <= clock_timestamp(), false) as "isExpired",
           extract(epoch from expires_at)::float8 as "expiresAt",
           coalesce(last_used_at < clock_timestamp() - interval '1 minute', true) as "isUseNew",
           extract(epoch from clock_timestamp())::float8 as now,
           requests_per_minute as "requestsPerMinute", requests_per_hour as "requestsPerHour",
           cost_per_minute as "costPerMinute"
    from identity.api_key_by_prefix(${prefix})`);
  return row;
}

/** Where the key's partner is let in; asked by a stranger who has shown the key. */
export async function consentsForApiKey(db: DrizzleTransaction, keyId: string): Promise<Consent[]> {
  const rows = await db.execute<Consent & Record<string, unknown>>(sql`
    /* consentsForApiKey */ select company_id as "companyId", scopes
    from identity.consents_for_api_key(${keyId}::uuid) order by company_id`);
  return [...rows];
}

function selectKeys(db: DrizzleTransaction, condition: SQL | undefined) {
  return db
    .select({
      id: apiKeys.id,
      partnerId: apiKeys.partnerId,
      prefix: apiKeys.prefix,
      scopes: apiKeys.scopes,
      expiresAt: apiKeys.expiresAt,
      lastUsedAt: apiKeys.lastUsedAt,
      revokedAt: apiKeys.revokedAt,
      isActive,
      successorId: apiKeys.successorId,
      createdBy: apiKeys.createdBy,
      createdAt: apiKeys.createdAt,
    })
    .from(apiKeys)
    .where(condition)
    .$dynamic();
}
