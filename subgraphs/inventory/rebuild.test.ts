import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '#db/client.ts';
import type { Caller } from '#test/caller.ts';
import { CHART_WITH_STOCK, goodsOf, untilMonth } from '#test/goods.ts';
import { startSystem, type System } from '#test/system.ts';
import { rebuildFromLedger } from './postings/rebuild.ts';
import { rebuildInventory } from './rebuild.ts';

/** Every table that is made of events, whichever log they stand in. */
const TABLES = [
  'assembly_edges',
  'bill_components',
  'bills',
  'bins',
  'cost_allocations',
  'cost_checkpoints',
  'cost_components',
  'cost_layers',
  'cost_lines',
  'cost_pools',
  'cost_shorts',
  'frozen_stock',
  'item_barcodes',
  'items',
  'landed_cost_shares',
  'landed_costs',
  'ledger_accounts',
  'ledger_entries',
  'lots',
  'months',
  'movement_lines',
  'movements',
  'posting_accounts',
  'posting_outcomes',
  'posting_requests',
  'reservations',
  'stock_account_codes',
  'stock_count_entries',
  'stock_count_lines',
  'stock_counts',
  'stock_legs',
  'stock_levels',
  'stock_turnover',
  'value_entries',
  'value_turnover',
  'warehouses',
  'waybills',
  'write_downs',
];

/** How a company signs in at RS.ge, and what was called there: done once, whatever is made anew. */
const STATE = ['waybill_calls', 'waybill_connections'];

/** The log, and how far it was read. */
const OF_THE_LOG = [
  'aggregate_snapshots',
  'checkpoints',
  'dead_letters',
  'document_series',
  'event_store',
  'head',
  'idempotency_keys',
];

let system: System;
let inventory: Database;
beforeAll(async () => {
  system = await startSystem({
    companies: 2,
    chart: [
      ...CHART_WITH_STOCK,
      { code: '1650', names: { en: 'Other goods' }, type: 'ASSET', parentCode: '1000' },
    ],
  });
  inventory = openDatabase(system.database.urlFor('inventory'), { max: 2 });
  for (const index of [0, 1]) await untilMonth(system, '2026-12', true, index);
});
afterAll(async () => {
  await inventory.close();
  await system.close();
});

/** Every row of every table as PostgreSQL writes it, of all companies. */
async function dump(): Promise<Record<string, string[]>> {
  const tables: Record<string, string[]> = {};
  for (const table of TABLES) {
    const rows = await system.owner.sql<{ text: string }[]>`
      select r::text as text from ${system.owner.sql(`inventory.${table}`)} r order by 1`;
    tables[table] = rows.map(({ text }) => text);
  }
  return tables;
}

async function order(
  caller: Caller,
  field: string,
  type: string,
  selection: string,
  input: object,
): Promise<string> {
  const data = await caller.query<Record<string, Record<string, { id: string }>>>(
    `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} } }`,
    { input },
  );
  return Object.values(data[field] ?? {})[0]?.id ?? '';
}

/** Waits until ledger and inventory have read all that the other one wrote. */
async function settled(companyId: string): Promise<void> {
  const behind = async () => {
    const [row] = await system.owner.sql<{ events: number }[]>`
      select (
        (select h.last_seq from inventory.head h where h.company_id = ${companyId})
        - (select c.seq from ledger.checkpoints c
           where c.company_id = ${companyId} and c.consumer = 'postings-of-inventory')
        + (select h.last_seq from ledger.head h where h.company_id = ${companyId})
        - (select c.seq from inventory.checkpoints c where c.company_id = ${companyId}))::int as events`;
    return row?.events;
  };
  await expect.poll(behind, { timeout: 30_000 }).toBe(0);
}

/** Lets everything happen that inventory keeps a table of. */
async function liveThrough(index: number): Promise<void> {
  const company = system.company(index);
  const admin = company.as('admin');
  const goods = goodsOf(admin);
  const [shop, store] = [await goods.warehouse(), await goods.warehouse()];
  await order(admin, 'createBin', 'CreateBinInput', 'bin { id }', { warehouseId: shop, code: 'A1' });
  const first = await goods.item({ barcodes: ['4006381333931'] });
  const average = await goods.item({ allowsShort: true, costingMethod: 'AVERAGE' });
  const inLots = await goods.item({ hasLots: true });
  const product = await goods.item({ kind: 'PRODUCT' });
  const manyTimes = await goods.item();
  const lotId = await order(admin, 'createLot', 'CreateLotInput', 'lot { id }', {
    itemId: inLots,
    number: 'L-1',
  });
  const receive = (date: string, line: object, more: object = {}) =>
    goods.record({ kind: 'RECEIPT', date, warehouseId: shop, lines: [line], ...more });
  const issue = (itemId: string, date: string, quantity: string, more: object = {}) =>
    goods.record({
      kind: 'ISSUE',
      reason: 'SALE',
      date,
      warehouseId: shop,
      lines: [{ itemId, quantity }],
      ...more,
    });

  const draft = await goods.command('create', {
    kind: 'RECEIPT',
    date: '2026-01-04',
    warehouseId: shop,
    lines: [{ itemId: first, quantity: '1', unitCost: '1' }],
  });
  await goods.command('approve', { id: draft.id });
  const received = await receive('2026-01-05', { itemId: first, quantity: '20', unitCost: '3.33' });
  await goods.command('post', { id: draft.id });
  const sold = await issue(first, '2026-01-06', '3');
  // Many at once, so that the log was written in batches.
  await Promise.all(
    [1, 2, 3].map(() => receive('2026-01-06', { itemId: first, quantity: '1', unitCost: '4' })),
  );
  await issue(average, '2026-01-06', '2');
  await receive('2026-01-07', { itemId: average, quantity: '1', unitCost: '2.50' });
  await receive(
    '2026-01-02',
    { itemId: first, quantity: '2', unitCost: '1.11' },
    { bookingDate: '2026-02-01' },
  );
  await receive('2026-01-05', { itemId: inLots, quantity: '5', unitCost: '2', lotId });
  await goods.record({
    kind: 'RECEIPT',
    date: '2026-01-05',
    warehouseId: shop,
    lines: Array.from({ length: 260 }, () => ({ itemId: manyTimes, quantity: '1', unitCost: '1.01' })),
  });
  const sent = await goods.record({
    kind: 'TRANSFER',
    date: '2026-01-08',
    warehouseId: shop,
    toWarehouseId: store,
    lines: [{ itemId: first, quantity: '2' }],
  });
  const of = sent.lines[0]?.id;
  await goods.record({
    kind: 'TRANSFER_RECEIPT',
    date: '2026-01-09',
    transferId: sent.id,
    lines: [
      { itemId: first, quantity: '1', of },
      { itemId: first, quantity: '1', of, direction: 'OUT' },
    ],
  });
  await goods.record({
    kind: 'ASSEMBLY',
    date: '2026-01-10',
    warehouseId: shop,
    lines: [
      { itemId: first, quantity: '2', direction: 'OUT' },
      { itemId: product, quantity: '1', direction: 'IN', amount: '5.00' },
    ],
  });
  await order(admin, 'setBillOfMaterials', 'SetBillOfMaterialsInput', 'bill { product: item { id } }', {
    itemId: product,
    from: '2026-01-01',
    quantity: '1',
    components: [{ itemId: first, quantity: '2' }],
  });
  await goods.command('reverse', { id: sold.id, bookingDate: '2026-02-02', reason: 'never sold' });
  await order(admin, 'recordLandedCosts', 'RecordLandedCostsInput', 'landedCost { id }', {
    bookingDate: '2026-02-03',
    description: 'Freight',
    basis: 'VALUE',
    amount: '10.00',
    lineIds: received.lines.map(({ id }) => id),
  });
  await order(admin, 'writeDownStock', 'WriteDownStockInput', 'writeDown { item { id } }', {
    itemId: inLots,
    unitValue: '1.5',
    bookingDate: '2026-02-03',
    reason: 'Out of fashion',
  });
  await order(admin, 'reserveStock', 'ReserveStockInput', 'reservation { id }', {
    itemId: first,
    warehouseId: shop,
    quantity: '3',
    until: '2099-12-31',
    document: 'O-1',
  });
  await issue(first, '2026-02-04', '2', { reference: 'O-1' });
  await order(
    admin,
    'chooseInventoryPostingAccount',
    'ChooseInventoryPostingAccountInput',
    'account { role }',
    { role: 'GOODS', accountCode: '1650' },
  );
  await receive('2026-02-05', { itemId: first, quantity: '1', unitCost: '7' });
  await order(admin, 'createWaybill', 'CreateWaybillInput', 'waybill { id }', {
    content: {
      kind: 'WITH_TRANSPORT',
      buyer: { taxId: '206322102' },
      startAddress: 'თბილისი',
      endAddress: 'ქუთაისი',
      transport: { means: 'CAR', carNumber: 'AA123BB', driverTaxId: '01008012345' },
      beginsAt: '2026-11-20T08:30:00Z',
      lines: [{ name: 'მაგიდა', unitCode: 1, quantity: '2', price: '118.00' }],
    },
    movementId: sent.id,
  });
  const count = (field: string, type: string, input: object) =>
    order(admin, field, type, 'count { id }', input);
  const date = '2026-02-10';
  const opening = { warehouseId: shop, date, itemIds: [inLots, average] };
  const id = await count('openStockCount', 'OpenStockCountInput', opening);
  const lines = [{ itemId: inLots, lotId, quantity: '4' }];
  await count('enterStockCount', 'EnterStockCountInput', { id, lines });
  await count('approveStockCount', 'ApproveStockCountInput', { id, uncounted: 'NO_DIFFERENCE' });
  // What stands still stands still in the tables that are made anew, too.
  await count('openStockCount', 'OpenStockCountInput', { warehouseId: store, date });
  await settled(company.id);
}

describe('rebuilt tables of inventory', () => {
  it('are byte for byte what they were, and so are their neighbour’s', async () => {
    await liveThrough(0);
    await liveThrough(1);
    const before = await dump();
    for (const [table, rows] of Object.entries(before))
      expect([table, rows.length > 1]).toEqual([table, true]);

    const { id } = system.company(0);
    await system.owner.sql`delete from inventory.stock_levels where company_id = ${id}`;
    await system.owner.sql`update inventory.cost_lines set cost = cost + 1 where company_id = ${id}`;
    await system.owner.sql`update inventory.ledger_entries set amount = amount + 1 where company_id = ${id}`;
    expect(await dump()).not.toEqual(before);

    const progress: [number, number][] = [];
    const { events } = await rebuildInventory(system.database.ownerUrl, id, (done, total) =>
      progress.push([done, total]),
    );
    await rebuildFromLedger(inventory, id);
    expect(await dump()).toEqual(before);
    expect(events).toBeGreaterThan(40);
    expect(progress.at(-1)).toEqual([events, events]);
  });

  it('are all that a company has in inventory, but for what no log tells', async () => {
    const tables = await system.owner.sql<{ name: string }[]>`
      select c.table_name as name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'inventory' and c.column_name = 'company_id' and t.table_type = 'BASE TABLE'
      order by 1`;
    expect(tables.map(({ name }) => name)).toEqual([...TABLES, ...STATE, ...OF_THE_LOG].sort());
  });

  it('are asked for by the owner of the tables and nobody else', async () => {
    await expect(rebuildInventory(system.database.urlFor('inventory'), uuidv7())).rejects.toThrow(
      /must own the tables/,
    );
  });
});
