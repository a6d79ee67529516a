import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { assertValidSchema } from 'graphql';
import { executeSubgraph, type SubgraphRequest, type SubgraphResponse } from '#shared/graphql/execute.ts';
import type { SubgraphRuntime } from '#shared/graphql/runtime.ts';
import type { DependencyHealth } from '#shared/platform/health.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { OperationContext } from './caller-context.ts';
import type { ReplicaState } from './replicas.ts';
import { withoutRepeats } from './representations.ts';

/** Whether a fetch only reads. Plans write the kind of a change at the beginning of its text. */
export function isRead({ isRead: known, query }: SubgraphFetch): boolean {
  return known ?? !query.startsWith('mutation');
}

/** One fetch of a plan. */
export interface SubgraphFetch extends SubgraphRequest {
  /** The client's operation that it belongs to, as an object: equal reads of one operation share an answer. */
  readonly operation?: object;
  /** Whether repeating it changes nothing. Without it the text tells, which the planner makes. */
  readonly isRead?: boolean;
}

/** A subgraph as the gateway sees it, wherever it runs. */
export interface Subgraph {
  readonly name: string;
  run(request: SubgraphFetch): Promise<SubgraphResponse>;
  health(): Promise<readonly DependencyHealth[]>;
  /** How the processes of the subgraph are thought of; one of this very process has no breaker. */
  breakers?(): readonly ReplicaState[];
  close(): Promise<void>;
}

/** A subgraph of this very process. Its owner closes it. */
export function inProcessSubgraph(runtime: SubgraphRuntime, log: Logger): Subgraph {
  // Faults of the schema show now, and nobody's first question waits until it is made.
  assertValidSchema(runtime.schema);
  return {
    name: runtime.name,
    run: (request) => executeSubgraph(runtime, request, log),
    health: () => runtime.health(),
    close: () => Promise.resolve(),
  };
}

/** Lets the stock plan executor call a subgraph. */
export function dataSourceFor(subgraph: Subgraph): GraphQLDataSource {
  return {
    async process(options: GraphQLDataSourceProcessOptions) {
      const { query, operationName } = options.request;
      if (query === undefined) throw new Error('A query plan always holds the text of its fetches.');
      const operation = options.context as OperationContext;
      const { caller } = operation;
      const { variables, spread } = withoutRepeats(options.request.variables ?? {});
      const answer = spread(await subgraph.run({ query, variables, operationName, caller, operation }));
      return answer;
    },
  };
}
