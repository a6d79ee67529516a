import type { Database, TransactionSql } from '#db/client.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import type { PostingState } from '../postings/posting.ts';

export type VatPart = 'OUTPUT' | 'REVERSE_CHARGE' | 'INPUT';

/** A month of the calendar. */
export interface Month {
  readonly year: number;
  readonly month: number;
}

export interface VatEntryRow {
  readonly transactionId: string;
  readonly line: number;
  readonly accountId: string;
  readonly seq: number;
  readonly part: VatPart;
  readonly date: string;
  readonly debit: string;
  readonly credit: string;
  readonly description: string;
  readonly counterpartyId: string | null;
  readonly documentType: string | null;
  readonly documentId: string | null;
}

const COLUMNS = `e.transaction_id as "transactionId", e.line, e.account_id as "accountId", e.seq, a.part, e.date,
  e.debit, e.credit, e.description, e.counterparty_id as "counterpartyId", e.source_type as "documentType",
  e.source_id as "documentId"`;

/** One page of the register, in the order of date and posting. */
export function listVatEntries(
  database: Database,
  companyId: string,
  { year, month }: Month,
  { after, limit }: Page<[string, number, number]>,
): Promise<VatEntryRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<VatEntryRow[]>`
      /* vatRegister */ select ${sql.unsafe(COLUMNS)}
      from tax.vat_entries e join tax.vat_accounts a using (company_id, account_id)
      where e.company_id = ${companyId} and ${within(sql, { year, month })}
        and ${
          after === null
            ? sql`true`
            : sql`(e.date, e.seq, e.line) > (${after[0]}::date, ${after[1]}::bigint, ${after[2]}::int)`
        }
      order by e.date, e.seq, e.line limit ${limit}`,
  );
}

/** Those among the accounts that are the company's and of VAT. */
export function findVatAccounts(
  database: Database,
  companyId: string,
  ids: readonly string[],
): Promise<{ id: string }[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<{ id: string }[]>`
      /* findVatAccounts */ select account_id as id from tax.vat_accounts
      where company_id = ${companyId} and account_id = any (${[...ids]}::uuid[])`,
  );
}

export interface VatTurnoverRow {
  readonly accountId: string;
  readonly debit: string;
  readonly credit: string;
  /** VAT that the account says is owed, or may be credited: its own side less the other. */
  readonly vat: string;
}

/** What went over each of these accounts in a span of days; nothing for an account that is not one of VAT. */
export function vatTurnover(
  database: Database,
  companyId: string,
  accountIds: readonly string[],
  from: string,
  to: string,
): Promise<VatTurnoverRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<VatTurnoverRow[]>`
      /* vatTurnover */ select a.account_id as "accountId", coalesce(sum(e.debit), 0.00) as debit,
        coalesce(sum(e.credit), 0.00) as credit,
        coalesce(sum(case a.part when 'INPUT' then e.debit - e.credit else e.credit - e.debit end), 0.00) as vat
      from tax.vat_accounts a
      left join tax.vat_entries e on e.company_id = a.company_id and e.account_id = a.account_id
        and e.date between ${from} and ${to}
      where a.company_id = ${companyId} and a.account_id = any (${[...accountIds]}::uuid[])
      group by a.account_id`,
  );
}

export interface VatPartRow {
  readonly part: VatPart;
  readonly documents: string;
  readonly books: string;
  readonly settled: string;
  readonly difference: string;
}

export interface VatDocumentRow {
  readonly part: VatPart;
  readonly documentType: string;
  readonly documentId: string;
  readonly documents: string;
  readonly books: string;
  readonly difference: string;
  readonly postingStates: readonly PostingState[];
}

/** An entry that no document stands behind. */
export interface UndocumentedVatRow extends VatEntryRow {
  readonly isSettlement: boolean;
}

export interface VatDifferencesRow {
  readonly year: number;
  readonly month: number;
  readonly parts: readonly VatPartRow[];
  readonly documents: readonly VatDocumentRow[];
  readonly undocumented: readonly UndocumentedVatRow[];
}

/** Most documents, and most entries, that one answer names. */
const MOST = 500;

/**
 * The VAT of a month as the documents say it and as the books say it, all of one moment. An entry without a document on
 * the other side of its account (a payment, the set-off of input against output) settles VAT and makes none; so does what
 * undoes it.
 */
export async function compareVat(
  database: Database,
  companyId: string,
  { year, month }: Month,
): Promise<VatDifferencesRow> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<Omit<VatDifferencesRow, 'year' | 'month'>[]>`
      /* vatDifferences */ with ${bothSides(sql, companyId, { year, month })}, part as (
        select p.part, p.n, s.documents, s.books, s.settled
        from unnest(array['OUTPUT', 'REVERSE_CHARGE', 'INPUT']) with ordinality as p(part, n)
        cross join lateral (select
          coalesce((select sum(vat) from item where item.part = p.part), 0.00) as documents,
          coalesce((select sum(vat) from entry where entry.part = p.part and not is_settlement), 0.00) as books,
          coalesce((select -sum(vat) from entry where entry.part = p.part and is_settlement), 0.00) as settled) s
      ), booked as (
        select part, source_type as document_type, source_id as document_id, sum(vat) as vat
        from entry where is_documented group by 1, 2, 3
      ), differing as (
        select part, document_type, document_id, coalesce(i.vat, 0.00) as documents, coalesce(b.vat, 0.00) as books,
          coalesce(i.vat, 0.00) - coalesce(b.vat, 0.00) as difference
        from item i full join booked b using (part, document_type, document_id)
        where coalesce(i.vat, 0) <> coalesce(b.vat, 0)
        order by abs(coalesce(i.vat, 0.00) - coalesce(b.vat, 0.00)) desc, document_type, document_id, part
        limit ${MOST}
      ), undocumented as (
        select e.* from entry e where not e.is_documented order by e.date, e.seq, e.line limit ${MOST}
      )
      -- Amounts as text: a number of JSON would lose tetri on its way.
      select
        (select json_agg(json_build_object('part', part, 'documents', documents::text, 'books', books::text,
           'settled', settled::text, 'difference', (documents - books)::text) order by n) from part) as parts,
        (select coalesce(json_agg(json_build_object('part', d.part, 'documentType', d.document_type,
           'documentId', d.document_id, 'documents', d.documents::text, 'books', d.books::text,
           'difference', d.difference::text, 'postingStates', array(
             select p.state from tax.postings p where p.company_id = ${companyId}
               and p.source_type = d.document_type and p.source_id = d.document_id order by p.requested_at, p.id))
           order by abs(d.difference) desc, d.document_type, d.document_id, d.part), '[]')
         from differing d) as documents,
        (select coalesce(json_agg(json_build_object('transactionId', e.transaction_id, 'line', e.line,
           'accountId', e.account_id, 'seq', e.seq, 'part', e.part, 'date', e.date, 'debit', e.debit::text,
           'credit', e.credit::text, 'description', e.description, 'counterpartyId', e.counterparty_id,
           'documentType', e.source_type, 'documentId', e.source_id, 'isSettlement', e.is_settlement)
           order by e.date, e.seq, e.line), '[]')
         from undocumented e) as undocumented`,
  );
  if (row === undefined) throw new Error('a comparison always has a row');
  return { year, month, ...row };
}

/** What the documents say, a row for each and part; and what the books say, a row for each entry. */
export function bothSides(sql: TransactionSql, companyId: string, { year, month }: Month) {
  return sql`item as (
      select part, document_type, document_id::text as document_id, sum(vat) as vat from tax.vat_items
      where company_id = ${companyId} and year = ${year} and month = ${month} group by 1, 2, 3
    ), entry as (
      select k.*, not k.is_documented and coalesce(k.settles, k.source_type is null and k.vat < 0) as is_settlement
      from (
        select e.company_id, e.transaction_id, e.line, e.account_id, e.seq, e.date, e.debit, e.credit, e.description,
          e.counterparty_id, e.source_type, e.source_id, e.is_settlement as settles, a.part, case a.part when 'INPUT' then e.debit - e.credit else e.credit - e.debit end as vat,
          -- A document that was taken back, or that adds nothing to the return, stands behind its entries all the same.
          e.source_type is not null as is_documented
        from tax.vat_entries e join tax.vat_accounts a using (company_id, account_id)
        where e.company_id = ${companyId} and ${within(sql, { year, month })}
      ) k
    )`;
}

function within(sql: TransactionSql, { year, month }: Month) {
  return sql`e.date >= make_date(${year}, ${month}, 1)
    and e.date < make_date(${year}, ${month}, 1) + interval '1 month'`;
}
