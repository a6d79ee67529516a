import type { TransactionSql } from '#db/client.ts';
import { compareRows, type Difference, type Row } from './difference.ts';

/**
 * Compares the table of transactions with the events. Rows are first compared by a digest of all their columns,
 * so that the join stays narrow; those that differ are then read in full.
 */
export async function compareTransactions(
  sql: TransactionSql,
  companyId: string,
  limit: number,
): Promise<Difference[]> {
  const differing = await sql<{ id: string }[]>`
    /* verifyTransactions */ select id
    from (select id, hashtextextended(columns::text, 0) as digest from ${expectedRows(sql, companyId)} x) expected
    full join (select id, hashtextextended(columns::text, 0) as digest from ${actualRows(sql, companyId)} x) actual
      using (id)
    where expected.digest is distinct from actual.digest
    order by id limit ${limit}`;
  if (differing.length === 0) return [];
  const ids = differing.map(({ id }) => id);
  const rows = await sql<{ id: string; expected: Row | null; actual: Row | null }[]>`
    /* verifyTransactionColumns */ select id, expected.columns as expected, actual.columns as actual
    from (select * from ${expectedRows(sql, companyId)} x where id = any (${ids}::uuid[])) expected
    full join (select * from ${actualRows(sql, companyId)} x where id = any (${ids}::uuid[])) actual using (id)
    order by id`;
  return rows
    .flatMap(({ id, expected, actual }) =>
      compareRows('ledger.transactions', id, expected ?? undefined, actual ?? undefined),
    )
    .slice(0, limit);
}

/** Columns as the events make them. The content is in the first event; later ones move the status on. */
function expectedRows(sql: TransactionSql, companyId: string) {
  return sql`(
    with step as materialized (
      select aggregate_id, version, event_type, recorded_at, published_seq, document_series, document_number,
             metadata ->> 'userId' as user_id, data ->> 'reversedBy' as reversed_by
      from ledger.event_store
      where company_id = ${companyId} and aggregate_type = 'Transaction' and version > 1
    )
    select e.aggregate_id as id, json_build_object(
      'status', case when reversed.version is not null then 'REVERSED' when posted.version is not null then 'POSTED'
                     when e.event_type = 'TransactionPosted' then 'POSTED'
                     when approved.version is not null then 'APPROVED' else 'DRAFT' end,
      'transaction_date', d.date::text,
      'description', d.description,
      'reference', d.reference,
      'total_gel', d."totalGel"::text,
      'entries', encode(sha256(convert_to(d.entries::text, 'UTF8')), 'hex'),
      'attachments', encode(sha256(convert_to(coalesce(d.attachments::text, '[]'), 'UTF8')), 'hex'),
      'seq', coalesce(posted.published_seq, e.published_seq)::text,
      'document_year', coalesce(posted.document_series, e.document_series),
      'document_number', coalesce(posted.document_number, e.document_number)::text,
      'reverses_id', d.reverses,
      'reversal_reason', d."reversalReason",
      'reversed_by_id', reversed.reversed_by,
      'version', coalesce(reversed.version, posted.version, approved.version, 1)::text,
      'created_at', e.recorded_at::text,
      'created_by', e.metadata ->> 'userId',
      'approved_at', coalesce(approved.recorded_at, case when at_once then e.recorded_at end)::text,
      'approved_by', coalesce(approved.user_id, case when at_once then e.metadata ->> 'userId' end),
      'posted_at', coalesce(posted.recorded_at, case when at_once then e.recorded_at end)::text,
      'posted_by', coalesce(posted.user_id, case when at_once then e.metadata ->> 'userId' end)
    ) as columns
    from ledger.event_store e
    cross join lateral json_to_record(e.data)
      as d(date date, description text, reference text, "totalGel" numeric(19, 2), entries json, attachments json,
           reverses text, "reversalReason" text)
    cross join lateral (select e.event_type = 'TransactionPosted' as at_once) o
    left join step approved on approved.aggregate_id = e.aggregate_id and approved.event_type = 'TransactionApproved'
    left join step posted on posted.aggregate_id = e.aggregate_id and posted.event_type = 'TransactionPosted'
    left join step reversed on reversed.aggregate_id = e.aggregate_id and reversed.event_type = 'TransactionReversed'
    where e.company_id = ${companyId} and e.aggregate_type = 'Transaction' and e.version = 1)`;
}

function actualRows(sql: TransactionSql, companyId: string) {
  return sql`(
    select id, json_build_object(
      'status', status,
      'transaction_date', transaction_date::text,
      'description', description,
      'reference', reference,
      'total_gel', total_gel::text,
      'entries', encode(sha256(convert_to(entries::text, 'UTF8')), 'hex'),
      'attachments', encode(sha256(convert_to(attachments::text, 'UTF8')), 'hex'),
      'seq', seq::text,
      'document_year', document_year::text,
      'document_number', document_number::text,
      'reverses_id', reverses_id::text,
      'reversal_reason', reversal_reason,
      'reversed_by_id', reversed_by_id::text,
      'version', version::text,
      'created_at', created_at::text,
      'created_by', created_by::text,
      'approved_at', approved_at::text,
      'approved_by', approved_by::text,
      'posted_at', posted_at::text,
      'posted_by', posted_by::text
    ) as columns
    from ledger.transactions where company_id = ${companyId})`;
}
