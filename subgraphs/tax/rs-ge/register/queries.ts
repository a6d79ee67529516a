import type { Database, TransactionSql } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import { termOfPeriod } from '../../calendar/deadlines.ts';
import { todayInGeorgia } from '../../calendar/today.ts';
import type { VatEntryRow } from '../../vat-register/queries.ts';
import type { VatReturnState } from '../../vat-return/vat-return.ts';
import { SUBMISSION_COLUMNS, type SubmissionRow } from '../queries.ts';

export type ReportedBy = 'DOCUMENT' | 'RETURN' | 'NOTHING';
export type ReportState =
  'REPORTED' | 'UNDER_WAY' | 'FAILED' | 'DUE' | 'OVERDUE' | 'UNDOCUMENTED' | 'SETTLEMENT';

/** A month and its VAT return. */
export interface ReturnOfMonth {
  readonly year: number;
  readonly month: number;
  readonly returnDue: CalendarDate | null;
  readonly returnState: VatReturnState;
  readonly returnSubmittedAt: string | null;
  readonly isReturnOverdue: boolean;
}

/** An entry of the register as what names it: its transaction and line. */
export interface EntryKey {
  readonly transactionId: string;
  readonly line: number;
}

export interface EntryReportRow extends EntryKey {
  readonly by: ReportedBy;
  readonly state: ReportState;
  readonly reportedAt: string | null;
  readonly documentId: string | null;
}

/** The return of a month: the last filing of it, when that was submitted, and by when it is due. */
export async function returnOfMonth(
  database: Database,
  companyId: string,
  year: number,
  month: number,
): Promise<ReturnOfMonth> {
  const [due, [row]] = await Promise.all([
    dueOf(database, year, month),
    database.withCompany(
      companyId,
      (sql) => sql<{ state: VatReturnState; submittedAt: string | null }[]>`
        /* returnOfMonth */ select r.state, (
          select max(c.changed_at) from tax.vat_return_changes c
          where c.company_id = r.company_id and c.year = r.year and c.month = r.month
            and c.return_version = r.return_version and c.state = 'SUBMITTED') as "submittedAt"
        from tax.vat_returns r
        where r.company_id = ${companyId} and r.year = ${year} and r.month = ${month}
        order by r.return_version desc limit 1`,
    ),
  ]);
  const state = row?.state ?? 'DRAFT';
  // What was taken back or refused is not handed in any more.
  const isSubmitted = state === 'SUBMITTED' || state === 'ACCEPTED';
  return {
    year,
    month,
    returnDue: due,
    returnState: state,
    returnSubmittedAt: isSubmitted ? (row?.submittedAt ?? null) : null,
    isReturnOverdue: !isSubmitted && due !== null && todayInGeorgia() > due,
  };
}

/** Null for a month of which the law is not known here. */
async function dueOf(database: Database, year: number, month: number): Promise<CalendarDate | null> {
  try {
    return (await termOfPeriod(database, 'VAT', { year, month })).due;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'BAD_USER_INPUT') return null;
    throw error;
  }
}

/** How these entries of one month are reported. */
export function reportsOfEntries(
  database: Database,
  companyId: string,
  of: ReturnOfMonth,
  keys: readonly EntryKey[],
): Promise<EntryReportRow[]> {
  const transactions = keys.map(({ transactionId }) => transactionId);
  const lines = keys.map(({ line }) => line);
  return database.withCompany(companyId, (sql) => {
    const wanted = sql`(e.transaction_id, e.line) in (
      select * from unnest(${transactions}::uuid[], ${lines}::int[]))`;
    return sql<EntryReportRow[]>`
      /* vatEntryReports */ with ${reported(sql, companyId, of, wanted)}
      select transaction_id as "transactionId", line, reported_by as by, state, reported_at as "reportedAt",
        document_id as "documentId"
      from reported`;
  });
}

export interface ReportSumRow {
  readonly by: ReportedBy;
  readonly state: ReportState;
  readonly entries: number;
  readonly owed: string;
  readonly credited: string;
}

/** The entries of a month by what reports them. */
export function sumReports(
  database: Database,
  companyId: string,
  of: ReturnOfMonth,
): Promise<ReportSumRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<ReportSumRow[]>`
      /* vatReportSums */ with ${reported(sql, companyId, of, inMonth(sql, of))}
      select reported_by as by, state, count(*)::int as entries,
        coalesce(sum(vat) filter (where part <> 'INPUT'), 0.00) as owed,
        coalesce(sum(vat) filter (where part = 'INPUT'), 0.00) as credited
      from reported group by 1, 2 order by 1, 2`,
  );
}

/** One page of the entries of a month that stand so. */
export function listReportedEntries(
  database: Database,
  companyId: string,
  of: ReturnOfMonth,
  states: readonly ReportState[] | null,
  { after, limit }: Page<[string, number, number]>,
): Promise<VatEntryRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<VatEntryRow[]>`
      /* vatReportedEntries */ with ${reported(sql, companyId, of, inMonth(sql, of))}
      select transaction_id as "transactionId", line, account_id as "accountId", seq, part, date, debit, credit,
        description, counterparty_id as "counterpartyId", source_type as "documentType", source_id as "documentId"
      from reported
      where ${states === null ? sql`true` : sql`state = any (${[...states]}::text[])`}
        and ${
          after === null
            ? sql`true`
            : sql`(date, seq, line) > (${after[0]}::date, ${after[1]}::bigint, ${after[2]}::int)`
        }
      order by date, seq, line limit ${limit}`,
  );
}

/** Most submissions that one answer names. */
const MOST_STUCK = 100;

/** What a person must look at among the documents of a month, the newest first. */
export function stuckOfMonth(
  database: Database,
  companyId: string,
  of: ReturnOfMonth,
): Promise<SubmissionRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<SubmissionRow[]>`
      /* vatReportsStuck */ select ${sql.unsafe(SUBMISSION_COLUMNS)} from tax.rs_ge_submissions s
      where s.company_id = ${companyId} and s.state in ('REFUSED', 'DEAD') and exists (
        select from tax.vat_entries e
        where e.company_id = ${companyId} and e.source_type = s.document_type and e.source_id = s.document_id::text
          and ${inMonth(sql, of)})
      order by s.requested_at desc, s.id desc limit ${MOST_STUCK}`,
  );
}

function inMonth(sql: TransactionSql, { year, month }: ReturnOfMonth) {
  return sql`e.date >= make_date(${year}, ${month}, 1)
    and e.date < make_date(${year}, ${month}, 1) + interval '1 month'`;
}

/**
 * The entries wanted, each with what reports it. What RS.ge holds was reported in real time, whoever brought it there: our
 * outbox, the one who issued it to us, or a person who wrote its number down. Everything else is due by the return.
 */
function reported(
  sql: TransactionSql,
  companyId: string,
  { returnSubmittedAt, isReturnOverdue }: ReturnOfMonth,
  wanted: ReturnType<typeof inMonth>,
) {
  const isSubmitted = returnSubmittedAt !== null;
  return sql`entry as (
      select e.*, a.part, case a.part when 'INPUT' then e.debit - e.credit else e.credit - e.debit end as vat,
        case when e.source_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then e.source_id::uuid end as document_id
      from tax.vat_entries e join tax.vat_accounts a using (company_id, account_id)
      where e.company_id = ${companyId} and ${wanted}
    ), document as (
      -- Each document once, however many entries it has.
      select k.source_type, k.document_id,
        exists (select from tax.vat_items v where v.company_id = ${companyId} and v.document_type = k.source_type
                  and v.document_id = k.document_id) as is_documented,
        d.number is not null or r.rs_ge_id is not null
          or (i.registration_number is not null and i.kind <> 'REVERSE_CHARGE') as is_known,
        coalesce(d.registered_at, r.first_seen_at) as known_at,
        exists (select from tax.rs_ge_submissions s where s.company_id = ${companyId}
                  and s.document_id = k.document_id and s.state in ('REFUSED', 'DEAD')) as is_stuck,
        exists (select from tax.rs_ge_connections c where c.company_id = ${companyId})
          and exists (select from tax.rs_ge_submissions s where s.company_id = ${companyId}
                        and s.document_id = k.document_id and s.state in ('WAITING', 'SENDING', 'UNKNOWN')) as is_sent
      from (select distinct source_type, document_id from entry where document_id is not null) k
      left join tax.rs_ge_documents d on d.company_id = ${companyId} and d.document_id = k.document_id
      left join tax.rs_ge_received r on r.company_id = ${companyId} and r.document_id = k.document_id
        and r.state not in ('DELETED', 'SAVED')
      left join tax.tax_invoices i on k.source_type = 'TaxInvoice' and i.company_id = ${companyId}
        and i.id = k.document_id
    ), standing as (
      select e.*, k.known_at, coalesce(k.is_documented, false) as is_documented, coalesce(k.is_known, false) as is_known,
        coalesce(k.is_stuck, false) as is_stuck, coalesce(k.is_sent, false) as is_sent
      from entry e left join document k on k.source_type = e.source_type and k.document_id = e.document_id
    ), reported as (
      select s.*,
        case when not is_documented then 'NOTHING'
             when is_known or (not ${isSubmitted}::boolean and (is_stuck or is_sent)) then 'DOCUMENT'
             else 'RETURN' end as reported_by,
        case when not is_documented then case when coalesce(is_settlement, vat < 0) then 'SETTLEMENT' else 'UNDOCUMENTED' end
             when is_known or ${isSubmitted}::boolean then 'REPORTED'
             when is_stuck then 'FAILED'
             when is_sent then 'UNDER_WAY'
             when ${isReturnOverdue}::boolean then 'OVERDUE' else 'DUE' end as state,
        case when not is_documented then null
             when is_known then known_at else ${returnSubmittedAt}::timestamptz end as reported_at
      from standing s
    )`;
}
