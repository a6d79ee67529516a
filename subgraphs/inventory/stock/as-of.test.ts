import { afterAll, beforeAll, expect, it } from 'vitest';
import { CHART_WITH_STOCK, goodsOf, untilMonth, type Goods } from '#test/goods.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
let goods: Goods;

beforeAll(async () => {
  system = await startSystem({ chart: CHART_WITH_STOCK, years: [2025, 2026] });
  await untilMonth(system, '2026-12', true);
  goods = goodsOf(system.company(0).as('admin'));
});
afterAll(() => system.close());

const day = (year: number, month: number, of: number): string =>
  new Date(Date.UTC(year, month - 1, of)).toISOString().slice(0, 10);

/** Days on both sides of what is added up to, and of what is taken off the whole: of each month of two years. */
const DAYS = [2025, 2026].flatMap((year) =>
  Array.from({ length: 12 }, (_, index) => index + 1).flatMap((month) => [
    ...[1, 15, 16].map((of) => day(year, month, of)),
    day(year, month + 1, 0),
  ]),
);

interface Row {
  readonly booked: string;
  readonly happened: string;
  readonly quantity: number;
  readonly tetri: number;
}

it('is the sum of everything until the day, on every side of months and years, however it is looked at', async () => {
  const [warehouseId, item] = [await goods.warehouse(), await goods.item({ allowsShort: true })];
  const move = (date: string, quantity: string, more: object): Promise<unknown> =>
    goods.record({ kind: 'ISSUE', date, warehouseId, ...more, lines: [{ itemId: item, quantity }] });
  const come = (date: string, quantity: string, unitCost: string, bookingDate = date): Promise<unknown> =>
    goods.record({
      kind: 'RECEIPT',
      date,
      bookingDate,
      warehouseId,
      lines: [{ itemId: item, quantity, unitCost }],
    });
  for (const [index, date] of DAYS.entries()) {
    if (index % 3 === 0) await come(date, String(3 + (index % 5)), `${String(2 + (index % 7))}.37`);
    else await move(date, String(1 + (index % 3)), { reason: 'SALE' });
  }
  // What comes late, and is booked before some of what it corrects has happened, or half a year after it happened itself.
  await come('2025-02-10', '7', '1.11', '2025-08-20');
  await come('2025-06-30', '11', '9.99');
  await move('2025-11-11', '2', { reason: 'LOSS', bookingDate: '2026-07-16' });

  const rows = await system.owner.sql<Row[]>`
    select booking_date::text as booked, happened_on::text as happened, quantity::float8 as quantity, 0 as tetri
    from inventory.stock_legs where item_id = ${item}
    union all
    select booking_date::text, happened_on::text, 0, (amount * 100)::float8 from inventory.value_entries
    where item_id = ${item}`;
  expect(rows.filter(({ booked, happened }) => booked < happened).length).toBeGreaterThan(10);
  expect(rows.filter(({ booked, happened }) => booked > happened).length).toBeGreaterThan(1);
  for (const basis of ['BOOKED', 'HAPPENED'] as const) {
    for (const asOf of DAYS) {
      const until = rows.filter((row) => (basis === 'BOOKED' ? row.booked : row.happened) <= asOf);
      const sum = (of: 'quantity' | 'tetri'): number => until.reduce((total, row) => total + row[of], 0);
      const found = await goods.onHand(item, asOf, { basis });
      expect([basis, asOf, Number(found?.quantity ?? 0), Number(found?.value ?? 0)]).toEqual([
        basis,
        asOf,
        sum('quantity'),
        Math.round(sum('tetri')) / 100,
      ]);
    }
  }
});
