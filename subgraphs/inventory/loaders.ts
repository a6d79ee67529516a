import type DataLoader from 'dataloader';
import type { Database } from '#db/client.ts';
import { manyByKey, oneByKey } from '#shared/graphql/loaders.ts';
import { findPostings, type PostingRow } from './postings/queries.ts';
import { callsOf, findWaybills, type WaybillCallRow, type WaybillRow } from './waybills/queries.ts';

/** Loads each thing once for an operation, and many together. */
export interface InventoryLoaders {
  /** Postings of a document, by its id. */
  readonly postingsOf: DataLoader<string, PostingRow[]>;
  readonly waybill: DataLoader<string, WaybillRow | null>;
  readonly callsOfWaybill: DataLoader<string, WaybillCallRow[]>;
  readonly waybillsOfInvoice: DataLoader<string, WaybillRow[]>;
}

export function createInventoryLoaders(database: Database, companyId: string): InventoryLoaders {
  return {
    waybill: oneByKey(
      (ids) => findWaybills(database, companyId, 'id', ids),
      ({ id }) => id,
    ),
    callsOfWaybill: manyByKey(
      (ids: readonly string[]) => callsOf(database, companyId, ids),
      ({ waybillId }) => waybillId,
    ),
    waybillsOfInvoice: manyByKey(
      (ids: readonly string[]) => findWaybills(database, companyId, 'taxInvoiceId', ids),
      ({ taxInvoiceId }) => taxInvoiceId ?? '',
    ),
    postingsOf: manyByKey(
      (ids: readonly string[]) => findPostings(database, companyId, ids),
      ({ documentId }) => documentId,
    ),
  };
}
