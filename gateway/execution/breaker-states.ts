import type { BreakerState } from '#shared/platform/circuit-breaker.ts';
import type { Subgraph } from './data-source.ts';

/** How the gateway thinks of one process of a subgraph. */
export interface ReplicaBreaker {
  readonly subgraph: string;
  /** Place in the list of the subgraph's URLs, counted from 1: where it is, is nobody's business. */
  readonly replica: number;
  readonly state: BreakerState;
}

/** The state of every circuit breaker. */
export type BreakerStates = () => readonly ReplicaBreaker[];

export function breakerStatesOf(subgraphs: ReadonlyMap<string, Subgraph>): BreakerStates {
  return () =>
    [...subgraphs.values()].flatMap((subgraph) =>
      (subgraph.breakers?.() ?? []).map(({ state }, index) => ({
        subgraph: subgraph.name,
        replica: index + 1,
        state,
      })),
    );
}
