import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '#test/caller.ts';
import { billProbes, billTheirs, type BillsOfTheirs } from '#test/bill-probes.ts';
import { COST_PLACES_OF_NOTHING, costProbes, costTheirs, type CostsOfTheirs } from '#test/cost-probes.ts';
import { countProbes, countTheirs, type CountsOfTheirs } from '#test/count-probes.ts';
import { entitiesOfTheirItems, itemProbes, storeTheirItems, type ItemsOfTheirs } from '#test/item-probes.ts';
import { movementProbes, moveTheirs, type MovementsOfTheirs } from '#test/movement-probes.ts';
import { reservationProbes } from '#test/reservation-probes.ts';
import { stockFileProbes } from '#test/stock-file-probes.ts';
import { importTheirItems, stockImportProbes } from '#test/stock-import-probes.ts';
import { input, probe, writing, type Probes } from '#test/tenancy-probes.ts';
import {
  sendTheirWaybill,
  WAYBILL_PLACES_OF_NOTHING,
  waybillProbes,
  type WaybillsOfTheirs,
} from '#test/waybill-probes.ts';

/** What the second company has in its stores; each noun of inventory adds its own. */
export interface StockOfTheirs {
  readonly postingRole: string;
  readonly waybills: WaybillsOfTheirs;
  readonly items: ItemsOfTheirs;
  readonly movements: MovementsOfTheirs;
  readonly costs: CostsOfTheirs;
  readonly bills: BillsOfTheirs;
  readonly counts: CountsOfTheirs;
}

/** Fills the stores of the second company, under the key `their-key` and with `SECRET` wherever a text may be. */
export async function stockTheirs(them: Caller): Promise<StockOfTheirs> {
  const postingRole = 'LOSSES';
  await them.query(
    writing('chooseInventoryPostingAccount', 'ChooseInventoryPostingAccountInput', 'account { role }'),
    input({ role: postingRole, accountCode: '7410', idempotencyKey: 'their-key' }),
  );
  await importTheirItems(them);
  const movements = await moveTheirs(them);
  return {
    postingRole,
    waybills: await sendTheirWaybill(them),
    items: await storeTheirItems(them),
    movements,
    costs: await costTheirs(them, movements),
    bills: await billTheirs(them),
    counts: await countTheirs(them),
  };
}

/** Entities of inventory by their type, with ids of the second company's. */
export function entitiesOfTheirStock({
  waybills,
  items,
  movements,
}: StockOfTheirs): Readonly<Record<string, string[]>> {
  return {
    Waybill: [waybills.waybill],
    StockMovement: [movements.draft, movements.receipt],
    ...entitiesOfTheirItems(items),
  };
}

/** Places of the schema whose names sound as if they named something of a company, and do not. */
export const INVENTORY_PLACES_OF_NOTHING: readonly string[] = [
  // The ledger knows whether there is such an account, when something is posted on it.
  'Mutation.chooseInventoryPostingAccount(input.accountCode)',
  ...COST_PLACES_OF_NOTHING,
  ...WAYBILL_PLACES_OF_NOTHING,
];

/** Where a client may write what names something of inventory, or a tax invoice that goods belong to. */
export function inventoryProbes(
  theirs: () => StockOfTheirs,
  theirInvoice: () => string,
  theirCounterparty: () => string,
): Probes {
  return {
    ...movementProbes(
      () => theirs().movements,
      () => theirs().items,
      theirInvoice,
      theirCounterparty,
    ),
    ...itemProbes(() => theirs().items),
    ...costProbes(
      () => theirs().costs,
      () => theirs().movements,
      theirInvoice,
    ),
    ...billProbes(
      () => theirs().bills,
      () => theirs().items.warehouse,
    ),
    ...stockImportProbes(
      () => theirs().items.warehouse,
      () => theirs().counts.open,
    ),
    ...countProbes(() => theirs().counts),
    ...stockFileProbes(() => theirs().counts),
    ...reservationProbes(() => theirs().items),
    ...waybillProbes(
      () => theirs().waybills,
      () => theirs().movements.receipt,
      theirInvoice,
    ),
    'Mutation.chooseInventoryPostingAccount(input.idempotencyKey)': probe(
      writing('chooseInventoryPostingAccount', 'ChooseInventoryPostingAccountInput', 'account { role }'),
      (idempotencyKey) => input({ role: 'NONE', accountCode: '6110', idempotencyKey }),
      () => 'their-key',
      uuidv7,
    ),
  };
}
