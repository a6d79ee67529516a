import { rebuildProjections } from '#db/rebuild.ts';
import { SCHEMA } from './schema.ts';

/** Everything that is made from events of inventory, children before what they refer to. */
const PROJECTIONS = [
  'frozen_stock',
  'stock_count_entries',
  'stock_count_lines',
  'stock_counts',
  'stock_legs',
  'movement_lines',
  'movements',
  'stock_levels',
  'stock_turnover',
  'cost_allocations',
  'cost_checkpoints',
  'assembly_edges',
  'cost_components',
  'cost_layers',
  'cost_lines',
  'cost_pools',
  'cost_shorts',
  'value_entries',
  'value_turnover',
  'landed_cost_shares',
  'landed_costs',
  'write_downs',
  'reservations',
  'waybills',
  'bill_components',
  'bills',
  'posting_requests',
  'posting_accounts',
  'stock_account_codes',
  'lots',
  'bins',
  'item_barcodes',
  'items',
  'warehouses',
];

/** Each of these events says all that it changes, in rows of its own aggregate. */
const DOCUMENTS = ['StockMovement', 'CostPool', 'Posting', 'PostingReversal', 'Waybill'];

/**
 * Makes anew what inventory has in its tables of a company, out of its log (see `rebuildProjections`). What it has of
 * the ledger's log is `rebuildFromLedger`'s; sign-ins at RS.ge and calls of it are no projections and stay. Runs as the
 * owner of the tables.
 */
export async function rebuildInventory(
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
