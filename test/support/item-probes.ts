import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '#test/caller.ts';
import { UNKNOWN_ID } from '#test/operations.ts';
import { input, pageAfter, probe, SECRET, writing, type Probes } from '#test/tenancy-probes.ts';

/** Items and places of the second company's. */
export interface ItemsOfTheirs {
  readonly item: string;
  readonly itemCursor: string;
  readonly warehouse: string;
  readonly warehouseCursor: string;
  readonly bin: string;
  readonly lot: string;
}

const CODE = `${SECRET}-1`;
const BARCODE = '4860001234561';
const KEY = 'their-key';
const ITEM = { code: CODE, name: SECRET, kind: 'GOODS', unit: 'PCS' };

/** Gives the second company things and places, under the key `their-key`. */
export async function storeTheirItems(them: Caller): Promise<ItemsOfTheirs> {
  const perform = async (field: string, type: string, noun: string, given: object): Promise<string> => {
    const answer = await them.query<Record<string, Record<string, { id: string }>>>(
      writing(field, type, `${noun} { id }`),
      input({ ...given, idempotencyKey: KEY }),
    );
    const id = answer[field]?.[noun]?.id;
    if (id === undefined) throw new Error(`${field} made nothing`);
    return id;
  };
  const item = await perform('createItem', 'CreateItemInput', 'item', {
    ...ITEM,
    barcodes: [BARCODE],
    hasLots: true,
  });
  const warehouse = await perform('createWarehouse', 'CreateWarehouseInput', 'warehouse', {
    code: CODE,
    name: SECRET,
  });
  const bin = await perform('createBin', 'CreateBinInput', 'bin', { warehouseId: warehouse, code: CODE });
  const lot = await perform('createLot', 'CreateLotInput', 'lot', { itemId: item, number: CODE });
  const pages = await them.query<Record<'items' | 'warehouses', { pageInfo: { endCursor: string } }>>(
    '{ items(first: 1) { pageInfo { endCursor } } warehouses(first: 1) { pageInfo { endCursor } } }',
  );
  return {
    item,
    warehouse,
    bin,
    lot,
    itemCursor: pages.items.pageInfo.endCursor,
    warehouseCursor: pages.warehouses.pageInfo.endCursor,
  };
}

/** Entities by their type, with ids of the second company's. */
export function entitiesOfTheirItems({ item, warehouse }: ItemsOfTheirs): Readonly<Record<string, string[]>> {
  return { Item: [item], Warehouse: [warehouse] };
}

let count = 0;
const ownCode = (): string => `OURS-${uuidv7()}${String((count += 1))}`.slice(0, 41);

/** Where a client may write what names an item or a place. */
export function itemProbes(theirs: () => ItemsOfTheirs): Probes {
  const acts = [
    ['updateItem', 'UpdateItemInput', 'item { version }', () => theirs().item, { nameEn: 'x' }],
    ['deactivateItem', 'ItemActionInput', 'item { version }', () => theirs().item, {}],
    ['activateItem', 'ItemActionInput', 'item { version }', () => theirs().item, {}],
    [
      'updateWarehouse',
      'UpdateWarehouseInput',
      'warehouse { version }',
      () => theirs().warehouse,
      { nameEn: 'x' },
    ],
    ['setBinActive', 'SetBinActiveInput', 'bin { code }', () => theirs().bin, { isActive: false }],
    ['updateLot', 'UpdateLotInput', 'lot { number }', () => theirs().lot, {}],
  ] as const;
  const makers = [
    ['createItem', 'CreateItemInput', 'item { version }', { ...ITEM, unit: 'NONE' }],
    ['createWarehouse', 'CreateWarehouseInput', 'warehouse { version }', { code: ' ', name: 'x' }],
    ['createBin', 'CreateBinInput', 'bin { code }', { warehouseId: UNKNOWN_ID, code: 'x' }],
    ['createLot', 'CreateLotInput', 'lot { number }', { itemId: UNKNOWN_ID, number: 'x' }],
  ] as const;
  return {
    'Query.item(id)': probe(
      'query($v: ID) { item(id: $v) { name } }',
      (v) => ({ v }),
      () => theirs().item,
    ),
    'Query.item(code)': probe(
      'query($v: String) { item(code: $v) { name } }',
      (v) => ({ v }),
      () => CODE,
      () => `${CODE}0`,
    ),
    'Query.items(after)': pageAfter('items', 'name', () => theirs().itemCursor),
    'Query.items(filter.search)': probe(
      'query($v: String) { items(first: 10, filter: { search: $v }) { edges { node { name } } } }',
      (v) => ({ v }),
      () => SECRET,
      () => 'არსად',
    ),
    'Query.warehouse(id)': probe(
      'query($v: ID!) { warehouse(id: $v) { name } }',
      (v) => ({ v }),
      () => theirs().warehouse,
    ),
    'Query.warehouses(after)': pageAfter('warehouses', 'name', () => theirs().warehouseCursor),
    ...Object.fromEntries(
      acts.flatMap(([field, type, selection, id, given]) => [
        [
          `Mutation.${field}(input.id)`,
          probe(writing(field, type, selection), (value) => input({ id: value, ...given }), id),
        ],
        [
          `Mutation.${field}(input.idempotencyKey)`,
          probe(
            writing(field, type, selection),
            (idempotencyKey) => input({ id: UNKNOWN_ID, ...given, idempotencyKey }),
            () => KEY,
            uuidv7,
          ),
        ],
      ]),
    ),
    ...Object.fromEntries(
      makers.map(([field, type, selection, given]) => [
        `Mutation.${field}(input.idempotencyKey)`,
        probe(
          writing(field, type, selection),
          (idempotencyKey) => input({ ...given, idempotencyKey }),
          () => KEY,
          uuidv7,
        ),
      ]),
    ),
    // Whoever gives a code that only another company has, gets it.
    'Mutation.createItem(input.code)': probe(
      writing('createItem', 'CreateItemInput', 'item { version }'),
      (code) => input({ ...ITEM, name: 'x', code }),
      () => CODE,
      ownCode,
    ),
    'Mutation.createWarehouse(input.code)': probe(
      writing('createWarehouse', 'CreateWarehouseInput', 'warehouse { version }'),
      (code) => input({ name: 'x', code }),
      () => CODE,
      ownCode,
    ),
    'Mutation.updateItem(input.code)': probe(
      writing('updateItem', 'UpdateItemInput', 'item { version }'),
      (code) => input({ id: UNKNOWN_ID, code }),
      () => CODE,
      ownCode,
    ),
    'Mutation.updateWarehouse(input.code)': probe(
      writing('updateWarehouse', 'UpdateWarehouseInput', 'warehouse { version }'),
      (code) => input({ id: UNKNOWN_ID, code }),
      () => CODE,
      ownCode,
    ),
    'Mutation.createBin(input.code)': probe(
      writing('createBin', 'CreateBinInput', 'bin { code }'),
      (code) => input({ warehouseId: UNKNOWN_ID, code }),
      () => CODE,
      ownCode,
    ),
    'Mutation.createBin(input.warehouseId)': probe(
      writing('createBin', 'CreateBinInput', 'bin { code }'),
      (warehouseId) => input({ warehouseId, code: 'x' }),
      () => theirs().warehouse,
    ),
    'Mutation.createLot(input.itemId)': probe(
      writing('createLot', 'CreateLotInput', 'lot { number }'),
      (itemId) => input({ itemId, number: 'x' }),
      () => theirs().item,
    ),
    'Mutation.createLot(input.number)': probe(
      writing('createLot', 'CreateLotInput', 'lot { number }'),
      (number) => input({ itemId: UNKNOWN_ID, number }),
      () => CODE,
      ownCode,
    ),
  };
}
