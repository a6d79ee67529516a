import type { GraphQLSchema } from 'graphql';
import type { DependencyHealth } from '#shared/platform/health.ts';
import type { Caller } from '#shared/platform/principal.ts';
import type { FileSource } from './file-desk.ts';

/** Header that tells a subgraph for how many milliseconds its answer is still waited for. */
export const REMAINING_HEADER = 'x-davtari-remaining-ms';

/** Header of a refusal by a subgraph that is stopping: it has not begun with the call, which may go elsewhere. */
export const NOT_BEGUN_HEADER = 'x-davtari-not-begun';

/** Header of each answer of a subgraph that was told to stop: whoever can ask another process does so from now on. */
export const LEAVING_HEADER = 'x-davtari-leaving';

/**
 * A subgraph that is ready to answer. The same object serves calls in process and, wrapped by
 * `serveSubgraph`, over HTTP.
 */
export interface SubgraphRuntime {
  readonly name: string;
  /** Executable federated schema, `_entities` and `_service` included; made when it is first asked for. */
  readonly schema: GraphQLSchema;
  /** A fresh context for one operation: who asks, loaders, log, database. */
  createContext(caller: Caller): object;
  /** Files that it hands out by links. */
  readonly files?: FileSource;
  health(): Promise<readonly DependencyHealth[]>;
  /** Finishes what is in flight, then lets go of connections. */
  close(): Promise<void>;
}
