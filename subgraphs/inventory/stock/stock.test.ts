import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHART_WITH_STOCK, goodsOf, untilMonth, type Goods } from '#test/goods.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
let goods: Goods;
let shop: string;
let store: string;

beforeAll(async () => {
  system = await startSystem({ companies: 2, chart: CHART_WITH_STOCK, years: [2025, 2026] });
  await untilMonth(system, '2026-12', true);
  goods = goodsOf(system.company(0).as('admin'));
  shop = await goods.warehouse();
  store = await goods.warehouse();
});
afterAll(() => system.close());

const came = (itemId: string, date: string, quantity: string, unitCost: string, more: object = {}) =>
  goods.record({
    kind: 'RECEIPT',
    date,
    warehouseId: shop,
    lines: [{ itemId, quantity, unitCost }],
    ...more,
  });
const went = (itemId: string, date: string, quantity: string, more: object = {}) =>
  goods.record({
    kind: 'ISSUE',
    reason: 'SALE',
    date,
    warehouseId: shop,
    lines: [{ itemId, quantity }],
    ...more,
  });

const CARD = `query ($itemId: ID!, $from: Date!, $to: Date!, $warehouseId: ID, $basis: StockBasis, $first: Int, $after: String) {
  stockCard(itemId: $itemId, from: $from, to: $to, warehouseId: $warehouseId, basis: $basis, first: $first, after: $after) {
    opening { quantity value } closing { quantity value } pageInfo { hasNextPage endCursor }
    edges { node { day kind quantity value runningQuantity runningValue movement { number } corrects { number } } } } }`;

interface Balance {
  readonly quantity: string;
  readonly value: string | null;
}

interface Card {
  readonly opening: Balance;
  readonly closing: Balance;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: readonly {
    readonly node: Balance & {
      readonly day: string;
      readonly kind: string;
      readonly runningQuantity: string;
      readonly runningValue: string | null;
      readonly movement: { readonly number: string } | null;
      readonly corrects: { readonly number: string } | null;
    };
  }[];
}

async function card(itemId: string, from: string, to: string, more: object = {}): Promise<Card> {
  const variables = { itemId, from, to, first: 100, ...more };
  return (await goods.caller.query<{ stockCard: Card }>(CARD, variables)).stockCard;
}

/** A card as an accountant writes it: day, quantity, value, and what there is after it. */
function table({ edges }: Card): string[] {
  return edges.map(({ node: { day, kind, quantity, value, runningQuantity, runningValue } }) =>
    [day, kind, quantity, value ?? '-', runningQuantity, runningValue ?? '-'].join(' | '),
  );
}

describe('the card of an item', () => {
  it('shows what came and went, with quantity and value after each', async () => {
    const item = await goods.item();
    await came(item, '2026-01-31', '10', '2');
    await came(item, '2026-02-03', '5', '3');
    await went(item, '2026-02-05', '12');
    await went(item, '2026-03-01', '1');
    const february = await card(item, '2026-02-01', '2026-02-28');
    expect(february.opening).toEqual({ quantity: '10', value: '20.00' });
    expect(table(february)).toEqual([
      '2026-02-03 | MOVEMENT | 5 | 15.00 | 15 | 35.00',
      '2026-02-05 | MOVEMENT | -12 | -26.00 | 3 | 9.00',
    ]);
    expect(february.closing).toEqual({ quantity: '3', value: '9.00' });
    expect(february.edges[1]?.node.movement?.number).toMatch(/^GI-2026-/);
  });

  it('keeps the past as it was booked, corrects it where it is known better, or tells it as it happened', async () => {
    const item = await goods.item();
    await came(item, '2026-02-10', '5', '20');
    const sold = await went(item, '2026-02-20', '5');
    await came(item, '2026-02-05', '5', '10', { bookingDate: '2026-03-02' });
    expect(table(await card(item, '2026-02-01', '2026-02-28'))).toEqual([
      '2026-02-10 | MOVEMENT | 5 | 100.00 | 5 | 100.00',
      '2026-02-20 | MOVEMENT | -5 | -100.00 | 0 | 0.00',
    ]);
    const march = await card(item, '2026-03-01', '2026-03-31');
    expect(table(march)).toEqual([
      '2026-03-02 | MOVEMENT | 5 | 50.00 | 5 | 50.00',
      '2026-03-02 | ADJUSTMENT | 0 | 50.00 | 5 | 100.00',
    ]);
    expect(march.edges[1]?.node.corrects?.number).toBe(sold.number);
    const happened = await card(item, '2026-02-01', '2026-02-28', { basis: 'HAPPENED' });
    expect(table(happened)).toEqual([
      '2026-02-05 | MOVEMENT | 5 | 50.00 | 5 | 50.00',
      '2026-02-10 | MOVEMENT | 5 | 100.00 | 10 | 150.00',
      '2026-02-20 | MOVEMENT | -5 | -50.00 | 5 | 100.00',
    ]);
    expect(happened.closing).toEqual({ quantity: '5', value: '100.00' });
  });

  it('of one warehouse has quantities, and goes on behind a cursor', async () => {
    const item = await goods.item();
    await came(item, '2026-02-01', '10', '2');
    await goods.record({
      kind: 'TRANSFER',
      date: '2026-02-02',
      warehouseId: shop,
      toWarehouseId: store,
      isDirect: true,
      lines: [{ itemId: item, quantity: '4' }],
    });
    await went(item, '2026-02-03', '1', { warehouseId: store });
    const span = ['2026-02-01', '2026-02-28'] as const;
    expect(table(await card(item, ...span, { warehouseId: store }))).toEqual([
      '2026-02-02 | MOVEMENT | 4 | - | 4 | -',
      '2026-02-03 | MOVEMENT | -1 | - | 3 | -',
    ]);
    expect(table(await card(item, ...span))).toEqual([
      '2026-02-01 | MOVEMENT | 10 | 20.00 | 10 | 20.00',
      '2026-02-03 | MOVEMENT | -1 | -2.00 | 9 | 18.00',
    ]);
    const first = await card(item, ...span, { first: 1 });
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = await card(item, ...span, { first: 1, after: first.pageInfo.endCursor });
    expect(table(second)).toEqual(['2026-02-03 | MOVEMENT | -1 | -2.00 | 9 | 18.00']);
  });

  it('is of items of the company, and of days that follow one another', async () => {
    const item = await goods.item();
    const theirs = system.company(1).as('admin');
    expect(
      await theirs.query(CARD, { itemId: item, from: '2026-01-01', to: '2026-01-02', first: 1 }),
    ).toEqual({
      stockCard: null,
    });
    expect(
      await goods.caller.refusal(CARD, { itemId: item, from: '2026-01-02', to: '2026-01-01', first: 1 }),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'to' });
  });
});

describe('reports of stock', () => {
  it('sum what came, went and was sent between warehouses, by item', async () => {
    const item = await goods.item();
    await came(item, '2025-12-30', '10', '2');
    await came(item, '2026-03-30', '6', '3');
    await went(item, '2026-03-31', '12');
    await goods.record({
      kind: 'TRANSFER',
      date: '2026-03-31',
      warehouseId: shop,
      toWarehouseId: store,
      lines: [{ itemId: item, quantity: '4' }],
    });
    const TURNOVER = `query ($warehouseId: ID) {
      stockTurnover(first: 1000, from: "2026-01-01", to: "2026-03-31", warehouseId: $warehouseId) { edges { node { item { id }
        openingQuantity quantityIn quantityOut quantityTransferred closingQuantity openingValue valueChange closingValue } } } }`;
    const of = async (warehouseId: string | null) => {
      const { stockTurnover } = await goods.caller.query<{
        stockTurnover: { edges: { node: { item: { id: string } } }[] };
      }>(TURNOVER, { warehouseId });
      return stockTurnover.edges.map(({ node }) => node).find((node) => node.item.id === item);
    };
    expect(await of(null)).toEqual({
      item: { id: item },
      openingQuantity: '10',
      quantityIn: '6',
      quantityOut: '12',
      quantityTransferred: '0',
      closingQuantity: '4',
      openingValue: '20.00',
      valueChange: '-8.00',
      closingValue: '12.00',
    });
    expect(await of(shop)).toMatchObject({
      quantityIn: '6',
      quantityOut: '12',
      quantityTransferred: '-4',
      closingQuantity: '0',
      openingValue: null,
    });
  });

  it('tell how old what there is is, by the layers it lies in', async () => {
    const item = await goods.item();
    await came(item, '2025-06-01', '5', '1');
    await came(item, '2026-05-20', '5', '2');
    await went(item, '2026-05-21', '3');
    const { stockAges } = await goods.caller.query<{
      stockAges: {
        edges: { node: { item: { id: string }; quantity: string; value: string; spans: object[] } }[];
      };
    }>(`{ stockAges(first: 1000, asOf: "2026-06-10") { edges { node { item { id } quantity value
          spans { fromDays toDays quantity value } } } } }`);
    const node = stockAges.edges.map((edge) => edge.node).find((one) => one.item.id === item);
    expect(node).toMatchObject({ quantity: '7', value: '12.00' });
    expect(node?.spans).toEqual([
      { fromDays: 0, toDays: 30, quantity: '5', value: '10.00' },
      { fromDays: 31, toDays: 60, quantity: '0', value: '0.00' },
      { fromDays: 61, toDays: 90, quantity: '0', value: '0.00' },
      { fromDays: 91, toDays: 180, quantity: '0', value: '0.00' },
      { fromDays: 181, toDays: 365, quantity: '0', value: '0.00' },
      { fromDays: 366, toDays: null, quantity: '2', value: '2.00' },
    ]);
  });

  it('find what nobody takes', async () => {
    const [taken, left] = [await goods.item(), await goods.item()];
    for (const item of [taken, left]) await came(item, '2026-01-10', '5', '1');
    await went(taken, '2026-05-01', '1');
    await went(left, '2026-02-01', '1');
    const { deadStock } = await goods.caller.query<{
      deadStock: { edges: { node: { item: { id: string }; lastIssuedOn: string | null } }[] };
    }>(
      `{ deadStock(first: 1000, since: "2026-04-01") { edges { node { item { id } quantity value lastIssuedOn } } } }`,
    );
    const found = deadStock.edges.map(({ node }) => node);
    expect(found.find(({ item }) => item.id === left)).toEqual({
      item: { id: left },
      quantity: '4',
      value: '4.00',
      lastIssuedOn: '2026-02-01',
    });
    expect(found.find(({ item }) => item.id === taken)).toBeUndefined();
  });

  it('add up to the totals of what there is', async () => {
    const other = goodsOf(system.company(1).as('admin'));
    await untilMonth(system, '2026-12', true, 1);
    const warehouseId = await other.warehouse();
    for (const [quantity, unitCost] of [
      ['3', '2.50'],
      ['4', '1.25'],
    ] as const)
      await other.record({
        kind: 'RECEIPT',
        counterAccount: 'OPENING_BALANCE',
        date: '2026-01-01',
        warehouseId,
        lines: [{ itemId: await other.item(), quantity, unitCost }],
      });
    const ON_HAND = `query ($first: Int, $after: String) { stockOnHand(first: $first, after: $after, asOf: "2026-01-01") {
      totals { items value writtenDown } edges { node { value unitCost item { places { warehouse { id } quantity } } } }
      pageInfo { hasNextPage endCursor } } }`;
    interface OnHand {
      readonly stockOnHand: {
        readonly totals: object;
        readonly edges: readonly { readonly node: { readonly value: string } }[];
        readonly pageInfo: { readonly endCursor: string };
      };
    }
    const first = await other.caller.query<OnHand>(ON_HAND, { first: 1 });
    expect(first.stockOnHand.totals).toEqual({ items: 2, value: '12.50', writtenDown: '0.00' });
    const after = first.stockOnHand.pageInfo.endCursor;
    const second = await other.caller.query<OnHand>(ON_HAND, { first: 1, after });
    const nodes = [...first.stockOnHand.edges, ...second.stockOnHand.edges].map(({ node }) => node);
    expect(nodes.map(({ value }) => value).sort()).toEqual(['5.00', '7.50']);
    expect(nodes[0]).toMatchObject({ item: { places: [{ warehouse: { id: warehouseId } }] } });
  });
});
