import type DataLoader from 'dataloader';
import type { Database } from '#db/client.ts';
import { manyByKey, oneByKey } from '#shared/graphql/loaders.ts';
import { findBillsOn, type BillRow } from './bills/queries.ts';
import { findCounts, type CountRow } from './counts/queries.ts';
import { findItems, type ItemRow } from './items/queries.ts';
import {
  findMovements,
  findMovementsOf,
  movementsOfTransactions,
  type MovementRow,
} from './movements/queries.ts';
import { findPostings, type PostingRow } from './postings/queries.ts';
import { findKeptBack, type KeptBackRow } from './reservations/queries.ts';
import { findPlaces, type PlaceRow } from './stock/on-hand.ts';
import { findBins, findWarehouses, type BinRow, type WarehouseRow } from './warehouses/queries.ts';
import { callsOf, findWaybills, type WaybillCallRow, type WaybillRow } from './waybills/queries.ts';

/** Loads each thing once for an operation, and many together. */
export interface InventoryLoaders {
  /** Postings of a document, by its id. */
  readonly postingsOf: DataLoader<string, PostingRow[]>;
  readonly movement: DataLoader<string, MovementRow | null>;
  readonly movementsOfInvoice: DataLoader<string, MovementRow[]>;
  /** What has arrived of transfers. */
  readonly arrivalsOf: DataLoader<string, MovementRow[]>;
  readonly movementIdOfTransaction: DataLoader<string, { movementId: string } | null>;
  /** What is kept back today, by `keptBackKey`. */
  readonly keptBack: DataLoader<string, KeptBackRow | null>;
  readonly placesOfItem: DataLoader<string, PlaceRow[]>;
  readonly item: DataLoader<string, ItemRow | null>;
  readonly warehouse: DataLoader<string, WarehouseRow | null>;
  readonly binsOf: DataLoader<string, BinRow[]>;
  /** The bill of materials that holds on a day, by `billKey`. */
  readonly billOn: DataLoader<string, BillRow | null>;
  readonly count: DataLoader<string, CountRow | null>;
  /** The count whose differences a movement is. */
  readonly countOfMovement: DataLoader<string, CountRow | null>;
  readonly waybill: DataLoader<string, WaybillRow | null>;
  readonly callsOfWaybill: DataLoader<string, WaybillCallRow[]>;
  readonly waybillsOfInvoice: DataLoader<string, WaybillRow[]>;
  readonly waybillsOfMovement: DataLoader<string, WaybillRow[]>;
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
    billOn: oneByKey(
      (keys) => findBillsOn(database, companyId, keys),
      ({ key }) => key,
    ),
    count: oneByKey(
      (ids) => findCounts(database, companyId, 'id', ids),
      ({ id }) => id,
    ),
    countOfMovement: oneByKey(
      (ids) => findCounts(database, companyId, 'movement_id', ids),
      ({ movementId }) => movementId ?? '',
    ),
    waybill: oneByKey(
      (ids) => findWaybills(database, companyId, 'id', ids),
      ({ id }) => id,
    ),
    callsOfWaybill: manyByKey(
      (ids: readonly string[]) => callsOf(database, companyId, ids),
      ({ waybillId }) => waybillId,
    ),
    waybillsOfMovement: manyByKey(
      (ids: readonly string[]) => findWaybills(database, companyId, 'movementId', ids),
      ({ movementId }) => movementId ?? '',
    ),
    waybillsOfInvoice: manyByKey(
      (ids: readonly string[]) => findWaybills(database, companyId, 'taxInvoiceId', ids),
      ({ taxInvoiceId }) => taxInvoiceId ?? '',
    ),
    movement: oneByKey(
      (ids) => findMovements(database, companyId, ids),
      ({ id }) => id,
    ),
    movementsOfInvoice: manyByKey(
      (ids: readonly string[]) => findMovementsOf(database, companyId, 'tax_invoice_id', ids),
      ({ taxInvoiceId }) => taxInvoiceId ?? '',
    ),
    arrivalsOf: manyByKey(
      (ids: readonly string[]) => findMovementsOf(database, companyId, 'transfer_id', ids),
      ({ transferId }) => transferId ?? '',
    ),
    movementIdOfTransaction: oneByKey(
      (ids) => movementsOfTransactions(database, companyId, ids),
      ({ transactionId }) => transactionId,
    ),
    keptBack: oneByKey(
      (keys) => findKeptBack(database, companyId, keys),
      ({ key }) => key,
    ),
    placesOfItem: manyByKey(
      (ids: readonly string[]) => findPlaces(database, companyId, ids),
      ({ itemId }) => itemId,
    ),
    postingsOf: manyByKey(
      (ids: readonly string[]) => findPostings(database, companyId, ids),
      ({ documentId }) => documentId,
    ),
  };
}
