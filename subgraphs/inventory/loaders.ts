import type DataLoader from 'dataloader';
import type { Database } from '#db/client.ts';
import { manyByKey, oneByKey } from '#shared/graphql/loaders.ts';
import { findItems, type ItemRow } from './items/queries.ts';
import { findPostings, type PostingRow } from './postings/queries.ts';
import { findBins, findWarehouses, type BinRow, type WarehouseRow } from './warehouses/queries.ts';
import { callsOf, findWaybills, type WaybillCallRow, type WaybillRow } from './waybills/queries.ts';

/** Loads each thing once for an operation, and many together. */
export interface InventoryLoaders {
  /** Postings of a document, by its id. */
  readonly postingsOf: DataLoader<string, PostingRow[]>;
  readonly item: DataLoader<string, ItemRow | null>;
  readonly warehouse: DataLoader<string, WarehouseRow | null>;
  readonly binsOf: DataLoader<string, BinRow[]>;
  readonly waybill: DataLoader<string, WaybillRow | null>;
  readonly callsOfWaybill: DataLoader<string, WaybillCallRow[]>;
  readonly waybillsOfInvoice: DataLoader<string, WaybillRow[]>;
}

export function createInventoryLoaders(database: Database, companyId: string): InventoryLoaders {
  return {
    item: oneByKey(
      (ids) => findItems(database, companyId, ids),
      ({ id }) => id,
    ),
    warehouse: oneByKey(
      (ids) => findWarehouses(database, companyId, ids),
      ({ id }) => id,
    ),
    binsOf: manyByKey(
      (ids: readonly string[]) => findBins(database, companyId, 'warehouse_id', ids),
      ({ warehouseId }) => warehouseId,
    ),
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
