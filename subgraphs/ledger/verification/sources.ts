import type { TransactionSql } from '#db/client.ts';
import { compareRows, type Difference, type Row } from './difference.ts';

/** Compares the documents that transactions were recorded for with what the events say of them. */
export async function compareSources(
  sql: TransactionSql,
  companyId: string,
  limit: number,
): Promise<Difference[]> {
  const rows = await sql<{ id: string; expected: Row | null; actual: Row | null }[]>`
    /* verifySources */ with expected as (
      select e.aggregate_id as id, s.subgraph, s.type, s.id as source_id, s.purpose
      from ledger.event_store e,
        json_to_record(e.data -> 'source') as s(subgraph text, type text, id text, purpose text)
      where e.company_id = ${companyId} and e.event_type = 'TransactionPosted' and e.data -> 'source' is not null
    ), actual as (
      select transaction_id as id, subgraph, type, source_id, purpose
      from ledger.transaction_sources where company_id = ${companyId}
    )
    select id,
      case when e.type is not null then json_build_object(
        'subgraph', e.subgraph, 'type', e.type, 'source_id', e.source_id, 'purpose', e.purpose) end as expected,
      case when a.type is not null then json_build_object(
        'subgraph', a.subgraph, 'type', a.type, 'source_id', a.source_id, 'purpose', a.purpose) end as actual
    from expected e full join actual a using (id)
    where (e.subgraph, e.type, e.source_id, e.purpose) is distinct from (a.subgraph, a.type, a.source_id, a.purpose)
    order by id limit ${limit}`;
  return rows.flatMap(({ id, expected, actual }) =>
    compareRows('ledger.transaction_sources', id, expected ?? undefined, actual ?? undefined),
  );
}
