import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHART_WITH_STOCK, goodsOf, untilMonth, type Goods } from '#test/goods.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
let goods: Goods;
beforeAll(async () => {
  system = await startSystem({ companies: 2, chart: CHART_WITH_STOCK });
  await untilMonth(system, '2026-12', true);
  goods = goodsOf(system.company(0).as('admin'));
});
afterAll(() => system.close());

const CHANGED = `subscription ($after: Cursor, $items: [ID!], $warehouses: [ID!]) {
  stockChanged(after: $after, itemIds: $items, warehouseIds: $warehouses) {
    cursor seq change movement { id kind number lines { item { id } } } } }`;

interface Told {
  readonly stockChanged: {
    readonly cursor: string;
    readonly change: string;
    readonly movement: { readonly id: string; readonly kind: string };
  };
}

const idsOf = (told: readonly Told[]): string[] => told.map(({ stockChanged }) => stockChanged.movement.id);

async function stocked() {
  const [itemId, other] = [await goods.item(), await goods.item()];
  const [shop, store] = [await goods.warehouse(), await goods.warehouse()];
  const receive = (item: string, warehouseId: string) =>
    goods.record({
      kind: 'RECEIPT',
      date: '2026-03-01',
      warehouseId,
      lines: [{ itemId: item, quantity: '2', unitCost: '1' }],
    });
  return { itemId, other, shop, store, receive };
}

describe('stockChanged', () => {
  it('tells movements live, those that are taken back too, and again after a cursor', async () => {
    const { itemId, shop, receive } = await stocked();
    const first = await receive(itemId, shop);
    const watching = goods.caller.subscribe<Told>(CHANGED, { items: [itemId] });
    try {
      // Movements before the subscription stands are not told, so it is asked until it does.
      const made: string[] = [];
      while (watching.seen.length === 0) {
        made.push((await receive(itemId, shop)).id);
        await watching.upTo(1, 500).catch(() => undefined);
      }
      const back = await goods.command('reverse', {
        id: first.id,
        bookingDate: '2026-03-02',
        reason: 'mistaken',
      });
      while (idsOf(watching.seen).at(-1) !== back.id) await watching.upTo(watching.seen.length + 1);
      const seen = idsOf(watching.seen);
      expect(seen.at(-1)).toBe(back.id);
      expect(seen.slice(0, -1)).toEqual(made.slice(made.length - seen.length + 1));
      const start = watching.seen[0];
      const again = goods.caller.subscribe<Told>(CHANGED, {
        items: [itemId],
        after: start?.stockChanged.cursor,
      });
      try {
        expect(idsOf(await again.upTo(seen.length - 1))).toEqual(seen.slice(1));
      } finally {
        await again.stop();
      }
    } finally {
      await watching.stop();
    }
  });

  it('tells of the items and warehouses that are asked for', async () => {
    const { itemId, other, shop, store, receive } = await stocked();
    const before = goods.caller.subscribe<Told>(CHANGED, {});
    let cursor: string | undefined;
    try {
      while (before.seen.length === 0) {
        await receive(other, shop);
        await before.upTo(1, 500).catch(() => undefined);
      }
      cursor = before.seen.at(-1)?.stockChanged.cursor;
    } finally {
      await before.stop();
    }
    await receive(itemId, shop);
    const sent = await goods.record({
      kind: 'TRANSFER',
      date: '2026-03-02',
      warehouseId: shop,
      toWarehouseId: store,
      lines: [{ itemId, quantity: '1' }],
    });
    await receive(other, store);
    const last = await receive(itemId, store);
    const watching = goods.caller.subscribe<Told>(CHANGED, {
      after: cursor,
      items: [itemId],
      warehouses: [store],
    });
    try {
      expect(idsOf(await watching.upTo(2))).toEqual([sent.id, last.id]);
    } finally {
      await watching.stop();
    }
  });

  it('is for those who may read inventory', async () => {
    const watching = system.company(0).as('accountant').subscribe(CHANGED, {});
    const { errors } = await watching.ended;
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    await watching.stop();
  });
});

describe('movements across the supergraph', () => {
  it('are found from the transaction that they were posted by, and lead to it', async () => {
    const { itemId, shop, receive } = await stocked();
    const settled = await goods.settled((await receive(itemId, shop)).id);
    const id = settled.postings[0]?.transaction?.id;
    expect(
      await goods.caller.query(
        `query ($id: ID!) { transaction(id: $id) { stockMovement { id kind } entries { account { code } } } }`,
        { id },
      ),
    ).toMatchObject({ transaction: { stockMovement: { id: settled.id, kind: 'RECEIPT' } } });
  });

  it('name the counterparty, who knows its movements', async () => {
    const { itemId, shop } = await stocked();
    const { createCounterparty } = await goods.caller.query<{
      createCounterparty: { counterparty: { id: string } };
    }>(
      `mutation ($input: CreateCounterpartyInput!) { createCounterparty(input: $input) { counterparty { id } } }`,
      { input: { name: 'შპს მიმწოდებელი', kind: 'COMPANY', taxId: '404404404' } },
    );
    const counterpartyId = createCounterparty.counterparty.id;
    const came = await goods.record({
      kind: 'RECEIPT',
      date: '2026-03-01',
      warehouseId: shop,
      counterpartyId,
      lines: [{ itemId, quantity: '2', unitCost: '1' }],
    });
    expect(
      await goods.caller.query(
        `query ($id: ID!) { stockMovement(id: $id) { counterparty { id name stockMovements(first: 5) { edges { node { id } } } } } }`,
        { id: came.id },
      ),
    ).toEqual({
      stockMovement: {
        counterparty: {
          id: counterpartyId,
          name: 'შპს მიმწოდებელი',
          stockMovements: { edges: [{ node: { id: came.id } }] },
        },
      },
    });
  });
});
