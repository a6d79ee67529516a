import type { Database } from '#db/client.ts';
import { nameOf, type PostingSource } from '#shared/domain/posting.ts';

/** The document of another subgraph that a transaction was recorded for. */
export interface TransactionSourceRow extends PostingSource {
  readonly transactionId: string;
}

/** The transactions that were recorded for these sources, by `nameOf` the source. */
export async function findAllPosted(
  database: Database,
  companyId: string,
  sources: readonly PostingSource[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = JSON.stringify(sources);
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<(PostingSource & { transactionId: string })[]>`
      /* transactionsOfSources */ select s.subgraph, s.type, s.source_id as id, s.purpose,
        s.transaction_id as "transactionId"
      from json_to_recordset(${wanted}::text::json) as w (subgraph text, type text, id text, purpose text)
      -- Each by the index: a join may read all sources of the company, as one that was planned when there were none does.
      cross join lateral (
        select k.* from ledger.transaction_sources k
        where k.company_id = ${companyId} and k.subgraph = w.subgraph and k.type = w.type and k.source_id = w.id
          and k.purpose = w.purpose
        limit 1) s`,
  );
  return new Map(rows.map((row) => [nameOf(row), row.transactionId]));
}

/** The sources of transactions, for loaders; most transactions have none. */
export function findSources(
  database: Database,
  companyId: string,
  transactionIds: readonly string[],
): Promise<TransactionSourceRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<TransactionSourceRow[]>`
      /* sourcesOfTransactions */ select transaction_id as "transactionId", subgraph, type, source_id as id, purpose
      from ledger.transaction_sources
      where company_id = ${companyId} and transaction_id = any (${[...transactionIds]}::uuid[])`,
  );
}
