import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rebuildProjections } from '#db/rebuild.ts';
import { CHART_WITH_STOCK, goodsOf, untilMonth } from '#test/goods.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ chart: CHART_WITH_STOCK });
  await untilMonth(system, '2026-12', true);
});
afterAll(() => system.close());

/** Everything that is made from events: what the writer writes, without the log itself; children first. */
async function projections(): Promise<string[]> {
  const rows = await system.owner.sql<{ name: string; parents: string[] }[]>`
    select c.relname as name, array(select p.relname::text from pg_constraint f join pg_class p on p.oid = f.confrelid
      where f.conrelid = c.oid and f.contype = 'f' and p.oid <> c.oid) as parents
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'inventory' and c.relkind = 'r'
      and has_table_privilege('davtari_inventory_writer', c.oid, 'insert')
      and c.relname not in ('head', 'event_store', 'idempotency_keys', 'document_series')
    order by 1`;
  const parents = new Map(rows.map((row) => [row.name, row.parents]));
  const order: string[] = [];
  const visit = (name: string): void => {
    if (order.includes(name) || !parents.has(name)) return;
    for (const parent of parents.get(name) ?? []) visit(parent);
    order.push(name);
  };
  for (const name of parents.keys()) visit(name);
  return order.reverse();
}

async function contents(tables: readonly string[]): Promise<Record<string, string[]>> {
  const all = await Promise.all(
    tables.map(async (table) => {
      const rows = await system.owner.sql<{ row: string }[]>`
        select t::text as row from ${system.owner.sql(`inventory.${table}`)} t order by 1`;
      return [table, rows.map(({ row }) => row)] as const;
    }),
  );
  return Object.fromEntries(all);
}

describe('what movements left behind', () => {
  it('is made again out of the log, row by row', async () => {
    const goods = goodsOf(system.company(0).as('admin'));
    const [shop, store] = [await goods.warehouse(), await goods.warehouse()];
    const [item, short] = [
      await goods.item(),
      await goods.item({ allowsShort: true, costingMethod: 'AVERAGE' }),
    ];
    const receipt = (itemId: string, date: string, more: object = {}) =>
      goods.record({
        kind: 'RECEIPT',
        date,
        warehouseId: shop,
        lines: [{ itemId, quantity: '5', unitCost: '3.33' }],
        ...more,
      });
    const issue = (itemId: string, date: string) =>
      goods.record({
        kind: 'ISSUE',
        reason: 'SALE',
        date,
        warehouseId: shop,
        lines: [{ itemId, quantity: '2' }],
      });
    await goods.command('create', {
      kind: 'RECEIPT',
      date: '2026-01-01',
      warehouseId: shop,
      lines: [{ itemId: item, quantity: '1', unitCost: '1' }],
    });
    await receipt(item, '2026-01-05');
    const sold = await issue(item, '2026-01-06');
    await issue(short, '2026-01-06');
    await receipt(short, '2026-01-07');
    await receipt(item, '2026-01-02', { bookingDate: '2026-02-01' });
    const sent = await goods.record({
      kind: 'TRANSFER',
      date: '2026-01-08',
      warehouseId: shop,
      toWarehouseId: store,
      lines: [{ itemId: item, quantity: '2' }],
    });
    await goods.record({
      kind: 'TRANSFER_RECEIPT',
      date: '2026-01-09',
      transferId: sent.id,
      lines: [
        { itemId: item, quantity: '1', of: sent.lines[0]?.id },
        { itemId: item, quantity: '1', of: sent.lines[0]?.id, direction: 'OUT' },
      ],
    });
    await goods.command('reverse', { id: sold.id, bookingDate: '2026-02-02', reason: 'never sold' });

    const tables = await projections();
    expect(tables).toEqual(
      expect.arrayContaining(['movements', 'stock_levels', 'stock_turnover', 'value_turnover']),
    );
    const before = await contents(tables);
    for (const table of ['movements', 'movement_lines', 'stock_legs', 'stock_levels', 'value_entries'])
      expect([table, before[table]?.length === 0]).toEqual([table, false]);
    await rebuildProjections({
      ownerUrl: system.database.ownerUrl,
      schema: 'inventory',
      companyId: system.company(0).id,
      tables,
      documents: ['StockMovement', 'Posting'],
    });
    expect(await contents(tables)).toEqual(before);
  });
});
