import { loadAggregate, type AggregateKind } from './aggregates.ts';
import type { Database } from './client.ts';
import { asWritten, type Upcast } from './upcast.ts';
import { WritePath, type VersionedFacts, type WritePathOptions } from './write-path.ts';

/** What the commands of a subgraph write through. */
export interface SubgraphWriter<Facts extends VersionedFacts> {
  readonly database: Database;
  readonly writePath: WritePath<Facts>;
  /** The state of one aggregate, folded from its events. */
  load<State extends { readonly version: number }, Event>(
    companyId: string,
    aggregateId: string,
    kind: AggregateKind<State, Event>,
  ): Promise<State>;
}

/** The writer of a subgraph with a log of its own; `upcast` raises events of older versions. */
export function createSubgraphWriter<Facts extends VersionedFacts>(
  options: WritePathOptions<Facts>,
  upcast: Upcast = asWritten,
): SubgraphWriter<Facts> {
  const { database, schema } = options;
  return {
    database,
    writePath: new WritePath<Facts>(options),
    load: (companyId, aggregateId, kind) =>
      loadAggregate(database, schema, companyId, aggregateId, kind, upcast),
  };
}
