import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHART_WITH_STOCK, goodsOf, untilMonth, type Goods, type Moved, MOVED } from '#test/goods.ts';
import { startSystem, type System } from '#test/system.ts';

const DATE = '2026-01-01';

let system: System;
let goods: Goods;
let shop: string;
beforeAll(async () => {
  system = await startSystem({ companies: 2, chart: CHART_WITH_STOCK, years: [2026] });
  await untilMonth(system, '2026-12', true);
  goods = goodsOf(system.company(0).as('admin'));
  shop = await goods.warehouse({ code: 'SHOP' });
  await goods.item({ code: 'RICE', unit: 'KG', conversions: [{ unit: 'PACK', quantity: '25' }] });
  await goods.item({ code: 'PHONE', hasSerials: true });
});
afterAll(() => system.close());

const IMPORT = `mutation ($input: ImportOpeningStockInput!) {
  importOpeningStock(input: $input) { rows imported errors { row column value reason } movement { ${MOVED} } } }`;

interface Outcome {
  readonly imported: number;
  readonly errors: readonly { readonly row: number; readonly column: string | null }[];
  readonly movement: Moved | null;
}

async function bring(content: string, more: object = {}): Promise<Outcome> {
  const { importOpeningStock } = await goods.caller.query<{ importOpeningStock: Outcome }>(IMPORT, {
    input: { format: 'CSV', content, date: DATE, ...more },
  });
  return importOpeningStock;
}

describe('a file of opening stock', () => {
  it('is received by one movement against the opening balance, once for a key', async () => {
    const content =
      'კოდი;საწყობი;რაოდენობა;ერთეული;თანხა;სერიული ნომრები\n' +
      'RICE;SHOP;4;შეკვრა;250;\n' +
      'PHONE;;2;;1000.50;IMEI-1 IMEI-2\n';
    const more = { warehouseId: shop, idempotencyKey: 'opening' };
    const outcome = await bring(content, more);
    expect(outcome).toMatchObject({
      imported: 2,
      errors: [],
      movement: { status: 'POSTED', cost: '1250.50' },
    });
    expect((await bring(content, more)).movement?.id).toBe(outcome.movement?.id);
    const { postings } = await goods.settled(outcome.movement?.id ?? '');
    const entries = postings.flatMap(({ transaction }) => transaction?.entries ?? []);
    expect(entries.map(({ account, debit, credit }) => [account.code, debit, credit])).toEqual(
      expect.arrayContaining([
        ['1610', '1250.50', '0.00'],
        ['5310', '0.00', '1250.50'],
      ]),
    );
    expect(outcome.movement?.lines[0]?.baseQuantity).toBe('100');
  });

  it('is not received at all when a row is wrong, and each such row is named', async () => {
    const content =
      'item,warehouse,quantity,unit,amount,unit_cost,lot,serials\n' +
      'RICE,SHOP,1,,10,,,\n' +
      'NONE,SHOP,1,,10,,,\n' +
      'RICE,NOWHERE,1,,10,,,\n' +
      'RICE,SHOP,0,,10,,,\n' +
      'RICE,SHOP,1,L,10,,,\n' +
      'RICE,SHOP,1,,,,,\n' +
      'RICE,SHOP,1,,10,10,,\n' +
      'RICE,SHOP,1,,10,,L-1,\n' +
      'PHONE,SHOP,2,,10,,,ONE\n' +
      'RICE,,1,,10,,,\n';
    const outcome = await bring(content);
    expect(outcome).toMatchObject({ imported: 0, movement: null });
    expect(outcome.errors.map(({ row, column }) => [row, column])).toEqual([
      [3, 'item'],
      [4, 'warehouse'],
      [5, 'quantity'],
      [6, 'unit'],
      [7, 'amount'],
      [8, 'unit_cost'],
      [9, 'lot'],
      [10, 'serials'],
      [11, 'warehouse'],
    ]);
  });

  it('may be tried first, and names what only the whole of it shows', async () => {
    const content = 'item,warehouse,quantity,amount,serials\nPHONE,SHOP,1,5,S1\nPHONE,SHOP,1,5,S1';
    expect(await bring('item,warehouse,quantity,amount\nRICE,SHOP,1,5', { dryRun: true })).toMatchObject({
      imported: 0,
      errors: [],
      movement: null,
    });
    expect(await bring(content)).toMatchObject({ imported: 0, errors: [{ row: 3, column: 'serials' }] });
  });

  it('is refused as a whole on a day whose month is not open', async () => {
    const input = {
      format: 'CSV',
      content: 'item,warehouse,quantity,amount\nRICE,SHOP,1,5',
      date: '2031-01-01',
    };
    expect((await goods.caller.refusal(IMPORT, { input })).code).toBe('PERIOD_CLOSED');
  });
});
