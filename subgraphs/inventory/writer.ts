import type { ConstraintTable, Database } from '#db/client.ts';
import { refusingLocked } from '#db/locked-documents.ts';
import { readTogether, type ReadTogether } from '#db/read-together.ts';
import { createSubgraphWriter, type SubgraphWriter } from '#db/subgraph-writer.ts';
import { COUNT_GUARDS } from './counts/guards.ts';
import type { InventoryFacts } from './facts.ts';
import { barcodeTaken, itemCodeTaken } from './items/decide.ts';
import { lotNumberTaken } from './lots/lot.ts';
import { loadInventoryFacts } from './reference.ts';
import { MOVEMENT_GUARDS } from './movements/guards.ts';
import { RESERVATION_GUARDS } from './reservations/guards.ts';
import { SCHEMA } from './schema.ts';
import { binCodeTaken, warehouseCodeTaken } from './warehouses/decide.ts';

/** What commands of inventory write through. */
export interface InventoryWriter extends SubgraphWriter<InventoryFacts> {
  /** What commands look up before they are decided on. */
  readonly readTogether: ReadTogether;
}

/**
 * The guards of the database and the refusals that they mean. The rules refuse first and name the field; these are for
 * races and for whatever reached the tables by another way.
 */
const CONSTRAINTS: ConstraintTable = {
  items_code: itemCodeTaken,
  item_barcodes_once: barcodeTaken,
  warehouses_code: warehouseCodeTaken,
  bins_code: binCodeTaken,
  lots_number: lotNumberTaken,
  ...MOVEMENT_GUARDS,
  ...RESERVATION_GUARDS,
  ...COUNT_GUARDS,
  ...refusingLocked(() => 'bookingDate'),
};

export function createInventoryWriter(database: Database): InventoryWriter {
  const writer = createSubgraphWriter<InventoryFacts>({
    database,
    schema: SCHEMA,
    loadFacts: (companyId) => loadInventoryFacts(database, companyId),
    constraints: CONSTRAINTS,
  });
  return { ...writer, readTogether: readTogether(database) };
}
