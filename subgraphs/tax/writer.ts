import { loadAggregate, type AggregateKind } from '#db/aggregates.ts';
import type { ConstraintTable, Database } from '#db/client.ts';
import { asWritten } from '#db/upcast.ts';
import { WritePath } from '#db/write-path.ts';
import type { TaxFacts } from './facts.ts';
import { loadTaxFacts } from './reference.ts';
import { SCHEMA } from './schema.ts';

/** What commands of tax write through. */
export interface TaxWriter {
  readonly database: Database;
  readonly writePath: WritePath<TaxFacts>;
  /** The state of one aggregate, folded from its events. */
  load<State extends { readonly version: number }, Event>(
    companyId: string,
    aggregateId: string,
    kind: AggregateKind<State, Event>,
  ): Promise<State>;
}

/**
 * The guards of the database and the refusals that they mean. The rules refuse first and name the field; these are for
 * races and for whatever reached the tables by another way.
 */
const CONSTRAINTS: ConstraintTable = {};

export function createTaxWriter(database: Database): TaxWriter {
  return {
    database,
    writePath: new WritePath<TaxFacts>({
      database,
      schema: SCHEMA,
      loadFacts: (companyId) => loadTaxFacts(database, companyId),
      constraints: CONSTRAINTS,
    }),
    load: (companyId, aggregateId, kind) =>
      loadAggregate(database, SCHEMA, companyId, aggregateId, kind, asWritten),
  };
}
