import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { isAbstractType, type GraphQLSchema } from 'graphql';
import { isObject, mergeInto, type Fields } from './merge.ts';

/** The representation by which a subgraph is asked for an entity; undefined when there is not enough to ask by. */
export type Represent = (entity: Fields) => Fields | undefined;

type Read = (source: Fields) => Fields | null;

/** Compiles what a fetch requires of the entities that are there. */
export function compileRequires(
  schema: GraphQLSchema,
  requires: readonly QueryPlanSelectionNode[],
): Represent {
  const read = compileSelections(schema, requires);
  return (entity) => {
    const representation = read(entity);
    return representation === null || !representation['__typename'] ? undefined : representation;
  };
}

/** Null when a field is missing. */
function compileSelections(schema: GraphQLSchema, selections: readonly QueryPlanSelectionNode[]): Read {
  const steps = selections.map((selection): ((source: Fields, into: Fields) => boolean) => {
    if (selection.kind === 'Field') {
      const key = selection.alias ?? selection.name;
      const below =
        selection.selections === undefined ? undefined : compileSelections(schema, selection.selections);
      const readValue = (value: unknown): unknown => {
        if (below === undefined || value === null) return value;
        return isObject(value) ? below(value) : value;
      };
      return (source, into) => {
        const value = Object.hasOwn(source, key) ? source[key] : undefined;
        if (value === undefined) return false;
        into[key] = Array.isArray(value) ? value.map(readValue) : readValue(value);
        return true;
      };
    }
    const { typeCondition } = selection;
    if (typeCondition === undefined) return () => true;
    const inner = compileSelections(schema, selection.selections);
    const types = typesOf(schema, typeCondition);
    return (source, into) => {
      const typeName = source['__typename'];
      if (typeof typeName === 'string' && types.has(typeName)) mergeInto(into, inner(source));
      return true;
    };
  });
  return (source) => {
    const result: Fields = {};
    for (const step of steps) if (!step(source, result)) return null;
    return result;
  };
}

function typesOf(schema: GraphQLSchema, name: string): ReadonlySet<string> {
  const type = schema.getType(name);
  const names = isAbstractType(type) ? schema.getPossibleTypes(type).map((possible) => possible.name) : [];
  return new Set([name, ...names]);
}
