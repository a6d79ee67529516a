import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
} from 'graphql';
import { exampleOf, type RootField } from '#test/operations.ts';

/** A place of an operation into which a client writes a value of its own. */
export interface Place {
  readonly root: RootField;
  /** `Mutation.createAccount(input.code)` */
  readonly name: string;
  /** Name of the scalar. */
  readonly type: string;
  /** The arguments with this value in the place, and examples wherever something is demanded. */
  readonly filledWith: (value: unknown) => Record<string, unknown>;
}

/** Every argument and input field of a root field whose value is no choice between given ones. */
export function placesOf(root: RootField): readonly Place[] {
  return root.field.args.flatMap((argument) =>
    leavesOf(argument.type, []).map(({ path, type }) => ({
      root,
      name: `${root.coordinate}(${[argument.name, ...path].join('.')})`,
      type,
      filledWith: (value) => ({ [argument.name]: filled(argument.type, path, value) }),
    })),
  );
}

/** The arguments with this value in every place at once. */
export function filledEverywhere(
  { field }: RootField,
  valueFor: (type: string) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(field.args.map(({ name, type }) => [name, everywhere(type, valueFor)]));
}

interface Leaf {
  readonly path: readonly string[];
  readonly type: string;
}

function leavesOf(type: GraphQLInputType, path: readonly string[]): readonly Leaf[] {
  const named = getNamedType(type);
  if (isInputObjectType(named)) {
    // Inputs that hold themselves would have no end.
    if (path.length > 6) return [];
    return Object.values(named.getFields()).flatMap((field) => leavesOf(field.type, [...path, field.name]));
  }
  return isEnumType(named) ? [] : [{ path, type: named.name }];
}

function filled(type: GraphQLInputType, path: readonly string[], value: unknown): unknown {
  if (isNonNullType(type)) return filled(type.ofType, path, value);
  if (isListType(type)) return [filled(type.ofType, path, value)];
  const [name, ...below] = path;
  if (name === undefined || !isInputObjectType(type)) return value;
  const field = type.getFields()[name];
  if (field === undefined) throw new Error(`${type.name} has no field ${name}.`);
  return { ...(exampleOf(type) as object), [name]: filled(field.type, below, value) };
}

function everywhere(type: GraphQLInputType, valueFor: (type: string) => unknown, depth = 0): unknown {
  if (isNonNullType(type)) return everywhere(type.ofType, valueFor, depth);
  if (isListType(type)) return [everywhere(type.ofType, valueFor, depth)];
  if (!isInputObjectType(type)) return isEnumType(type) ? exampleOf(type) : valueFor(type.name);
  if (depth > 6) return exampleOf(type);
  return Object.fromEntries(
    Object.entries(type.getFields()).map(([name, field]) => [
      name,
      everywhere(field.type, valueFor, depth + 1),
    ]),
  );
}
