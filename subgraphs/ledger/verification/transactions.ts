import { createHash } from 'node:crypto';
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
    from (select id, digest from ${expectedRows(sql, companyId)} x) expected
    full join (select id, digest from ${actualRows(sql, companyId)} x) actual using (id)
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
      compareRows('ledger.transactions', id, abridged(expected), abridged(actual)),
    )
    .slice(0, limit);
}

/** Columns of the table: how they follow from the events, and how they stand in the row. All as text. */
const COLUMNS: Readonly<Record<string, readonly [expected: string, actual: string]>> = {
  status: [
    `case when reversed.version is not null then 'REVERSED' when posted.version is not null or at_once then 'POSTED'
          when approved.version is not null then 'APPROVED' else 'DRAFT' end`,
    'status',
  ],
  transaction_date: ['d.date::text', 'transaction_date::text'],
  description: ['d.description', 'description'],
  reference: ['d.reference', 'reference'],
  total_gel: ['d."totalGel"::text', 'total_gel::text'],
  entries: ['d.entries::text', 'entries::text'],
  attachments: [`coalesce(d.attachments::text, '[]')`, 'attachments::text'],
  seq: ['coalesce(posted.published_seq, e.published_seq)::text', 'seq::text'],
  document_year: ['coalesce(posted.document_series, e.document_series)', 'document_year::text'],
  document_number: ['coalesce(posted.document_number, e.document_number)::text', 'document_number::text'],
  reverses_id: ['d.reverses', 'reverses_id::text'],
  reversal_reason: ['d."reversalReason"', 'reversal_reason'],
  reversed_by_id: ['reversed.reversed_by', 'reversed_by_id::text'],
  version: ['coalesce(reversed.version, posted.version, approved.version, 1)::text', 'version::text'],
  created_at: ['e.recorded_at::text', 'created_at::text'],
  created_by: ['u.id', 'created_by::text'],
  approved_at: [
    'coalesce(approved.recorded_at, case when at_once then e.recorded_at end)::text',
    'approved_at::text',
  ],
  approved_by: ['coalesce(approved.user_id, case when at_once then u.id end)', 'approved_by::text'],
  posted_at: [
    'coalesce(posted.recorded_at, case when at_once then e.recorded_at end)::text',
    'posted_at::text',
  ],
  posted_by: ['coalesce(posted.user_id, case when at_once then u.id end)', 'posted_by::text'],
};

/** `digest` and `columns`; PostgreSQL computes only the one that is asked for. */
function select(sql: TransactionSql, side: 0 | 1) {
  const columns = Object.entries(COLUMNS).map(([name, expressions]) => ({
    name,
    expression: expressions[side],
  }));
  const row = columns.map(({ expression }) => expression).join(', ');
  const object = columns.map(({ name, expression }) => `'${name}', ${expression}`).join(', ');
  return sql.unsafe(
    `hash_record_extended(row(${row}), 0) as digest, json_build_object(${object}) as columns`,
  );
}

/** Rows as the events make them. The content is in the first event; later ones move the status on. */
function expectedRows(sql: TransactionSql, companyId: string) {
  return sql`(
    with step as materialized (
      select aggregate_id, version, event_type, recorded_at, published_seq, document_series, document_number,
             metadata ->> 'userId' as user_id, data ->> 'reversedBy' as reversed_by
      from ledger.event_store
      where company_id = ${companyId} and aggregate_type = 'Transaction' and version > 1
    )
    select e.aggregate_id as id, ${select(sql, 0)}
    from ledger.event_store e
    cross join lateral json_to_record(e.data)
      as d(date date, description text, reference text, "totalGel" numeric(19, 2), entries json, attachments json,
           reverses text, "reversalReason" text)
    cross join lateral (select e.event_type = 'TransactionPosted' as at_once) o
    cross join lateral (select e.metadata ->> 'userId' as id) u
    left join step approved on approved.aggregate_id = e.aggregate_id and approved.event_type = 'TransactionApproved'
    left join step posted on posted.aggregate_id = e.aggregate_id and posted.event_type = 'TransactionPosted'
    left join step reversed on reversed.aggregate_id = e.aggregate_id and reversed.event_type = 'TransactionReversed'
    where e.company_id = ${companyId} and e.aggregate_type = 'Transaction' and e.version = 1)`;
}

function actualRows(sql: TransactionSql, companyId: string) {
  return sql`(select id, ${select(sql, 1)} from ledger.transactions where company_id = ${companyId})`;
}

/** Entries may be long: their digest stands for them. */
function abridged(row: Row | null): Row | undefined {
  if (row === null) return undefined;
  const digest = (text: string | null | undefined) =>
    `sha256 ${createHash('sha256')
      .update(text ?? '')
      .digest('hex')}`;
  return { ...row, entries: digest(row['entries']), attachments: digest(row['attachments']) };
}
