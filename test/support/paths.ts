import {
  getNamedType,
  isAbstractType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { exampleOf, type Operation, type RootField } from '#test/operations.ts';

/** One field on the way from a root to a field. */
export interface Step {
  /** `Account.balance` */
  readonly coordinate: string;
  readonly field: GraphQLField<unknown, unknown>;
  /** The object type behind an interface or a union that the way goes on with. */
  readonly on?: string;
}

export interface Path {
  readonly kind: RootField['kind'];
  /** The first is a root field, the last the field that was looked for. */
  readonly steps: readonly Step[];
}

/** Fields of every object type that clients are shown, as `Account.balance`. */
export function allCoordinates(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter((type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
}

/**
 * The shortest way to each field over fields that are open, through a query where there is one, else through a
 * subscription, else through a mutation. The field itself need not be open.
 */
export function pathsTo(
  schema: GraphQLSchema,
  isOpen: (coordinate: string) => boolean,
): ReadonlyMap<string, Path> {
  const found = new Map<string, Path>();
  const roots = [
    ['query', schema.getQueryType()],
    ['subscription', schema.getSubscriptionType()],
    ['mutation', schema.getMutationType()],
  ] as const;
  for (const [kind, root] of roots) {
    if (root == null) continue;
    const waiting: { type: GraphQLObjectType; steps: readonly Step[] }[] = [{ type: root, steps: [] }];
    const seen = new Set([root.name]);
    for (const { type, steps } of waiting) {
      for (const field of Object.values(type.getFields())) {
        const coordinate = `${type.name}.${field.name}`;
        if (!found.has(coordinate)) found.set(coordinate, { kind, steps: [...steps, { coordinate, field }] });
        if (!isOpen(coordinate)) continue;
        const result = getNamedType(field.type);
        const next = isObjectType(result)
          ? [result]
          : isAbstractType(result)
            ? schema.getPossibleTypes(result)
            : [];
        for (const object of next) {
          if (seen.has(object.name)) continue;
          seen.add(object.name);
          const step = { coordinate, field, ...(object === result ? {} : { on: object.name }) };
          waiting.push({ type: object, steps: [...steps, step] });
        }
      }
    }
  }
  return found;
}

/** Values of arguments by their coordinate: `Query.account(code)`. */
export type ArgumentValues = Readonly<Record<string, unknown>>;

/**
 * The operation that asks for nothing but the field at the end of the way, and what is given beside it; arguments are passed
 * as variables.
 * @param beside fields of the same type as the last one, none of which needs arguments
 */
export function operationAlong(
  { kind, steps }: Path,
  values: ArgumentValues,
  beside: readonly Step['field'][] = [],
): Operation {
  const declared: string[] = [];
  const variables: Record<string, unknown> = {};
  let selection = '';
  for (const [index, { coordinate, field, on }] of [...steps.entries()].reverse()) {
    const args = field.args.flatMap(({ name, type }) => {
      const place = `${coordinate}(${name})`;
      // Connections demand to be told how many, though no type says so.
      if (!(place in values) && !isNonNullType(type) && name !== 'first') return [];
      const variable = `${name}${String(index)}`;
      declared.push(`$${variable}: ${String(type)}`);
      variables[variable] = place in values ? values[place] : exampleOf(type);
      return [`${name}: $${variable}`];
    });
    const isLast = index === steps.length - 1;
    const below = isLast
      ? [belowLast(field), ...beside.map((other) => `${other.name} ${belowLast(other)}`)].join(' ')
      : `{ ${on === undefined ? selection : `... on ${on} { ${selection} }`} }`;
    selection = `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''} ${below}`.trim();
  }
  return {
    query: `${kind}${declared.length > 0 ? `(${declared.join(', ')})` : ''} { ${selection} }`,
    variables,
  };
}

function belowLast({ type }: Step['field']): string {
  const named = getNamedType(type);
  return isObjectType(named) || isAbstractType(named) ? '{ __typename }' : '';
}

/** Response path of the step with this position, as errors name it, without the positions in lists. */
export function responsePath({ steps }: Path, index = steps.length - 1): string {
  return steps
    .slice(0, index + 1)
    .map(({ field }) => field.name)
    .join('.');
}

/** The path of an error without the positions in lists. */
export function withoutPositions(path: readonly (string | number)[] | undefined): string {
  return (path ?? []).filter((key) => typeof key === 'string').join('.');
}

/** Everything that stands in an answer at a path, in every item of the lists on the way. */
export function valuesAt(data: unknown, path: string): unknown[] {
  let values: unknown[] = [data];
  for (const key of path.split('.')) {
    values = values
      .flat(Infinity)
      .filter((value) => typeof value === 'object' && value !== null)
      .map((value) => (value as Record<string, unknown>)[key]);
  }
  return values.flat(Infinity);
}
