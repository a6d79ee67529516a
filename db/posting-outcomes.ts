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
 * Writes down what events of the ledger's log, in its order, say of the documents of a subgraph: posted, refused, reversed
 * by whomever. `schema` is the subgraph's, with the tables of `sql/document_postings.sql`. Other events say nothing here.
 */
export async function notePostingOutcomes(
  sql: TransactionSql,
  schema: string,
  events: readonly StoredEvent[],
): Promise<void> {
  // Postings that follow one another are written down at once, before anything else is said of them.
  let posted = new Map<string, Posted>();
  const write = async (): Promise<void> => {
    const rows = [...posted.values()];
    posted = new Map();
    await notePosted(sql, schema, rows);
  };
  for (const event of events) {
    if (event.type === 'PostingRefused') {
      await write();
      await noteRefused(sql, schema, event);
    } else if (event.type === 'TransactionPosted') {
      const { source, reverses } = event.data as PostedData;
      if (source?.subgraph === schema)
        posted.set(`${source.type} ${source.id} ${source.purpose}`, { event, source });
      else if (reverses !== undefined) {
        await write();
        await noteReversed(sql, schema, event, reverses);
      }
    }
  }
  await write();
}

interface Posted {
  readonly event: StoredEvent;
  readonly source: PostingSource;
}

async function notePosted(sql: TransactionSql, schema: string, posted: readonly Posted[]): Promise<void> {
  if (posted.length === 0) return;
  const rows = posted.map(({ event: { companyId, aggregateId }, source: { type, id, purpose } }) => ({
    company_id: companyId,
    source_type: type,
    source_id: id,
    purpose,
    transaction_id: aggregateId,
  }));
  await sql`
    /* notePosted */ insert into ${sql(`${schema}.posting_outcomes`)} (company_id, source_type, source_id, purpose,
      transaction_id)
    select company_id, source_type, source_id, purpose, transaction_id
    from json_to_recordset(${JSON.stringify(rows)}::text::json)
      as r(company_id uuid, source_type text, source_id text, purpose text, transaction_id uuid)
    on conflict (company_id, source_type, source_id, purpose) do update
      set transaction_id = excluded.transaction_id`;
}

async function noteReversed(
  sql: TransactionSql,
  schema: string,
  { companyId, aggregateId }: StoredEvent,
  reverses: string,
): Promise<void> {
  await sql`
    /* noteReversed */ update ${sql(`${schema}.posting_outcomes`)} set reversed_by = ${aggregateId}
    where company_id = ${companyId} and transaction_id = ${reverses}`;
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
