import { specifiedRules, validate, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { SupergraphHolder } from '#gateway/composition/holder.ts';
import type { LoadedSupergraph } from '#gateway/execution/supergraph.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { variableFaults } from '#shared/graphql/input-faults.ts';
import type { Logger } from '#shared/platform/log.ts';
import { readArguments, type SubscriptionArguments } from './arguments.ts';
import { createHydrationPlanner, type HydrationPlan, type HydrationPlanner } from './hydration-plan.ts';

const REMEMBERED_PLANS = 500;

/** An operation as it stands in requests, however often it is asked for. */
export interface PlannedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly queryHash: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A subscription read and planned by one supergraph. */
export interface Planned extends SubscriptionArguments {
  readonly supergraph: LoadedSupergraph;
  readonly plan: HydrationPlan;
  /** Tells apart what subscribers do not share: operation, variables and supergraph. */
  readonly key: string;
}

/** Plans subscriptions by the supergraph of the moment. */
export class Planner {
  readonly #supergraphs: Pick<SupergraphHolder, 'current'>;
  readonly #log: Logger;
  readonly #plans = new LRUCache<string, HydrationPlan>({ max: REMEMBERED_PLANS });
  #supergraph: LoadedSupergraph | undefined;
  #planner: HydrationPlanner | undefined;
  #edition = 0;

  constructor(supergraphs: Pick<SupergraphHolder, 'current'>, log: Logger) {
    this.#supergraphs = supergraphs;
    this.#log = log;
  }

  get current(): LoadedSupergraph {
    return this.#supergraphs.current();
  }

  plan({ document, operation, queryHash, variables }: PlannedOperation): Planned {
    const supergraph = this.current;
    if (this.#supergraph !== supergraph || this.#planner === undefined) {
      this.#supergraph = supergraph;
      this.#planner = createHydrationPlanner(supergraph, this.#log);
      this.#plans.clear();
      this.#edition += 1;
    }
    const given = readArguments(supergraph.apiSchema, document, operation, variables);
    const planKey = `${queryHash}:${operation.name?.value ?? ''}`;
    const plan = this.#plans.get(planKey) ?? this.#planner(document, operation);
    this.#plans.set(planKey, plan);
    const key = `${this.#edition}|${planKey}|${JSON.stringify(given.variables)}`;
    return { ...given, supergraph, plan, key };
  }

  /** Plans anew when the supergraph has been swapped since. Throws when the operation does not fit the new one. */
  renewed(planned: Planned, asked: PlannedOperation): Planned {
    const supergraph = this.current;
    if (planned.supergraph === supergraph) return planned;
    const { document, operation, variables } = asked;
    const faults = [
      ...validate(supergraph.apiSchema, document, specifiedRules),
      ...variableFaults(supergraph.apiSchema, document, operation.name?.value, variables),
    ];
    if (faults[0] === undefined) return this.plan(asked);
    throw new DomainError(
      'BAD_USER_INPUT',
      `The schema has changed, and this operation does not fit it any more: ${faults[0].message}`,
      { field: 'query', reason: 'SCHEMA_CHANGED' },
    );
  }
}
