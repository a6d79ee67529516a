import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHART_WITH_STOCK, goodsOf, untilMonth, type Goods } from '#test/goods.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
let goods: Goods;
let shop: string;
let item: string;
const code = `A-${uuidv7()}`;

beforeAll(async () => {
  system = await startSystem({ companies: 2, chart: CHART_WITH_STOCK });
  await untilMonth(system, '2026-12', true);
  goods = goodsOf(system.company(0).as('admin'));
  shop = await goods.warehouse();
  item = await goods.item({ code, name: '=მაგიდა, "დიდი"', nameEn: 'Table', unit: 'KG' });
  const came = { kind: 'RECEIPT', date: '2026-02-01', warehouseId: shop };
  await goods.record({ ...came, lines: [{ itemId: item, quantity: '3.125', amount: '10.00' }] });
  const gone = { kind: 'ISSUE', reason: 'SALE', date: '2026-02-05', warehouseId: shop };
  await goods.record({ ...gone, lines: [{ itemId: item, quantity: '1.125' }] });
});
afterAll(() => system.close());

interface Link {
  readonly url: string;
}

async function linkTo(field: string, given: string): Promise<Link | null> {
  const data = await goods.caller.query<Record<string, Link | null>>(`{ ${field}(${given}) { url } }`);
  return data[field] ?? null;
}

async function fetched(link: Link | null): Promise<{ name: string; type: string; bytes: Uint8Array }> {
  if (link === null) throw new Error('there is no link');
  const response = await fetch(new URL(link.url, system.url));
  expect(response.status).toBe(200);
  return {
    name: decodeURIComponent(
      /filename\*=UTF-8''(.*)$/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? '',
    ),
    type: response.headers.get('content-type') ?? '',
    bytes: new Uint8Array(await response.arrayBuffer()),
  };
}

/** Rows of a text as cells; none of the tests has a line break within one. */
function cellsOf(bytes: Uint8Array): string[][] {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  expect(text.startsWith('\uFEFF')).toBe(true);
  return text
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell).slice(0, -1),
    );
}

describe('a file of what there is', () => {
  it('is a workbook of numbers under Georgian heads that stay where they are', async () => {
    const { name, type, bytes } = await fetched(await linkTo('stockOnHandFile', 'asOf: "2026-02-28"'));
    expect(name).toBe('ნაშთი 2026-02-28.xlsx');
    expect(type).toContain('spreadsheetml');
    const rows = await readSheet(Buffer.from(bytes));
    expect(rows[0]?.slice(0, 4)).toEqual(['კოდი', 'დასახელება', 'ერთეული', 'რაოდენობა']);
    expect(rows[1]).toEqual([code, '=მაგიდა, "დიდი"', 'KG', 2, 0, 3.2, 6.4, 0, 6.4]);
    expect(rows[2]?.[0]).toBe('სულ');
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toContain('<v>6.40</v>');
  });

  it('is a text that no spreadsheet takes for formulas, of another day and in English', async () => {
    const given = `asOf: "2026-02-02", warehouseId: "${shop}", format: CSV, language: EN`;
    const { name, type, bytes } = await fetched(await linkTo('stockOnHandFile', given));
    expect(name).toBe('Stock on hand 2026-02-02.csv');
    expect(type).toBe('text/csv; charset=utf-8');
    const rows = cellsOf(bytes);
    expect(rows[0]).toEqual([
      'Code',
      'Name',
      'Unit',
      'Quantity',
      'On the way',
      'Unit cost',
      'Value',
      'Written down',
      'Carrying amount',
    ]);
    expect(rows[1]).toEqual([code, 'Table', 'KG', '3.125', '0', '3.2', '10.00', '0.00', '10.00']);
    const georgian = await fetched(await linkTo('stockOnHandFile', 'asOf: "2026-02-02", format: CSV'));
    expect(new TextDecoder().decode(georgian.bytes)).toContain(`"'=მაგიდა, ""დიდი"""`);
  });

  it('has every item once, however many pages it is read by', async () => {
    const other = goodsOf(system.company(1).as('admin'));
    await untilMonth(system, '2026-12', true, 1);
    const place = await other.warehouse();
    const head = 'code,name,kind,unit';
    const lines = Array.from(
      { length: 1_001 },
      (_, index) => `M${String(index).padStart(4, '0')},x,GOODS,PCS`,
    );
    await other.caller.query(
      `mutation ($input: ImportItemsInput!) { importItems(input: $input) { imported } }`,
      { input: { format: 'CSV', content: [head, ...lines].join('\n') } },
    );
    for (const [from, to] of [
      [0, 1_000],
      [1_000, 1_001],
    ] as const) {
      const stock = lines.slice(from, to).map((line) => `${line.slice(0, 5)},1,2.00`);
      await other.caller.query(
        `mutation ($input: ImportOpeningStockInput!) { importOpeningStock(input: $input) { imported } }`,
        {
          input: {
            format: 'CSV',
            content: ['item,quantity,amount', ...stock].join('\n'),
            date: '2026-02-01',
            warehouseId: place,
          },
        },
      );
    }
    const { stockOnHandFile } = await other.caller.query<{ stockOnHandFile: Link }>(
      '{ stockOnHandFile(asOf: "2026-02-02", format: CSV) { url } }',
    );
    const rows = cellsOf((await fetched(stockOnHandFile)).bytes).slice(1);
    expect(new Set(rows.map(([which]) => which)).size).toBe(1_001);
    expect(rows).toHaveLength(1_001);
  });
});

describe('the card of an item', () => {
  it('says what came and went, and what there is after each', async () => {
    const given = `itemId: "${item}", from: "2026-02-02", to: "2026-02-28"`;
    const { name, bytes } = await fetched(await linkTo('stockCardFile', given));
    expect(name).toBe(`ბარათი ${code} 2026-02-02 2026-02-28.xlsx`);
    const rows = await readSheet(Buffer.from(bytes));
    expect(rows[0]?.slice(0, 3)).toEqual(['თარიღი', 'დოკუმენტი', 'ოპერაცია']);
    expect(rows[1]?.slice(2)).toEqual(['საწყისი ნაშთი', null, null, 3.125, null, 10]);
    expect(rows[2]?.[0]).toEqual(new Date('2026-02-05T00:00:00Z'));
    expect(rows[2]?.slice(2)).toEqual(['გაცემა', null, 1.125, 2, -3.6, 6.4]);
    const text = await fetched(
      await linkTo('stockCardFile', `${given}, format: CSV, language: EN, warehouseId: "${shop}"`),
    );
    const [, , line] = cellsOf(text.bytes);
    expect(line?.slice(2)).toEqual(['Issue', '', '1.125', '2']);
  });

  it('is of what the company has, and is refused over days that go backwards', async () => {
    const days = 'from: "2026-02-02", to: "2026-02-28"';
    expect(await linkTo('stockCardFile', `itemId: "${uuidv7()}", ${days}`)).toBeNull();
    expect(
      await linkTo('stockCardFile', `itemId: "${item}", warehouseId: "${uuidv7()}", ${days}`),
    ).toBeNull();
    expect(await linkTo('stockOnHandFile', `asOf: "2026-02-02", warehouseId: "nothing"`)).toBeNull();
    expect(
      await goods.caller.refusal(
        `{ stockCardFile(itemId: "${item}", from: "2026-02-02", to: "2026-02-01") { url } }`,
      ),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'to' });
    expect(
      await system.company(0).as('accountant').refusal('{ stockOnHandFile(asOf: "2026-02-02") { url } }'),
    ).toMatchObject({ code: 'FORBIDDEN' });
  });
});
