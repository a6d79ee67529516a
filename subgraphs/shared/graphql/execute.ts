import { execute, GraphQLError, parse, type DocumentNode, type GraphQLFormattedError } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Logger } from '#shared/platform/log.ts';
import type { Caller } from '#shared/platform/principal.ts';
import { formatError } from './errors.ts';
import { literalFault, variableFaults } from './input-faults.ts';
import type { SubgraphRuntime } from './runtime.ts';
import { traceRootFields } from './traced-fields.ts';

export interface SubgraphRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
  readonly caller: Caller;
}

export interface SubgraphResponse {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/**
 * Operations come from the gateway's query plans, which are few: each is parsed once. Clients that write literals
 * into their operations make them many, so the memory for them is bounded in characters.
 */
const documents = new LRUCache<string, DocumentNode>({
  maxSize: 8 * 1024 * 1024,
  maxEntrySize: 256 * 1024,
  sizeCalculation: (_document, query) => query.length + 1,
});

/**
 * Runs one operation of the gateway in a subgraph. There is no validation: the gateway validated the client's
 * operation and made this one itself.
 */
export async function executeSubgraph(
  runtime: SubgraphRuntime,
  request: SubgraphRequest,
  log: Logger,
): Promise<SubgraphResponse> {
  traceRootFields(runtime.schema);
  const document = parsed(request.query);
  const result = await execute({
    schema: runtime.schema,
    document,
    variableValues: request.variables,
    operationName: request.operationName,
    contextValue: runtime.createContext(request.caller),
  });
  const data = result.data === undefined ? {} : { data: result.data };
  if (result.errors === undefined) return data;

  const faults =
    result.data === undefined
      ? variableFaults(runtime.schema, document, request.operationName, request.variables)
      : [];
  const errors = faults.length > 0 ? faults : result.errors.map(nameLiteral);
  return {
    ...data,
    errors: errors.map((error) =>
      formatError(error, (err) => {
        const { requestId } = request.caller;
        log.error({ event: 'subgraph_defect', subgraph: runtime.name, requestId, path: error.path, err });
      }),
    ),
  };
}

function parsed(query: string): DocumentNode {
  const known = documents.get(query);
  if (known !== undefined) return known;
  const document = parse(query);
  documents.set(query, document);
  return document;
}

/** graphql-js itself refuses an argument's literal; anything else of it without a code is a defect. */
function nameLiteral(error: GraphQLError): GraphQLError {
  const thrown = error.originalError ?? error;
  const byGraphqlItself = thrown instanceof GraphQLError && thrown.originalError === undefined;
  return byGraphqlItself && /^Argument "/.test(error.message) ? literalFault(error) : error;
}
