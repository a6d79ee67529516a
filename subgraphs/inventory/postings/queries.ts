import type { Database } from '#db/client.ts';

/** What a document asked the ledger to post, and what became of it: a row of the view `inventory.postings`. */
export interface PostingRow {
  readonly id: string;
  readonly documentType: string;
  readonly documentId: string;
  readonly purpose: string;
  readonly date: string;
  readonly attempt: number;
  readonly state:
    'REQUESTED' | 'POSTED' | 'REFUSED' | 'REVERSAL_REQUESTED' | 'REVERSAL_REFUSED' | 'REVERSED' | 'WITHDRAWN';
  readonly transactionId: string | null;
  readonly reversedBy: string | null;
  readonly refusalCode: string | null;
  readonly refusalField: string | null;
  readonly refusalMessage: string | null;
  readonly refusedAt: string | null;
}

/** All postings of these documents, whatever their kind, in the order of their requests. */
export function findPostings(
  database: Database,
  companyId: string,
  documentIds: readonly string[],
): Promise<PostingRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<PostingRow[]>`
      /* inventoryPostings */
      select id, source_type as "documentType", source_id as "documentId", purpose, date, attempt, state,
        transaction_id as "transactionId", reversed_by as "reversedBy", refusal_code as "refusalCode",
        refusal_field as "refusalField", refusal_message as "refusalMessage", refused_at as "refusedAt"
      from inventory.postings
      where company_id = ${companyId} and source_id = any (${[...documentIds]}::text[])
      order by source_id, requested_at, id`,
  );
}
