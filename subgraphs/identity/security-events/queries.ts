import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { DrizzleTransaction } from '#db/client.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import type { SecurityEventKind } from '#shared/platform/security-event.ts';

export interface SecurityEventRow extends Record<string, unknown> {
  readonly id: string;
  readonly at: string;
  readonly kind: SecurityEventKind;
  readonly actorId: string | null;
  readonly subjectId: string | null;
  readonly address: string | null;
  readonly requestId: string | null;
  /** JSON as text. */
  readonly details: string;
}

export interface SecurityEventFilter {
  readonly kinds?: readonly SecurityEventKind[] | null | undefined;
  readonly actorId?: string | null | undefined;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/** Sort key: the moment as exact text (microseconds matter), and the id. */
export const securityEventCursor = z.tuple([
  z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/),
  z.uuid(),
]);
export type SecurityEventKey = z.infer<typeof securityEventCursor>;
export const keyOfSecurityEvent = (event: SecurityEventRow): SecurityEventKey => [event.at, event.id];

/** A page of the company's security events, newest first. */
export async function securityEventsOfCompany(
  db: DrizzleTransaction,
  companyId: string,
  page: Page<SecurityEventKey>,
  filter: SecurityEventFilter,
): Promise<SecurityEventRow[]> {
  const { kinds, actorId, from, to } = filter;
  const conditions: SQL[] = [
    sql`company_id = ${companyId}`,
    ...(kinds === null || kinds === undefined
      ? []
      : [sql`kind = any (array(select jsonb_array_elements_text(${JSON.stringify(kinds)}::text::jsonb)))`]),
    ...(isGiven(actorId) ? [sql`actor_id = ${actorId}`] : []),
    ...(isGiven(from) ? [sql`recorded_at >= ${from}::timestamptz`] : []),
    ...(isGiven(to) ? [sql`recorded_at < ${to}::timestamptz`] : []),
    ...(page.after === null
      ? []
      : [sql`(recorded_at, id) < (${page.after[0]}::timestamptz, ${page.after[1]}::uuid)`]),
  ];
  return [
    ...(await db.execute<SecurityEventRow>(sql`
      /* securityEvents */
      select id, recorded_at as at, kind, actor_id as "actorId", subject_id as "subjectId", address,
             request_id as "requestId", details::text as details
      from identity.security_events where ${sql.join(conditions, sql` and `)}
      order by recorded_at desc, id desc limit ${page.limit}`)),
  ];
}

function isGiven(value: string | null | undefined): value is string {
  return value !== null && value !== undefined;
}
