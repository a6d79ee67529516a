import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHART_WITH_STOCK, goodsOf, untilMonth, type Goods } from '#test/goods.ts';
import { demandHealthy, inventoryHealth } from '#test/inventory-health.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
let goods: Goods;
beforeAll(async () => {
  system = await startSystem({ chart: CHART_WITH_STOCK });
  goods = goodsOf(system.company(0).as('admin'));
  await untilMonth(system, '2026-01', true);
});
afterAll(() => system.close());

const receipt = (warehouseId: string, itemId: string, date: string, quantity: number, amount: string) =>
  goods.record({
    kind: 'RECEIPT',
    date,
    warehouseId,
    lines: [{ itemId, quantity: String(quantity), amount }],
  });
const issue = (warehouseId: string, itemId: string, date: string, quantity: number) =>
  goods.record({
    kind: 'ISSUE',
    reason: 'SALE',
    date,
    warehouseId,
    lines: [{ itemId, quantity: String(quantity) }],
  });

describe('the health of inventory', () => {
  it('is fine with goods that came and went, late ones included, and names whatever is tampered with', async () => {
    const warehouse = await goods.warehouse();
    const item = await goods.item();
    await receipt(warehouse, item, '2026-01-01', 4, '400.00');
    await receipt(warehouse, item, '2026-01-02', 8, '1600.00');
    await receipt(warehouse, item, '2026-01-03', 3, '900.00');
    const costs: (string | null)[] = [];
    for (const quantity of [3, 5, 4]) costs.push((await issue(warehouse, item, '2026-01-10', quantity)).cost);
    expect(costs).toEqual(['300.00', '900.00', '800.00']);
    await receipt(warehouse, item, '2026-01-01', 1, '10.00');
    const { stockValue } = await demandHealthy(goods.caller);
    expect(stockValue).toBe('1100.00');

    const company = system.company(0).id;
    const { sql } = system.owner;
    await sql`update inventory.cost_layers set quantity = quantity + 1 where company_id = ${company}`;
    expect((await inventoryHealth(goods.caller)).differences.map(({ check }) => check)).toEqual([
      'QUANTITY_OF_LAYER',
      'QUANTITY_OF_LAYER',
      'QUANTITY_OF_LAYERS',
    ]);
    await sql`update inventory.cost_layers set quantity = quantity - 1 where company_id = ${company}`;
    await sql`update inventory.cost_pools set value = value + 1 where company_id = ${company}`;
    expect((await inventoryHealth(goods.caller)).differences.map(({ check }) => check)).toEqual([
      'VALUE_OF_ENTRIES',
      'VALUE_OF_LAYERS',
      'VALUE_OF_POOL',
    ]);
    await sql`update inventory.cost_pools set value = value - 1 where company_id = ${company}`;
    await demandHealthy(goods.caller);
  });

  it('names what somebody enters on an account of stock by hand', async () => {
    const caller = system.company(0).as('admin');
    const before = await demandHealthy(caller);
    await caller.query(
      'mutation ($input: TransactionInput!) { recordTransaction(input: $input) { transaction { id } } }',
      {
        input: {
          date: '2026-01-15',
          description: 'By hand',
          entries: [
            { accountCode: '1610', debit: '7.00' },
            { accountCode: '7490', credit: '7.00' },
          ],
        },
      },
    );
    await expect
      .poll(async () => (await inventoryHealth(caller)).differences, { timeout: 30_000 })
      .toMatchObject([
        { check: 'ENTRY_WITHOUT_DOCUMENT', accountCode: '1610', expected: '0.00', found: '7.00' },
        { check: 'LEDGER_ACCOUNT', accountCode: '1610', expected: before.stockValue },
      ]);
  });
});
