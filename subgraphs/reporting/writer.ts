import type { Database } from '#db/client.ts';
import { createSubgraphWriter, type SubgraphWriter } from '#db/subgraph-writer.ts';
import type { ReportingFacts } from './facts.ts';
import { loadReportingFacts } from './reference.ts';
import { SCHEMA } from './schema.ts';

/** What commands of reporting write through: how statements are mapped, never the books. */
export type ReportingWriter = SubgraphWriter<ReportingFacts>;

export function createReportingWriter(database: Database): ReportingWriter {
  return createSubgraphWriter<ReportingFacts>({
    database,
    schema: SCHEMA,
    loadFacts: (companyId) => loadReportingFacts(database, companyId),
    constraints: {},
  });
}
