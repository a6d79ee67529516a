import type { TransactionSql } from '#db/client.ts';
import { compareRows, type Difference, type Row } from './difference.ts';

/** Compares entries that can settle each other, and the days from which they are settled, with the journal and the matchings. */
export async function compareCounterpartyItems(
  sql: TransactionSql,
  companyId: string,
  limit: number,
): Promise<Difference[]> {
  const rows = await sql<{ key: string; expected: Row | null; actual: Row | null }[]>`
    /* verifyCounterpartyItems */ with expected as (
      select j.transaction_id, j.line, j.account_id, j.counterparty_id, j.transaction_date::text, j.seq::text,
        (j.debit + j.credit)::text as amount,
        (case when m.amount >= j.debit + j.credit then m.date end)::text as settled_on
      from ledger.journal_entries j
      left join (
        select transaction_id, line, sum(amount) as amount, max(date) as date
        from ledger.matched_items where company_id = ${companyId} and is_active group by 1, 2) m using (transaction_id, line)
      where j.company_id = ${companyId} and j.counterparty_id is not null and j.debit + j.credit > 0
    ), actual as (
      select transaction_id, line, account_id, counterparty_id, transaction_date::text, seq::text, amount::text,
        settled_on::text
      from ledger.counterparty_items where company_id = ${companyId}
    )
    select format('line %s of transaction %s', line, transaction_id) as key,
      case when e.seq is not null then to_json(e) end as expected,
      case when a.seq is not null then to_json(a) end as actual
    from expected e full join actual a using (transaction_id, line)
    where e is distinct from a
    order by transaction_id, line limit ${limit}`;
  return rows.flatMap(({ key, expected, actual }) =>
    compareRows('ledger.counterparty_items', key, expected ?? undefined, actual ?? undefined),
  );
}
