import { inArray } from 'drizzle-orm';
import type { DrizzleTransaction } from '#db/client.ts';
import type { UserRow } from '../users/queries.ts';
import { selectPartners } from './queries.ts';
import { partners } from './tables.ts';

/**
 * Partners that the company sees, as the users that they are in its books: they have a name, and neither an address
 * nor a password.
 */
export async function partnersAsUsers(
  db: DrizzleTransaction,
  companyId: string,
  ids: readonly string[],
): Promise<UserRow[]> {
  if (ids.length === 0) return [];
  const rows = await selectPartners(db, companyId, inArray(partners.id, [...ids]));
  return rows.map(({ id, name, scopes, createdAt }) => ({
    id,
    kind: 'PARTNER',
    email: null,
    name,
    language: null,
    roles: [],
    isActive: scopes.length > 0,
    createdAt,
  }));
}
