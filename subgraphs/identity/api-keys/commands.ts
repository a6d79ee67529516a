import { and, eq, isNull, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { DrizzleTransaction } from '#db/client.ts';
import { badInput, notFound } from '#shared/domain/errors.ts';
import { revoked } from '#shared/platform/revocation.ts';
import { checkedKey, once, type KeyedWork } from '../idempotency.ts';
import { alone, uuidOf, type Actor, type Giver } from '../partners/actor.ts';
import type { PartnerParts } from '../partners/commands.ts';
import { decideScopes } from '../partners/decide.ts';
import { partnerById } from '../partners/queries.ts';
import { decideRotation, demandRoom } from './decide.ts';
import { newKeyText, secretHash, writeKeyText } from './key-text.ts';
import { apiKeyById, countActiveKeys, type ApiKeyRow } from './queries.ts';
import { apiKeys } from './tables.ts';

/** A key that was made; its text is null when it was made by an earlier call with the same idempotency key. */
export interface NewApiKey {
  readonly apiKey: ApiKeyRow;
  readonly text: string | null;
}

export async function createApiKey(
  { database, security }: PartnerParts,
  { principal, whence }: Giver,
  input: {
    readonly partnerId: string;
    readonly scopes: readonly string[];
    readonly expiresAt?: string | null | undefined;
    readonly idempotencyKey?: string | null | undefined;
  },
): Promise<NewApiKey> {
  const partnerId = uuidOf('partnerId', input.partnerId);
  const scopes = decideScopes(input.scopes, principal.permissions);
  const expiresAt = input.expiresAt ?? null;
  const keyed = {
    operation: 'createApiKey',
    key: checkedKey(input.idempotencyKey),
    input: { partnerId, scopes, expiresAt },
  };
  return database.inCompany(
    principal.companyId,
    async (db, companyId) => {
      await alone(db, companyId);
      return makeOnce(db, companyId, keyed, async (id) => {
        const partner = await partnerById(db, companyId, partnerId);
        if (partner?.isOwn !== true) throw notFound('partnerId', input.partnerId);
        if (expiresAt !== null && !(await isAhead(db, expiresAt))) {
          throw badInput('expiresAt', expiresAt, 'must lie in the future');
        }
        demandRoom(await countActiveKeys(db, companyId, partnerId));
        const text = await insertKey(db, {
          id,
          companyId,
          partnerId,
          scopes,
          expiresAt,
          by: principal.userId,
        });
        await security.record(
          {
            kind: 'API_KEY_CREATED',
            companyId,
            actorId: principal.userId,
            subjectId: id,
            details: { partnerId, scopes, expiresAt },
          },
          whence,
          db,
        );
        return text;
      });
    },
    'write',
  );
}

/** Makes a key that follows another, which ends after the overlap. */
export async function rotateApiKey(
  { database, security, revocations }: PartnerParts,
  { principal, whence }: Giver,
  input: {
    readonly id: string;
    readonly overlapSeconds: number;
    readonly idempotencyKey?: string | null | undefined;
  },
): Promise<NewApiKey> {
  const id = uuidOf('id', input.id);
  const { overlapSeconds } = input;
  const keyed = {
    operation: 'rotateApiKey',
    key: checkedKey(input.idempotencyKey),
    input: { id, overlapSeconds },
  };
  return database.inCompany(
    principal.companyId,
    async (db, companyId) => {
      await alone(db, companyId);
      return makeOnce(db, companyId, keyed, async (successorId) => {
        const old = await apiKeyById(db, companyId, id);
        if (old === undefined) throw notFound('id', input.id);
        decideRotation(old, overlapSeconds);
        const { partnerId, expiresAt } = old;
        // Whoever rotates learns the new text, and so gets no more by it than they hold.
        const scopes = decideScopes(old.scopes, principal.permissions);
        const by = principal.userId;
        const text = await insertKey(db, { id: successorId, companyId, partnerId, scopes, expiresAt, by });
        const overlap = sql`clock_timestamp() + make_interval(secs => ${overlapSeconds}::float8)`;
        await db
          .update(apiKeys)
          .set({ successorId, expiresAt: sql`least(${apiKeys.expiresAt}, ${overlap})` })
          .where(and(eq(apiKeys.companyId, companyId), eq(apiKeys.id, id)));
        await security.record(
          {
            kind: 'API_KEY_CREATED',
            companyId,
            actorId: by,
            subjectId: successorId,
            details: { partnerId, scopes, follows: id, overlapSeconds },
          },
          whence,
          db,
        );
        await revocations.revoke([revoked.key(id)], 'ISSUED_BEFORE_NOW', db);
        return text;
      });
    },
    'write',
  );
}

/** Ends a key at once. */
export async function revokeApiKey(
  { database, security, revocations }: PartnerParts,
  { principal, whence }: Actor,
  input: { readonly id: string },
): Promise<ApiKeyRow> {
  const id = uuidOf('id', input.id);
  return database.inCompany(
    principal.companyId,
    async (db, companyId) => {
      const ended = await db
        .update(apiKeys)
        .set({ revokedAt: sql`clock_timestamp()`, revokedBy: principal.userId })
        .where(and(eq(apiKeys.companyId, companyId), eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
        .returning({ partnerId: apiKeys.partnerId });
      const key = await apiKeyById(db, companyId, id);
      if (key === undefined) throw notFound('id', input.id);
      if (ended.length === 0) return key;
      await security.record(
        {
          kind: 'API_KEY_REVOKED',
          companyId,
          actorId: principal.userId,
          subjectId: id,
          details: { partnerId: key.partnerId },
        },
        whence,
        db,
      );
      await revocations.revoke([revoked.key(id)], 'ALL', db);
      return key;
    },
    'write',
  );
}

/** Makes a key unless it was made before by a call with the same idempotency key: its text was told then. */
async function makeOnce(
  db: DrizzleTransaction,
  companyId: string,
  keyed: Pick<KeyedWork, 'operation' | 'key' | 'input'>,
  make: (id: string) => Promise<string>,
): Promise<NewApiKey> {
  const id = uuidv7();
  let text: string | null = null;
  const { subject } = await once(db, { companyId, ...keyed, subject: id }, async () => {
    text = await make(id);
  });
  const apiKey = await apiKeyById(db, companyId, subject);
  if (apiKey === undefined) throw new Error('A key that was made is not there.');
  return { apiKey, text };
}

/** Answers the text of the key, which is kept nowhere. */
async function insertKey(
  db: DrizzleTransaction,
  key: {
    readonly id: string;
    readonly companyId: string;
    readonly partnerId: string;
    readonly scopes: string[];
    readonly expiresAt: string | null;
    readonly by: string;
  },
): Promise<string> {
  const { by, ...row } = key;
  const text = newKeyText();
  const secret = { prefix: text.prefix, secretHash: secretHash(text.secret) };
  await db.insert(apiKeys).values({ ...row, ...secret, createdBy: by });
  return writeKeyText(text);
}

async function isAhead(db: DrizzleTransaction, moment: string): Promise<boolean> {
  const [row] = await db.execute<{ ahead: boolean }>(
    sql`/* isAhead */ select ${moment}::timestamptz > clock_timestamp() as ahead`,
  );
  return row?.ahead === true;
}
