import type { TransactionSql } from '#db/client.ts';
import { compareRows, type Difference, type Row } from './difference.ts';

/** Compares locks, exceptions from them and what went past them with what the events say. */
export async function compareLocks(
  sql: TransactionSql,
  companyId: string,
  limit: number,
): Promise<Difference[]> {
  const rows = await sql<{ id: string; of: string; expected: Row | null; actual: Row | null }[]>`
    /* verifyLocks */ with log as (
      select e.event_type as type, e.aggregate_id, e.version, e.data, e.recorded_at,
        (e.metadata ->> 'userId')::uuid as by
      from ledger.event_store e
      where e.company_id = ${companyId} and e.aggregate_type in ('LockDate', 'LockException', 'LockExceptionUse')
    ), expected as (
      select 'lock_dates' as "of", (data ->> 'area') || ' version ' || version as id, jsonb_build_object(
        'until', data ->> 'until', 'reason', data ->> 'reason', 'at', recorded_at, 'by', by) as row
      from log where type = 'LockDateSet'
      union all
      select 'lock_exceptions', g.aggregate_id::text, jsonb_build_object('area', g.data ->> 'area',
        'user', g.data ->> 'userId', 'until', (g.data ->> 'until')::timestamptz, 'reason', g.data ->> 'reason',
        'at', g.recorded_at, 'by', g.by, 'revoked', r.recorded_at, 'revokedBy', r.by, 'why', r.data ->> 'reason')
      from log g left join log r on r.aggregate_id = g.aggregate_id and r.type = 'LockExceptionRevoked'
      where g.type = 'LockExceptionGranted'
      union all
      select 'lock_exception_uses', data ->> 'transactionId', jsonb_build_object('exception', data ->> 'exceptionId')
      from log where type = 'LockExceptionUsed'
    ), actual as (
      select 'lock_dates' as "of", area || ' version ' || version as id, jsonb_build_object(
        'until', until, 'reason', reason, 'at', changed_at, 'by', changed_by) as row
      from ledger.lock_dates where company_id = ${companyId}
      union all
      select 'lock_exceptions', id::text, jsonb_build_object('area', area, 'user', user_id, 'until', until,
        'reason', reason, 'at', granted_at, 'by', granted_by, 'revoked', revoked_at, 'revokedBy', revoked_by,
        'why', revoke_reason)
      from ledger.lock_exceptions where company_id = ${companyId}
      union all
      select 'lock_exception_uses', transaction_id::text, jsonb_build_object('exception', exception_id)
      from ledger.lock_exception_uses where company_id = ${companyId}
    )
    select coalesce(e.id, a.id) as id, coalesce(e."of", a."of") as "of", e.row as expected, a.row as actual
    from expected e full join actual a on a.id = e.id and a."of" = e."of"
    where e.row is distinct from a.row
    order by 2, 1 limit ${limit}`;
  return rows.flatMap(({ id, of, expected, actual }) =>
    compareRows(`ledger.${of}`, id, expected ?? undefined, actual ?? undefined),
  );
}
