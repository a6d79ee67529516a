import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buffer } from 'node:stream/consumers';
import { renderXlsx } from '#shared/documents/xlsx.ts';
import { startSystem, type System } from '#test/system.ts';
import type { Caller } from '#test/caller.ts';

let system: System;
let us: Caller;
beforeAll(async () => {
  system = await startSystem({ companies: 2 });
  us = system.company(0).as('admin');
});
afterAll(() => system.close());

const IMPORT = `mutation ($input: ImportItemsInput!) {
  importItems(input: $input) { rows imported errors { row column value reason } }
}`;
const ITEM = `query ($code: String) { item(code: $code) {
  code name kind unit conversions { unit quantity } barcodes vat costingMethod hasLots hasExpiry reorderLevel
} }`;

interface Outcome {
  readonly rows: number;
  readonly imported: number;
  readonly errors: readonly {
    readonly row: number;
    readonly column: string | null;
    readonly reason: string;
  }[];
}

async function bring(input: object, caller = us): Promise<Outcome> {
  const { importItems } = await caller.query<{ importItems: Outcome }>(IMPORT, { input });
  return importItems;
}

async function itemOf(code: string, caller = us): Promise<object | null> {
  const { item } = await caller.query<{ item: object | null }>(ITEM, { code });
  return item;
}

describe('a file of items', () => {
  it('adds all that it describes, in either language, and once for a key', async () => {
    const content =
      'კოდი;დასახელება;სახე;ერთეული;შტრიხკოდი;გადაყვანა;პარტიები;ვადა;minimum\n'.replace(
        'minimum',
        'reorder_level;reorder_quantity',
      ) +
      'RICE;ბრინჯი;საქონელი;კგ;4006381333931;PACK=25, T=1000;კი;კი;10;50\n' +
      'NAIL;ლურსმანი;material;1;;;;;;\n';
    const input = { format: 'CSV', content, idempotencyKey: 'rice-and-nails' };
    expect(await bring(input)).toEqual({ rows: 2, imported: 2, errors: [] });
    expect(await itemOf('RICE')).toEqual({
      code: 'RICE',
      name: 'ბრინჯი',
      kind: 'GOODS',
      unit: 'KG',
      conversions: [
        { unit: 'PACK', quantity: '25' },
        { unit: 'T', quantity: '1000' },
      ],
      barcodes: ['4006381333931'],
      vat: 'STANDARD',
      costingMethod: 'FIFO',
      hasLots: true,
      hasExpiry: true,
      reorderLevel: '10',
    });
    expect(await itemOf('NAIL')).toMatchObject({ kind: 'MATERIAL', unit: 'PCS' });
    expect(await bring(input)).toEqual({ rows: 2, imported: 2, errors: [] });
    expect(await itemOf('RICE', system.company(1).as('admin'))).toBeNull();
  });

  it('adds nothing when a row is wrong, and names each with its column, value and reason', async () => {
    await bring({ format: 'CSV', content: 'code,name,kind,unit\nTAKEN,x,goods,KG' });
    const content =
      'code,name,kind,unit,barcodes,costing_method,reorder_level,lots\n' +
      'FINE,კარგი,goods,KG,,,,\n' +
      'TAKEN,x,goods,KG,,,,\n' +
      'FINE,again,goods,KG,,,,\n' +
      'A1,,goods,KG,,,,\n' +
      'A2,x,thing,KG,,,,\n' +
      'A3,x,goods,STONE,,,,\n' +
      'A4,x,goods,KG,4006381333932,,,\n' +
      'A5,x,goods,KG,,LIFO,,\n' +
      'A6,x,goods,PCS,,,1.5,\n' +
      'A7,x,goods,KG,,,,perhaps\n';
    const outcome = await bring({ format: 'CSV', content });
    expect(outcome).toMatchObject({ rows: 10, imported: 0 });
    expect(outcome.errors.map(({ row, column }) => [row, column])).toEqual([
      [3, 'code'],
      [4, 'code'],
      [5, 'name'],
      [6, 'kind'],
      [7, 'unit'],
      [8, 'barcodes'],
      [9, 'costing_method'],
      [10, 'reorder_level'],
      [11, 'lots'],
    ]);
    expect(outcome.errors[1]).toEqual({
      row: 4,
      column: 'code',
      value: 'FINE',
      reason: 'row 2 has it already',
    });
    expect(outcome.errors[6]?.reason).toContain('IAS 2');
    expect(await itemOf('FINE')).toBeNull();
  });

  it('may be tried first, and then nothing is written', async () => {
    const content = 'code,name,kind,unit\nTRIED,x,goods,KG';
    expect(await bring({ format: 'CSV', content, dryRun: true })).toEqual({
      rows: 1,
      imported: 0,
      errors: [],
    });
    expect(await itemOf('TRIED')).toBeNull();
  });

  it('may be a workbook', async () => {
    const bytes = await buffer(
      renderXlsx({
        sheet: 'items',
        columns: ['code', 'name', 'kind', 'unit'].map((title) => ({
          title,
          width: 10,
          kind: 'text' as const,
        })),
        rows: (async function* () {
          await Promise.resolve();
          yield ['XLSX-1', 'ცხრილიდან', 'GOODS', 'L'];
        })(),
        totalTitle: '',
      }),
    );
    expect(await bring({ format: 'XLSX', content: bytes.toString('base64') })).toMatchObject({ imported: 1 });
    expect(await itemOf('XLSX-1')).toMatchObject({ name: 'ცხრილიდან', unit: 'L' });
  });

  it('is refused as a whole when it cannot be read', async () => {
    for (const input of [
      { format: 'CSV', content: '' },
      { format: 'XLSX', content: 'bm8gd29ya2Jvb2s=' },
    ])
      expect(await us.refusal(IMPORT, { input })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'content' });
  });

  it('is taken from those only who may write', async () => {
    const input = { format: 'CSV', content: 'code,name,kind,unit\nX,x,goods,KG' };
    expect((await system.company(0).as('auditor').refusal(IMPORT, { input })).code).toBe('FORBIDDEN');
  });
});
