import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLString,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type FragmentDefinitionNode,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { both, conditionOf, either, type Condition, type Variables } from './conditions.ts';
import { isObject, type Fields } from './merge.ts';
import { NotCompilable } from './not-compilable.ts';

/**
 * Gives merged data the shape that the client asked for: its fields, in its order, nothing else. Answers undefined when
 * anything is not as the schema promises (a null where none may be, a leaf of another type, an unknown `__typename`):
 * what that means is left to the stock executor, so that its errors and nulls are exactly those of everybody.
 */
export type Shaper = (data: Fields, variables: Variables) => Fields | undefined;

/** What stands for "not as promised" inside, where undefined and null have meanings of their own. */
const ODD = Symbol('odd');

type ShapeValue = (value: unknown, variables: Variables) => unknown;
type ShapeObject = (value: Fields, variables: Variables) => Fields | typeof ODD;

interface ShapedField {
  readonly key: string;
  readonly condition: Condition | undefined;
  /** Undefined for `__typename`. */
  readonly shape: ShapeValue | undefined;
}

/** A selection set, and when it is wanted. */
interface WantedSet {
  readonly set: SelectionSetNode;
  readonly condition: Condition | undefined;
}

/** A field of an object, perhaps mentioned several times. */
interface Selected {
  readonly name: string;
  /** Wanted when any of its mentions is. */
  condition: Condition | undefined;
  readonly sets: WantedSet[];
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** Compiles the shaping of one operation. Throws `NotCompilable` for what it does not know. */
export function compileShape(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
): Shaper {
  const root = schema.getRootType(operation.operation);
  if (root == null) throw new NotCompilable('no such root type');
  const whole = { set: operation.selectionSet, condition: undefined };
  const shape = objectShape(schema, root, [whole], fragments);
  return (data, variables) => {
    const shaped = shape(data, variables);
    return shaped === ODD ? undefined : shaped;
  };
}

function objectShape(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  sets: readonly WantedSet[],
  fragments: Fragments,
): ShapeObject {
  const selected = new Map<string, Selected>();
  for (const { set, condition } of sets) collect(schema, type, set, fragments, condition, selected);
  const definitions = type.getFields();
  const fields = [...selected].map(([key, { name, condition, sets: below }]): ShapedField => {
    if (name === '__typename') return { key, condition, shape: undefined };
    const definition = definitions[name];
    if (definition === undefined) throw new NotCompilable(`${type.name}.${name} is no field of the API`);
    return { key, condition, shape: valueShape(schema, definition.type, below, fragments) };
  });
  const typeName = type.name;
  return (value, variables) => {
    const given = value['__typename'];
    if (given !== undefined && given !== typeName) return ODD;
    const shaped: Fields = {};
    for (const { key, condition, shape } of fields) {
      if (condition !== undefined && !condition(variables)) continue;
      if (shape === undefined) {
        shaped[key] = typeName;
        continue;
      }
      const result = shape(Object.hasOwn(value, key) ? value[key] : null, variables);
      if (result === ODD) return ODD;
      shaped[key] = result;
    }
    return shaped;
  };
}

/** Fields that a selection selects on this very type, fragments expanded, in the order of their first mention. */
function collect(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  set: SelectionSetNode,
  fragments: Fragments,
  under: Condition | undefined,
  selected: Map<string, Selected>,
): void {
  for (const selection of set.selections) {
    const condition = both(under, conditionOf(selection.directives));
    if (selection.kind !== Kind.FIELD) {
      const inner = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (inner === undefined) throw new NotCompilable('a fragment that is not there');
      const on = inner.typeCondition?.name.value;
      if (on === undefined || applies(schema, on, type)) {
        collect(schema, type, inner.selectionSet, fragments, condition, selected);
      }
      continue;
    }
    const name = selection.name.value;
    const key = selection.alias?.value ?? name;
    if (name.startsWith('__') && name !== '__typename') throw new NotCompilable('introspection');
    if (key === '__proto__') throw new NotCompilable('a key that objects treat in a way of their own');
    let field = selected.get(key);
    if (field === undefined) selected.set(key, (field = { name, condition, sets: [] }));
    else field.condition = either(field.condition, condition);
    if (selection.selectionSet !== undefined) field.sets.push({ set: selection.selectionSet, condition });
  }
}

function applies(schema: GraphQLSchema, condition: string, type: GraphQLObjectType): boolean {
  if (condition === type.name) return true;
  const on = schema.getType(condition);
  return isAbstractType(on) && schema.isSubType(on, type);
}

function valueShape(
  schema: GraphQLSchema,
  type: GraphQLOutputType,
  sets: readonly WantedSet[],
  fragments: Fragments,
): ShapeValue {
  if (isNonNullType(type)) {
    const inner = valueShape(schema, type.ofType, sets, fragments);
    return (value, variables) => (value === null || value === undefined ? ODD : inner(value, variables));
  }
  if (isListType(type)) {
    const inner = valueShape(schema, type.ofType, sets, fragments);
    return (value, variables) => {
      if (value === null) return null;
      if (!Array.isArray(value)) return ODD;
      const shaped = new Array<unknown>(value.length);
      for (let index = 0; index < value.length; index++) {
        const item = inner(value[index], variables);
        if (item === ODD) return ODD;
        shaped[index] = item;
      }
      return shaped;
    };
  }
  if (isObjectType(type)) {
    const shape = objectShape(schema, type, sets, fragments);
    return (value, variables) => {
      if (value === null) return null;
      return isObject(value) ? shape(value, variables) : ODD;
    };
  }
  if (isAbstractType(type)) {
    const shapes = new Map(
      schema
        .getPossibleTypes(type)
        .map((possible) => [possible.name, objectShape(schema, possible, sets, fragments)]),
    );
    return (value, variables) => {
      if (value === null) return null;
      if (!isObject(value)) return ODD;
      const shape = shapes.get(value['__typename'] as string);
      return shape === undefined ? ODD : shape(value, variables);
    };
  }
  return leafShape(type);
}

function leafShape(type: GraphQLLeafType): ShapeValue {
  const check = leafCheck(type);
  if (check === undefined) return (value) => (value === undefined ? ODD : value);
  return (value) => (value === null ? null : check(value) ? value : ODD);
}

/** Undefined for scalars of one's own, which may be anything. */
function leafCheck(type: GraphQLLeafType): ((value: unknown) => boolean) | undefined {
  if (isEnumType(type)) {
    const values = new Set<unknown>(type.getValues().map(({ name }) => name));
    return (value) => values.has(value);
  }
  switch (type.name) {
    case GraphQLString.name:
      return (value) => typeof value === 'string';
    case GraphQLID.name:
      return (value) => typeof value === 'string' || Number.isInteger(value);
    case GraphQLBoolean.name:
      return (value) => typeof value === 'boolean';
    case GraphQLInt.name:
      return (value) => Number.isInteger(value);
    case GraphQLFloat.name:
      return (value) => typeof value === 'number' && Number.isFinite(value);
    default:
      return undefined;
  }
}
