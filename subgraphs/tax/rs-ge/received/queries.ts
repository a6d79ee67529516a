import type { Database, TransactionSql } from '#db/client.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import type { RemoteState } from '../authority.ts';

export interface ReceivedInvoiceRow {
  readonly rsGeId: string;
  readonly series: string | null;
  readonly number: string | null;
  readonly state: RemoteState;
  readonly isAdvance: boolean;
  readonly isCorrection: boolean;
  readonly operationDate: string;
  readonly sellerTaxId: string;
  readonly amount: string;
  readonly vat: string;
  readonly standing: 'NEW' | 'LINKED' | 'STUCK' | 'LEFT';
  readonly documentId: string | null;
  readonly problem: string | null;
  readonly firstSeenAt: string;
  readonly seenAt: string;
}

const COLUMNS = `r.rs_ge_id as "rsGeId", r.series, r.number, r.state, r.is_advance as "isAdvance",
  r.is_correction as "isCorrection", r.operation_date as "operationDate", r.seller_tin as "sellerTaxId", r.amount, r.vat,
  r.standing, r.document_id as "documentId", r.problem, r.first_seen_at as "firstSeenAt", r.seen_at as "seenAt"`;

export async function findReceived(
  database: Database,
  companyId: string,
  rsGeId: string,
): Promise<ReceivedInvoiceRow | null> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<ReceivedInvoiceRow[]>`
      /* rsGeReceivedOne */ select ${sql.unsafe(COLUMNS)} from tax.rs_ge_received r
      where r.company_id = ${companyId} and r.rs_ge_id = ${rsGeId}`,
  );
  return row ?? null;
}

export interface Span {
  /** Days of the operations; without bound where null. */
  readonly from: string | null;
  readonly to: string | null;
}

/** What others have issued to the company at RS.ge, the latest operation first. */
export function listReceived(
  database: Database,
  companyId: string,
  { from, to }: Span,
  { after, limit }: Page<[string, string]>,
): Promise<ReceivedInvoiceRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<ReceivedInvoiceRow[]>`
      /* rsGeReceived */ select ${sql.unsafe(COLUMNS)} from tax.rs_ge_received r
      where r.company_id = ${companyId}
        and r.operation_date between coalesce(${from}::date, '-infinity') and coalesce(${to}::date, 'infinity')
        and ${after === null ? sql`true` : sql`(r.operation_date, r.rs_ge_id) < (${after[0]}::date, ${after[1]})`}
      order by r.operation_date desc, r.rs_ge_id desc limit ${limit}`,
  );
}

export interface MonthRow {
  /** `2026-11`. */
  readonly month: string;
  readonly wantedAt: string;
  readonly fetchedAt: string | null;
  readonly isWaiting: boolean;
  readonly lastError: string | null;
}

/** How far RS.ge was asked for what others issue, the latest month first. */
export function listMonths(database: Database, companyId: string): Promise<MonthRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<MonthRow[]>`
      /* rsGeMonths */ select to_char(month, 'YYYY-MM') as month, wanted_at as "wantedAt", fetched_at as "fetchedAt",
        wanted_at > coalesce(fetched_at, '-infinity') as "isWaiting", error_text as "lastError"
      from tax.rs_ge_months m where company_id = ${companyId} order by m.month desc limit 120`,
  );
}

export type DifferenceKind = 'NOT_ENTERED' | 'NOT_AT_RS_GE' | 'NUMBER' | 'DATE' | 'AMOUNT' | 'VAT' | 'STATE';

export interface DifferenceRow {
  readonly key: string;
  readonly kind: DifferenceKind;
  readonly date: string;
  readonly rsGeId: string | null;
  readonly documentId: string | null;
  readonly ours: string | null;
  readonly theirs: string | null;
  readonly problem: string | null;
}

/**
 * In what RS.ge and we differ about documents that others have issued, the latest operation first. A document of ours
 * that RS.ge lacks is a difference only in months that were fetched.
 */
export function listDifferences(
  database: Database,
  companyId: string,
  span: Span,
  { after, limit }: Page<[string, string]>,
): Promise<DifferenceRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<DifferenceRow[]>`
      /* rsGeDifferences */ select key, kind, date::text, "rsGeId", "documentId", ours, theirs, problem
      from (${differences(sql, companyId, span)}) found
      where ${after === null ? sql`true` : sql`(date, key) < (${after[0]}::date, ${after[1]})`}
      order by date desc, key desc limit ${limit}`,
  );
}

function differences(sql: TransactionSql, companyId: string, { from, to }: Span) {
  const days = sql`between coalesce(${from}::date, '-infinity') and coalesce(${to}::date, 'infinity')`;
  return sql`
    select d.kind || ' ' || r.rs_ge_id as key, d.kind, r.operation_date as date, r.rs_ge_id as "rsGeId",
      r.document_id as "documentId", d.ours, d.theirs, r.problem
    from tax.rs_ge_received r
    left join tax.tax_invoices t on t.company_id = r.company_id and t.id = r.document_id
    left join tax.rs_ge_documents a on a.company_id = r.company_id and a.document_id = r.document_id
    -- Our own answer, which RS.ge has taken since it told of the document.
    cross join lateral (select case a.state when 'CONFIRMED_BY_US' then 'CONFIRMED' when 'REFUSED_BY_US' then 'REFUSED'
      else r.state end as state) there
    cross join lateral (values
      ('NOT_ENTERED', t.id is null and r.state in ('SENT', 'CONFIRMED', 'CORRECTED', 'CANCELLING'), null, r.number),
      ('NUMBER', t.registration_number is distinct from r.number
        and t.registration_number is distinct from r.series || '-' || r.number
        or t.registration_series <> coalesce(r.series, ''),
        concat_ws('-', t.registration_series, t.registration_number), concat_ws('-', r.series, r.number)),
      ('DATE', t.operation_date <> r.operation_date, t.operation_date::text, r.operation_date::text),
      ('AMOUNT', t.gross <> r.amount, t.gross::text, r.amount::text),
      ('VAT', t.vat <> r.vat, t.vat::text, r.vat::text),
      ('STATE', case there.state
        when 'SENT' then t.status <> 'RECEIVED'
        when 'CONFIRMED' then t.status in ('RECEIVED', 'REFUSED', 'CANCELLED')
        when 'CORRECTED' then t.status <> 'CORRECTED'
        else t.status not in ('REFUSED', 'CANCELLED') end, t.status, there.state)
    ) d (kind, is_so, ours, theirs)
    where r.company_id = ${companyId} and r.operation_date ${days} and d.is_so
      and (d.kind = 'NOT_ENTERED' or t.id is not null)
    union all
    select 'NOT_AT_RS_GE ' || t.id, 'NOT_AT_RS_GE', t.operation_date, null, t.id,
      concat_ws('-', t.registration_series, t.registration_number), null, null
    from tax.tax_invoices t
    join tax.counterparties c on c.company_id = t.company_id and c.id = t.counterparty_id and c.kind <> 'FOREIGN'
    join tax.rs_ge_months m on m.company_id = t.company_id and m.month = date_trunc('month', t.operation_date)::date
      and m.fetched_at > t.created_at
    where t.company_id = ${companyId} and t.direction = 'RECEIVED' and t.kind in ('SUPPLY', 'ADVANCE')
      and t.status not in ('CANCELLED', 'REFUSED') and t.operation_date ${days}
      and not exists (select from tax.rs_ge_received l where l.company_id = t.company_id and l.document_id = t.id)`;
}
