import {
  Kind,
  parse,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
} from 'graphql';

/** How long the lists of a field are, as `@listSize` tells. */
export interface ListSize {
  readonly assumedSize: number | undefined;
  readonly slicingArguments: readonly string[];
  readonly sizedFields: ReadonlySet<string>;
  readonly requireOneSlicingArgument: boolean;
}

/** What the supergraph says about costs, by coordinate: `Query.accounts`, `Query.accounts(first:)`, `Account`. */
export interface CostDirectives {
  readonly weights: ReadonlyMap<string, number>;
  readonly listSizes: ReadonlyMap<string, ListSize>;
}

const COST_SPEC = /^https:\/\/specs\.apollo\.dev\/cost\/v\d+\.\d+$/;

/** Reads the standard directives of cost from the composed supergraph. */
export function readCostDirectives(supergraphSdl: string): CostDirectives {
  const document = parse(supergraphSdl, { noLocation: true });
  const names = localNames(document);
  const weights = new Map<string, number>();
  const listSizes = new Map<string, ListSize>();

  const weigh = (coordinate: string, directives: readonly ConstDirectiveNode[] = []): void => {
    for (const directive of directives) {
      if (directive.name.value !== names.cost) continue;
      const weight = argumentsOf(directive)['weight'];
      if (typeof weight !== 'number') throw new Error(`${coordinate}: @cost names no weight.`);
      weights.set(coordinate, weight);
    }
  };
  const readField = (type: string, field: FieldDefinitionNode): void => {
    const coordinate = `${type}.${field.name.value}`;
    weigh(coordinate, field.directives);
    for (const argument of field.arguments ?? [])
      weigh(`${coordinate}(${argument.name.value}:)`, argument.directives);
    for (const directive of field.directives ?? []) {
      if (directive.name.value === names.listSize) listSizes.set(coordinate, listSizeOf(directive));
    }
  };
  for (const definition of document.definitions) {
    if (
      definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
      definition.kind === Kind.INTERFACE_TYPE_DEFINITION
    ) {
      weigh(definition.name.value, definition.directives);
      for (const field of definition.fields ?? []) readField(definition.name.value, field);
    } else if (
      definition.kind === Kind.SCALAR_TYPE_DEFINITION ||
      definition.kind === Kind.ENUM_TYPE_DEFINITION
    ) {
      weigh(definition.name.value, definition.directives);
    }
  }
  return { weights, listSizes };
}

function listSizeOf(directive: ConstDirectiveNode): ListSize {
  const given = argumentsOf(directive);
  const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
  const slicingArguments = texts(given['slicingArguments']);
  return {
    assumedSize: typeof given['assumedSize'] === 'number' ? given['assumedSize'] : undefined,
    slicingArguments,
    sizedFields: new Set(texts(given['sizedFields'])),
    requireOneSlicingArgument: slicingArguments.length > 0 && given['requireOneSlicingArgument'] !== false,
  };
}

/** Names under which the supergraph has imported the directives; without an import they carry their spec's prefix. */
function localNames(document: DocumentNode): { readonly cost: string; readonly listSize: string } {
  const links = document.definitions
    .filter(({ kind }) => kind === Kind.SCHEMA_DEFINITION || kind === Kind.SCHEMA_EXTENSION)
    .flatMap((schema) => ('directives' in schema ? (schema.directives ?? []) : []))
    .filter((directive) => directive.name.value === 'link')
    .map((directive) => argumentsOf(directive as ConstDirectiveNode));
  const link = links.find(({ url }) => COST_SPEC.test(String(url)));
  const prefix = typeof link?.['as'] === 'string' ? link['as'] : 'cost';
  const imported = new Map<string, string>();
  for (const item of Array.isArray(link?.['import']) ? (link['import'] as unknown[]) : []) {
    if (typeof item === 'string') imported.set(item, item);
    else if (typeof item === 'object' && item !== null && 'name' in item)
      imported.set(String(item.name), 'as' in item ? String(item.as) : String(item.name));
  }
  const local = (name: string, fallback: string): string =>
    imported.get(`@${name}`)?.replace(/^@/, '') ?? fallback;
  return { cost: local('cost', prefix), listSize: local('listSize', `${prefix}__listSize`) };
}

function argumentsOf(directive: ConstDirectiveNode): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    (directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  );
}
