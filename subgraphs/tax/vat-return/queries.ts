import type { Database, TransactionSql } from '#db/client.ts';
import { daysIn, monthKey, type CalendarDate } from '#shared/domain/date.ts';
import { badInput } from '#shared/domain/errors.ts';
import { isUuid } from '#shared/domain/ids.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import { nextWorkingDay } from '#shared/domain/working-days.ts';
import { checkAgainstBooks, type Check, type Movement } from './checks.ts';
import { demandMonth, type FilledReturn } from './decide.ts';
import { fillForm, type BoxSum, type Figure, type VatBox, type VatForm, type VatPart } from './form.ts';
import type { Submission, VatReturnState } from './vat-return.ts';

/** One filing of a month. */
export interface Filing {
  readonly returnVersion: number;
  readonly state: VatReturnState;
  readonly submitted: Submission | null;
  readonly sequenceNumber: string | null;
  readonly receiptNumber: string | null;
}

/** The return of a month as it stands: filled from the documents until it is submitted, then as it was submitted. */
export interface VatReturnRow {
  readonly year: number;
  readonly month: number;
  readonly form: VatForm;
  readonly filings: readonly Filing[];
  /** The last of the filings. */
  readonly filing: Filing;
  /** What the documents say now. */
  readonly filled: FilledReturn;
  /** What counts: as submitted, or as filled now. */
  readonly figures: readonly Figure[];
  readonly net: string;
  readonly checks: readonly Check[];
  readonly seq: number;
  readonly dueDate: CalendarDate;
}

interface Read {
  readonly seq: number | null;
  readonly form: VatForm | null;
  readonly sums: BoxSum[] | null;
  readonly filings: Filing[] | null;
  readonly movement: Movement;
  readonly term: { readonly monthsAfter: number; readonly day: number } | null;
  readonly daysOff: CalendarDate[] | null;
}

/** Today in Georgia, where months begin and end. */
export function todayInGeorgia(now = new Date()): CalendarDate {
  return new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Tbilisi' }).format(now);
}

/**
 * Reads and fills the return of a month. An entry that no document of tax asked for, on the other side of its account (a
 * payment to the budget, the set-off of input against output), settles VAT and makes none: checks leave it out.
 *
 * One statement, hence one snapshot: the figures are true as of `seq`, and the books are looked at in the same moment.
 * @throws DomainError BAD_USER_INPUT for a month that has not begun, or whose form is not known.
 */
export async function readVatReturn(
  database: Database,
  companyId: string,
  year: number,
  month: number,
): Promise<VatReturnRow> {
  demandMonth(year, month, todayInGeorgia());
  const [read] = await database.withCompany(companyId, (sql) => readMonth(sql, companyId, year, month));
  const key = monthKey(year, month);
  if (read === undefined || read.form === null || read.term === null)
    throw badInput('month', key, 'the form of the VAT return of this month is not known here');

  const { form, term } = read;
  const { figures, net, unplaced } = fillForm(form, read.sums ?? []);
  const checks = checkAgainstBooks({ figures, net, unplaced }, read.movement);
  const dueDate = nextWorkingDay(dayOf(year, month + term.monthsAfter, term.day), read.daysOff ?? []);
  const filled = { figures, net, checks, seq: read.seq ?? 0, dueDate };

  const filings = read.filings ?? [FIRST_FILING];
  const filing = filings.at(-1) ?? FIRST_FILING;
  return { year, month, form, filings, filing, filled, ...(filing.submitted ?? filled), dueDate };
}

const FIRST_FILING: Filing = {
  returnVersion: 1,
  state: 'DRAFT',
  submitted: null,
  sequenceNumber: null,
  receiptNumber: null,
};

/** A day of a month that may lie in the next year: `dayOf(2026, 13, 15)` is `2027-01-15`. */
function dayOf(year: number, month: number, day: number): CalendarDate {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

function readMonth(sql: TransactionSql, companyId: string, year: number, month: number) {
  const key = monthKey(year, month);
  const lastDay = `${key}-${daysIn(year, month)}`;
  return sql<Read[]>`
    /* vatReturn */ select
      (select last_seq from tax.head where company_id = ${companyId}) as seq,
      (select json_build_object('titleKa', f.title_ka, 'titleEn', f.title_en, 'boxes',
                (select json_agg(json_build_object('part', b.part, 'box', b.box, 'titleKa', b.title_ka,
                                 'titleEn', b.title_en, 'hasVat', b.has_vat, 'isTotal', b.is_total)
                                 order by b.position)
                   from tax.vat_boxes b where b.valid_from = f.valid_from))
         from tax.vat_return_forms f
         where f.valid_from <= ${lastDay}::date and (f.valid_to is null or f.valid_to >= ${lastDay}::date)) as form,
      (select json_agg(json_build_object('part', s.part, 'box', s.box, 'base', s.base::text, 'vat', s.vat::text))
         from (select part, box, sum(base) as base, sum(vat) as vat from tax.vat_items
               where company_id = ${companyId} and year = ${year} and month = ${month}
               group by part, box) s) as sums,
      (select json_agg(json_build_object('returnVersion', r.return_version, 'state', r.state,
                       'submitted', r.submitted, 'sequenceNumber', r.sequence_number,
                       'receiptNumber', r.receipt_number) order by r.return_version)
         from tax.vat_returns r
         where r.company_id = ${companyId} and r.year = ${year} and r.month = ${month}) as filings,
      (select json_build_object(
           'output', coalesce(sum(e.credit - e.debit) filter (where e.part = 'OUTPUT'), 0)::text,
           'reverseCharge', coalesce(sum(e.credit - e.debit) filter (where e.part = 'REVERSE_CHARGE'), 0)::text,
           'input', coalesce(sum(e.debit - e.credit) filter (where e.part = 'INPUT'), 0)::text)
         from (select n.debit, n.credit, a.part, coalesce(n.is_settlement, n.source_type is null
                   and case a.part when 'INPUT' then n.debit < n.credit else n.credit < n.debit end) as is_settlement
                 from tax.vat_entries n join tax.vat_accounts a using (company_id, account_id)
                 where n.company_id = ${companyId}
                   and n.date between ${`${key}-01`}::date and ${lastDay}::date) e
         where not e.is_settlement) as movement,
      (select json_build_object('monthsAfter', d.months_after, 'day', d.day) from tax.deadlines d
         where d.code = 'VAT' and d.valid_from <= ${lastDay}::date
           and (d.valid_to is null or d.valid_to >= ${lastDay}::date)) as term,
      (select json_agg(date) from tax.extra_days_off) as "daysOff"`;
}

/** The month of a return that has taken its first step; undefined for an id of nothing here. */
export async function findVatReturnMonth(
  database: Database,
  companyId: string,
  id: string,
): Promise<{ year: number; month: number } | undefined> {
  if (!isUuid(id)) return undefined;
  const [found] = await database.withCompany(
    companyId,
    (sql) => sql<{ year: number; month: number }[]>`
      /* monthOfVatReturn */ select year, month from tax.vat_returns
      where company_id = ${companyId} and id = ${id} limit 1`,
  );
  return found;
}

/** What one line of a document adds to a box. */
export interface VatItem {
  readonly part: VatPart;
  readonly box: string;
  readonly documentType: string;
  readonly documentId: string;
  readonly line: number;
  readonly date: CalendarDate;
  readonly counterpartyId: string | null;
  readonly treatment: string;
  readonly isFixedAsset: boolean;
  readonly base: string;
  readonly vat: string;
  /** Transactions of the ledger that the document was posted by. */
  readonly transactionIds: readonly string[];
}

/** The lines of documents that make up a box, in the order of the documents. A total has those of its whole part. */
export async function listVatItems(
  database: Database,
  companyId: string,
  { year, month }: { readonly year: number; readonly month: number },
  { part, box, isTotal }: Pick<VatBox, 'part' | 'box' | 'isTotal'>,
  page: Page<readonly [box: string, documentId: string, line: number]>,
): Promise<VatItem[]> {
  const [afterBox, afterDocument, afterLine] = page.after ?? [];
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<VatItem[]>`
      /* vatItems */
      select part, box, document_type as "documentType", document_id as "documentId", line, date,
             counterparty_id as "counterpartyId", treatment, is_fixed_asset as "isFixedAsset",
             base::text, vat::text, array(
               select o.transaction_id from tax.posting_outcomes o
               where o.company_id = i.company_id and o.source_type = i.document_type
                 and o.source_id = i.document_id::text and o.transaction_id is not null
               order by o.purpose) as "transactionIds"
      from tax.vat_items i
      where company_id = ${companyId} and year = ${year} and month = ${month} and part = ${part}
        ${isTotal ? sql`` : sql`and box = ${box}`}
        ${page.after === null ? sql`` : sql`and (box, document_id, line) > (${afterBox ?? ''}, ${afterDocument ?? ''}::uuid, ${afterLine ?? 0})`}
      order by box, document_id, line
      limit ${page.limit}`,
  );
  return rows.map((row) => ({ ...row }));
}

/** Most invoices that one submission asks to attach: more are attached on RS.ge's own pages, all at once. */
const MOST_ATTACHED = 5_000;

/**
 * Invoices of the month that RS.ge holds and both sides may declare.
 * @throws DomainError BAD_USER_INPUT naming `attachesInvoices` when the company is not connected with RS.ge, or they are
 * too many.
 */
export async function listInvoicesToAttach(
  database: Database,
  companyId: string,
  year: number,
  month: number,
): Promise<string[]> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<{ isConnected: boolean; ids: string[] }[]>`
      /* invoicesToAttach */ select
        exists (select from tax.rs_ge_connections where company_id = ${companyId}) as "isConnected",
        array(
          select k.document_id from (
            select d.document_id from tax.rs_ge_documents d
            where d.company_id = ${companyId} and d.document_type = 'TaxInvoice' and d.rs_ge_id is not null
              and d.state in ('SENT', 'CONFIRMED', 'CONFIRMED_BY_US')
            -- What others have issued may have been confirmed on the pages of RS.ge.
            union
            select r.document_id from tax.rs_ge_received r
            where r.company_id = ${companyId} and r.document_id is not null and r.state = 'CONFIRMED'
          ) k
          where exists (
            select from tax.vat_items i
            where i.company_id = ${companyId} and i.document_id = k.document_id
              and i.year = ${year} and i.month = ${month})
          order by k.document_id limit ${MOST_ATTACHED + 1}) as ids`,
  );
  if (row === undefined || !row.isConnected)
    throw badInput('attachesInvoices', true, 'the company is not connected with RS.ge');
  if (row.ids.length > MOST_ATTACHED)
    throw badInput('attachesInvoices', true, `more than ${MOST_ATTACHED} invoices; attach them at RS.ge`);
  return row.ids;
}

/** One step of a return on its way, as it was taken. */
export interface VatReturnChange {
  readonly returnVersion: number;
  readonly state: VatReturnState;
  readonly reason: string | null;
  readonly receiptNumber: string | null;
  readonly date: CalendarDate | null;
  readonly at: string;
  readonly changedBy: string;
}

/** Every step of a month's return, the oldest first. */
export async function listVatReturnChanges(
  database: Database,
  companyId: string,
  year: number,
  month: number,
): Promise<VatReturnChange[]> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<VatReturnChange[]>`
      /* vatReturnChanges */
      select return_version as "returnVersion", state, reason, receipt_number as "receiptNumber",
             dated as date, changed_at as at, changed_by as "changedBy"
      from tax.vat_return_changes
      where company_id = ${companyId} and year = ${year} and month = ${month}
      order by version`,
  );
  return rows.map((row) => ({ ...row }));
}
