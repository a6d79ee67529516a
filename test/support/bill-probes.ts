import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '#test/caller.ts';
import { input, pageAfter, probe, SECRET, writing, type Probes } from '#test/tenancy-probes.ts';

/** A bill of materials of the second company's, of a product that nothing else is about. */
export interface BillsOfTheirs {
  readonly product: string;
  readonly cursor: string;
}

const KEY = 'their-key';
/** The day beside it, as cursors of nothing have, is a day too. */
const DAY = '2026-01-12';
/** Names nothing, and is not what the probes take for nothing either. */
const NOBODYS_ID = '018f0000-0000-7000-8000-000000000001';

/** Says for the second company what something is made of, under the key `their-key`. */
export async function billTheirs(them: Caller): Promise<BillsOfTheirs> {
  const item = async (kind: string): Promise<string> => {
    const { createItem } = await them.query<{ createItem: { item: { id: string } } }>(
      writing('createItem', 'CreateItemInput', 'item { id }'),
      input({ code: uuidv7(), name: SECRET, kind, unit: 'PCS' }),
    );
    return createItem.item.id;
  };
  const [product, part] = await Promise.all([item('PRODUCT'), item('MATERIAL')]);
  const components = [{ itemId: part, quantity: '1' }];
  await them.query(
    writing('setBillOfMaterials', 'SetBillOfMaterialsInput', 'bill { from }'),
    input({ itemId: product, from: DAY, quantity: '1', components, idempotencyKey: KEY }),
  );
  await them.query(
    writing('endBillOfMaterials', 'EndBillOfMaterialsInput', 'item { version }'),
    input({ itemId: product, on: '2099-12-31', idempotencyKey: KEY }),
  );
  const { billsOfMaterials } = await them.query<{ billsOfMaterials: { pageInfo: { endCursor: string } } }>(
    '{ billsOfMaterials(first: 1) { pageInfo { endCursor } } }',
  );
  return { product, cursor: billsOfMaterials.pageInfo.endCursor };
}

/** Where a client may write what names a product, what it is made of, or where it is made. */
export function billProbes(theirs: () => BillsOfTheirs, theirWarehouse: () => string): Probes {
  const setting = writing('setBillOfMaterials', 'SetBillOfMaterialsInput', 'bill { from }');
  const ending = writing('endBillOfMaterials', 'EndBillOfMaterialsInput', 'item { version }');
  const assembling = writing('assembleByBill', 'AssembleByBillInput', 'movement { status }');
  const bill = { from: '2026-01-01', quantity: '1', components: [{ itemId: NOBODYS_ID, quantity: '1' }] };
  const assembly = { quantity: '1', date: '2026-01-01' };
  const listed = (condition: string) =>
    `query($v: ID) { billsOfMaterials(first: 10, ${condition}: $v) { edges { node { from } } } }`;
  const named = () => theirs().product;
  const key = (query: string, given: object) =>
    probe(
      query,
      (idempotencyKey) => input({ itemId: NOBODYS_ID, ...given, idempotencyKey }),
      () => KEY,
      uuidv7,
    );
  return {
    'Query.billsOfMaterials(after)': pageAfter('billsOfMaterials', 'from', () => theirs().cursor),
    'Query.billsOfMaterials(itemId)': probe(listed('itemId'), (v) => ({ v }), named),
    'Query.billsOfMaterials(componentId)': probe(listed('componentId'), (v) => ({ v }), named),
    'Mutation.setBillOfMaterials(input.itemId)': probe(
      setting,
      (itemId) => input({ ...bill, itemId }),
      named,
    ),
    'Mutation.setBillOfMaterials(input.components.itemId)': probe(
      setting,
      (itemId) => input({ ...bill, itemId: NOBODYS_ID, components: [{ itemId, quantity: '1' }] }),
      named,
    ),
    'Mutation.setBillOfMaterials(input.idempotencyKey)': key(setting, bill),
    'Mutation.endBillOfMaterials(input.itemId)': probe(
      ending,
      (itemId) => input({ itemId, on: '2026-01-01' }),
      named,
    ),
    'Mutation.endBillOfMaterials(input.idempotencyKey)': key(ending, { on: '2026-01-01' }),
    'Mutation.assembleByBill(input.itemId)': probe(
      assembling,
      (itemId) => input({ ...assembly, itemId, warehouseId: NOBODYS_ID }),
      named,
    ),
    'Mutation.assembleByBill(input.warehouseId)': probe(
      assembling,
      (warehouseId) => input({ ...assembly, itemId: NOBODYS_ID, warehouseId }),
      theirWarehouse,
    ),
    'Mutation.assembleByBill(input.lotId)': probe(
      assembling,
      (lotId) => input({ ...assembly, itemId: NOBODYS_ID, warehouseId: NOBODYS_ID, lotId }),
      named,
    ),
    'Mutation.assembleByBill(input.taken.itemId)': probe(
      assembling,
      (itemId) =>
        input({
          ...assembly,
          itemId: NOBODYS_ID,
          warehouseId: NOBODYS_ID,
          taken: [{ itemId, quantity: '1' }],
        }),
      named,
    ),
    'Mutation.assembleByBill(input.taken.lotId)': probe(
      assembling,
      (lotId) =>
        input({
          ...assembly,
          itemId: NOBODYS_ID,
          warehouseId: NOBODYS_ID,
          taken: [{ itemId: NOBODYS_ID, quantity: '1', lotId }],
        }),
      named,
    ),
    'Mutation.assembleByBill(input.idempotencyKey)': key(assembling, {
      ...assembly,
      warehouseId: NOBODYS_ID,
    }),
  };
}
