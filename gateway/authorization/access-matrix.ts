import { Supergraph } from '@apollo/federation-internals';
import { BUILT_IN_ROLES, type Permission } from '#shared/domain/permissions.ts';
import { readRequirements, type Requirement } from './requirements.ts';
import { demandsOnFields } from './rules.ts';

/** What becomes of a field that somebody selects. */
export type Access = 'allow' | 'deny' | 'needs-sign-in';

/** The columns of the matrix: the rights of each kind of caller, null for one without a token. */
export const COLUMNS: ReadonlyMap<string, ReadonlySet<Permission> | null> = new Map<
  string,
  ReadonlySet<Permission> | null
>([
  ['anonymous', null],
  ['any signed-in', new Set()],
  ...Object.entries(BUILT_IN_ROLES).map(([role, permissions]) => [role, new Set(permissions)] as const),
]);

/**
 * The demands on every field of a supergraph, by coordinate. Throws when a field has none, or one that cannot be
 * understood: such a supergraph must not be built.
 */
export function demandsOf(supergraphSdl: string): ReadonlyMap<string, readonly Requirement[]> {
  const requirements = readRequirements(supergraphSdl);
  const schema = Supergraph.build(requirements.supergraphSdl, { validateSupergraph: true })
    .apiSchema()
    .toGraphQLJSSchema();
  return demandsOnFields(schema, requirements.byCoordinate);
}

/** Whether somebody with these rights meets all demands; by another way than the shield, which is held against it. */
export function accessTo(
  demands: readonly Requirement[],
  permissions: ReadonlySet<Permission> | null,
): Access {
  const closed = demands.filter(({ kind }) => kind !== 'public');
  if (closed.length === 0) return demands.length === 0 ? 'deny' : 'allow';
  if (permissions === null) return 'needs-sign-in';
  const isMet = closed.every(
    (demand) =>
      demand.kind !== 'scopes' || demand.anyOf.some((all) => all.every((scope) => permissions.has(scope))),
  );
  return isMet ? 'allow' : 'deny';
}

/** Who may select what, a line each field: the file whose changes are read before they are released. */
export function accessMatrix(supergraphSdl: string): string {
  const rows = [...demandsOf(supergraphSdl)]
    .map(([coordinate, demands]) => [
      coordinate,
      ...[...COLUMNS.values()].map((permissions) => accessTo(demands, permissions)),
    ])
    .sort(([one = ''], [other = '']) => (one < other ? -1 : 1));
  return [['field', ...COLUMNS.keys()], ...rows].map((cells) => `${cells.join(',')}\n`).join('');
}
