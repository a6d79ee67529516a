import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { QueryPlanner } from '@apollo/query-planner';
import { Supergraph as FederatedSupergraph } from '@apollo/federation-internals';
import type {
  GatewayExecutionResult,
  GatewayGraphQLRequestContext,
  GatewayInterface,
} from '@apollo/server-gateway-interface';
import { GraphQLError, OperationTypeNode, type GraphQLSchema } from 'graphql';
import { createAuthorizer, denial, type Authorizer } from '#gateway/authorization/authorize.ts';
import { readRequirements } from '#gateway/authorization/requirements.ts';
import { createFieldGuard } from '#gateway/authorization/rules.ts';
import { nullDeniedFields } from '#gateway/authorization/strip.ts';
import { formatError } from '#shared/graphql/errors.ts';
import { variableFaults } from '#shared/graphql/input-faults.ts';
import { switchOffVendorTelemetry } from '#shared/platform/config.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { Caller } from '#shared/platform/principal.ts';
import type { OperationContext } from './caller-context.ts';
import { dataSourceFor, type Subgraph } from './data-source.ts';

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
  /** What Apollo Server is given. */
  readonly gateway: GatewayInterface;
}

/** Told of each field that a caller was denied. */
export type DenialListener = (caller: Caller, field: string) => void;

/** Reads the rules, then loads the supergraph. Throws when a rule is missing or not understood. */
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
  const requirements = readRequirements(supergraphSdl);
  const federated = FederatedSupergraph.build(requirements.supergraphSdl, { validateSupergraph: true });
  const dataSources = new Map<string, GraphQLDataSource>();
  for (const { name } of federated.subgraphsMetadata()) {
    if (name === EVENTS_SUBGRAPH) continue;
    const subgraph = subgraphs.get(name);
    if (subgraph === undefined)
      throw new Error(`The supergraph needs the subgraph ${name}, which is not configured.`);
    dataSources.set(name, dataSourceFor(subgraph));
  }

  switchOffVendorTelemetry();
  const apollo = new ApolloGateway({
    supergraphSdl: requirements.supergraphSdl,
    buildService: ({ name }) => dataSources.get(name) ?? neverFetched,
    logger: quiet(log),
    __exposeQueryPlanExperimental: false,
  });
  const loaded = await apollo.load();
  const guarded = createAuthorizer(loaded.schema, createFieldGuard(loaded.schema, requirements.byCoordinate));
  const { authorize = guarded, onDenied = () => undefined } = access;
  const executor = createExecutor(loaded.executor, loaded.schema, authorize, onDenied, log);
  return {
    apiSchema: loaded.schema,
    federated,
    planner: new QueryPlanner(federated),
    authorize,
    dataSources,
    gateway: {
      // Apollo Server loads what is loaded already, so that a fault of the rules shows before it starts.
      load: () => Promise.resolve({ executor }),
      onSchemaLoadOrUpdate: (callback) => {
        callback({ apiSchema: loaded.schema, coreSupergraphSdl: requirements.supergraphSdl });
        return () => undefined;
      },
      stop: () => apollo.stop(),
    },
  };
}

type Executor = (context: GatewayGraphQLRequestContext) => Promise<GatewayExecutionResult>;

/** Rules first; then the plan over what is left; then null and an error where something was denied. */
function createExecutor(
  execute: Executor,
  schema: GraphQLSchema,
  authorize: Authorizer,
  onDenied: DenialListener,
  log: Logger,
): Executor {
  return async (requestContext) => {
    const { document, operation, queryHash, request } = requestContext;
    const { caller, cost } = requestContext.context as OperationContext;
    const told = cost === undefined ? {} : { extensions: { cost } };
    const variables = request.variables ?? {};
    const format = (error: GraphQLError): GraphQLError =>
      published(error, (err) => {
        log.error({ event: 'gateway_defect', requestId: caller.requestId, path: error.path, err });
      });
    const faults = (): readonly GraphQLError[] =>
      variableFaults(schema, document, operation.name?.value, variables);

    // A missing condition variable cannot be judged; it is a fault of the request.
    const verdict = await authorize({
      document,
      operation,
      queryHash,
      variables,
      principal: caller.principal,
    }).catch((error: unknown) => {
      const errors = faults();
      if (errors.length === 0) throw error;
      return { kind: 'refused' as const, errors, denied: [] };
    });
    if (operation.operation === OperationTypeNode.SUBSCRIPTION) return { errors: [overWebSocket()] };
    if (verdict.kind !== 'allowed') {
      for (const { typeName, fieldName } of verdict.denied) onDenied(caller, `${typeName}.${fieldName}`);
    }
    if (verdict.kind === 'refused') return { data: null, errors: verdict.errors.map(format), ...told };

    const result = await execute(
      verdict.kind === 'allowed'
        ? requestContext
        : // A copy by prototype: the context is a live object of Apollo Server's.
          Object.assign(Object.create(requestContext) as GatewayGraphQLRequestContext, {
            document: verdict.document,
            source: verdict.source,
            queryHash: verdict.queryHash,
          }),
    );
    if (result.data === undefined && result.errors !== undefined) {
      const errors = faults();
      if (errors.length > 0) return { errors: errors.map(format), ...told };
    }
    const errors = [...(result.errors ?? []), ...incompleteValues(result)].map(format);
    if (verdict.kind === 'allowed')
      return { data: result.data ?? null, ...(errors.length > 0 ? { errors } : {}), ...told };
    const data = nullDeniedFields(result.data ?? {}, verdict.denied, (field, path) => {
      errors.push(format(denial(field, path)));
    });
    return { data, errors, ...told };
  };
}

/** The stock executor tells of missing non-null values in an extension, and as no error at all. */
function incompleteValues(result: GatewayExecutionResult): readonly GraphQLError[] {
  const faults: unknown = result.extensions?.['valueCompletion'];
  return Array.isArray(faults) ? (faults as GraphQLError[]) : [];
}

function published(error: GraphQLError, onDefect: (error: unknown) => void): GraphQLError {
  const { message, path, extensions } = formatError(error, onDefect);
  return new GraphQLError(message, { path: path ?? null, extensions: extensions ?? null });
}

function overWebSocket(): GraphQLError {
  return new GraphQLError('Subscriptions run over a WebSocket at the same address (graphql-transport-ws).', {
    extensions: { code: 'BAD_USER_INPUT', field: 'query' },
  });
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
