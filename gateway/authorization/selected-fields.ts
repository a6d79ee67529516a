import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export interface PathStep {
  /** Alias, or the field's name. */
  readonly key: string;
  readonly type: GraphQLOutputType;
}

export interface SelectedField {
  readonly typeName: string;
  readonly fieldName: string;
  readonly path: readonly PathStep[];
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** Fields that the operation selects under these values of its `@skip` and `@include`, fragments expanded. */
export function selectedFields(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
  conditions: Readonly<Record<string, unknown>>,
): readonly SelectedField[] {
  const root = schema.getRootType(operation.operation);
  const found: SelectedField[] = [];
  if (root == null) return found;

  const walk = (set: SelectionSetNode, parent: GraphQLCompositeType, path: readonly PathStep[]): void => {
    for (const selection of set.selections) {
      if (!isIncluded(selection, conditions)) continue;
      if (selection.kind !== Kind.FIELD) {
        const inner =
          selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        if (inner === undefined) continue;
        const condition = inner.typeCondition?.name.value;
        const type = condition === undefined ? parent : schema.getType(condition);
        if (isCompositeType(type)) walk(inner.selectionSet, type, path);
        continue;
      }
      const fieldName = selection.name.value;
      // Introspection is public, so nobody has to be asked about it.
      if (fieldName.startsWith('__')) continue;
      if (!isObjectType(parent) && !isInterfaceType(parent)) continue;
      const field = parent.getFields()[fieldName];
      if (field === undefined) continue;
      const here = [...path, { key: selection.alias?.value ?? fieldName, type: field.type }];
      found.push({ typeName: parent.name, fieldName, path: here });
      const type = getNamedType(field.type);
      if (selection.selectionSet !== undefined && isCompositeType(type))
        walk(selection.selectionSet, type, here);
    }
  };
  walk(operation.selectionSet, root, []);
  return found;
}

function isIncluded(selection: SelectionNode, conditions: Readonly<Record<string, unknown>>): boolean {
  if (selection.directives === undefined || selection.directives.length === 0) return true;
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, conditions);
  if (skip?.['if'] === true) return false;
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, conditions);
  return include?.['if'] !== false;
}
