import {
  and,
  asc,
  desc,
  eq,
  gte,
  ilike,
  inArray,
  lt,
  lte,
  or,
  sql as expression,
  type SQL,
} from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import type { Direction, InvoiceKind, InvoiceStatus } from './invoice.ts';
import type { Ground, Unit } from './law.ts';
import { taxInvoiceLines, taxInvoices, vatItemRows } from './tables.ts';

export type TaxInvoiceRow = typeof taxInvoices.$inferSelect;
export type TaxInvoiceLineRow = typeof taxInvoiceLines.$inferSelect;
export type VatItemRow = typeof vatItemRows.$inferSelect;

/** Documents by id, for loaders; what is not the company's is absent from the answer. */
export function findInvoices(
  database: Database,
  companyId: string,
  ids: readonly string[],
): Promise<TaxInvoiceRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return database.withCompanyDrizzle(companyId, (db) =>
    db
      .select()
      .from(taxInvoices)
      .where(and(eq(taxInvoices.companyId, companyId), inArray(taxInvoices.id, [...ids]))),
  );
}

/** Corrections of documents, the oldest first. */
export function findCorrections(
  database: Database,
  companyId: string,
  ids: readonly string[],
): Promise<TaxInvoiceRow[]> {
  return database.withCompanyDrizzle(companyId, (db) =>
    db
      .select()
      .from(taxInvoices)
      .where(and(eq(taxInvoices.companyId, companyId), inArray(taxInvoices.corrects, [...ids])))
      .orderBy(asc(taxInvoices.createdAt), asc(taxInvoices.id)),
  );
}

export function findInvoiceLines(
  database: Database,
  companyId: string,
  ids: readonly string[],
): Promise<TaxInvoiceLineRow[]> {
  return database.withCompanyDrizzle(companyId, (db) =>
    db
      .select()
      .from(taxInvoiceLines)
      .where(and(eq(taxInvoiceLines.companyId, companyId), inArray(taxInvoiceLines.invoiceId, [...ids])))
      .orderBy(asc(taxInvoiceLines.invoiceId), asc(taxInvoiceLines.line)),
  );
}

/** What documents add to the VAT return, in the order of months, parts, boxes and lines. */
export function findVatItems(
  database: Database,
  companyId: string,
  ids: readonly string[],
): Promise<VatItemRow[]> {
  const { year, month, part, box, line, documentId } = vatItemRows;
  return database.withCompanyDrizzle(companyId, (db) =>
    db
      .select()
      .from(vatItemRows)
      .where(and(eq(vatItemRows.companyId, companyId), inArray(documentId, [...ids])))
      .orderBy(asc(documentId), asc(year), asc(month), desc(part), asc(box), asc(line)),
  );
}

/** A transaction of the ledger, of which tax knows no more than its name. */
export interface LedgerTransaction {
  readonly id: string;
}

/** Documents that transactions of the ledger were posted for. */
export function invoicesOfTransactions(
  database: Database,
  companyId: string,
  transactionIds: readonly string[],
): Promise<{ transactionId: string; invoiceId: string }[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<{ transactionId: string; invoiceId: string }[]>`
      /* invoicesOfTransactions */ select transaction_id as "transactionId", source_id as "invoiceId"
      from tax.postings
      where company_id = ${companyId} and source_type = 'TaxInvoice'
        and transaction_id = any (${[...transactionIds]}::uuid[])
      order by source_id`,
  );
}

export interface TaxInvoiceConditions {
  readonly direction?: Direction | null | undefined;
  readonly kinds?: readonly InvoiceKind[] | null | undefined;
  readonly statuses?: readonly InvoiceStatus[] | null | undefined;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly counterpartyId?: string | null | undefined;
  readonly search?: string | null | undefined;
}

/** One page of documents, the latest operation first; of one day, the latest entered first. */
export function listInvoices(
  database: Database,
  companyId: string,
  given: TaxInvoiceConditions,
  page: Page<[string, string]>,
): Promise<TaxInvoiceRow[]> {
  const { id, operationDate, direction, kind, status, counterpartyId } = taxInvoices;
  const after =
    page.after === null
      ? undefined
      : or(lt(operationDate, page.after[0]), and(eq(operationDate, page.after[0]), lt(id, page.after[1])));
  return database.withCompanyDrizzle(companyId, (db) =>
    db
      .select()
      .from(taxInvoices)
      .where(
        and(
          eq(taxInvoices.companyId, companyId),
          given.direction ? eq(direction, given.direction) : undefined,
          given.kinds ? inArray(kind, [...given.kinds]) : undefined,
          given.statuses ? inArray(status, [...given.statuses]) : undefined,
          given.from ? gte(operationDate, given.from) : undefined,
          given.to ? lte(operationDate, given.to) : undefined,
          given.counterpartyId ? eq(counterpartyId, given.counterpartyId) : undefined,
          given.search ? containing(given.search) : undefined,
          after,
        ),
      )
      .orderBy(desc(operationDate), desc(id))
      .limit(page.limit),
  );
}

function containing(search: string): SQL | undefined {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const number = expression`${taxInvoices.numberSeries} || '-' || lpad(${taxInvoices.number}::text, 6, '0')`;
  return or(
    ilike(taxInvoices.registrationNumber, pattern),
    ilike(taxInvoices.note, pattern),
    expression`${number} ilike ${pattern}`,
  );
}

export interface InvoiceChangeRow {
  readonly version: number;
  readonly type: string;
  readonly at: string;
  readonly reason: string | null;
}

/** How a document came to its state, out of the log. */
export async function readHistory(
  database: Database,
  companyId: string,
  id: string,
): Promise<InvoiceChangeRow[]> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<InvoiceChangeRow[]>`
      /* taxInvoiceHistory */ select version, event_type as type, recorded_at as at, data ->> 'reason' as reason
      from tax.event_store where company_id = ${companyId} and aggregate_id = ${id} order by version`,
  );
  // Rows of postgres.js carry more than their columns.
  return rows.map((row) => ({ ...row }));
}

export async function listUnits(database: Database): Promise<Unit[]> {
  const rows = await database.sql<Unit[]>`
    /* taxUnits */ select code, name_ka as "nameKa", name_en as "nameEn" from tax.units order by code`;
  return rows.map((row) => ({ ...row }));
}

export async function listGrounds(database: Database, date: string): Promise<Ground[]> {
  const rows = await database.sql<Ground[]>`
    /* vatGrounds */
    select code, treatment, valid_from as "validFrom", valid_to as "validTo", is_default as "isDefault",
           output_part as "outputPart", output_box as "outputBox", input_box as "inputBox", is_paid as "isPaid",
           source, name_ka as "nameKa", name_en as "nameEn"
    from tax.vat_grounds
    where valid_from <= ${date}::date and (valid_to is null or valid_to >= ${date}::date)
    order by treatment, code`;
  return rows.map((row) => ({ ...row }));
}
