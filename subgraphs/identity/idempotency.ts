import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { DrizzleTransaction } from '#db/client.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { parseOptionalText } from '#shared/domain/text.ts';
import { identity } from './postgres-schema.ts';

export const idempotencyKeys = identity.table('idempotency_keys', {
  companyId: uuid('company_id').notNull(),
  operation: text('operation').notNull(),
  key: text('key').notNull(),
  digest: text('digest').notNull(),
  subject: text('subject').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull().defaultNow(),
});

export interface KeyedWork {
  readonly companyId: string;
  /** Scope of the key: the mutation. */
  readonly operation: string;
  readonly key: string | null;
  /** What the key stands for. */
  readonly input: object;
  /** Identifier of what the work will make. */
  readonly subject: string;
}

/**
 * Does the work unless its key was given before, and answers the subject that was made then or now. Two calls with
 * one key must not meet: the caller holds the company's lock on members.
 * @throws DomainError IDEMPOTENCY_KEY_REUSED when the key stood for another input.
 */
export async function once(
  db: DrizzleTransaction,
  { companyId, operation, key, input, subject }: KeyedWork,
  work: () => Promise<void>,
): Promise<{ readonly subject: string; readonly replayed: boolean }> {
  if (key === null) {
    await work();
    return { subject, replayed: false };
  }
  const digest = digestOf(input);
  const [known] = await db
    .select({ digest: idempotencyKeys.digest, subject: idempotencyKeys.subject })
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.companyId, companyId),
        eq(idempotencyKeys.operation, operation),
        eq(idempotencyKeys.key, key),
      ),
    );
  if (known !== undefined) {
    if (known.digest !== digest) throw keyReused(key);
    return { subject: known.subject, replayed: true };
  }
  await work();
  await db.insert(idempotencyKeys).values({ companyId, operation, key, digest, subject });
  return { subject, replayed: false };
}

/** The key as it may be stored, or null. */
export function checkedKey(key: string | null | undefined): string | null {
  return parseOptionalText(key, 'idempotencyKey', 200);
}

export function digestOf(input: object): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('hex');
}

export function keyReused(key: string): DomainError {
  return new DomainError('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey: was used before with another input', {
    field: 'idempotencyKey',
    value: key,
  });
}
