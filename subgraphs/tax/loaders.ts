import type DataLoader from 'dataloader';
import type { Database } from '#db/client.ts';
import { isUuid } from '#shared/domain/ids.ts';
import { manyByKey, oneByKey } from '#shared/graphql/loaders.ts';
import { findCounterparties, type CounterpartyRow } from './counterparties/queries.ts';
import {
  findCorrections,
  findInvoiceLines,
  findInvoices,
  findVatItems,
  invoicesOfTransactions,
  type TaxInvoiceLineRow,
  type TaxInvoiceRow,
  type VatItemRow,
} from './invoices/queries.ts';
import { postingsOfDocuments, type PostingRow } from './postings/queries.ts';

/** Lookups of one operation, each key once, many keys by one statement. */
export interface TaxLoaders {
  readonly counterparty: DataLoader<string, CounterpartyRow | null>;
  readonly taxInvoice: DataLoader<string, TaxInvoiceRow | null>;
  readonly taxInvoiceLines: DataLoader<string, TaxInvoiceLineRow[]>;
  readonly taxInvoiceCorrections: DataLoader<string, TaxInvoiceRow[]>;
  readonly taxInvoicePostings: DataLoader<string, PostingRow[]>;
  /** Documents by the transaction that was posted for them. */
  readonly taxInvoiceIdsOfTransaction: DataLoader<string, { transactionId: string; invoiceId: string }[]>;
  readonly vatItemsOfDocument: DataLoader<string, VatItemRow[]>;
}

export function createTaxLoaders(database: Database, companyId: string): TaxLoaders {
  return {
    // An id that is no UUID exists in no company; it must not reach a uuid column.
    counterparty: oneByKey(
      (ids) => findCounterparties(database, companyId, ids.filter(isUuid)),
      ({ id }) => id,
    ),
    taxInvoice: oneByKey(
      (ids) => findInvoices(database, companyId, ids.filter(isUuid)),
      ({ id }) => id,
    ),
    taxInvoiceLines: manyByKey(
      (ids) => findInvoiceLines(database, companyId, ids),
      ({ invoiceId }) => invoiceId,
    ),
    taxInvoiceCorrections: manyByKey(
      (ids) => findCorrections(database, companyId, ids),
      ({ corrects }) => corrects ?? '',
    ),
    taxInvoicePostings: manyByKey(
      (ids) => postingsOfDocuments(database, companyId, 'TaxInvoice', ids),
      ({ documentId }) => documentId,
    ),
    taxInvoiceIdsOfTransaction: manyByKey(
      (ids) => invoicesOfTransactions(database, companyId, ids.filter(isUuid)),
      ({ transactionId }) => transactionId,
    ),
    vatItemsOfDocument: manyByKey(
      (ids) => findVatItems(database, companyId, ids),
      ({ documentId }) => documentId,
    ),
  };
}
