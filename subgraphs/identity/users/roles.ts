import { BUILT_IN_ROLES, PERMISSIONS, type Permission } from '#shared/domain/permissions.ts';

const ROLES: Readonly<Record<string, readonly Permission[]>> = BUILT_IN_ROLES;

/** What roles allow together, in the order of the published list. A role that is not known allows nothing. */
export function permissionsOf(roles: readonly string[]): Permission[] {
  const allowed = new Set(roles.flatMap((role) => (Object.hasOwn(ROLES, role) ? (ROLES[role] ?? []) : [])));
  return PERMISSIONS.filter((permission) => allowed.has(permission));
}
