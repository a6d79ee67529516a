import {
  buildASTSchema,
  isInterfaceType,
  isObjectType,
  parse,
  printSchema,
  getNamedType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import { applyMiddleware } from 'graphql-middleware';
import { and, rule, shield, type IRules } from 'graphql-shield';
import { DomainError } from '#shared/domain/errors.ts';
import type { Principal } from '#shared/platform/principal.ts';
import type { Requirement } from './requirements.ts';

type ShieldRule = Extract<IRules, { resolve: unknown }>;

/** What every rule may read. Rules that would read more must fail closed: see `NOTHING_TO_READ`. */
interface RuleContext {
  readonly principal: Principal | null;
}

/** Answers null when the caller may select the field, else the refusal. */
export type FieldGuard = (
  typeName: string,
  fieldName: string,
  principal: Principal | null,
) => Promise<DomainError | null>;

/**
 * The rules of the whole API as a graphql-shield over a copy of the schema whose resolvers do nothing but say yes.
 * The gateway executes plans rather than resolvers, so it asks this copy about each selected field beforehand.
 * Throws unless every field has a rule, its own or its type's.
 */
export function createFieldGuard(
  apiSchema: GraphQLSchema,
  requirements: ReadonlyMap<string, readonly Requirement[]>,
): FieldGuard {
  const demands = demandsOnFields(apiSchema, requirements);
  const copy = buildASTSchema(parse(printSchema(apiSchema)), { assumeValid: true });
  const tree: Record<string, Record<string, ShieldRule>> = {};
  for (const type of objectTypes(copy)) {
    const rules: Record<string, ShieldRule> = {};
    for (const field of Object.values(type.getFields())) {
      field.resolve = allowed;
      const coordinate = `${type.name}.${field.name}`;
      rules[field.name] = ruleFor(coordinate, demands.get(coordinate) ?? []);
    }
    tree[type.name] = rules;
  }
  const guarded = applyMiddleware(
    copy,
    shield(tree, {
      fallbackRule: deny,
      fallbackError: new DomainError('FORBIDDEN', 'No rule allows this.'),
      allowExternalErrors: false,
    }),
  );
  return async (typeName, fieldName, principal) => {
    const verdicts = await Promise.all(
      concreteTypes(guarded, typeName).map((type) => ask(type, fieldName, { principal })),
    );
    return verdicts.find((verdict) => verdict !== null) ?? null;
  };
}

const ALLOWED = Symbol('allowed');
const allowed: GraphQLFieldResolver<unknown, unknown> = () => ALLOWED;

/** Verdicts are remembered by caller and operation, so a rule that would look at anything else must not work. */
const NOTHING_TO_READ: never = new Proxy(Object.freeze({}), {
  get: (_target, key) => {
    throw new Error(`A rule of the gateway cannot read ${String(key)} of parent, arguments or info.`);
  },
}) as never;

const deny = rule('deny', { cache: 'no_cache' })(() => false);

async function ask(
  type: GraphQLObjectType,
  fieldName: string,
  context: RuleContext,
): Promise<DomainError | null> {
  const resolve = type.getFields()[fieldName]?.resolve;
  if (resolve === undefined) throw new Error(`${type.name}.${fieldName} has no rule.`);
  const info: GraphQLResolveInfo = NOTHING_TO_READ;
  // Shield writes its cache into the context, so each question gets a context of its own.
  const verdict: unknown = await resolve(NOTHING_TO_READ, NOTHING_TO_READ, { ...context }, info);
  if (verdict === ALLOWED) return null;
  // Shield answers refusals instead of throwing them; whatever is not a yes is a no.
  return verdict instanceof DomainError ? verdict : new DomainError('FORBIDDEN', 'No rule allows this.');
}

/**
 * Everything that is demanded of whoever selects a field, by coordinate (`Account.balance`), of all object types.
 * Throws unless every field has a rule, its own or its type's.
 */
export function demandsOnFields(
  schema: GraphQLSchema,
  requirements: ReadonlyMap<string, readonly Requirement[]>,
): ReadonlyMap<string, readonly Requirement[]> {
  const demands = new Map<string, readonly Requirement[]>();
  const open: string[] = [];
  for (const type of objectTypes(schema)) {
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      if (!requirements.has(type.name) && !requirements.has(coordinate)) open.push(coordinate);
      demands.set(coordinate, requirementsOf(type, field, requirements));
    }
  }
  if (open.length > 0)
    throw new Error(`No access rule on ${open.join(', ')}: neither the field nor its type has one.`);
  return demands;
}

/** All demands on one field of an object type: its own, its type's, and those of the type it answers. */
function requirementsOf(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  requirements: ReadonlyMap<string, readonly Requirement[]>,
): readonly Requirement[] {
  const holders = [type.name, ...type.getInterfaces().map((parent) => parent.name)];
  const result = getNamedType(field.type);
  const results = [
    result.name,
    ...(isObjectType(result) || isInterfaceType(result) ? interfacesOf(result) : []),
  ];
  const coordinates = [...holders, ...holders.map((holder) => `${holder}.${field.name}`), ...results];
  return coordinates.flatMap((coordinate) => requirements.get(coordinate) ?? []);
}

function interfacesOf(type: GraphQLObjectType | GraphQLInterfaceType): readonly string[] {
  return type.getInterfaces().map((parent) => parent.name);
}

function ruleFor(coordinate: string, requirements: readonly Requirement[]): ShieldRule {
  // Shield caches by name: the coordinate and the place keep every name unique.
  const rules = requirements.map((requirement, index) =>
    rule(`${coordinate}#${index}`, { cache: 'no_cache' })((_parent, _args, { principal }: RuleContext) =>
      verdictOf(requirement, principal),
    ),
  );
  return rules.length === 0 ? deny : and(...rules);
}

function verdictOf(requirement: Requirement, principal: Principal | null): true | DomainError {
  if (requirement.kind === 'public') return true;
  if (principal === null) return new DomainError('UNAUTHENTICATED', 'Sign in first: send an access token.');
  switch (requirement.kind) {
    case 'authenticated':
      return true;
    case 'scopes': {
      if (requirement.anyOf.some((all) => all.every((scope) => principal.permissions.has(scope))))
        return true;
      const needed = requirement.anyOf.map((all) => all.join(' and ')).join(', or ');
      return new DomainError('FORBIDDEN', `This needs the permission ${needed}.`, {
        needed: requirement.anyOf,
      });
    }
    default:
      return requirement satisfies never;
  }
}

function objectTypes(schema: GraphQLSchema): readonly GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
  );
}

/** A field of an interface is allowed only when it is on every type that may stand behind it. */
function concreteTypes(schema: GraphQLSchema, typeName: string): readonly GraphQLObjectType[] {
  const type = schema.getType(typeName);
  if (isObjectType(type)) return [type];
  if (isInterfaceType(type)) return schema.getPossibleTypes(type);
  throw new Error(`${typeName} has no fields to ask about.`);
}
