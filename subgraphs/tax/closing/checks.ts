import { found, MOST_LINKS, type ChecklistCheck, type FoundRow } from '#shared/graphql/close-checklist.ts';
import { bothSides } from '../vat-register/queries.ts';

const vatDifferences: ChecklistCheck = {
  code: 'VAT_DIFFERENCES',
  severity: 'WARNS',
  of: null,
  text: {
    ka: 'დღგ დოკუმენტებში და ბუღალტერიაში განსხვავდება',
    en: 'VAT that documents and books of the month show differently: see `vatDifferences`',
  },
  find: (sql, { companyId, year, month }) =>
    found(sql<FoundRow[]>`
      /* checkVatDifferences */ with ${bothSides(sql, companyId, { year, month })}, booked as (
        select part, source_type as document_type, source_id as document_id, sum(vat) as vat
        from entry where is_documented group by 1, 2, 3
      ), differing as (
        select document_id as id from item i full join booked b using (part, document_type, document_id)
        where coalesce(i.vat, 0) <> coalesce(b.vat, 0)
        union all
        select transaction_id::text from entry where not is_documented and not is_settlement
      )
      select id, (count(*) over ())::int as count from differing order by id limit ${MOST_LINKS}`),
};

const invoiceDrafts: ChecklistCheck = {
  code: 'TAX_INVOICE_DRAFTS',
  severity: 'WARNS',
  of: 'TaxInvoice',
  text: {
    ka: 'თვის ანგარიშ-ფაქტურები, რომლებიც მონახაზად დარჩა',
    en: 'Tax invoices of the month that are still drafts',
  },
  find: (sql, { companyId, startsOn, endsOn }) =>
    found(sql<FoundRow[]>`
      /* checkInvoiceDrafts */ select id, (count(*) over ())::int as count from tax.tax_invoices
      where company_id = ${companyId} and status = 'DRAFT' and operation_date between ${startsOn} and ${endsOn}
      order by operation_date, id limit ${MOST_LINKS}`),
};

const refusedPostings: ChecklistCheck = {
  code: 'TAX_POSTINGS_REFUSED',
  severity: 'WARNS',
  of: null,
  text: {
    ka: 'საგადასახადო დოკუმენტები, რომელთა გატარებაზე დავთარმა უარი თქვა',
    en: 'Documents of tax whose posting, or its reversal, the ledger has refused',
  },
  find: (sql, { companyId, endsOn }) =>
    found(sql<FoundRow[]>`
      /* checkRefusedPostings */ select source_id as id, (count(*) over ())::int as count from tax.postings
      where company_id = ${companyId} and date <= ${endsOn} and state in ('REFUSED', 'REVERSAL_REFUSED')
      order by date, source_id limit ${MOST_LINKS}`),
};

const vatReturn: ChecklistCheck = {
  code: 'VAT_RETURN_OPEN',
  severity: 'WARNS',
  of: null,
  text: {
    ka: 'თვის დღგ-ის დეკლარაცია წარდგენილი არ არის',
    en: 'The VAT return of the month is not submitted',
  },
  find: (sql, { companyId, year, month }) =>
    found(sql<FoundRow[]>`
      /* checkVatReturn */ select ${`${String(year)}-${String(month).padStart(2, '0')}`} as id, 1 as count
      where exists (select from tax.vat_items
                    where company_id = ${companyId} and year = ${year} and month = ${month})
        and not exists (select from tax.vat_returns
                        where company_id = ${companyId} and year = ${year} and month = ${month}
                          and state in ('SUBMITTED', 'ACCEPTED', 'CORRECTED'))`),
};

/** What tax asks before a month is closed, in the order in which it is shown. */
export const CHECKS: readonly ChecklistCheck[] = [vatDifferences, invoiceDrafts, refusedPostings, vatReturn];
