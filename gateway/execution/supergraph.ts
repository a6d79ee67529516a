import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { operationFromDocument, type Supergraph as FederatedSupergraph } from '@apollo/federation-internals';
import type { QueryPlanner } from '@apollo/query-planner';
import type {
  GatewayExecutionResult,
  GatewayGraphQLRequestContext,
  GatewayInterface,
} from '@apollo/server-gateway-interface';
import {
  GraphQLError,
  OperationTypeNode,
  print,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { createAuthorizer, type Authorizer } from '#gateway/authorization/authorize.ts';
import { readSupergraph, type SupergraphReading } from '#gateway/composition/reading.ts';
import { switchOffVendorTelemetry } from '#shared/platform/config.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { OperationContext } from './caller-context.ts';
import { compileOperation, type CompiledOperation } from './compiled/compile.ts';
import type { AskSubgraph } from './compiled/fetches.ts';
import { dataSourceFor, type Subgraph } from './data-source.ts';
import {
  createOperations,
  type DenialListener,
  type Operations,
  type RunnableOperation,
} from './operations.ts';

/** The subgraph that exists only inside the gateway: it owns `type Subscription`. */
export const EVENTS_SUBGRAPH = 'events';

/** The loaded supergraph: its schema, its rules, and the way to run operations over the subgraphs. */
export interface LoadedSupergraph {
  readonly apiSchema: GraphQLSchema;
  /** Everything that planning needs, for the subscriptions that the stock gateway does not execute. */
  readonly federated: FederatedSupergraph;
  readonly planner: QueryPlanner;
  readonly authorize: Authorizer;
  readonly dataSources: ReadonlyMap<string, GraphQLDataSource>;
  /** Whether a document is valid by the API's schema. Judged once a document. */
  isValid(document: DocumentNode): boolean;
  /** Queries and mutations, authorised, planned and compiled. */
  readonly operations: Operations;
  /** What Apollo Server is given. */
  readonly gateway: GatewayInterface;
}

/** Reads the rules, then loads the supergraph. Rejects when a rule is missing or not understood. */
// eslint-disable-next-line @typescript-eslint/require-await -- what does not hold is a rejection, as of all that is loaded
export async function loadSupergraph(
  supergraphSdl: string,
  subgraphs: ReadonlyMap<string, Subgraph>,
  log: Logger,
  access: {
    readonly onDenied?: DenialListener;
    /** Instead of the rules of the supergraph. */
    readonly authorize?: Authorizer;
  } = {},
): Promise<LoadedSupergraph> {
  const reading = readSupergraph(supergraphSdl);
  const { federated, apiSchema, planner } = reading;
  const dataSources = new Map<string, GraphQLDataSource>();
  for (const { name } of federated.subgraphsMetadata()) {
    if (name === EVENTS_SUBGRAPH) continue;
    const subgraph = subgraphs.get(name);
    if (subgraph === undefined)
      throw new Error(`The supergraph needs the subgraph ${name}, which is not configured.`);
    dataSources.set(name, dataSourceFor(subgraph));
  }

  const stock = stockGateway(reading.supergraphSdl, dataSources, log);
  const guarded = createAuthorizer(apiSchema, reading.guard);
  const { authorize = guarded, onDenied = () => undefined } = access;
  const operations = createOperations({
    schema: apiSchema,
    authorize,
    onDenied,
    compile: compilerOf(reading, subgraphs),
    log,
  });
  const executor = executorOf(operations, stock.executor);
  return {
    apiSchema,
    federated,
    planner,
    authorize,
    isValid: validityBy(apiSchema),
    operations,
    dataSources,
    gateway: {
      // Apollo Server loads what is loaded already, so that a fault of the rules shows before it starts.
      load: () => Promise.resolve({ executor }),
      onSchemaLoadOrUpdate: (callback) => {
        callback({ apiSchema, coreSupergraphSdl: reading.supergraphSdl });
        return () => undefined;
      },
      stop: () => stock.stop(),
    },
  };
}

/**
 * The stock gateway, for what is not compiled. It reads the supergraph and prepares its planning for itself once more,
 * which is a quarter of a start, so it is loaded when something needs it: nothing but introspection does.
 */
function stockGateway(
  supergraphSdl: string,
  dataSources: ReadonlyMap<string, GraphQLDataSource>,
  log: Logger,
): { readonly executor: GatewayExecutor; stop(): Promise<void> } {
  let started: { readonly gateway: ApolloGateway; readonly executor: Promise<GatewayExecutor> } | undefined;
  const start = (): NonNullable<typeof started> => {
    switchOffVendorTelemetry();
    const gateway = new ApolloGateway({
      supergraphSdl,
      buildService: ({ name }) => dataSources.get(name) ?? neverFetched,
      logger: quiet(log),
      __exposeQueryPlanExperimental: false,
    });
    return { gateway, executor: gateway.load().then(({ executor }) => executor) };
  };
  return {
    executor: async (context) => (await (started ??= start()).executor)(context),
    async stop() {
      if (started === undefined) return;
      const { gateway, executor } = started;
      // A gateway can be stopped only when it is loaded.
      await executor;
      await gateway.stop();
    },
  };
}

/** The way that Apollo Server knows to the same operations; it alone can hand over to the stock executor. */
function executorOf(operations: Operations, stock: GatewayExecutor): GatewayExecutor {
  return async (requestContext) => {
    const { document, operation, queryHash, request } = requestContext;
    if (operation.operation === OperationTypeNode.SUBSCRIPTION) return { errors: [overWebSocket()] };
    const answer = await operations.answer(
      { document, operation, queryHash },
      request.variables ?? {},
      requestContext.context as OperationContext,
      (allowed) =>
        stock(
          allowed.document === document
            ? requestContext
            : // A copy by prototype: the context is a live object of Apollo Server's.
              Object.assign(Object.create(requestContext) as GatewayGraphQLRequestContext, {
                ...allowed,
                source: print(allowed.document),
              }),
        ),
    );
    return answer as GatewayExecutionResult;
  };
}

type GatewayExecutor = (context: GatewayGraphQLRequestContext) => Promise<GatewayExecutionResult>;

function validityBy(schema: GraphQLSchema): (document: DocumentNode) => boolean {
  const judged = new WeakMap<DocumentNode, boolean>();
  return (document) => {
    let isValid = judged.get(document);
    if (isValid === undefined) judged.set(document, (isValid = validate(schema, document).length === 0));
    return isValid;
  };
}

/** Plans an operation and compiles its plan. */
function compilerOf(
  { apiSchema, federated, planner, supergraphSchema }: SupergraphReading,
  subgraphs: ReadonlyMap<string, Subgraph>,
): (operation: RunnableOperation) => CompiledOperation | undefined {
  const federatedApiSchema = federated.apiSchema();
  const ask = (name: string): AskSubgraph => {
    const subgraph = subgraphs.get(name);
    if (subgraph === undefined) throw new Error(`The plan asks ${name}, which is not there.`);
    return (request) => subgraph.run(request);
  };
  return ({ document, operation }) => {
    const operationName = operation.name?.value;
    const plan = planner.buildQueryPlan(
      operationFromDocument(
        federatedApiSchema,
        document,
        operationName === undefined ? {} : { operationName },
      ),
    );
    return compileOperation({
      plan,
      document,
      operation,
      apiSchema,
      federatedApiSchema,
      supergraphSchema,
      subgraph: ask,
    });
  };
}

function overWebSocket(): GraphQLError {
  return new GraphQLError(
    'Subscriptions run over a WebSocket at the same address (graphql-transport-ws), or as events at /graphql/stream.',
    {
      extensions: { code: 'BAD_USER_INPUT', field: 'query' },
    },
  );
}

const neverFetched: GraphQLDataSource = {
  process: () => Promise.reject(new Error('The events subgraph is answered by the gateway itself.')),
};

/** Apollo's gateway speaks of its own affairs; they matter to whoever debugs it. */
function quiet(log: Logger): Pick<Logger, 'debug' | 'info' | 'warn' | 'error'> {
  return {
    debug: () => undefined,
    info: (text: unknown) => log.debug({ event: 'apollo_gateway' }, String(text)),
    warn: (text: unknown) => log.warn({ event: 'apollo_gateway' }, String(text)),
    error: (text: unknown) => log.error({ event: 'apollo_gateway' }, String(text)),
  } as Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;
}
