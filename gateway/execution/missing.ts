import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  OperationTypeNode,
  parse,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLFormattedError,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { SubgraphRequest, SubgraphResponse } from '#shared/graphql/execute.ts';
import type { Outcome } from './outcome.ts';

/** From here on each entity is named once, and not each of its fields. */
const MOST_ERRORS = 200;

/**
 * The answer in place of one that there is not: an error for each field that is missing by it. Of a change it tells what
 * became of it.
 */
export function unavailable(
  name: string,
  { query, variables }: SubgraphRequest,
  outcome?: Exclude<Outcome, 'DONE'>,
): SubgraphResponse {
  const what = `A part of the system (${name}) does not answer`;
  const error = {
    message:
      outcome === 'UNKNOWN'
        ? `${what}, and may have made the change; repeating it under the same idempotency key is safe.`
        : `${what}; trying again later is safe.`,
    extensions: { code: 'SERVICE_UNAVAILABLE', ...(outcome === undefined ? {} : { outcome }) },
  };
  return { errors: missingPaths(query, variables).map((path) => ({ ...error, path })) };
}

type Path = NonNullable<GraphQLFormattedError['path']>;
type Variables = SubgraphRequest['variables'];

function missingPaths(query: string, variables: Variables): readonly Path[] {
  // The gateway has made the text itself, so it can be read and holds one operation.
  const document = parse(query, { noLocation: true });
  const operation = document.definitions.find(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  );
  if (operation === undefined) return [];
  const fields = new MissingFields(document, variables);
  const representations = variables['representations'];
  if (operation.operation !== OperationTypeNode.QUERY || !Array.isArray(representations))
    return [...fields.of(operation.selectionSet, undefined)].map((key) => [key]);

  const [entities] = operation.selectionSet.selections;
  const selected = entities?.kind === Kind.FIELD ? entities.selectionSet : undefined;
  if (selected === undefined) return [];
  const ofType = new Map<unknown, ReadonlySet<string>>();
  const paths: Path[] = [];
  for (const [index, representation] of representations.entries()) {
    const typeName = (representation as { readonly __typename?: unknown } | null)?.__typename;
    let missing = ofType.get(typeName);
    if (missing === undefined) ofType.set(typeName, (missing = fields.of(selected, typeName)));
    for (const key of missing) paths.push(['_entities', index, key]);
  }
  return paths.length <= MOST_ERRORS ? paths : representations.map((_, index) => ['_entities', index]);
}

class MissingFields {
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #variables: Variables;

  constructor(document: DocumentNode, variables: Variables) {
    this.#variables = variables;
    for (const node of document.definitions)
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(node.name.value, node);
  }

  /** Names under which a selection would have answered its fields for a type. */
  of(set: SelectionSetNode, typeName: unknown, found = new Set<string>()): ReadonlySet<string> {
    const parts = set.selections.filter((selection) => this.#isWanted(selection));
    const conditions = parts.map((part) => this.#conditionOf(part));
    for (const [index, part] of parts.entries()) {
      if (part.kind === Kind.FIELD) {
        if (part.name.value !== '__typename') found.add((part.alias ?? part.name).value);
        continue;
      }
      // Where no part names the type, the condition may be an interface's that it implements.
      const condition = conditions[index];
      if (condition !== undefined && condition !== typeName && conditions.includes(typeName as string))
        continue;
      const inner =
        part.kind === Kind.INLINE_FRAGMENT
          ? part.selectionSet
          : this.#fragments.get(part.name.value)?.selectionSet;
      if (inner !== undefined) this.of(inner, typeName, found);
    }
    return found;
  }

  #conditionOf(selection: SelectionNode): string | undefined {
    if (selection.kind === Kind.INLINE_FRAGMENT) return selection.typeCondition?.name.value;
    if (selection.kind === Kind.FIELD) return undefined;
    return this.#fragments.get(selection.name.value)?.typeCondition.name.value;
  }

  #isWanted(selection: SelectionNode): boolean {
    if (getDirectiveValues(GraphQLSkipDirective, selection, this.#variables)?.['if'] === true) return false;
    return getDirectiveValues(GraphQLIncludeDirective, selection, this.#variables)?.['if'] !== false;
  }
}
