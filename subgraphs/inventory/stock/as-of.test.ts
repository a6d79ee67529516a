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

interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

interface Row {
  readonly booked: string;
  readonly happened: string;
  readonly quantity: number;
  readonly tetri: number;
}

/** An item with a long past: short for a while, received late, sent elsewhere, taken back. */
async function withPast(): Promise<{ readonly item: string; readonly warehouseId: string }> {
  const [warehouseId, other, item] = [
    await goods.warehouse(),
    await goods.warehouse(),
    await goods.item({ allowsShort: true }),
  ];
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
  // What is only sent elsewhere, and what is taken back.
  await goods.record({
    kind: 'TRANSFER',
    date: '2025-09-17',
    warehouseId,
    toWarehouseId: other,
    isDirect: true,
    lines: [{ itemId: item, quantity: '2' }],
  });
  const wrong = await goods.record({
    kind: 'ISSUE',
    date: '2025-10-09',
    warehouseId,
    reason: 'SALE',
    lines: [{ itemId: item, quantity: '1' }],
  });
  await goods.command('reverse', { id: wrong.id, bookingDate: '2025-12-29', reason: 'Entered twice' });
  return { item, warehouseId };
}

function entriesOf(item: string): Promise<Row[]> {
  return system.owner.sql<Row[]>`
    select booking_date::text as booked, happened_on::text as happened, quantity::float8 as quantity, 0 as tetri
    from inventory.stock_legs where item_id = ${item}
    union all
    select booking_date::text, happened_on::text, 0, (amount * 100)::float8 from inventory.value_entries
    where item_id = ${item}`;
}

it('is the sum of everything until the day, on every side of months and years, however it is looked at', async () => {
  const { item } = await withPast();
  const rows = await entriesOf(item);
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

it('turns over what lies between two days, wherever in months and years they are', async () => {
  const { item, warehouseId } = await withPast();
  const rows = await entriesOf(item);
  const TURNOVER = `query ($from: Date!, $to: Date!, $warehouseId: ID, $after: String) {
    stockTurnover(first: 1, from: $from, to: $to, warehouseId: $warehouseId, after: $after) { edges { node { item { id }
      openingQuantity quantityIn quantityOut quantityTransferred closingQuantity openingValue valueChange closingValue } }
      pageInfo { endCursor hasNextPage } } }`;
  interface Turnover {
    readonly item: { readonly id: string };
    readonly openingQuantity: string;
    readonly quantityIn: string;
    readonly quantityOut: string;
    readonly quantityTransferred: string;
    readonly closingQuantity: string;
    readonly openingValue: string | null;
    readonly valueChange: string | null;
    readonly closingValue: string | null;
  }
  const turnover = async (from: string, to: string, within: string | null): Promise<Turnover | undefined> => {
    let after: string | null = null;
    for (;;) {
      const { stockTurnover }: { stockTurnover: Connection<Turnover> } = await goods.caller.query(TURNOVER, {
        from,
        to,
        warehouseId: within,
        after,
      });
      const found = stockTurnover.edges.find(({ node }) => node.item.id === item)?.node;
      if (found !== undefined || !stockTurnover.pageInfo.hasNextPage) return found;
      after = stockTurnover.pageInfo.endCursor;
    }
  };
  for (const [from, to] of [
    ['2025-01-01', '2025-01-01'],
    ['2025-01-16', '2025-02-15'],
    ['2025-07-16', '2025-07-16'],
    ['2025-02-01', '2025-12-31'],
    ['2025-08-20', '2026-06-30'],
    ['2026-01-01', '2026-08-15'],
    ['2026-12-01', '2026-12-31'],
  ] as const) {
    const sum = (of: 'quantity' | 'tetri', until: string, isIncluded: boolean): number =>
      rows
        .filter(({ booked }) => booked < until || (isIncluded && booked === until))
        .reduce((total, row) => total + row[of], 0);
    const found = await turnover(from, to, null);
    const values = [found?.openingValue, found?.valueChange, found?.closingValue].map(Number);
    const [opening, closing] = [sum('tetri', from, false), sum('tetri', to, true)];
    expect([from, ...values.map((value) => Math.round(value * 100))]).toEqual([
      from,
      opening,
      closing - opening,
      closing,
    ]);
    expect([from, Number(found?.openingQuantity), Number(found?.closingQuantity)]).toEqual([
      from,
      sum('quantity', from, false),
      sum('quantity', to, true),
    ]);
    expect(Number(found?.quantityIn) - Number(found?.quantityOut)).toBe(
      sum('quantity', to, true) - sum('quantity', from, false),
    );
    expect(found?.quantityTransferred).toBe('0');
  }
  const here = await turnover('2025-09-17', '2025-09-30', warehouseId);
  expect(here).toMatchObject({ quantityTransferred: '-2', openingValue: null, closingValue: null });
});

it('is a card whose pages go on where the last one ended, whatever came late in between', async () => {
  const { item, warehouseId } = await withPast();
  const CARD = `query ($item: ID!, $first: Int!, $after: String, $from: Date!, $to: Date!, $warehouseId: ID, $basis: StockBasis) {
    stockCard(itemId: $item, first: $first, after: $after, from: $from, to: $to, warehouseId: $warehouseId, basis: $basis) {
      opening { quantity value } closing { quantity value }
      edges { node { day kind documentId quantity value runningQuantity runningValue } }
      pageInfo { endCursor hasNextPage } } }`;
  interface Line {
    readonly day: string;
    readonly quantity: string;
    readonly value: string | null;
    readonly runningQuantity: string;
    readonly runningValue: string | null;
  }
  type Card = Connection<Line> & Record<'opening' | 'closing', { quantity: string; value: string | null }>;
  const tetri = (value: string | null): number => Math.round(Number(value) * 100);
  for (const basis of ['BOOKED', 'HAPPENED'] as const) {
    for (const within of [null, warehouseId]) {
      const card = async (first: number, after: string | null): Promise<Card> => {
        const span = { from: '2025-01-15', to: '2026-11-20', warehouseId: within, basis };
        const { stockCard } = await goods.caller.query<{ stockCard: Card }>(CARD, {
          item,
          first,
          after,
          ...span,
        });
        return stockCard;
      };
      const whole = await card(1_000, null);
      const lines = whole.edges.map(({ node }) => node);
      expect(lines.length).toBeGreaterThan(80);
      let [quantity, value] = [Number(whole.opening.quantity), tetri(whole.opening.value)];
      for (const line of lines) {
        quantity += Number(line.quantity);
        value += tetri(line.value);
        expect([basis, line.day, Number(line.runningQuantity), tetri(line.runningValue)]).toEqual([
          basis,
          line.day,
          quantity,
          value,
        ]);
      }
      expect([Number(whole.closing.quantity), tetri(whole.closing.value)]).toEqual([quantity, value]);
      const paged: Line[] = [];
      for (let after: string | null = null; ;) {
        const { edges, pageInfo }: Card = await card(7, after);
        paged.push(...edges.map(({ node }) => node));
        if (!pageInfo.hasNextPage) break;
        after = pageInfo.endCursor;
      }
      expect(paged).toEqual(lines);
    }
  }
});
