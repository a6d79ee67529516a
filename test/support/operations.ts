import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import type { Caller } from '#test/caller.ts';

/** A field of Query, Mutation or Subscription. */
export interface RootField {
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** `Mutation.createAccount` */
  readonly coordinate: string;
  readonly field: GraphQLField<unknown, unknown>;
}

export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The schema as clients are shown it. */
export async function publishedSchema(caller: Caller): Promise<GraphQLSchema> {
  return buildClientSchema(await caller.query<IntrospectionQuery>(getIntrospectionQuery()));
}

export function rootFields(schema: GraphQLSchema): RootField[] {
  const types = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const;
  return types.flatMap(([kind, type]) =>
    Object.values(type?.getFields() ?? {}).map((field) => ({
      kind,
      coordinate: `${type?.name ?? ''}.${field.name}`,
      field,
    })),
  );
}

/** An operation that asks for one root field; arguments that are not given get example values where demanded. */
export function operationOn(
  { kind, field }: RootField,
  given: Readonly<Record<string, unknown>> = {},
  depth = 0,
): Operation {
  const args = field.args.filter((argument) => argument.name in given || isDemanded(argument));
  const declared = args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = args.map(({ name }) => `${name}: $${name}`).join(', ');
  return {
    query: `${kind}${declared && `(${declared})`} { ${field.name}${passed && `(${passed})`} ${selectionOf(field.type, depth)} }`,
    variables: Object.fromEntries(args.map(({ name, type }) => [name, given[name] ?? exampleOf(type)])),
  };
}

/** Every field of a type and, to a depth, of the types below it; `__typename` where that ends. */
export function selectionOf(output: GraphQLOutputType, depth: number): string {
  const type = getNamedType(output);
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (!isLeafType(getNamedType(field.type)) && depth <= 1) return [];
    const demanded = field.args.filter(isDemanded);
    const args = demanded.map(({ name, type: input }) => `${name}: ${literal(exampleOf(input))}`).join(', ');
    return [`${field.name}${args && `(${args})`} ${selectionOf(field.type, depth - 1)}`];
  });
  return depth <= 0 ? '{ __typename }' : `{ __typename ${fields.join(' ')} }`;
}

/** Connections demand `first` although its type does not. */
function isDemanded(argument: GraphQLArgument): boolean {
  return isRequiredArgument(argument) || argument.name === 'first';
}

/** A well-formed value that names nothing which exists. */
export function exampleOf(input: GraphQLInputType): unknown {
  if (isNonNullType(input)) return exampleOf(input.ofType);
  if (isListType(input)) return [exampleOf(input.ofType)];
  if (isInputObjectType(input)) {
    return Object.fromEntries(
      Object.values(input.getFields())
        .filter(({ type }) => isNonNullType(type))
        .map(({ name, type }) => [name, exampleOf(type)]),
    );
  }
  if (isEnumType(input)) return input.getValues()[0]?.name;
  const example = EXAMPLES[getNamedType(input).name];
  if (example === undefined) throw new Error(`No example of ${String(input)} is known.`);
  return example;
}

export const UNKNOWN_ID = '018f0000-0000-7000-8000-000000000000';

const EXAMPLES: Readonly<Record<string, unknown>> = {
  ID: UNKNOWN_ID,
  String: 'example',
  Int: 1,
  Boolean: false,
  Date: '2026-06-30',
  DateTime: '2026-06-30T12:00:00Z',
  Decimal: '1.00',
  Cursor: 'AA',
};

function literal(value: unknown): string {
  return JSON.stringify(value);
}
