import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '#test/caller.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
let us: Caller;
let them: Caller;
beforeAll(async () => {
  system = await startSystem({ companies: 2 });
  us = system.company(0).as('admin');
  them = system.company(1).as('admin');
});
afterAll(() => system.close());

const SHOWN = `id code name(language: EN) kind unit conversions { unit quantity } barcodes vat costingMethod hasLots
  hasSerials hasExpiry allowsShort expectedCost weight reorderLevel reorderQuantity isActive version`;
const CREATE = `mutation ($input: CreateItemInput!) { createItem(input: $input) { item { ${SHOWN} } } }`;
const UPDATE = `mutation ($input: UpdateItemInput!) { updateItem(input: $input) { item { ${SHOWN} } } }`;

interface Shown {
  readonly id: string;
  readonly version: number;
}

let count = 0;
const newCode = (): string => `I-${String((count += 1))}`;
const draft = (more: object = {}): object => ({
  code: newCode(),
  name: 'წყალი',
  kind: 'GOODS',
  unit: 'PCS',
  ...more,
});

async function create(more: object = {}, caller = us): Promise<Shown> {
  const { createItem } = await caller.query<{ createItem: { item: Shown } }>(CREATE, { input: draft(more) });
  return createItem.item;
}

describe('an item', () => {
  it('is found by its id, its code and its bar codes, by its own company alone', async () => {
    const code = newCode();
    const item = await create({
      code,
      nameEn: 'Water',
      conversions: [{ unit: 'PACK', quantity: '12' }],
      barcodes: ['4860001234561', '96385074'],
      weight: '0.5',
      reorderLevel: '24',
      reorderQuantity: '120',
      expectedCost: '1.2',
    });
    expect(item).toMatchObject({
      code,
      name: 'Water',
      conversions: [{ unit: 'PACK', quantity: '12' }],
      barcodes: ['4860001234561', '96385074'],
      vat: 'STANDARD',
      costingMethod: 'FIFO',
      weight: '0.5',
      reorderLevel: '24',
      reorderQuantity: '120',
      expectedCost: '1.20',
      isActive: true,
      version: 1,
    });
    const by = async (caller: Caller, argument: string): Promise<unknown> => {
      const { item: found } = await caller.query<{ item: unknown }>(`{ item(${argument}) { id } }`);
      return found;
    };
    for (const argument of [`id: "${item.id}"`, `code: "${code}"`, 'barcode: "96385074"']) {
      expect(await by(us, argument)).toEqual({ id: item.id });
      expect(await by(them, argument)).toBeNull();
    }
    // The same bar code may be another company's, too.
    await create({ barcodes: ['96385074'] }, them);
  });

  it('is changed as far as it is said, and is searched by code, name and bar code', async () => {
    const { id, version } = await create({ name: 'ღვინო წითელი', nameEn: 'Red wine', expectedCost: '10.00' });
    const { updateItem } = await us.query<{ updateItem: { item: object } }>(UPDATE, {
      input: { id, expectedVersion: version, costingMethod: 'AVERAGE', expectedCost: null },
    });
    expect(updateItem.item).toMatchObject({
      name: 'Red wine',
      costingMethod: 'AVERAGE',
      expectedCost: null,
      version: 2,
    });
    expect(await us.refusal(UPDATE, { input: { id, expectedVersion: 1, nameEn: 'x' } })).toMatchObject({
      code: 'CONFLICT',
      field: 'expectedVersion',
    });
    const { items } = await us.query<{ items: { edges: { node: { id: string } }[] } }>(
      '{ items(first: 10, filter: { search: "წითელი" }) { edges { node { id } } } }',
    );
    expect(items.edges).toEqual([{ node: { id } }]);
  });

  it.each([
    ['code', draft({ code: ' ' }), 'BAD_USER_INPUT'],
    ['unit', draft({ unit: 'BARREL' }), 'BAD_USER_INPUT'],
    ['unitName', draft({ unit: 'OTHER' }), 'BAD_USER_INPUT'],
    ['barcodes[0]', draft({ barcodes: ['4860001234568'] }), 'BAD_USER_INPUT'],
    ['barcodes[1]', draft({ barcodes: ['96385074', '96385074'] }), 'BAD_USER_INPUT'],
    ['conversions[0].unit', draft({ conversions: [{ unit: 'PCS', quantity: '1' }] }), 'BAD_USER_INPUT'],
    ['conversions[0].quantity', draft({ conversions: [{ unit: 'PACK', quantity: '0' }] }), 'BAD_USER_INPUT'],
    ['costingMethod', draft({ costingMethod: 'LIFO' }), 'BAD_USER_INPUT'],
    ['hasExpiry', draft({ hasExpiry: true }), 'BAD_USER_INPUT'],
    ['hasSerials', draft({ unit: 'KG', hasSerials: true }), 'BAD_USER_INPUT'],
    ['kind', draft({ kind: 'SERVICE', hasLots: true }), 'BAD_USER_INPUT'],
    ['reorderLevel', draft({ reorderLevel: '1.5', reorderQuantity: '1' }), 'BAD_USER_INPUT'],
    ['reorderQuantity', draft({ reorderLevel: '1' }), 'BAD_USER_INPUT'],
    ['expectedCost', draft({ expectedCost: '1.234' }), 'BAD_USER_INPUT'],
  ])('is refused for a wrong %s', async (field, input, code) => {
    expect(await us.refusal(CREATE, { input })).toMatchObject({ code, field });
  });

  it('has a code and bar codes that no other item of the company has', async () => {
    const code = newCode();
    await create({ code, barcodes: ['036000291452'] });
    expect(await us.refusal(CREATE, { input: draft({ code }) })).toMatchObject({
      code: 'CONFLICT',
      field: 'code',
    });
    expect(await us.refusal(CREATE, { input: draft({ barcodes: ['036000291452'] }) })).toMatchObject({
      code: 'CONFLICT',
      field: 'barcodes',
    });
  });
});

describe('places and lots', () => {
  it('a warehouse has bins, each with a code of its own', async () => {
    const { createWarehouse } = await us.query<{ createWarehouse: { warehouse: { id: string } } }>(
      `mutation { createWarehouse(input: { code: "W1", name: "საწყობი", address: "თბილისი" }) { warehouse { id } } }`,
    );
    const { id } = createWarehouse.warehouse;
    const bin = `mutation ($input: CreateBinInput!) { createBin(input: $input) { bin { id code isActive } } }`;
    await us.query(bin, { input: { warehouseId: id, code: 'A-2' } });
    await us.query(bin, { input: { warehouseId: id, code: 'A-1' } });
    expect(await us.refusal(bin, { input: { warehouseId: id, code: 'A-1' } })).toMatchObject({
      code: 'CONFLICT',
      field: 'code',
    });
    expect(await them.refusal(bin, { input: { warehouseId: id, code: 'A-3' } })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'warehouseId',
    });
    const { warehouse } = await us.query<{ warehouse: object }>(
      `query ($id: ID!) { warehouse(id: $id) { code name address isActive bins { code } } }`,
      { id },
    );
    expect(warehouse).toEqual({
      code: 'W1',
      name: 'საწყობი',
      address: 'თბილისი',
      isActive: true,
      bins: [{ code: 'A-1' }, { code: 'A-2' }],
    });
  });

  it('lots have numbers of their own, and a day where the item expires', async () => {
    const { id } = await create({ hasLots: true, hasExpiry: true });
    const lot = `mutation ($input: CreateLotInput!) { createLot(input: $input) { lot { number expiresOn item { id } } } }`;
    expect(await us.refusal(lot, { input: { itemId: id, number: 'L1' } })).toMatchObject({
      field: 'expiresOn',
    });
    const { createLot } = await us.query<{ createLot: object }>(lot, {
      input: { itemId: id, number: 'L1', expiresOn: '2027-01-31' },
    });
    expect(createLot).toEqual({ lot: { number: 'L1', expiresOn: '2027-01-31', item: { id } } });
    expect(
      await us.refusal(lot, { input: { itemId: id, number: 'L1', expiresOn: '2027-02-28' } }),
    ).toMatchObject({ code: 'CONFLICT', field: 'number' });
    const other = await create();
    expect(await us.refusal(lot, { input: { itemId: other.id, number: 'L1' } })).toMatchObject({
      field: 'itemId',
    });
  });

  it('units are those of RS.ge', async () => {
    const { stockUnits } = await us.query<{ stockUnits: { code: string; rsGeCode: number; name: string }[] }>(
      '{ stockUnits { code rsGeCode name decimals } }',
    );
    expect(stockUnits.find(({ code }) => code === 'KG')).toEqual({
      code: 'KG',
      rsGeCode: 2,
      name: 'კგ',
      decimals: 3,
    });
    expect(stockUnits.map(({ rsGeCode }) => rsGeCode)).toEqual([
      1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 99,
    ]);
  });
});
