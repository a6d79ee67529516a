import { randomUUID } from 'node:crypto';
import type { PendingQuery, Row } from 'postgres';
import type { Database, TransactionSql } from '#db/client.ts';
import { DomainError, notFound } from '#shared/domain/errors.ts';
import { isUuid } from '#shared/domain/ids.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import type { Channel } from './authority.ts';
import type { Operation } from './events.ts';
import type { SubmissionState } from './outbox/store.ts';

export interface ConnectionRow {
  readonly state: 'NONE' | 'UNTRIED' | 'CONNECTED' | 'PIN_REQUIRED' | 'REFUSED' | 'UNREACHABLE';
  readonly channel: Channel | null;
  readonly since: string | null;
  readonly lastError: string | null;
  readonly lastErrorAt: string | null;
  readonly receives: boolean;
  readonly waiting: number;
  readonly stuck: number;
}

export async function readConnection(database: Database, companyId: string): Promise<ConnectionRow> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<ConnectionRow[]>`
      /* rsGeConnectionShown */ select coalesce(c.state, 'NONE') as state, c.channel, c.since,
        c.last_error as "lastError", c.last_error_at as "lastErrorAt", coalesce(c.receives, false) as receives,
        (select count(*)::int from tax.rs_ge_submissions s where s.company_id = ${companyId}
           and s.state in ('WAITING', 'SENDING', 'UNKNOWN')) as waiting,
        (select count(*)::int from tax.rs_ge_submissions s where s.company_id = ${companyId}
           and s.state in ('REFUSED', 'DEAD')) as stuck
      from (values (${companyId}::uuid)) as me (id)
      left join tax.rs_ge_connections c on c.company_id = me.id`,
  );
  if (row === undefined) throw new Error('a row of values is always there');
  return row;
}

export interface SubmissionRow {
  readonly id: string;
  readonly documentId: string;
  readonly documentType: string;
  readonly operation: Operation;
  readonly state: SubmissionState;
  readonly attempts: number;
  readonly rsGeId: string | null;
  readonly errorKind: string | null;
  readonly errorCode: string | null;
  readonly errorText: string | null;
  readonly reason: string | null;
  readonly requestedAt: string;
  readonly sentAt: string | null;
  readonly settledAt: string | null;
}

/** Columns of a submission, as they are shown. */
export const SUBMISSION_COLUMNS = `id, document_id as "documentId", document_type as "documentType", operation, state, attempts,
  rs_ge_id as "rsGeId", error_kind as "errorKind", error_code as "errorCode", error_text as "errorText", reason,
  requested_at as "requestedAt", sent_at as "sentAt", settled_at as "settledAt"`;

export interface SubmissionFilter {
  readonly states: readonly SubmissionState[] | null;
  readonly documentId: string | null;
}

/** The outbox of the company, the newest first. */
export function listSubmissions(
  database: Database,
  companyId: string,
  { states, documentId }: SubmissionFilter,
  { after, limit }: Page<[string, string]>,
): Promise<SubmissionRow[]> {
  // What is no identifier of ours names nothing.
  if (documentId !== null && !isUuid(documentId)) return Promise.resolve([]);
  return database.withCompany(
    companyId,
    (sql) => sql<SubmissionRow[]>`
      /* rsGeSubmissions */ select ${sql.unsafe(SUBMISSION_COLUMNS)} from tax.rs_ge_submissions
      where company_id = ${companyId}
        and ${states === null ? sql`true` : sql`state = any (${[...states]}::text[])`}
        and ${documentId === null ? sql`true` : sql`document_id = ${documentId}`}
        and ${after === null ? sql`true` : sql`(requested_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`}
      order by requested_at desc, id desc limit ${limit}`,
  );
}

export interface ReportRow {
  readonly documentId: string;
  readonly reporting: 'REGISTERED' | 'UNDER_WAY' | 'DUE_WITH_RETURN';
  readonly rsGeId: string | null;
  readonly series: string | null;
  readonly number: string | null;
  readonly registeredAt: string | null;
  readonly standing:
    | 'SAVED'
    | 'SENT'
    | 'CONFIRMED'
    | 'REFUSED_BY_BUYER'
    | 'CONFIRMED_BY_US'
    | 'REFUSED_BY_US'
    | 'CANCELLING'
    | 'CANCELLED'
    | 'REFUSED'
    | null;
  readonly answeredAt: string | null;
  readonly declaredIn: string | null;
  readonly refusalCode: string | null;
  readonly refusalText: string | null;
  /** First day of the last month in whose VAT return the document is; null when it is in none. */
  readonly vatMonth: string | null;
}

/** What RS.ge knows of documents, in the order asked; one that it does not know has a row, too. */
export function readReports(
  database: Database,
  companyId: string,
  documentIds: readonly string[],
): Promise<ReportRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<ReportRow[]>`
      /* rsGeReports */ select ids.id as "documentId",
        case when d.number is not null or r.rs_ge_id is not null
               or (i.registration_number is not null and i.kind <> 'REVERSE_CHARGE') then 'REGISTERED'
             when c.company_id is not null and exists (
               select from tax.rs_ge_submissions s where s.company_id = ${companyId} and s.document_id = ids.id
                 and s.state in ('WAITING', 'SENDING', 'UNKNOWN')) and d.state is distinct from 'REFUSED'
             then 'UNDER_WAY' else 'DUE_WITH_RETURN' end as reporting,
        coalesce(d.rs_ge_id, r.rs_ge_id) as "rsGeId",
        coalesce(d.series, r.series, i.registration_series) as series,
        coalesce(d.number, r.number, i.registration_number) as number,
        coalesce(d.registered_at, r.first_seen_at) as "registeredAt",
        coalesce(d.state, case r.state when 'SENT' then 'SENT' when 'CANCELLING' then 'CANCELLING'
          when 'CANCELLED' then 'CANCELLED' when 'REFUSED' then 'REFUSED_BY_US'
          when 'CONFIRMED' then 'CONFIRMED_BY_US' when 'CORRECTED' then 'CONFIRMED_BY_US' end) as standing,
        d.answered_at as "answeredAt", d.declared_in as "declaredIn", d.refusal_code as "refusalCode",
        d.refusal_text as "refusalText", (
          select max(make_date(v.year, v.month, 1)) from tax.vat_items v
          where v.company_id = ${companyId} and v.document_id = ids.id) as "vatMonth"
      from unnest(${[...documentIds]}::uuid[]) with ordinality as ids (id, place)
      left join tax.rs_ge_documents d on d.company_id = ${companyId} and d.document_id = ids.id
      left join tax.rs_ge_connections c on c.company_id = ${companyId}
      -- What another has issued to us, and what a person has written down the number of, is known there, too.
      left join tax.rs_ge_received r on r.company_id = ${companyId} and r.document_id = ids.id
        and r.state not in ('DELETED', 'SAVED')
      left join tax.tax_invoices i on i.company_id = ${companyId} and i.id = ids.id
      order by ids.place`,
  );
}

/** The first operation of each of these documents that a person must look at. */
export function stuckOfDocuments(
  database: Database,
  companyId: string,
  documentIds: readonly string[],
): Promise<SubmissionRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<SubmissionRow[]>`
      /* rsGeStuckOfDocuments */ select distinct on (document_id) ${sql.unsafe(SUBMISSION_COLUMNS)}
      from tax.rs_ge_submissions
      where company_id = ${companyId} and document_id = any (${[...documentIds]}::uuid[])
        and state in ('REFUSED', 'DEAD')
      order by document_id, position`,
  );
}

/**
 * Takes up again what was refused or given up. Its first step asks RS.ge; a refused operation gets another name there,
 * because RS.ge answers for the old one as it did.
 * @throws DomainError NOT_FOUND, INVALID_TRANSITION.
 */
export function retrySubmission(database: Database, companyId: string, id: string): Promise<SubmissionRow> {
  return change(
    database,
    companyId,
    id,
    ['REFUSED', 'DEAD'],
    (sql) => sql`
    state = 'UNKNOWN', attempts = 0, asked = 0, next_at = clock_timestamp(), settled_at = null,
    transaction_id = case when state = 'REFUSED' then ${randomUUID()}::uuid else transaction_id end`,
  );
}

/** Gives a submission up for good. @throws DomainError NOT_FOUND, INVALID_TRANSITION. */
export function dropSubmission(
  database: Database,
  companyId: string,
  id: string,
  reason: string,
): Promise<SubmissionRow> {
  return change(
    database,
    companyId,
    id,
    ['REFUSED', 'DEAD', 'WAITING'],
    (sql) => sql`
    state = 'DROPPED', settled_at = clock_timestamp(), reason = ${reason}`,
  );
}

async function change(
  database: Database,
  companyId: string,
  id: string,
  from: readonly SubmissionState[],
  assignments: (sql: TransactionSql) => PendingQuery<Row[]>,
): Promise<SubmissionRow> {
  if (!isUuid(id)) throw notFound('id', id);
  return database.withCompany(
    companyId,
    async (sql) => {
      const [changed] = await sql<SubmissionRow[]>`
        /* rsGeChangeByHand */ update tax.rs_ge_submissions set ${assignments(sql)}
        where company_id = ${companyId} and id = ${id} and state = any (${[...from]}::text[])
        returning ${sql.unsafe(SUBMISSION_COLUMNS)}`;
      if (changed !== undefined) return changed;
      const [known] = await sql<{ state: string }[]>`
        /* rsGeKnown */ select state from tax.rs_ge_submissions where company_id = ${companyId} and id = ${id}`;
      if (known === undefined) throw notFound('id', id);
      throw new DomainError('INVALID_TRANSITION', `id: the submission is ${known.state}`, {
        field: 'id',
        value: id,
      });
    },
    'write',
  );
}
