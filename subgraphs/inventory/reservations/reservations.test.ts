import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHART_WITH_STOCK, goodsOf, untilMonth, type Goods } from '#test/goods.ts';
import { startSystem, type System } from '#test/system.ts';
import type { Caller } from '#test/caller.ts';

const ALWAYS = '2099-12-31';
const DATE = '2026-03-10';

let system: System;
let us: Caller;
let goods: Goods;
let shop: string;
let store: string;
beforeAll(async () => {
  system = await startSystem({ companies: 2, chart: CHART_WITH_STOCK, years: [2026] });
  await untilMonth(system, '2026-12', true);
  us = system.company(0).as('admin');
  goods = goodsOf(us);
  shop = await goods.warehouse();
  store = await goods.warehouse();
});
afterAll(() => system.close());

const FIELDS = 'id quantity issued left isOpen document';
const RESERVE = `mutation ($input: ReserveStockInput!) { reserveStock(input: $input) { reservation { ${FIELDS} } } }`;
const RELEASE = `mutation ($input: StockReservationActionInput!) {
  releaseStockReservation(input: $input) { reservation { ${FIELDS} } } }`;

interface Reservation {
  readonly id: string;
  readonly issued: string;
  readonly left: string;
  readonly isOpen: boolean;
}

async function reserve(input: object): Promise<Reservation> {
  const { reserveStock } = await us.query<{ reserveStock: { reservation: Reservation } }>(RESERVE, {
    input: { warehouseId: shop, until: ALWAYS, ...input },
  });
  return reserveStock.reservation;
}

const refused = (input: object) =>
  us.refusal(RESERVE, { input: { warehouseId: shop, until: ALWAYS, ...input } });

async function reservation(id: string): Promise<Reservation | null> {
  const data = await us.query<{ stockReservation: Reservation | null }>(
    `query ($id: ID!) { stockReservation(id: $id) { ${FIELDS} } }`,
    { id },
  );
  return data.stockReservation;
}

async function availability(itemId: string): Promise<object[]> {
  const data = await us.query<{ stockAvailability: object[] }>(
    'query ($itemId: ID!) { stockAvailability(itemId: $itemId) { warehouseId onHand reserved available } }',
    { itemId },
  );
  return data.stockAvailability;
}

/** An item of which so many are in the shop. */
async function stocked(quantity: string, input: object = {}): Promise<string> {
  const itemId = await goods.item({ ...input });
  await goods.record({
    kind: 'RECEIPT',
    date: DATE,
    warehouseId: shop,
    lines: [{ itemId, quantity, unitCost: '2' }],
  });
  return itemId;
}

const sale = (itemId: string, quantity: string, more: object = {}) => ({
  kind: 'ISSUE',
  reason: 'SALE',
  date: DATE,
  warehouseId: shop,
  lines: [{ itemId, quantity }],
  ...more,
});

describe('a reservation', () => {
  it('leaves the rest to others, and its own to the issue for its document', async () => {
    const itemId = await stocked('10');
    const { id } = await reserve({ itemId, quantity: '6', document: 'შეკვეთა 17' });
    expect(await availability(itemId)).toEqual([
      { warehouseId: shop, onHand: '10', reserved: '6', available: '4' },
    ]);
    expect(await goods.refusal('record', sale(itemId, '5'))).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'lines',
      missing: '1',
    });
    await goods.record(sale(itemId, '4'));
    expect((await goods.refusal('record', sale(itemId, '1', { reference: 'შეკვეთა 18' }))).code).toBe(
      'BAD_USER_INPUT',
    );
    const issue = await goods.record(sale(itemId, '5', { reference: 'შეკვეთა 17' }));
    expect(await reservation(id)).toMatchObject({ issued: '5', left: '1', isOpen: true });

    await goods.command('reverse', { id: issue.id, bookingDate: DATE, reason: 'შეცდომა' });
    expect(await reservation(id)).toMatchObject({ issued: '0', left: '6' });
    await goods.record(sale(itemId, '6', { reference: 'შეკვეთა 17' }));
    expect(await reservation(id)).toMatchObject({ issued: '6', left: '0', isOpen: false });
    expect(await availability(itemId)).toEqual([]);
  });

  it('is of what is there and free, in any unit of the item', async () => {
    const itemId = await stocked('30', { conversions: [{ unit: 'PACK', quantity: '12' }] });
    await reserve({ itemId, quantity: '2', unit: 'PACK', document: 'A' });
    expect(await refused({ itemId, quantity: '7', document: 'B' })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'quantity',
      available: '6',
    });
    await reserve({ itemId, quantity: '6', document: 'B' });
    expect(await refused({ itemId, quantity: '1', document: 'C', warehouseId: store })).toMatchObject({
      field: 'quantity',
    });
  });

  it('is set free, once, and may be made again for the same document', async () => {
    const itemId = await stocked('3');
    const { id } = await reserve({ itemId, quantity: '3', document: 'A' });
    await reserve({ itemId: await stocked('1'), quantity: '1', document: 'A' });
    await us.query(RELEASE, { input: { id } });
    expect(await reservation(id)).toMatchObject({ left: '0', isOpen: false });
    expect((await us.refusal(RELEASE, { input: { id } })).code).toBe('INVALID_TRANSITION');
    await reserve({ itemId, quantity: '1', document: 'A' });
    expect((await refused({ itemId, quantity: '1', document: 'A' })).code).toBe('CONFLICT');
  });

  it('keeps goods from leaving by a transfer, and not from being lost', async () => {
    const itemId = await stocked('5');
    await reserve({ itemId, quantity: '5', document: 'A' });
    const transfer = {
      kind: 'TRANSFER',
      date: DATE,
      warehouseId: shop,
      toWarehouseId: store,
      isDirect: true,
    };
    expect((await goods.refusal('record', { ...transfer, lines: [{ itemId, quantity: '1' }] })).code).toBe(
      'BAD_USER_INPUT',
    );
    await goods.record(sale(itemId, '2', { reason: 'LOSS' }));
    expect(await availability(itemId)).toEqual([
      { warehouseId: shop, onHand: '3', reserved: '5', available: '-2' },
    ]);
  });

  it('is one of many that are asked for at once, and together they are never of more than there is', async () => {
    const itemId = await stocked('5');
    const tries = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        us.answer(RESERVE, {
          input: { itemId, warehouseId: shop, until: ALWAYS, quantity: '2', document: `D${String(index)}` },
        }),
      ),
    );
    expect(tries.filter(({ errors }) => errors === undefined)).toHaveLength(2);
    expect(await availability(itemId)).toEqual([
      { warehouseId: shop, onHand: '5', reserved: '4', available: '1' },
    ]);
  });

  it('stands in what there is now, and in nothing of a past day', async () => {
    const itemId = await stocked('5');
    await reserve({ itemId, quantity: '2', document: 'O-7' });
    const onHand = async (asOf: string, warehouseId?: string) => {
      const data = await us.query<{ stockOnHand: { edges: { node: object }[] } }>(
        `query ($asOf: Date!, $filter: StockFilter) { stockOnHand(first: 5, asOf: $asOf, filter: $filter) {
          edges { node { quantity reserved available } } } }`,
        { asOf, filter: { itemIds: [itemId], ...(warehouseId === undefined ? {} : { warehouseId }) } },
      );
      return data.stockOnHand.edges.map(({ node }) => node);
    };
    expect(await onHand(ALWAYS)).toEqual([{ quantity: '5', reserved: '2', available: '3' }]);
    expect(await onHand(ALWAYS, shop)).toEqual([{ quantity: '5', reserved: '2', available: '3' }]);
    expect(await onHand(DATE)).toEqual([{ quantity: '5', reserved: null, available: null }]);
  });

  it('is looked at behind each of many movements that are written at once, not only behind the last', async () => {
    const itemId = await stocked('5');
    const sold = await goods.record(sale(itemId, '2'));
    const lines = [{ itemId, quantity: '2', unitCost: '2' }];
    const came = await goods.record({ kind: 'RECEIPT', date: DATE, warehouseId: shop, lines });
    await reserve({ itemId, quantity: '5', document: 'O-99' });
    // As if these two had been written together now: the sale takes what is kept back until the receipt behind it.
    const { id: companyId } = system.company(0);
    const together = system.owner.sql`
      select inventory.project_9_reservations(array_agg(e order by e.seq)) from inventory.event_store e
      where e.company_id = ${companyId} and e.event_type = 'StockMovementPosted'
        and e.aggregate_id = any (${[sold.id, came.id]}::uuid[])`;
    await expect(together).rejects.toMatchObject({ constraint_name: 'stock_reserved' });
  });

  it('is listed by item, place, document and whether it is open', async () => {
    const itemId = await stocked('9');
    for (const [document, until] of [
      ['late', '2098-01-01'],
      ['early', '2097-01-01'],
    ])
      await reserve({ itemId, quantity: '1', document, until });
    const list = async (filter: object, first = 10): Promise<string[]> => {
      const { stockReservations } = await us.query<{
        stockReservations: { edges: { node: { document: string } }[] };
      }>(
        `query ($filter: StockReservationFilter, $first: Int) {
          stockReservations(first: $first, filter: $filter) { edges { node { document } } } }`,
        { filter, first },
      );
      return stockReservations.edges.map(({ node }) => node.document);
    };
    expect(await list({ itemId })).toEqual(['early', 'late']);
    expect(await list({ itemId }, 1)).toEqual(['early']);
    expect(await list({ itemId, warehouseId: store })).toEqual([]);
    expect(await list({ itemId, document: 'late', isOpen: true })).toEqual(['late']);
    expect(await list({ itemId, isOpen: false })).toEqual([]);
  });

  it.each([
    ['quantity', { quantity: '0' }],
    ['quantity', { quantity: '-1' }],
    ['quantity', { quantity: '0.5' }],
    ['unit', { unit: 'KG' }],
    ['until', { until: '2020-01-01' }],
    ['document', { document: ' ' }],
  ])('refuses a wrong %s', async (field, wrong) => {
    const itemId = await stocked('9');
    expect(await refused({ itemId, quantity: '1', document: 'A', ...wrong })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field,
    });
  });
});

describe('proposals to order', () => {
  async function proposal(itemId: string): Promise<object | undefined> {
    const { reorderProposals } = await us.query<{
      reorderProposals: { edges: { node: { item: { id: string } } }[] };
    }>(
      `{ reorderProposals(first: 100) { edges { node { item { id } onHand onOrder reserved level quantity } } } }`,
    );
    return reorderProposals.edges.map(({ node }) => node).find(({ item }) => item.id === itemId);
  }

  it('come when what is there and on order, less what is reserved, is below the level', async () => {
    const itemId = await stocked('12', { reorderLevel: '10', reorderQuantity: '5' });
    expect(await proposal(itemId)).toBeUndefined();
    await reserve({ itemId, quantity: '3', document: 'A' });
    const expected = {
      item: { id: itemId },
      onHand: '12',
      onOrder: '0',
      reserved: '3',
      level: '10',
      quantity: '5',
    };
    expect(await proposal(itemId)).toEqual(expected);
    await goods.record(sale(itemId, '9'));
    expect(await proposal(itemId)).toEqual({ ...expected, onHand: '3', quantity: '10' });
    await goods.command('create', {
      kind: 'RECEIPT',
      date: DATE,
      warehouseId: shop,
      lines: [{ itemId, quantity: '10', unitCost: '2' }],
    });
    expect(await proposal(itemId)).toBeUndefined();
  });
});
