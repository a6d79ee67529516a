import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHART_WITH_STOCK, goodsOf, untilMonth, type Goods } from '#test/goods.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
let goods: Goods;
let rice: string;
let phone: string;
beforeAll(async () => {
  system = await startSystem({ companies: 2, chart: CHART_WITH_STOCK });
  await untilMonth(system, '2026-12', true);
  goods = goodsOf(system.company(0).as('admin'));
  rice = await goods.item({ code: 'RICE', unit: 'KG', conversions: [{ unit: 'PACK', quantity: '25' }] });
  phone = await goods.item({ code: 'PHONE', hasSerials: true, barcodes: ['2000000000015'] });
  await goods.item({ code: 'OTHER' });
});
afterAll(() => system.close());

const LINES = 'lines(first: 100) { edges { node { item { code } serial expected counted } } }';
const IMPORT = `mutation ($input: ImportStockCountInput!) { importStockCount(input: $input) {
  rows counted imported errors { row column value reason } count { id status ${LINES} } } }`;

interface Sheet {
  readonly id: string;
  readonly lines: {
    readonly edges: readonly {
      readonly node: {
        readonly item: { readonly code: string };
        readonly serial: string | null;
        readonly expected: string;
        readonly counted: string | null;
      };
    }[];
  };
}
interface Outcome {
  readonly rows: number;
  readonly counted: number;
  readonly imported: number;
  readonly errors: readonly { readonly row: number; readonly column: string | null }[];
  readonly count: Sheet;
}

/** Opens a count of ten kilograms of rice and two telephones in a warehouse of its own. */
async function opened(itemIds: readonly string[] = [rice, phone]): Promise<string> {
  const warehouseId = await goods.warehouse();
  const serials = ['1', '2'].map((end) => `${warehouseId.slice(-4)}-${end}`);
  await goods.record({
    kind: 'RECEIPT',
    date: '2026-02-01',
    warehouseId,
    lines: [
      { itemId: rice, quantity: '10', amount: '30' },
      { itemId: phone, quantity: '2', amount: '100', serials },
    ],
  });
  const { openStockCount } = await goods.caller.query<{ openStockCount: { count: { id: string } } }>(
    'mutation ($input: OpenStockCountInput!) { openStockCount(input: $input) { count { id } } }',
    { input: { warehouseId, date: '2026-02-10', itemIds } },
  );
  return openStockCount.count.id;
}

async function bring(id: string, content: string, more: object = {}): Promise<Outcome> {
  const { importStockCount } = await goods.caller.query<{ importStockCount: Outcome }>(IMPORT, {
    input: { id, format: 'CSV', content, ...more },
  });
  return importStockCount;
}

const sheetOf = ({ count }: Outcome): [string, string | null][] =>
  count.lines.edges.map(({ node: { item, counted } }) => [item.code, counted]);
const serialsOf = ({ count }: Outcome): string[] =>
  count.lines.edges.flatMap(({ node: { serial } }) => serial ?? []);

describe('a filled-in sheet of a count', () => {
  it('is written down row by row, in any unit and by barcode, and what has no quantity is passed over', async () => {
    const id = await opened();
    const content =
      'კოდი;შტრიხკოდი;დასახელება;დათვლილი;ერთეული;სერიული ნომერი\n' +
      'RICE;;ბრინჯი;0.2;შეკვრა;\n' +
      'RICE;;ბრინჯი;3.5;კგ;\n' +
      ';2000000000015;ტელეფონი;1;;NEW-1\n' +
      'RICE;;ბრინჯი;;;\n';
    const more = { idempotencyKey: uuidv7() };
    const outcome = await bring(id, content, more);
    expect(outcome).toMatchObject({ rows: 4, counted: 3, imported: 3, errors: [] });
    const counted = new Map(sheetOf(outcome).filter(([, found]) => found !== null));
    // A fifth of a pack of 25 and 3.5 besides.
    expect(counted).toEqual(
      new Map([
        ['RICE', '8.5'],
        ['PHONE', '1'],
      ]),
    );
    // The same once more by the same key changes nothing; another file is more of it, or takes its place.
    expect(sheetOf(await bring(id, content, more))).toEqual(sheetOf(outcome));
    expect(sheetOf(await bring(id, 'item,counted\nRICE,1'))).toContainEqual(['RICE', '9.5']);
    expect(sheetOf(await bring(id, 'item,counted\nRICE,9', { replaces: true }))).toContainEqual([
      'RICE',
      '9',
    ]);
  });

  it('is not taken at all when a row is wrong, and each such row is named', async () => {
    const id = await opened();
    const content =
      'item,barcode,counted,unit,lot,serials\n' +
      'RICE,,1,,,\n' +
      'NONE,,1,,,\n' +
      ',999,1,,,\n' +
      ',,1,,,\n' +
      'RICE,2000000000015,1,,,\n' +
      'RICE,,-1,,,\n' +
      'RICE,,1.2345678,,,\n' +
      'RICE,,many,,,\n' +
      'RICE,,1,L,,\n' +
      'RICE,,1,,L-1,\n' +
      'RICE,,1,,,S-1\n' +
      'PHONE,,2,,,ONE\n' +
      'PHONE,,1,,,\n' +
      'OTHER,,1,,,\n';
    const outcome = await bring(id, content);
    expect(outcome).toMatchObject({ rows: 14, counted: 14, imported: 0 });
    expect(outcome.errors.map(({ row, column }) => [row, column])).toEqual([
      [3, 'item'],
      [4, 'barcode'],
      [5, 'item'],
      [6, 'barcode'],
      [7, 'counted'],
      [8, 'counted'],
      [9, 'counted'],
      [10, 'unit'],
      [11, 'lot'],
      [12, 'serials'],
      [13, 'serials'],
      [14, 'serials'],
      [15, 'item'],
    ]);
    expect(sheetOf(outcome).every(([, counted]) => counted === null)).toBe(true);
  });

  it('names the row of a serial number that was counted already, and may be tried first', async () => {
    const id = await opened();
    const [one = '', two = ''] = serialsOf(await bring(id, 'item,counted\nRICE,1', { dryRun: true }));
    const twice = `item,counted,serials\nPHONE,1,${one}\nPHONE,1,${two}\nPHONE,1,${one}`;
    expect(await bring(id, twice, { dryRun: true })).toMatchObject({
      imported: 0,
      errors: [{ row: 4, column: 'serials', value: one }],
    });
    const once = `item,counted,serials\nPHONE,1,${one}\nPHONE,0,${two}`;
    const tried = await bring(id, once, { dryRun: true });
    expect(tried).toMatchObject({ counted: 2, imported: 0, errors: [] });
    expect(sheetOf(tried).every(([, counted]) => counted === null)).toBe(true);
    expect(await bring(id, once)).toMatchObject({ imported: 2 });
    expect((await bring(id, once)).errors).toMatchObject([{ row: 2 }, { row: 3 }]);
  });

  it('is refused as a whole where there is no such count, none that is open, or nothing in the file', async () => {
    const id = await opened();
    const refusal = (input: object) =>
      goods.caller.refusal(IMPORT, { input: { format: 'CSV', content: 'item,counted\nRICE,1', ...input } });
    const nobody = uuidv7();
    expect(await refusal({ id: nobody })).toMatchObject({ code: 'NOT_FOUND', field: 'id', value: nobody });
    expect(await refusal({ id, content: 'item,counted\nRICE,' })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'content',
    });
    await goods.caller.query(
      'mutation ($input: CancelStockCountInput!) { cancelStockCount(input: $input) { count { id } } }',
      { input: { id } },
    );
    expect(await refusal({ id })).toMatchObject({ code: 'INVALID_TRANSITION', field: 'id' });
  });
});

describe('the sheet of a count as a file', () => {
  async function fetched(id: string, given: string): Promise<Response> {
    const { stockCountFile } = await goods.caller.query<{ stockCountFile: { url: string } }>(
      `query ($id: ID!) { stockCountFile(id: $id, ${given}) { url } }`,
      { id },
    );
    const response = await fetch(new URL(stockCountFile.url, system.url));
    expect(response.status).toBe(200);
    return response;
  }

  it('has a row for each thing, tells what is expected only when asked, and comes back filled in', async () => {
    const id = await opened();
    const blind = await (await fetched(id, 'format: CSV, language: EN')).text();
    const [head, first, second] = blind.replace('\uFEFF', '').split('\r\n');
    expect(head).toBe('Code,Name,Lot,Serial,Unit,Counted');
    expect(first).toMatch(/^PHONE,.*,,[0-9a-f]{4}-1,.*,$/);
    expect(second).toMatch(/^PHONE,.*,,[0-9a-f]{4}-2,.*,$/);
    const open = await (await fetched(id, 'format: CSV, language: KA, showsExpected: true')).text();
    expect(open).toContain('უნდა იყოს,დათვლილი');
    const filled = open
      .replace('\uFEFF', '')
      .split('\r\n')
      .map((line) => (line.startsWith('RICE') ? `${line}9` : line.startsWith('PHONE') ? `${line}1` : line))
      .join('\n');
    expect(await bring(id, filled)).toMatchObject({ rows: 3, counted: 3, imported: 3, errors: [] });
  });

  it('can be handed back as a workbook, where nothing was counted yet', async () => {
    const id = await opened();
    const bytes = Buffer.from(await (await fetched(id, 'format: XLSX')).arrayBuffer());
    expect(
      await goods.caller.refusal(IMPORT, {
        input: { id, format: 'XLSX', content: bytes.toString('base64') },
      }),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'content' });
  });

  it('is none of a count that is not there', async () => {
    expect(await goods.caller.query(`{ stockCountFile(id: "${uuidv7()}", format: CSV) { url } }`)).toEqual({
      stockCountFile: null,
    });
  });
});
