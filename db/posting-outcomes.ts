import type { PostingSource } from '#shared/domain/posting.ts';
import type { TransactionSql } from './client.ts';
import type { StoredEvent } from './feed.ts';

/** What is read of the ledger's `TransactionPosted`. */
interface PostedData {
  readonly reverses?: string;
  readonly source?: PostingSource;
}

/** What is read of the ledger's `PostingRefused`. */
interface RefusedData {
  readonly request: 'POSTING' | 'REVERSAL';
  readonly source: PostingSource;
  readonly attempt: number;
  readonly code: string;
  readonly field?: string;
  readonly message: string;
}

/**
 * Writes down what an event of the ledger's log says of the documents of a subgraph: posted, refused, reversed by
 * whomever. `schema` is the subgraph's, with the tables of `sql/document_postings.sql`. Other events say nothing here.
 */
export async function notePostingOutcome(
  sql: TransactionSql,
  schema: string,
  event: StoredEvent,
): Promise<void> {
  if (event.type === 'TransactionPosted') await notePosted(sql, schema, event);
  else if (event.type === 'PostingRefused') await noteRefused(sql, schema, event);
}

async function notePosted(sql: TransactionSql, schema: string, event: StoredEvent): Promise<void> {
  const { companyId, aggregateId } = event;
  const { source, reverses } = event.data as PostedData;
  const outcomes = sql(`${schema}.posting_outcomes`);
  if (source?.subgraph === schema) {
    const { type, id, purpose } = source;
    await sql`
      /* notePosted */ insert into ${outcomes} (company_id, source_type, source_id, purpose, transaction_id)
      values (${companyId}, ${type}, ${id}, ${purpose}, ${aggregateId})
      on conflict (company_id, source_type, source_id, purpose) do update
        set transaction_id = excluded.transaction_id`;
  } else if (reverses !== undefined) {
    await sql`
      /* noteReversed */ update ${outcomes} set reversed_by = ${aggregateId}
      where company_id = ${companyId} and transaction_id = ${reverses}`;
  }
}

async function noteRefused(
  sql: TransactionSql,
  schema: string,
  { companyId, data, recordedAt }: StoredEvent,
): Promise<void> {
  const { request, source, attempt, code, field = null, message } = data as RefusedData;
  if (source.subgraph !== schema) return;
  const { type, id, purpose } = source;
  await sql`
    /* noteRefused */ insert into ${sql(`${schema}.posting_outcomes`)} (company_id, source_type, source_id, purpose,
      refused_request, refused_attempt, refusal_code, refusal_field, refusal_message, refused_at)
    values (${companyId}, ${type}, ${id}, ${purpose}, ${request}, ${attempt}, ${code}, ${field}, ${message},
      ${recordedAt})
    on conflict (company_id, source_type, source_id, purpose) do update
      set refused_request = excluded.refused_request, refused_attempt = excluded.refused_attempt,
          refusal_code = excluded.refusal_code, refusal_field = excluded.refusal_field,
          refusal_message = excluded.refusal_message, refused_at = excluded.refused_at`;
}
