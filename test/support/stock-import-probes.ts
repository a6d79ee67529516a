import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '#test/caller.ts';
import { UNKNOWN_ID } from '#test/operations.ts';
import { input, probe, writing, type Probes } from '#test/tenancy-probes.ts';

const KEY = 'their-key';
const WRITE_ITEMS = writing('importItems', 'ImportItemsInput', 'imported');

/** Gives the second company an item out of a file, under the key `their-key`. */
export async function importTheirItems(them: Caller): Promise<void> {
  await them.query(
    WRITE_ITEMS,
    input({ format: 'CSV', content: 'code,name,kind,unit\nIMPORTED,x,goods,KG', idempotencyKey: KEY }),
  );
}

/** Where a client may write what names a file that was imported, or where what it lists is kept. */
export function stockImportProbes(theirWarehouse: () => string, theirCount: () => string): Probes {
  const writeCount = writing('importStockCount', 'ImportStockCountInput', 'imported errors { reason }');
  const counted = { format: 'CSV', content: 'item,counted\nNONE,1' };
  const writeStock = writing('importOpeningStock', 'ImportOpeningStockInput', 'imported errors { reason }');
  const given = { format: 'CSV', content: 'item,quantity,amount\nNONE,1,1', date: '2026-01-01' };
  return {
    'Mutation.importOpeningStock(input.warehouseId)': probe(
      writeStock,
      (warehouseId) => input({ ...given, warehouseId }),
      theirWarehouse,
    ),
    'Mutation.importOpeningStock(input.idempotencyKey)': probe(
      writeStock,
      (idempotencyKey) => input({ ...given, idempotencyKey }),
      () => KEY,
      uuidv7,
    ),
    'Mutation.importStockCount(input.id)': probe(writeCount, (id) => input({ ...counted, id }), theirCount),
    'Mutation.importStockCount(input.idempotencyKey)': probe(
      writeCount,
      (idempotencyKey) => input({ ...counted, id: UNKNOWN_ID, idempotencyKey }),
      () => KEY,
      uuidv7,
    ),
    'Mutation.importItems(input.idempotencyKey)': probe(
      WRITE_ITEMS,
      (idempotencyKey) => input({ format: 'CSV', content: '', idempotencyKey }),
      () => KEY,
      uuidv7,
    ),
  };
}
