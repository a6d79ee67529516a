import type { Database, TransactionSql } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import { isUuid } from '#shared/domain/ids.ts';
import { occurrencesOf, type Occurrence } from '#shared/domain/recurrence.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import type { Template } from './recurring-entry.ts';

/** A version as it is kept: with who made it, when and why. */
export interface SignedTemplate extends Template {
  readonly reason: string | null;
  readonly by: string;
  readonly at: string;
}

export interface RecurringEntryRow {
  readonly id: string;
  readonly versions: readonly SignedTemplate[];
  readonly createdAt: string;
  readonly createdBy: string;
  readonly endedOn: CalendarDate | null;
  readonly endedAt: string | null;
  readonly endedBy: string | null;
  readonly endReason: string | null;
}

/** What became of an occurrence. */
export interface DoneRow {
  readonly recurringId: string;
  readonly date: CalendarDate;
  readonly version: number;
  readonly transactionId: string | null;
  readonly skipReason: string | null;
  readonly doneAt: string;
  readonly doneBy: string;
}

const columns = (sql: TransactionSql) => sql`
  r.id, r.versions, r.created_at as "createdAt", r.created_by as "createdBy", r.ended_on as "endedOn",
  r.ended_at as "endedAt", r.ended_by as "endedBy", r.end_reason as "endReason"`;

/** Some of them by id, for loaders; what is not the company's is absent from the answer. */
export function findRecurringEntries(
  database: Database,
  companyId: string,
  ids: readonly string[],
): Promise<RecurringEntryRow[]> {
  return listRecurringEntries(database, companyId, { ids }, { after: null, limit: ids.length });
}

/** Recurring entries, the newest first. */
export async function listRecurringEntries(
  database: Database,
  companyId: string,
  {
    ids,
    isEnded = null,
  }: { readonly ids?: readonly string[]; readonly isEnded?: boolean | null | undefined },
  page: Pick<Page<[string]>, 'after' | 'limit'>,
): Promise<RecurringEntryRow[]> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<RecurringEntryRow[]>`
      /* recurringEntries */ select ${columns(sql)} from ledger.recurring_entries r
      where r.company_id = ${companyId}
        and (${ids === undefined} or r.id = any (${(ids ?? []).filter(isUuid)}::uuid[]))
        and (${isEnded}::bool is null or (r.ended_on is not null) = ${isEnded}::bool)
        and (${page.after?.[0] ?? null}::uuid is null or r.id < ${page.after?.[0] ?? null}::uuid)
      order by r.id desc limit ${page.limit}`,
  );
  return [...rows];
}

/** Posted and skipped occurrences of one recurring entry, the latest first. */
export async function listDone(
  database: Database,
  companyId: string,
  recurringId: string,
  page: Pick<Page<[string]>, 'after' | 'limit'>,
): Promise<DoneRow[]> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<DoneRow[]>`
      /* doneOccurrences */ select recurring_id as "recurringId", date, version, transaction_id as "transactionId",
        skip_reason as "skipReason", done_at as "doneAt", done_by as "doneBy"
      from ledger.recurring_occurrences
      where company_id = ${companyId} and recurring_id = ${recurringId}
        and (${page.after?.[0] ?? null}::date is null or date < ${page.after?.[0] ?? null}::date)
      order by date desc limit ${page.limit}`,
  );
  return [...rows];
}

export interface DueOccurrence extends Occurrence<Template> {
  readonly recurringId: string;
}

/**
 * Occurrences of a span that are neither posted nor skipped, at most `limit` of each recurring entry, so that an entry
 * without end costs no more than what is shown.
 */
export async function dueOccurrences(
  sql: TransactionSql,
  companyId: string,
  { from, until }: { readonly from: CalendarDate | null; readonly until: CalendarDate },
  limit: number,
): Promise<DueOccurrence[]> {
  const rows = await sql<
    { id: string; versions: Template[]; ended_on: string | null; done: string[] | null }[]
  >`
    /* recurringDue */ select r.id, r.versions, r.ended_on, d.done
    from ledger.recurring_entries r
    cross join lateral (
      select array_agg(o.date::text) as done from ledger.recurring_occurrences o
      where o.company_id = r.company_id and o.recurring_id = r.id
        and (${from}::date is null or o.date >= ${from}::date) and o.date <= ${until}::date) d
    where r.company_id = ${companyId} and (r.versions -> 0 ->> 'from')::date <= ${until}::date`;
  const due: DueOccurrence[] = [];
  for (const { id, versions, ended_on: endedOn, done } of rows) {
    const isDone = new Set(done);
    let found = 0;
    for (const occurrence of occurrencesOf(versions, endedOn, from)) {
      if (occurrence.date > until || found === limit) break;
      if (isDone.has(occurrence.date)) continue;
      found += 1;
      due.push({ recurringId: id, ...occurrence });
    }
  }
  return due;
}
