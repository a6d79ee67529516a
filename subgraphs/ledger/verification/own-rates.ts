import type { TransactionSql } from '#db/client.ts';
import { compareRows, type Difference, type Row } from './difference.ts';

/** Compares the company's own exchange rates with what the events say. */
export async function compareOwnRates(
  sql: TransactionSql,
  companyId: string,
  limit: number,
): Promise<Difference[]> {
  const rows = await sql<{ id: string; expected: Row | null; actual: Row | null }[]>`
    /* verifyOwnRates */ with expected as (
      select (e.data ->> 'currency') || ' ' || (e.data ->> 'date') || ' version ' || e.version as id, jsonb_build_object(
        'rate', (e.data ->> 'rate')::numeric(20, 10), 'quantity', (e.data ->> 'quantity')::int,
        'reason', e.data ->> 'reason', 'at', e.recorded_at, 'by', (e.metadata ->> 'userId')::uuid) as row
      from ledger.event_store e
      where e.company_id = ${companyId} and e.aggregate_type = 'OwnExchangeRate'
    ), actual as (
      select currency || ' ' || date || ' version ' || version as id, jsonb_build_object(
        'rate', rate, 'quantity', quantity, 'reason', reason, 'at', changed_at, 'by', changed_by) as row
      from ledger.own_exchange_rates where company_id = ${companyId}
    )
    select coalesce(e.id, a.id) as id, e.row as expected, a.row as actual
    from expected e full join actual a on a.id = e.id
    where e.row is distinct from a.row
    order by 1 limit ${limit}`;
  return rows.flatMap(({ id, expected, actual }) =>
    compareRows('ledger.own_exchange_rates', id, expected ?? undefined, actual ?? undefined),
  );
}
