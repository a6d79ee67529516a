import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { DrizzleTransaction } from '#db/client.ts';
import { BUILT_IN_ROLES, type BuiltInRole } from '#shared/domain/permissions.ts';
import { memberships } from '../users/tables.ts';
import { BUILT_IN_TITLES } from './built-in.ts';
import { roles } from './tables.ts';

/** A role as the company sees it. */
export interface RoleRow {
  readonly name: string;
  readonly titleKa: string;
  readonly titleEn: string;
  readonly isBuiltIn: boolean;
  readonly permissions: string[];
  readonly memberCount: number;
}

/** The built-in roles in their order, then those of the company's own by name. */
export async function rolesOfCompany(db: DrizzleTransaction, companyId: string): Promise<RoleRow[]> {
  const own = await db
    .select({
      name: roles.name,
      titleKa: roles.titleKa,
      titleEn: roles.titleEn,
      isBuiltIn: sql<boolean>`false`,
      permissions: roles.permissions,
    })
    .from(roles)
    .where(eq(roles.companyId, companyId))
    .orderBy(asc(roles.name));
  const counts = await db
    .select({ name: sql<string>`unnest(${memberships.roles})`.as('name'), count: sql<number>`count(*)::int` })
    .from(memberships)
    .where(and(eq(memberships.companyId, companyId), isNull(memberships.endedAt)))
    .groupBy(sql`1`);
  const memberCounts = new Map(counts.map(({ name, count }) => [name, count]));
  return [...builtInRoles(), ...own].map((role) => ({
    ...role,
    memberCount: memberCounts.get(role.name) ?? 0,
  }));
}

function builtInRoles(): Omit<RoleRow, 'memberCount'>[] {
  return (Object.keys(BUILT_IN_ROLES) as BuiltInRole[]).map((name) => ({
    name,
    titleKa: BUILT_IN_TITLES[name].ka,
    titleEn: BUILT_IN_TITLES[name].en,
    isBuiltIn: true,
    permissions: [...BUILT_IN_ROLES[name]],
  }));
}

/** Members who have the role now. */
export async function membersWithRole(
  db: DrizzleTransaction,
  companyId: string,
  name: string,
): Promise<string[]> {
  const rows = await db
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(
      and(
        eq(memberships.companyId, companyId),
        isNull(memberships.endedAt),
        sql`${name} = any (${memberships.roles})`,
      ),
    );
  return rows.map(({ userId }) => userId);
}
