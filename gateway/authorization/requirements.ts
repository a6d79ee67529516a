import {
  Kind,
  parse,
  print,
  specifiedScalarTypes,
  valueFromASTUntyped,
  visit,
  type ValueNode,
  type DirectiveNode,
  type DocumentNode,
} from 'graphql';
import { PERMISSIONS, type Permission } from '#shared/domain/permissions.ts';

/** What one directive demands: nothing, a sign-in, or one of several sets of permissions held completely. */
export type Requirement =
  | { readonly kind: 'public' }
  | { readonly kind: 'authenticated' }
  | { readonly kind: 'scopes'; readonly anyOf: readonly (readonly Permission[])[] };

export interface SchemaRequirements {
  /** By type (`Account`) and by field (`Account.balance`). */
  readonly byCoordinate: ReadonlyMap<string, readonly Requirement[]>;
  /** The supergraph without its security links, which the stock gateway refuses to load. */
  readonly supergraphSdl: string;
}

const REQUIRES_SCOPES = 'https://specs.apollo.dev/requiresScopes';
const AUTHENTICATED = 'https://specs.apollo.dev/authenticated';
const ACCESS = 'https://davtari.ge/specs/access';

const DIRECTIVES: Readonly<Record<string, { readonly name: string; readonly kind: Requirement['kind'] }>> = {
  [REQUIRES_SCOPES]: { name: 'requiresScopes', kind: 'scopes' },
  [AUTHENTICATED]: { name: 'authenticated', kind: 'authenticated' },
  [ACCESS]: { name: 'public', kind: 'public' },
};

/** Names under which access directives hide when a link was lost on the way. */
const LOOKS_LIKE_ACCESS = /(^|__)(requiresScopes|authenticated|public|policy|scopes|auth)$/i;

/**
 * Reads who may do what from the composed supergraph, where composition has merged what the subgraphs say. Anything
 * that looks like an access rule and is not understood stops the start: a rule that is lost opens a door.
 */
export function readRequirements(supergraphSdl: string): SchemaRequirements {
  const document = parse(supergraphSdl);
  const kinds = directiveKinds(document);
  const byCoordinate = new Map<string, Requirement[]>();
  let understood = 0;

  for (const definition of document.definitions) {
    if (
      !('name' in definition) ||
      definition.name === undefined ||
      definition.kind === Kind.DIRECTIVE_DEFINITION
    )
      continue;
    const type = definition.name.value;
    understood += collect(type, definition.directives ?? [], kinds, byCoordinate);
    if (
      definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
      definition.kind === Kind.INTERFACE_TYPE_DEFINITION
    ) {
      for (const field of definition.fields ?? []) {
        understood += collect(`${type}.${field.name.value}`, field.directives ?? [], kinds, byCoordinate);
      }
    }
  }
  requireAllUnderstood(document, kinds, understood);
  return { byCoordinate, supergraphSdl: withoutSecurityLinks(document, kinds) };
}

/** Local name of each access directive: an import may rename it, and without one it carries its spec's prefix. */
function directiveKinds(document: DocumentNode): ReadonlyMap<string, Requirement['kind']> {
  const kinds = new Map<string, Requirement['kind']>();
  for (const link of linksOf(document)) {
    const known = DIRECTIVES[link.identity];
    if (known === undefined) {
      if (link.purpose === 'SECURITY')
        throw new Error(`The supergraph links ${link.url} for SECURITY: unknown rules.`);
      continue;
    }
    for (const name of link.namesOf(known.name)) kinds.set(name, known.kind);
  }
  return kinds;
}

interface Link {
  readonly url: string;
  readonly identity: string;
  readonly purpose: string | undefined;
  namesOf(directive: string): readonly string[];
}

function linksOf(document: DocumentNode): readonly Link[] {
  const schemas = document.definitions.filter(
    (definition) => definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION,
  );
  return schemas.flatMap((schema) =>
    (schema.directives ?? []).filter((directive) => directive.name.value === 'link').map(readLink),
  );
}

function readLink(directive: DirectiveNode): Link {
  const url = String(argument(directive, 'url'));
  const parts = /^(.*?)(?:\/v\d+\.\d+)?\/?$/.exec(url);
  const identity = parts?.[1] ?? url;
  const spec = identity.slice(identity.lastIndexOf('/') + 1);
  const alias = argument(directive, 'as');
  const prefix = typeof alias === 'string' ? alias : spec;
  const purpose = argument(directive, 'for');
  const imports = argument(directive, 'import');
  const imported = new Map<string, string>();
  for (const item of Array.isArray(imports) ? (imports as unknown[]) : []) {
    if (typeof item === 'string') imported.set(item, item);
    else if (typeof item === 'object' && item !== null && 'name' in item && typeof item.name === 'string') {
      imported.set(item.name, 'as' in item && typeof item.as === 'string' ? item.as : item.name);
    }
  }
  return {
    url,
    identity,
    purpose: typeof purpose === 'string' ? purpose : undefined,
    namesOf(name) {
      const names = [`${prefix}__${name}`];
      // The directive that is called like its spec goes by the spec's local name.
      if (name === spec) names.push(prefix);
      const local = imported.get(`@${name}`);
      if (local !== undefined) names.push(local.replace(/^@/, ''));
      return names;
    },
  };
}

function collect(
  coordinate: string,
  directives: readonly DirectiveNode[],
  kinds: ReadonlyMap<string, Requirement['kind']>,
  into: Map<string, Requirement[]>,
): number {
  let found = 0;
  for (const directive of directives) {
    const kind = kinds.get(directive.name.value);
    if (kind === undefined) continue;
    const requirements = into.get(coordinate) ?? [];
    requirements.push(requirementOf(kind, directive, coordinate));
    into.set(coordinate, requirements);
    found += 1;
  }
  return found;
}

function requirementOf(kind: Requirement['kind'], directive: DirectiveNode, coordinate: string): Requirement {
  if (kind !== 'scopes') return { kind };
  const scopes = argument(directive, 'scopes');
  if (!Array.isArray(scopes) || scopes.length === 0)
    throw new Error(`${coordinate}: ${print(directive)} names no scope.`);
  const anyOf = scopes.map((all: unknown) => {
    if (!Array.isArray(all) || all.length === 0)
      throw new Error(`${coordinate}: ${print(directive)} has an empty set.`);
    return all.map((scope: unknown) => {
      if (!isPermission(scope))
        throw new Error(`${coordinate}: there is no permission ${JSON.stringify(scope)}.`);
      return scope;
    });
  });
  return { kind, anyOf };
}

/** Counts every use of an access directive anywhere in the document against those that became a requirement. */
function requireAllUnderstood(
  document: DocumentNode,
  kinds: ReadonlyMap<string, Requirement['kind']>,
  understood: number,
): void {
  let used = 0;
  visit(document, {
    Directive: (directive) => {
      const name = directive.name.value;
      if (kinds.has(name)) used += 1;
      else if (LOOKS_LIKE_ACCESS.test(name))
        throw new Error(`@${name} looks like an access rule, but no link explains it.`);
      if (name === 'join__directive' && LOOKS_LIKE_ACCESS.test(String(argument(directive, 'name')))) {
        throw new Error(`${print(directive)} looks like an access rule that composition did not merge.`);
      }
    },
  });
  if (used !== understood) {
    throw new Error(`Only ${understood} of ${used} access directives in the supergraph became rules.`);
  }
}

function withoutSecurityLinks(
  document: DocumentNode,
  kinds: ReadonlyMap<string, Requirement['kind']>,
): string {
  const scalars = scalarsOf(document, kinds);
  const stripped = visit(document, {
    Directive: (directive) => {
      const name = directive.name.value;
      const link = name === 'link' && DIRECTIVES[readLink(directive).identity] !== undefined;
      return link || kinds.has(name) ? null : undefined;
    },
    DirectiveDefinition: (definition) => (kinds.has(definition.name.value) ? null : undefined),
    ScalarTypeDefinition: (definition) => (scalars.has(definition.name.value) ? null : undefined),
  });
  return print(stripped);
}

/** Scalars that only the definitions of access directives speak of, like that of scope names. */
function scalarsOf(
  document: DocumentNode,
  kinds: ReadonlyMap<string, Requirement['kind']>,
): ReadonlySet<string> {
  const scalars = new Set<string>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.DIRECTIVE_DEFINITION || !kinds.has(definition.name.value)) continue;
    visit(definition, {
      NamedType: (type) => {
        if (!specifiedScalarTypes.some((scalar) => scalar.name === type.name.value))
          scalars.add(type.name.value);
      },
    });
  }
  return scalars;
}

function argument(directive: DirectiveNode, name: string): unknown {
  const value: ValueNode | undefined = directive.arguments?.find((given) => given.name.value === name)?.value;
  return value === undefined ? undefined : valueFromASTUntyped(value);
}

function isPermission(scope: unknown): scope is Permission {
  return typeof scope === 'string' && (PERMISSIONS as readonly string[]).includes(scope);
}
