import { strToU8, zipSync } from 'fflate';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { DomainError } from '#shared/domain/errors.ts';
import { renderXlsx } from '#shared/documents/xlsx.ts';
import type { Column } from './columns.ts';
import { readCsv } from './csv.ts';
import { readTable } from './table.ts';
import { readXlsx } from './xlsx.ts';

const COLUMNS: readonly Column<'code' | 'name' | 'price'>[] = [
  { key: 'code', titles: ['code', 'კოდი'], isRequired: true },
  { key: 'name', titles: ['name', 'დასახელება'], isRequired: true },
  { key: 'price', titles: ['price', 'ფასი'] },
];

function refusalOf(act: () => unknown): DomainError {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** A workbook by the XML of its sheet. */
function workbook(sheet: string, texts?: string): Uint8Array {
  return zipSync({
    'xl/workbook.xml': strToU8(
      '<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="ა" sheetId="1" r:id="rId7"/></x:sheets></x:workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Target="styles.xml"/><Relationship Id="rId7" Target="/xl/worksheets/first.xml"/></Relationships>',
    ),
    'xl/worksheets/first.xml': strToU8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
    ...(texts === undefined ? {} : { 'xl/sharedStrings.xml': strToU8(texts) }),
  });
}

describe('a file of comma-separated values', () => {
  it('is read with quotes, line breaks within them, a mark of Unicode, and either end of lines', () => {
    expect(readCsv('\ufeffcode,name\r\n1,"a ""b"", c"\r\n2,"two\nlines"\n3,last', 'content')).toEqual([
      { row: 1, cells: ['code', 'name'] },
      { row: 2, cells: ['1', 'a "b", c'] },
      { row: 3, cells: ['2', 'two\nlines'] },
      { row: 5, cells: ['3', 'last'] },
    ]);
  });

  it.each([';', '\t', ','])('may be separated by %j', (sign) => {
    expect(readCsv(`a${sign}b\n1${sign}2`, 'content')[1]).toEqual({ row: 2, cells: ['1', '2'] });
  });

  it.each([
    ['a,b\n"1,2', 'row 2 has a quote that never ends'],
    ['a,b\n"1"2,3', 'row 2 has text behind a closing quote'],
    [`a\n${','.repeat(200)}`, 'row 2 has more than 100 cells'],
  ])('is refused when %j is in it', (text, why) => {
    expect(refusalOf(() => readCsv(text, 'content')).message).toContain(why);
  });
});

describe('a workbook', () => {
  it('is read as this system writes them', async () => {
    const bytes = await buffer(
      renderXlsx({
        sheet: 'საქონელი',
        columns: [
          { title: 'კოდი', width: 10, kind: 'text' },
          { title: 'ფასი', width: 10, kind: 'amount' },
        ],
        rows: (async function* () {
          await Promise.resolve();
          yield ['A & <B>', '1234.50'];
        })(),
        totalTitle: 'სულ',
      }),
    );
    expect(readXlsx(bytes, 'content').slice(0, 2)).toEqual([
      { row: 1, cells: ['კოდი', 'ფასი'] },
      { row: 2, cells: ['A & <B>', '1234.5'] },
    ]);
  });

  it('is read with shared and rich texts, empty cells, and numbers as they are shown', () => {
    const bytes = workbook(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>' +
        '<row r="4"><c r="A4"><v>0.30000000000000004</v></c><c r="B4"><v>4860001234567</v></c>' +
        '<c r="C4"><v>1E-3</v></c><c r="D4" t="b"><v>1</v></c><c r="E4" t="inlineStr"><is><t>x</t></is></c></row>',
      '<sst><si><t xml:space="preserve"> first </t></si><si><r><t>ri</t></r><r><rPr/><t>ch</t></r></si></sst>',
    );
    expect(readXlsx(bytes, 'content')).toEqual([
      { row: 1, cells: [' first ', '', 'rich'] },
      { row: 4, cells: ['0.3', '4860001234567', '0.001', 'true', 'x'] },
    ]);
  });

  it.each([
    ['what is no archive', strToU8('no workbook at all')],
    ['an archive of something else', zipSync({ 'readme.txt': strToU8('x') })],
    ['a text that is not there', workbook('<row r="1"><c r="A1" t="s"><v>9</v></c></row>')],
    ['an error of a formula', workbook('<row r="1"><c r="A1" t="e"><v>#REF!</v></c></row>')],
    ['a declared document type', workbook('<!DOCTYPE x [<!ENTITY a "b">]><row r="1"/>')],
    ['a cell far to the right', workbook('<row r="1"><c r="XFD1"><v>1</v></c></row>')],
    ['more than it says', zipSync({ 'xl/workbook.xml': new Uint8Array(41_000_000) })],
  ])('is refused with %s', (_what, bytes) => {
    expect(refusalOf(() => readXlsx(bytes, 'content'))).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { field: 'content' },
    });
  });
});

describe('a table', () => {
  it('has its columns in any order and language, and passes over empty rows', () => {
    const { rows, errors } = readTable('CSV', 'დასახელება,CODE\nპური, 17 \n,\n\nრძე,18', COLUMNS);
    expect(errors).toEqual([]);
    expect(rows).toEqual([
      { row: 2, cells: { code: '17', name: 'პური' } },
      { row: 5, cells: { code: '18', name: 'რძე' } },
    ]);
  });

  it('names columns that are unknown, twice there, or missing', () => {
    const { errors } = readTable('CSV', 'code,კოდი,colour\n1,2,3', COLUMNS);
    expect(errors.map(({ row, column, reason }) => [row, column, reason.slice(0, 22)])).toEqual([
      [1, 'კოდი', 'the column is there tw'],
      [1, 'colour', 'there is no such colum'],
      [1, 'name', 'the column is missing'],
    ]);
  });

  it.each([
    ['CSV', ''],
    ['CSV', 'code,name\n'],
    ['CSV', `code,name\n${'1,2\n'.repeat(5_001)}`],
    ['CSV', `code,name\n${'x'.repeat(2_000_001)}`],
    ['XLSX', 'ქართული'],
    ['XLSX', 'A'.repeat(3_000_000)],
  ] as const)('is refused as a %s with nothing, or too much, in it', (format, content) => {
    expect(refusalOf(() => readTable(format, content, COLUMNS))).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
