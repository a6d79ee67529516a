import type { TransactionSql } from '#db/client.ts';
import { compareRows, type Difference, type Row } from './difference.ts';

/** Compares revaluations, with their rates, lines and shares of items, with what the events say of them. */
export async function compareRevaluations(
  sql: TransactionSql,
  companyId: string,
  limit: number,
): Promise<Difference[]> {
  const rows = await sql<{ id: string; expected: Row | null; actual: Row | null }[]>`
    /* verifyRevaluations */ with expected as (
      select e.aggregate_id::text as id, e.data ->> 'date' as date, e.data ->> 'reversal' as reversal,
        e.data ->> 'transactionId' as transaction_id, e.data ->> 'reversalTransactionId' as reversal_transaction_id,
        coalesce((select max(s.published_seq) from ledger.event_store s
                  where s.company_id = e.company_id and s.seq < e.seq), 0)::text as known_seq,
        w.data ->> 'reason' as withdraw_reason,
        (select string_agg(concat_ws(' ', r.currency, r.rate::numeric(25, 10), r.source, r."validFrom", r.reason,
                                     w.seq is null), ', ' order by r.currency)
           from json_to_recordset(e.data -> 'rates')
             as r(currency text, rate numeric, source text, "validFrom" date, reason text)) as rates,
        (select string_agg(concat_ws(' ', l.line, l."accountId", l.currency, l."counterpartyId",
                                     l.amount::numeric(24, 4), l."carryingGel"::numeric(22, 2),
                                     l."revaluedGel"::numeric(22, 2)), ', ' order by l.line)
           from json_to_recordset(e.data -> 'lines')
             as l(line int, "accountId" uuid, currency text, "counterpartyId" uuid, amount numeric,
                  "carryingGel" numeric, "revaluedGel" numeric)) as lines,
        (select string_agg(concat_ws(' ', i."transactionId", i.line, i."of", i.side, i.open::numeric(19, 4),
                                     i."carryingGel"::numeric(19, 2), i."revaluedGel"::numeric(19, 2)), ', '
                           order by i."transactionId", i.line)
           from json_to_recordset(e.data -> 'items')
             as i("transactionId" uuid, line int, "of" int, side text, open numeric, "carryingGel" numeric,
                  "revaluedGel" numeric)) as items
      from ledger.event_store e
      left join ledger.event_store w on w.company_id = e.company_id and w.aggregate_id = e.aggregate_id
        and w.event_type = 'RevaluationWithdrawn'
      where e.company_id = ${companyId} and e.event_type = 'RevaluationRecorded'
    ), actual as (
      select v.id::text, v.date::text, v.reversal, v.transaction_id::text, v.reversal_transaction_id::text,
        v.known_seq::text, v.withdraw_reason,
        (select string_agg(concat_ws(' ', r.currency, r.rate, r.source, r.valid_from, r.reason, r.is_in_force), ', '
                           order by r.currency)
           from ledger.revaluation_rates r
           where r.company_id = v.company_id and r.revaluation_id = v.id) as rates,
        (select string_agg(concat_ws(' ', l.line, l.account_id, l.currency, l.counterparty_id, l.amount, l.carrying_gel,
                                     l.revalued_gel), ', ' order by l.line)
           from ledger.revaluation_lines l
           where l.company_id = v.company_id and l.revaluation_id = v.id) as lines,
        (select string_agg(concat_ws(' ', i.transaction_id, i.line, i.revaluation_line, i.side, i.open, i.carrying_gel,
                                     i.revalued_gel), ', ' order by i.transaction_id, i.line)
           from ledger.revaluation_items i
           where i.company_id = v.company_id and i.revaluation_id = v.id) as items
      from ledger.revaluations v where v.company_id = ${companyId}
    )
    select coalesce(e.id, a.id) as id,
      case when e.id is not null then to_json(e) end as expected,
      case when a.id is not null then to_json(a) end as actual
    from expected e full join actual a on a.id = e.id
    where e is distinct from a
    order by 1 limit ${limit}`;
  return rows.flatMap(({ id, expected, actual }) =>
    compareRows('ledger.revaluations', id, expected ?? undefined, actual ?? undefined),
  );
}
