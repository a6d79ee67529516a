import type { ConstraintTable, Database } from '#db/client.ts';
import { createSubgraphWriter, type SubgraphWriter } from '#db/subgraph-writer.ts';
import type { TaxFacts } from './facts.ts';
import { loadTaxFacts } from './reference.ts';
import { SCHEMA } from './schema.ts';

/** What commands of tax write through. */
export type TaxWriter = SubgraphWriter<TaxFacts>;

/**
 * The guards of the database and the refusals that they mean. The rules refuse first and name the field; these are for
 * races and for whatever reached the tables by another way.
 */
const CONSTRAINTS: ConstraintTable = {};

export function createTaxWriter(database: Database): TaxWriter {
  return createSubgraphWriter<TaxFacts>({
    database,
    schema: SCHEMA,
    loadFacts: (companyId) => loadTaxFacts(database, companyId),
    constraints: CONSTRAINTS,
  });
}
