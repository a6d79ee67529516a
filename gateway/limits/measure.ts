import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** How large an operation is once its fragments are expanded. */
export interface OperationSize {
  /** Levels of fields. */
  readonly depth: number;
  /** Fields selected, each as often as fragments repeat it. */
  readonly fields: number;
  /** Fields selected at the root. */
  readonly rootFields: number;
  /** Fields selected under another name. */
  readonly aliases: number;
  /** Directives on anything that is selected. */
  readonly directives: number;
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** A fragment is measured once however often it is spread, so the work is linear where the size is exponential. */
type Measured = Map<string, OperationSize | 'in progress'>;

const NOTHING: OperationSize = { depth: 0, fields: 0, rootFields: 0, aliases: 0, directives: 0 };

/** The largest size over all operations of the document, or the name of a fragment that contains itself. */
export function measure(document: DocumentNode): OperationSize | { readonly cycle: string } {
  const fragments: Fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  const measured: Measured = new Map();
  let largest = NOTHING;
  try {
    // Fragments that nothing spreads are validated too, so they count too.
    for (const definition of document.definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION && definition.kind !== Kind.FRAGMENT_DEFINITION)
        continue;
      const size = sizeOf(definition.selectionSet, fragments, measured);
      const own = (definition.directives?.length ?? 0) + directivesOfVariables(definition);
      largest = larger(largest, { ...size, directives: size.directives + own });
    }
  } catch (error) {
    if (error instanceof FragmentCycle) return { cycle: error.fragment };
    throw error;
  }
  return largest;
}

class FragmentCycle extends Error {
  readonly fragment: string;
  constructor(fragment: string) {
    super(`Fragment ${fragment} contains itself.`);
    this.fragment = fragment;
  }
}

function sizeOf(set: SelectionSetNode, fragments: Fragments, measured: Measured): OperationSize {
  let { depth, fields, rootFields, aliases, directives } = NOTHING;
  for (const selection of set.selections) {
    directives += selection.directives?.length ?? 0;
    if (selection.kind === Kind.FIELD) {
      const below =
        selection.selectionSet === undefined ? NOTHING : sizeOf(selection.selectionSet, fragments, measured);
      depth = Math.max(depth, 1 + below.depth);
      fields += 1 + below.fields;
      rootFields += 1;
      aliases += (selection.alias === undefined ? 0 : 1) + below.aliases;
      directives += below.directives;
      continue;
    }
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT
        ? sizeOf(selection.selectionSet, fragments, measured)
        : sizeOfFragment(selection.name.value, fragments, measured);
    depth = Math.max(depth, inner.depth);
    fields += inner.fields;
    rootFields += inner.rootFields;
    aliases += inner.aliases;
    directives += inner.directives;
  }
  return { depth, fields, rootFields, aliases, directives };
}

function directivesOfVariables(definition: OperationDefinitionNode | FragmentDefinitionNode): number {
  if (definition.kind === Kind.FRAGMENT_DEFINITION) return 0;
  const variables = definition.variableDefinitions ?? [];
  return variables.reduce((sum, { directives }) => sum + (directives?.length ?? 0), 0);
}

function sizeOfFragment(name: string, fragments: Fragments, measured: Measured): OperationSize {
  const known = measured.get(name);
  if (known === 'in progress') throw new FragmentCycle(name);
  if (known !== undefined) return known;
  const fragment = fragments.get(name);
  if (fragment === undefined) return NOTHING;
  measured.set(name, 'in progress');
  const size = sizeOf(fragment.selectionSet, fragments, measured);
  measured.set(name, size);
  return size;
}

function larger(one: OperationSize, other: OperationSize): OperationSize {
  return {
    depth: Math.max(one.depth, other.depth),
    fields: Math.max(one.fields, other.fields),
    rootFields: Math.max(one.rootFields, other.rootFields),
    aliases: Math.max(one.aliases, other.aliases),
    directives: Math.max(one.directives, other.directives),
  };
}
