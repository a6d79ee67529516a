import { badInput, DomainError, notFound } from '#shared/domain/errors.ts';
import { PERMISSIONS, type Permission } from '#shared/domain/permissions.ts';
import { parseText } from '#shared/domain/text.ts';
import { isBuiltInRole } from './built-in.ts';

/** What each role of a company allows, the built-in ones included, by name. */
export type RoleBook = ReadonlyMap<string, readonly Permission[]>;

/** A role of a company's own, every value checked. */
export interface RoleDefinition {
  readonly name: string;
  readonly titleKa: string;
  readonly titleEn: string;
  /** In the order of the published list, each once. */
  readonly permissions: readonly Permission[];
}

export interface GivenRole {
  readonly name: string;
  readonly titleKa: string;
  readonly titleEn: string;
  readonly permissions: readonly string[];
}

const NAME = /^[a-z][a-z0-9_]{1,39}$/;
const MAX_TITLE = 100;
const MAX_OWN_ROLES = 100;
const MAX_ROLES_OF_ONE = 20;

/** A new role or a changed one. Pure. */
export function decideRole(given: GivenRole, book: RoleBook, held: ReadonlySet<Permission>): RoleDefinition {
  const { name } = given;
  if (!NAME.test(name)) {
    throw badInput('name', name, '2–40 small Latin letters, digits and _ are allowed, a letter first');
  }
  if (isBuiltInRole(name)) throw badInput('name', name, 'is the name of a built-in role');
  const titleKa = parseText(given.titleKa, 'titleKa', MAX_TITLE).trim();
  const titleEn = parseText(given.titleEn, 'titleEn', MAX_TITLE).trim();
  const permissions = knownPermissions(given.permissions);
  const before = book.get(name);
  const own = [...book.keys()].filter((known) => !isBuiltInRole(known));
  if (before === undefined && own.length >= MAX_OWN_ROLES) {
    throw badInput('name', name, `a company has at most ${MAX_OWN_ROLES} roles of its own`);
  }
  demandHeld(difference(before ?? [], permissions), held, 'permissions');
  return { name, titleKa, titleEn, permissions };
}

/** Whether the role may be deleted. Pure. */
export function decideRoleDeletion(name: string, book: RoleBook, held: ReadonlySet<Permission>): void {
  if (isBuiltInRole(name)) throw badInput('name', name, 'built-in roles stay');
  const permissions = book.get(name);
  if (permissions === undefined) throw notFound('name', name);
  demandHeld(permissions, held, 'name');
}

/** Names of roles as they are given: known ones, each once. Pure. */
export function decideRoleNames(given: readonly string[], book: RoleBook): string[] {
  if (given.length < 1 || given.length > MAX_ROLES_OF_ONE) {
    throw badInput('roles', given, `1–${MAX_ROLES_OF_ONE} roles are needed`);
  }
  given.forEach((name, index) => {
    if (!book.has(name)) throw badInput(`roles[${index}]`, name, 'the company has no such role');
  });
  return [...new Set(given)];
}

/** What roles allow together, in the order of the published list. A role that is not known allows nothing. */
export function decidePermissions(names: readonly string[], book: RoleBook): Permission[] {
  const allowed = new Set(names.flatMap((name) => book.get(name) ?? []));
  return PERMISSIONS.filter((permission) => allowed.has(permission));
}

/** Roles that one list has and the other has not. */
export function difference<T>(one: readonly T[], other: readonly T[]): T[] {
  return [...one.filter((item) => !other.includes(item)), ...other.filter((item) => !one.includes(item))];
}

/**
 * Nobody gives others what they do not hold themselves, nor takes it from them.
 * @throws DomainError FORBIDDEN naming `field` and what is lacking.
 */
export function demandHeld(
  permissions: readonly Permission[],
  held: ReadonlySet<Permission>,
  field: string,
): void {
  const lacking = permissions.filter((permission) => !held.has(permission));
  if (lacking.length === 0) return;
  throw new DomainError('FORBIDDEN', `${field}: you lack ${lacking.join(', ')} yourself`, {
    field,
    value: lacking.join(', '),
  });
}

function knownPermissions(given: readonly string[]): Permission[] {
  if (given.length < 1) throw badInput('permissions', given, 'at least one permission is needed');
  given.forEach((permission, index) => {
    if (!(PERMISSIONS as readonly string[]).includes(permission)) {
      throw badInput(`permissions[${index}]`, permission, 'there is no such permission');
    }
  });
  return PERMISSIONS.filter((permission) => given.includes(permission));
}
