import { hash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { DrizzleTransaction } from '#db/client.ts';
import { DomainError, notFound } from '#shared/domain/errors.ts';
import { parseText } from '#shared/domain/text.ts';
import type { Principal } from '#shared/platform/principal.ts';
import type { Whence } from '../security-events/log.ts';

/** Who changes something about partners, and where from. */
export interface Actor {
  readonly principal: Principal;
  readonly whence: Whence;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An identifier as it stands in the database. What is no UUID is nobody's. */
export function uuidOf(field: string, given: string): string {
  if (!UUID.test(given)) throw notFound(field, given);
  return given.toLowerCase();
}

/**
 * One change of a company's partners at a time: they are rare, and each rests on what is there. Held until the
 * transaction ends.
 */
export async function alone(db: DrizzleTransaction, companyId: string): Promise<void> {
  await db.execute(
    sql`/* onePartnerChange */ select pg_advisory_xact_lock(hashtext('identity.partners'), hashtext(${companyId}))`,
  );
}

/** What a command was called with, so that it may be repeated safely. */
export interface Keyed {
  readonly idempotencyKey: string | null;
  readonly idempotencyDigest: string | null;
}

const LONGEST_KEY = 200;

export function keyedBy(key: string | null | undefined, command: string, input: object): Keyed {
  if (key === null || key === undefined) return { idempotencyKey: null, idempotencyDigest: null };
  const digest = hash('sha256', JSON.stringify([command, input]), 'hex');
  return { idempotencyKey: parseText(key, 'idempotencyKey', LONGEST_KEY), idempotencyDigest: digest };
}

/** Refuses a key that came before with another input. */
export function demandSameInput(known: Pick<Keyed, 'idempotencyDigest'>, keyed: Keyed): void {
  if (known.idempotencyDigest === keyed.idempotencyDigest) return;
  throw new DomainError('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey: was used before with another input', {
    field: 'idempotencyKey',
    value: keyed.idempotencyKey ?? '',
  });
}
