import {
  isListType,
  isNonNullType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import type { PathStep, SelectedField } from './selected-fields.ts';

/** The document without the denied fields, so that no plan ever fetches them. */
export function withoutFields(
  schema: GraphQLSchema,
  document: DocumentNode,
  isDenied: (typeName: string, fieldName: string) => boolean,
): DocumentNode {
  const typeInfo = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field: (field) => {
        const parent = typeInfo.getParentType();
        return parent != null && isDenied(parent.name, field.name.value) ? null : undefined;
      },
      SelectionSet: {
        // A selection set must select something; this name cannot clash with a client's.
        leave: (set) => (set.selections.length === 0 ? { ...set, selections: [PLACEHOLDER] } : undefined),
      },
    }),
  );
}

const PLACEHOLDER_KEY = '__nothing_allowed';
const PLACEHOLDER: FieldNode = {
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: PLACEHOLDER_KEY },
  name: { kind: Kind.NAME, value: '__typename' },
};

type Data = Record<string, unknown>;

/** Null where the denied field would have been, or above it where null is not allowed. */
export function nullDeniedFields<Denied extends SelectedField>(
  data: Data,
  denied: readonly Denied[],
  report: (field: Denied, path: readonly (string | number)[]) => void,
): Data | null {
  let result: Data | null = data;
  for (const field of denied) {
    if (result === null) {
      report(
        field,
        field.path.map((step) => step.key),
      );
      continue;
    }
    result = nullBelow(result, field.path, 0, [], (path) => report(field, path));
  }
  return result;
}

function nullBelow(
  object: Data,
  steps: readonly PathStep[],
  at: number,
  path: readonly (string | number)[],
  report: (path: readonly (string | number)[]) => void,
): Data | null {
  const step = steps[at];
  if (step === undefined) return object;
  Reflect.deleteProperty(object, PLACEHOLDER_KEY);
  const here = [...path, step.key];
  if (at === steps.length - 1) {
    report(here);
    if (isNonNullType(step.type)) return null;
    object[step.key] = null;
    return object;
  }
  const value = nullWithin(object[step.key], step.type, steps, at, here, report);
  if (value === null && isNonNullType(step.type)) return null;
  object[step.key] = value;
  return object;
}

function nullWithin(
  value: unknown,
  type: GraphQLOutputType,
  steps: readonly PathStep[],
  at: number,
  path: readonly (string | number)[],
  report: (path: readonly (string | number)[]) => void,
): unknown {
  if (value === null || value === undefined) return null;
  if (isNonNullType(type)) return nullWithin(value, type.ofType, steps, at, path, report);
  if (!isListType(type)) return nullBelow(value as Data, steps, at + 1, path, report);
  const items = (value as readonly unknown[]).map((item, index) =>
    nullWithin(item, type.ofType, steps, at, [...path, index], report),
  );
  return isNonNullType(type.ofType) && items.includes(null) ? null : items;
}
