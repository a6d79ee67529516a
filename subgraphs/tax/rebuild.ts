import { rebuildProjections } from '#db/rebuild.ts';
import { SCHEMA } from './schema.ts';

/** Everything that is made from events of tax, children before what they refer to. */
const PROJECTIONS = [
  'excise_items',
  'company_excise_rates',
  'tax_invoice_lines',
  'tax_invoices',
  'vat_items',
  'vat_return_changes',
  'vat_returns',
  'submitted_months',
  'filings',
  'tax_payments',
  'property_values',
  'small_business_incomes',
  'withholdings',
  'profit_tax_charges',
  'rs_ge_documents',
  'posting_requests',
  'posting_accounts',
  'counterparties',
  'profiles',
];

/** Each of these events says all that it changes, in rows of its own aggregate. */
const DOCUMENTS = ['TaxInvoice', 'Posting', 'PostingReversal', 'Counterparty', 'RsGeDocument'];

/**
 * Makes anew what tax has in its tables of a company's documents, out of its log (see `rebuildProjections`). What it
 * has of the ledger's log is `rebuildFromLedger`'s; sign-ins and submissions to RS.ge are no projections and stay.
 * Runs as the owner of the tables.
 */
export async function rebuildTax(
  ownerUrl: string,
  companyId: string,
  onProgress?: (events: number, total: number) => void,
): Promise<{ events: number }> {
  return rebuildProjections({
    ownerUrl,
    schema: SCHEMA,
    companyId,
    tables: PROJECTIONS,
    documents: DOCUMENTS,
    onProgress,
  });
}
