import type { Database } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import type { LockArea } from './lock.ts';

export interface LockDateRow {
  readonly area: LockArea;
  readonly until: CalendarDate | null;
  readonly reason: string;
  readonly at: string;
  readonly by: string;
}

export interface LockExceptionRow {
  readonly id: string;
  readonly area: LockArea;
  readonly userId: string;
  readonly until: string;
  readonly reason: string;
  readonly grantedAt: string;
  readonly grantedBy: string;
  readonly revokedAt: string | null;
  readonly revokedBy: string | null;
  readonly revokeReason: string | null;
  readonly isRunning: boolean;
  readonly transactionIds: readonly string[];
}

/** All changes of locks, the latest first; the first of an area is how it stands. */
export function listLockDates(database: Database, companyId: string): Promise<LockDateRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<LockDateRow[]>`
      /* lockDates */ select area, until::text as until, reason, to_json(changed_at) #>> '{}' as at, changed_by as by
      from ledger.lock_dates where company_id = ${companyId} order by area, version desc`,
  );
}

/** Exceptions, the latest first, with the transactions that were recorded by them; all, or the one with the id. */
export async function listLockExceptions(
  database: Database,
  companyId: string,
  page: {
    readonly id?: string;
    readonly after?: readonly [string, string] | null;
    readonly limit: number;
  },
): Promise<LockExceptionRow[]> {
  const [at, afterId] = page.after ?? [null, null];
  return database.withCompany(
    companyId,
    (sql) => sql<LockExceptionRow[]>`
      /* lockExceptions */ select x.id, x.area, x.user_id as "userId", to_json(x.until) #>> '{}' as until, x.reason,
        to_json(x.granted_at) #>> '{}' as "grantedAt", x.granted_by as "grantedBy",
        to_json(x.revoked_at) #>> '{}' as "revokedAt", x.revoked_by as "revokedBy", x.revoke_reason as "revokeReason",
        x.revoked_at is null and x.until > now() as "isRunning",
        array(select u.transaction_id from ledger.lock_exception_uses u
              where u.company_id = x.company_id and u.exception_id = x.id order by u.transaction_id) as "transactionIds"
      from ledger.lock_exceptions x
      where x.company_id = ${companyId} and (${page.id ?? null}::uuid is null or x.id = ${page.id ?? null}::uuid)
        and (${at}::timestamptz is null or (x.granted_at, x.id) < (${at}::timestamptz, ${afterId}::uuid))
      order by x.granted_at desc, x.id desc limit ${page.limit}`,
  );
}
