import { executeQueryPlan } from '@apollo/gateway';
import { buildSchema as buildFederatedSchema, operationFromDocument } from '@apollo/federation-internals';
import type { PlanNode, QueryPlan } from '@apollo/query-planner';
import {
  buildSchema,
  type DefinitionNode,
  type FieldNode,
  GraphQLError,
  type SelectionSetNode,
  executeSync,
  Kind,
  OperationTypeNode,
  parse,
  printSchema,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';
import { EVENTS_SUBGRAPH, type LoadedSupergraph } from '#gateway/execution/supergraph.ts';
import type { OperationContext } from '#gateway/execution/caller-context.ts';
import { formatError } from '#shared/graphql/errors.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { EventPayload } from './payload.ts';

/** One payload as the client asked for it. */
export interface HydratedPayload {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLError[];
}

export interface HydrationPlan {
  /** Completes many payloads at once: one fetch a subgraph, however many events. */
  run(
    field: string,
    payloads: readonly EventPayload[],
    variables: Readonly<Record<string, unknown>>,
    context: OperationContext,
  ): Promise<readonly HydratedPayload[]>;
}

export type HydrationPlanner = (document: DocumentNode, operation: OperationDefinitionNode) => HydrationPlan;

/**
 * The stock gateway plans subscriptions and refuses to execute them. So the plan is taken apart: its primary fetch
 * is answered from the events themselves, and the rest runs as an ordinary plan over a batch of them. The batch is
 * a list of `Subscription`, in a schema that has nothing but such a list at its root; a null that climbs out of
 * one payload therefore stops at that payload, exactly as if it had been alone.
 */
export function createHydrationPlanner(supergraph: LoadedSupergraph, log: Logger): HydrationPlanner {
  const batchSdl = `schema { query: ${BATCH} }\ntype ${BATCH} { events: [Subscription] }\n${printSchema(supergraph.apiSchema)}`;
  const batchSchema = buildSchema(batchSdl, { assumeValid: true });
  const federatedBatchSchema = buildFederatedSchema(batchSdl);
  const apiSchema = supergraph.federated.apiSchema();
  const supergraphSchema = supergraph.federated.schema.toGraphQLJSSchema();

  return (document, operation) => {
    const name = operation.name?.value;
    const plan = supergraph.planner.buildQueryPlan(
      operationFromDocument(apiSchema, document, name === undefined ? {} : { operationName: name }),
    );
    if (plan.node?.kind !== 'Subscription') {
      throw new GraphQLError('The root of a subscription must not be conditional.', {
        extensions: { code: 'BAD_USER_INPUT', field: 'query' },
      });
    }
    const { primary, rest } = plan.node;
    const primaryDocument = overBatch(parse(primary.operation), undefined);
    const wholeDocument = overBatch(document, operation);
    const wholeOperation = operationOf(wholeDocument);
    const fetchEvents: PlanNode = {
      kind: 'Fetch',
      serviceName: EVENTS_SUBGRAPH,
      operation: primary.operation,
      operationName: primary.operationName,
      operationKind: OperationTypeNode.QUERY,
    };
    const batchPlan: QueryPlan = {
      kind: 'QueryPlan',
      node:
        rest === undefined ? fetchEvents : { kind: 'Sequence', nodes: [fetchEvents, overEachEvent(rest)] },
    };
    const fragments = Object.fromEntries(
      wholeDocument.definitions
        .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
        .map((node) => [node.name.value, node]),
    );

    return {
      async run(field, payloads, variables, context) {
        const events = executeSync({
          schema: batchSchema,
          document: primaryDocument,
          rootValue: { events: payloads.map((payload) => ({ [field]: payload })) },
          variableValues: variables,
        });
        if (events.errors !== undefined)
          throw new Error('Events do not fit their schema.', { cause: events.errors });
        const dataSources = Object.fromEntries(supergraph.dataSources);
        const result = await executeQueryPlan(
          batchPlan,
          {
            ...dataSources,
            [EVENTS_SUBGRAPH]: { process: () => Promise.resolve({ data: events.data ?? null }) },
          },
          {
            request: { variables },
            context,
            metrics: {},
            // The executor reads nothing else of a request.
          } as unknown as Parameters<typeof executeQueryPlan>[2],
          { schema: batchSchema, operation: wholeOperation, fragments },
          supergraphSchema,
          federatedBatchSchema,
        );
        const completion: unknown = result.extensions?.['valueCompletion'];
        const errors = [
          ...(result.errors ?? []),
          ...(Array.isArray(completion) ? (completion as GraphQLError[]) : []),
        ];
        return apart(payloads.length, result.data, errors, (err) => {
          log.error({ event: 'hydration_defect', requestId: context.caller.requestId, err });
        });
      },
    };
  };
}

const BATCH = 'EventBatch';

/** `subscription { x }` → `query { events { x } }`. Without an operation the document's only one is meant. */
function overBatch(document: DocumentNode, operation: OperationDefinitionNode | undefined): DocumentNode {
  const definitions: DefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) {
      definitions.push(definition);
    } else if (operation === undefined || definition === operation) {
      const events: FieldNode = {
        kind: Kind.FIELD,
        name: { kind: Kind.NAME, value: 'events' },
        selectionSet: definition.selectionSet,
      };
      const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: [events] };
      definitions.push({ ...definition, operation: OperationTypeNode.QUERY, selectionSet });
    }
  }
  return { ...document, definitions };
}

function operationOf(document: DocumentNode): OperationDefinitionNode {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('A document over a batch always holds one operation.');
  return operation;
}

/** The plan's paths begin at the root of a payload; here the root holds a list of payloads. */
function overEachEvent(node: PlanNode): PlanNode {
  switch (node.kind) {
    case 'Flatten':
      return { ...node, path: ['events', '@', ...node.path] };
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map(overEachEvent) };
    case 'Condition':
      return {
        ...node,
        ...(node.ifClause === undefined ? {} : { ifClause: overEachEvent(node.ifClause) }),
        ...(node.elseClause === undefined ? {} : { elseClause: overEachEvent(node.elseClause) }),
      };
    case 'Fetch':
      // A fetch at the root of the rest would have to merge into each payload.
      return { kind: 'Flatten', path: ['events', '@'], node };
    case 'Defer':
      throw new Error('The gateway plans without @defer.');
    default:
      return node satisfies never;
  }
}

/** Each payload with the errors that lie within it; an error that lies nowhere concerns them all. */
function apart(
  count: number,
  data: Readonly<Record<string, unknown>> | null | undefined,
  errors: readonly GraphQLError[],
  onDefect: (error: unknown) => void,
): readonly HydratedPayload[] {
  const events = Array.isArray(data?.['events'])
    ? (data['events'] as (Record<string, unknown> | null)[])
    : [];
  const own = Array.from({ length: count }, (): GraphQLError[] => []);
  for (const error of errors) {
    const { message, path, extensions } = formatError(error, onDefect);
    const [root, index, ...rest] = path ?? [];
    const placed = root === 'events' && typeof index === 'number' && index < count;
    const shown = new GraphQLError(message, { path: placed ? rest : null, extensions: extensions ?? null });
    if (placed) own[index]?.push(shown);
    else for (const list of own) list.push(shown);
  }
  return own.map((list, index) => {
    const payload = events[index] ?? null;
    return list.length === 0 ? { data: payload } : { data: payload, errors: list };
  });
}
