import type { Database } from '#db/client.ts';
import type { PostingSource } from '#shared/domain/posting.ts';

/** The document of another subgraph that a transaction was recorded for. */
export interface TransactionSourceRow extends PostingSource {
  readonly transactionId: string;
}

/** The transaction that was recorded for a source; null when none was. */
export async function findPosted(
  database: Database,
  companyId: string,
  { subgraph, type, id, purpose }: PostingSource,
): Promise<string | null> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<{ id: string }[]>`
      /* transactionOfSource */ select transaction_id as id from ledger.transaction_sources
      where company_id = ${companyId} and subgraph = ${subgraph} and type = ${type} and source_id = ${id}
        and purpose = ${purpose}`,
  );
  return row?.id ?? null;
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
