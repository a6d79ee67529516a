import { Readable } from 'node:stream';
import { Zip, ZipDeflate, strToU8, type Zip as ZipFile } from 'fflate';
import { sheetPieces, type SheetColumn, type SheetRow } from './xlsx-sheet.ts';

/** Media type of an Office Open XML workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook of one table, whose head stays where it is while the rows are scrolled. */
export interface Workbook {
  /** Name of the sheet, at most 31 characters. */
  readonly sheet: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: AsyncIterable<SheetRow>;
  /** Stands above each printed page, on its left; nothing without it. */
  readonly printedAbove?: string;
  /** Title of the last row, which sums the columns that are summed. */
  readonly totalTitle: string;
}

/** The bytes of a workbook; rows are written as they come, and asked for when the reader has room for them. */
export function renderXlsx(workbook: Workbook): Readable {
  return workbookOf({ sheet: workbook.sheet, repeated: '$1:$1', pieces: sheetPieces(workbook) });
}

/** A workbook of one sheet, as it is put together. */
export interface PackedSheet {
  /** Name of the sheet, cut to 31 characters. */
  readonly sheet: string;
  /** What is printed on each page: rows, such as `$1:$1`, or columns and rows, such as `$A:$A,$1:$1`. */
  readonly repeated: string;
  /** What is printed, where it is not all that there is. */
  readonly printed?: string;
  /** The worksheet as text, from its first tag to its last. */
  readonly pieces: AsyncIterable<string> | Iterable<string>;
  /** How cells look, where it is not as in a list. */
  readonly styles?: string;
}

/** The bytes of a workbook with a sheet that is written already. */
export function workbookOf(packed: PackedSheet): Readable {
  return Readable.from(bytesOf(packed), { objectMode: false });
}

async function* bytesOf(packed: PackedSheet): AsyncGenerator<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    pieces.push(piece);
  });
  for (const [path, text] of Object.entries(partsOf(packed))) {
    fileIn(zip, path).push(strToU8(HEAD + text), true);
  }
  const sheet = fileIn(zip, 'xl/worksheets/sheet1.xml');
  sheet.push(strToU8(HEAD));
  for await (const text of packed.pieces) {
    sheet.push(strToU8(text));
    yield* pieces.splice(0);
  }
  sheet.push(new Uint8Array(0), true);
  zip.end();
  yield* pieces.splice(0);
}

function fileIn(zip: ZipFile, path: string): ZipDeflate {
  const file = new ZipDeflate(path, { level: 6 });
  // The same workbook has the same bytes. The format counts years from 1980, by the clock of this machine.
  file.mtime = new Date(1980, 0, 1);
  zip.add(file);
  return file;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The namespace of spreadsheets. */
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What a workbook has besides its sheet (ECMA-376 part 1, 18). */
function partsOf({
  sheet,
  repeated,
  printed,
  styles = STYLES,
}: PackedSheet): Readonly<Record<string, string>> {
  // What a name of a sheet may not have (ECMA-376 part 1, 18.2.19) it does without.
  const name = sheet.replace(/[&<>"[\]*?/\\:]/g, '').slice(0, 31);
  return {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/></Types>`,
    '_rels/.rels':
      `<Relationships xmlns="${RELATIONS}">` +
      `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/_rels/workbook.xml.rels':
      `<Relationships xmlns="${RELATIONS}">` +
      `<Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>` +
      `<Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/workbook.xml':
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
      `<sheet name="${name}" sheetId="1" r:id="rId1"/></sheets><definedNames>` +
      (printed === undefined ? '' : definedName('_xlnm.Print_Area', name, printed)) +
      // The head is printed on each page.
      definedName('_xlnm.Print_Titles', name, repeated) +
      '</definedNames></workbook>',
    'xl/styles.xml': styles,
  };
}

function definedName(what: string, sheet: string, cells: string): string {
  const named = cells.split(',').map((part) => `'${sheet.replaceAll("'", "''")}'!${part}`);
  return `<definedName name="${what}" localSheetId="0">${named.join(',')}</definedName>`;
}

/** Below zero in parentheses, nothing as a dash, the digits of all under one another. */
export const AMOUNT_FORMAT =
  '<numFmt numFmtId="166" formatCode="#,##0.00_);\\(#,##0.00\\);&quot;–&quot;_)"/>';

/** A format of a cell of a list, its text from the top. */
function listFormat(format: number, font: 0 | 1, border: 0 | 1 | 2, alignment = ''): string {
  return (
    `<xf numFmtId="${String(format)}" fontId="${String(font)}" fillId="0" borderId="${String(border)}" xfId="0" ` +
    'applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">' +
    `<alignment ${alignment === '' ? 'vertical="top"' : alignment}/></xf>`
  );
}

const [TEXT, WHOLE, AMOUNT, DAY, QUANTITY] = [49, 1, 166, 164, 165];
/** Their order is that of `STYLE` in the sheet: text, head, amount, whole number, date, total as text, as amount, as number; quantity; head of numbers; text and head beside numbers. */
const LIST_FORMATS = [
  listFormat(TEXT, 0, 0, 'vertical="top" wrapText="1"'),
  listFormat(TEXT, 1, 1, 'vertical="center" wrapText="1"'),
  listFormat(AMOUNT, 0, 0),
  listFormat(WHOLE, 0, 0),
  listFormat(DAY, 0, 0, 'vertical="top" horizontal="left"'),
  listFormat(TEXT, 1, 2),
  listFormat(AMOUNT, 1, 2),
  listFormat(WHOLE, 1, 2),
  listFormat(QUANTITY, 0, 0),
  listFormat(TEXT, 1, 1, 'vertical="center" horizontal="right" wrapText="1"'),
  listFormat(TEXT, 0, 0, 'vertical="top" horizontal="left" indent="1" wrapText="1"'),
  listFormat(TEXT, 1, 1, 'vertical="center" horizontal="left" indent="1" wrapText="1"'),
];

const STYLES =
  `<styleSheet xmlns="${MAIN}">` +
  '<numFmts count="3"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/>' +
  `<numFmt numFmtId="165" formatCode="#,##0.######"/>${AMOUNT_FORMAT}</numFmts>` +
  '<fonts count="2"><font><sz val="10"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="10"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border>' +
  '<border><left/><right/><top/><bottom style="thin"/><diagonal/></border>' +
  '<border><left/><right/><top style="thin"/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${String(LIST_FORMATS.length)}">${LIST_FORMATS.join('')}</cellXfs></styleSheet>`;
