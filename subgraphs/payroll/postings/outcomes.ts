import type { TransactionSql } from '#db/client.ts';
import type { StoredEvent } from '#db/feed.ts';
import type { PostingSource } from '#shared/domain/posting.ts';
import { SCHEMA } from '../schema.ts';

/** Writes down that what payroll asked for was posted, or that its transaction was reversed, by whomever. */
export async function notePosted(
  sql: TransactionSql,
  { companyId, aggregateId, data }: StoredEvent,
): Promise<void> {
  const { source, reverses } = data as { readonly source?: PostingSource; readonly reverses?: string };
  if (source?.subgraph === SCHEMA) {
    const { type, id, purpose } = source;
    await sql`
      /* notePosted */ insert into payroll.posting_outcomes (company_id, source_type, source_id, purpose, transaction_id)
      values (${companyId}, ${type}, ${id}, ${purpose}, ${aggregateId})
      on conflict (company_id, source_type, source_id, purpose) do update
        set transaction_id = excluded.transaction_id`;
  } else if (reverses !== undefined) {
    await sql`
      /* noteReversed */ update payroll.posting_outcomes set reversed_by = ${aggregateId}
      where company_id = ${companyId} and transaction_id = ${reverses}`;
  }
}

/** Writes down why the ledger refused. */
export async function noteRefused(
  sql: TransactionSql,
  { companyId, data, recordedAt }: StoredEvent,
): Promise<void> {
  const { source, attempt, code, field, message } = data as {
    readonly source: PostingSource;
    readonly attempt: number;
    readonly code: string;
    readonly field?: string;
    readonly message: string;
  };
  if (source.subgraph !== SCHEMA) return;
  const { type, id, purpose } = source;
  await sql`
    /* noteRefused */ insert into payroll.posting_outcomes (company_id, source_type, source_id, purpose, refused_attempt,
      refusal_code, refusal_field, refusal_message, refused_at)
    values (${companyId}, ${type}, ${id}, ${purpose}, ${attempt}, ${code}, ${field ?? null}, ${message}, ${recordedAt})
    on conflict (company_id, source_type, source_id, purpose) do update
      set refused_attempt = excluded.refused_attempt, refusal_code = excluded.refusal_code,
          refusal_field = excluded.refusal_field, refusal_message = excluded.refusal_message,
          refused_at = excluded.refused_at`;
}
