import type { TransactionSql } from '#db/client.ts';
import { compareRows, type Difference, type Row } from './difference.ts';

/** Compares what was matched, and what of it was ended, with what the events say of it. */
export async function compareMatchings(
  sql: TransactionSql,
  companyId: string,
  limit: number,
): Promise<Difference[]> {
  const rows = await sql<{ id: string; expected: Row | null; actual: Row | null }[]>`
    /* verifyMatchings */ with ended as (
      select e.data ->> 'matchingId' as id, e.data ->> 'reason' as reason, e.data ->> 'on' as ended_on,
        e.data ->> 'reversalTransactionId' as reversal_id
      from ledger.event_store e where e.company_id = ${companyId} and e.event_type = 'ItemsUnmatched'
    ), expected as (
      select e.data ->> 'matchingId' as id, e.data ->> 'accountId' as account_id,
        e.data ->> 'counterpartyId' as counterparty_id, e.data ->> 'currency' as currency, e.data ->> 'date' as date,
        (e.data ->> 'amount')::numeric(19, 4)::text as amount,
        (e.data ->> 'differenceGel')::numeric(19, 2)::text as difference_gel, u.reason as unmatch_reason,
        e.data ->> 'differenceTransactionId' as difference_transaction_id, u.reversal_id as reversal_transaction_id,
        u.ended_on,
        (select string_agg(concat_ws(' ', i."transactionId", i.line, r."revaluationId", r."amountGel"::numeric(19, 2)),
             ', ' order by i."transactionId", i.line, r."revaluationId")
           from json_to_recordset(e.data -> 'items') as i("transactionId" uuid, line int, revalued json),
             json_to_recordset(i.revalued) as r("revaluationId" uuid, "amountGel" numeric)) as revalued,
        (select string_agg(concat_ws(' ', i."transactionId", i.line, i.side, i.amount::numeric(19, 4),
             i."amountGel"::numeric(19, 2), u.id is null,
             u.ended_on), ', ' order by i."transactionId", i.line)
           from json_to_recordset(e.data -> 'items')
             as i("transactionId" uuid, line int, side text, amount numeric, "amountGel" numeric)) as items
      from ledger.event_store e left join ended u on u.id = e.data ->> 'matchingId'
      where e.company_id = ${companyId} and e.event_type = 'ItemsMatched'
    ), actual as (
      select m.id::text, m.account_id::text, m.counterparty_id::text, m.currency, m.date::text, m.amount::text,
        m.difference_gel::text, m.unmatch_reason, m.difference_transaction_id::text, m.reversal_transaction_id::text,
        m.ended_on::text,
        (select string_agg(concat_ws(' ', r.transaction_id, r.line, r.revaluation_id, r.amount_gel), ', '
             order by r.transaction_id, r.line, r.revaluation_id)
           from ledger.matched_revaluations r where r.company_id = m.company_id and r.matching_id = m.id) as revalued,
        (select string_agg(concat_ws(' ', i.transaction_id, i.line, i.side, i.amount, i.amount_gel, i.is_active,
             i.ended_on), ', '
             order by i.transaction_id, i.line)
           from ledger.matched_items i where i.company_id = m.company_id and i.matching_id = m.id) as items
      from ledger.matchings m where m.company_id = ${companyId}
    )
    select coalesce(e.id, a.id) as id,
      case when e.id is not null then to_json(e) end as expected,
      case when a.id is not null then to_json(a) end as actual
    from expected e full join actual a on a.id = e.id
    where e is distinct from a
    order by 1 limit ${limit}`;
  return rows.flatMap(({ id, expected, actual }) =>
    compareRows('ledger.matchings', id, expected ?? undefined, actual ?? undefined),
  );
}
