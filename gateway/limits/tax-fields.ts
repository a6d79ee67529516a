import { Kind, parse, type DocumentNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

/** Which operations ask the tax subgraph at their root: it is slower than the others and has rates of its own. */
export interface TaxFields {
  areIn(document: DocumentNode, operation: OperationDefinitionNode): boolean;
}

const SUBGRAPH = 'tax';

export function findTaxFields(supergraphSdl: string): TaxFields {
  const fields = rootFieldsOf(supergraphSdl, SUBGRAPH);
  const known = new WeakMap<OperationDefinitionNode, boolean>();
  const selects = (document: DocumentNode, set: SelectionSetNode): boolean =>
    set.selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return fields.has(selection.name.value);
      if (selection.kind === Kind.INLINE_FRAGMENT) return selects(document, selection.selectionSet);
      return document.definitions.some(
        (definition) =>
          definition.kind === Kind.FRAGMENT_DEFINITION &&
          definition.name.value === selection.name.value &&
          selects(document, definition.selectionSet),
      );
    });
  return {
    areIn(document, operation) {
      if (fields.size === 0) return false;
      let found = known.get(operation);
      if (found === undefined) known.set(operation, (found = selects(document, operation.selectionSet)));
      return found;
    },
  };
}

/** Root fields that composition says are this subgraph's. */
function rootFieldsOf(supergraphSdl: string, subgraph: string): ReadonlySet<string> {
  const document = parse(supergraphSdl, { noLocation: true });
  const graph = document.definitions
    .flatMap((definition) =>
      definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph'
        ? (definition.values ?? [])
        : [],
    )
    .find(({ directives }) =>
      directives?.some(({ arguments: given }) =>
        given?.some(
          ({ name, value }) =>
            name.value === 'name' && value.kind === Kind.STRING && value.value === subgraph,
        ),
      ),
    )?.name.value;
  const fields = new Set<string>();
  if (graph === undefined) return fields;
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    if (definition.name.value !== 'Query' && definition.name.value !== 'Mutation') continue;
    for (const field of definition.fields ?? []) {
      const graphs = (field.directives ?? [])
        .filter(({ name }) => name.value === 'join__field')
        .flatMap(({ arguments: given }) => given ?? [])
        .flatMap(({ name, value }) =>
          name.value === 'graph' && value.kind === Kind.ENUM ? [value.value] : [],
        );
      if (graphs.includes(graph)) fields.add(field.name.value);
    }
  }
  return fields;
}
