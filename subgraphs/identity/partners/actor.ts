import { sql } from 'drizzle-orm';
import type { DrizzleTransaction } from '#db/client.ts';
import { notFound } from '#shared/domain/errors.ts';
import type { Principal } from '#shared/platform/principal.ts';
import type { Whence } from '../security-events/log.ts';

/** Who changes something about partners, and where from. */
export interface Actor<P = Pick<Principal, 'companyId' | 'userId'>> {
  readonly principal: P;
  readonly whence: Whence;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An actor whose own permissions matter, because they are given away. */
export type Giver = Actor<Pick<Principal, 'companyId' | 'userId' | 'permissions'>>;

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
