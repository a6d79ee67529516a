import type { Database, TransactionSql } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import { isUuid } from '#shared/domain/ids.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import type { ReversingKind } from './reversing-entry.ts';

export type ReversingStatus = 'PLANNED' | 'POSTED' | 'CANCELLED' | 'UNDONE_OTHERWISE';

export interface ReversingEntryRow {
  readonly id: string;
  readonly kind: ReversingKind;
  readonly transactionId: string;
  readonly date: CalendarDate;
  readonly reason: string;
  readonly status: ReversingStatus;
  readonly reversalId: string | null;
  readonly scheduledAt: string;
  readonly scheduledBy: string;
  readonly cancelledAt: string | null;
  readonly cancelledBy: string | null;
  readonly cancelReason: string | null;
}

export interface ReversingConditions {
  readonly ids?: readonly string[] | undefined;
  readonly kinds?: readonly ReversingKind[] | null | undefined;
  readonly status?: ReversingStatus | null | undefined;
}

/** Some of them by id, for loaders; what is not the company's is absent from the answer. */
export function findReversingEntries(
  database: Database,
  companyId: string,
  ids: readonly string[],
): Promise<ReversingEntryRow[]> {
  return listReversingEntries(database, companyId, { ids }, { after: null, limit: ids.length });
}

/** Transactions that are to be undone on a day, or were; the newest first. */
export async function listReversingEntries(
  database: Database,
  companyId: string,
  { ids, kinds = null, status = null }: ReversingConditions,
  page: Pick<Page<[string, string]>, 'after' | 'limit'>,
): Promise<ReversingEntryRow[]> {
  const [day, id] = page.after ?? [null, null];
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<ReversingEntryRow[]>`
      /* reversingEntries */ select r.id, r.kind, r.transaction_id as "transactionId", r.date, r.reason, s.status,
        r.reversal_id as "reversalId", r.scheduled_at as "scheduledAt", r.scheduled_by as "scheduledBy",
        r.cancelled_at as "cancelledAt", r.cancelled_by as "cancelledBy", r.cancel_reason as "cancelReason"
      from ledger.reversing_entries r
      join ledger.transactions t on t.company_id = r.company_id and t.id = r.transaction_id
      cross join lateral (
        select case when r.reversal_id is not null then 'POSTED' when r.cancelled_at is not null then 'CANCELLED'
          when t.status = 'REVERSED' then 'UNDONE_OTHERWISE' else 'PLANNED' end as status) s
      where r.company_id = ${companyId}
        and (${ids === undefined} or r.id = any (${(ids ?? []).filter(isUuid)}::uuid[]))
        and (${kinds === null} or r.kind = any (${[...(kinds ?? [])]}::text[]))
        and (${status}::text is null or s.status = ${status}::text)
        and (${day}::date is null or (r.date, r.id) < (${day}::date, ${id}::uuid))
      order by r.date desc, r.id desc limit ${page.limit}`,
  );
  return [...rows];
}

export interface DueReversal {
  readonly id: string;
  readonly kind: ReversingKind;
  readonly date: CalendarDate;
  readonly description: string;
  readonly totalGel: string;
}

/** Reversals planned up to a day and not posted, of transactions that nobody has undone otherwise. */
export async function dueReversals(
  sql: TransactionSql,
  companyId: string,
  { from, until }: { readonly from: CalendarDate | null; readonly until: CalendarDate },
  limit: number,
): Promise<DueReversal[]> {
  const rows = await sql<DueReversal[]>`
    /* dueReversals */ select r.id, r.kind, r.date, t.description, t.total_gel::text as "totalGel"
    from ledger.reversing_entries r
    join ledger.transactions t on t.company_id = r.company_id and t.id = r.transaction_id and t.status = 'POSTED'
    where r.company_id = ${companyId} and r.cancelled_at is null and r.reversal_id is null and r.date <= ${until}::date
      and (${from}::date is null or r.date >= ${from}::date)
    order by r.date, r.id limit ${limit}`;
  return [...rows];
}
