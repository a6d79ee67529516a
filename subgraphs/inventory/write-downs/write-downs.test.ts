import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CHART_WITH_STOCK, goodsOf, untilMonth, type Goods } from '#test/goods.ts';
import { demandHealthy } from '#test/inventory-health.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
let goods: Goods;
beforeAll(async () => {
  system = await startSystem({ chart: CHART_WITH_STOCK });
  goods = goodsOf(system.company(0).as('admin'));
  await untilMonth(system, '2026-03', true);
});
afterAll(() => system.close());

const WRITE_DOWN = `mutation ($input: WriteDownStockInput!) { writeDownStock(input: $input) {
  writeDown { number quantity cost netRealisableValue allowance change item { id } } } }`;

async function write(itemId: string, unitValue: string, bookingDate: string): Promise<object> {
  const input = { itemId, unitValue, bookingDate, reason: 'Out of fashion' };
  return (await goods.caller.query<{ writeDownStock: { writeDown: object } }>(WRITE_DOWN, { input }))
    .writeDownStock.writeDown;
}

it('stock is written down to what it can be sold for, and back up to what it cost', async () => {
  const warehouseId = await goods.warehouse();
  const itemId = await goods.item();
  const lines = [{ itemId, quantity: '10', amount: '100.00' }];
  await goods.record({ kind: 'RECEIPT', date: '2026-03-01', warehouseId, lines });

  expect(await write(itemId, '7.5', '2026-03-10')).toMatchObject({
    quantity: '10',
    cost: '100.00',
    netRealisableValue: '75.00',
    allowance: '25.00',
    change: '25.00',
    item: { id: itemId },
  });
  expect(await demandHealthy(goods.caller)).toMatchObject({ stockValue: '75.00' });
  expect(await write(itemId, '9', '2026-03-11')).toMatchObject({ allowance: '10.00', change: '-15.00' });
  // However dear they have become, stock is worth no more than it cost.
  expect(await write(itemId, '50', '2026-03-12')).toMatchObject({ allowance: '0.00', change: '-10.00' });
  expect(await demandHealthy(goods.caller)).toMatchObject({ stockValue: '100.00' });

  const input = { itemId, unitValue: '60', bookingDate: '2026-03-12', reason: 'The same' };
  const refusal = (change: object) => goods.caller.refusal(WRITE_DOWN, { input: { ...input, ...change } });
  expect(await refusal({})).toMatchObject({ code: 'BAD_USER_INPUT', field: 'unitValue' });
  expect(await refusal({ unitValue: '-1' })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'unitValue' });
  expect(await refusal({ unitValue: '1', bookingDate: '2026-03-11' })).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'bookingDate',
  });
  expect(await refusal({ bookingDate: '2031-01-01' })).toMatchObject({ code: 'PERIOD_CLOSED' });
  expect(await refusal({ itemId: uuidv7() })).toMatchObject({ code: 'NOT_FOUND', field: 'itemId' });

  const { stockWriteDowns } = await goods.caller.query<{ stockWriteDowns: { edges: object[] } }>(
    'query ($itemId: ID) { stockWriteDowns(first: 2, itemId: $itemId) { edges { node { change } } } }',
    { itemId },
  );
  expect(stockWriteDowns.edges).toEqual([{ node: { change: '-10.00' } }, { node: { change: '-15.00' } }]);
});
