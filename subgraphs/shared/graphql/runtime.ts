import type { GraphQLSchema } from 'graphql';
import type { Caller } from '#shared/platform/principal.ts';

export interface DependencyHealth {
  readonly name: string;
  readonly status: 'up' | 'down';
  /** Milliseconds that the probe took. */
  readonly latencyMs: number;
  readonly error?: string;
}

/**
 * A subgraph that is ready to answer. The same object serves calls in process and, wrapped by
 * `serveSubgraph`, over HTTP.
 */
export interface SubgraphRuntime {
  readonly name: string;
  /** Executable federated schema, `_entities` and `_service` included. */
  readonly schema: GraphQLSchema;
  /** A fresh context for one operation: who asks, loaders, log, database. */
  createContext(caller: Caller): object;
  health(): Promise<readonly DependencyHealth[]>;
  /** Finishes what is in flight, then lets go of connections. */
  close(): Promise<void>;
}
