import { and, eq, inArray } from 'drizzle-orm';
import type { DrizzleTransaction } from '#db/client.ts';
import { BUILT_IN_ROLES, PERMISSIONS, type Permission } from '#shared/domain/permissions.ts';
import { isBuiltInRole } from '../roles/built-in.ts';
import { decidePermissions, type RoleBook } from '../roles/decide.ts';
import { roles } from '../roles/tables.ts';

const BUILT_IN: readonly (readonly [string, readonly Permission[]])[] = Object.entries(BUILT_IN_ROLES);

/**
 * What roles of a company allow together, in the order of the published list. To be asked in a transaction of that
 * company; a role that is not known there allows nothing.
 */
export async function permissionsOf(
  db: DrizzleTransaction,
  companyId: string,
  names: readonly string[],
): Promise<Permission[]> {
  const own = names.filter((name) => !isBuiltInRole(name));
  return decidePermissions(names, await roleBook(db, companyId, own));
}

/** What each role of the company allows: the built-in ones and its own, or of its own only those named. */
export async function roleBook(
  db: DrizzleTransaction,
  companyId: string,
  own?: readonly string[],
): Promise<RoleBook> {
  if (own?.length === 0) return new Map(BUILT_IN);
  const rows = await db
    .select({ name: roles.name, permissions: roles.permissions })
    .from(roles)
    .where(
      and(eq(roles.companyId, companyId), own === undefined ? undefined : inArray(roles.name, [...own])),
    );
  return new Map([...BUILT_IN, ...rows.map((row) => [row.name, stillKnown(row.permissions)] as const)]);
}

/** A role may remember permissions that the program has ceased to know. */
function stillKnown(permissions: readonly string[]): Permission[] {
  return PERMISSIONS.filter((permission) => permissions.includes(permission));
}
