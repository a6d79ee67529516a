import { formatAmount, parseDatabaseAmount } from '#shared/domain/money.ts';
import type { Workbook } from './xlsx.ts';

export interface SheetColumn {
  readonly title: string;
  /** In letters of the usual size. */
  readonly width: number;
  /**
   * Amounts have two decimals, quantities up to six; dates are ISO 8601. All are given as text, and are numbers in the file
   * but for texts.
   */
  readonly kind: 'text' | 'amount' | 'integer' | 'date' | 'quantity';
  /** Whether the last row sums it, by a formula that also says what it comes to. */
  readonly isSummed?: boolean;
}

/** Cells by their column; null is an empty one. */
export type SheetRow = readonly (string | null)[];

const STYLE = { text: 0, amount: 2, integer: 3, date: 4, quantity: 8, besideNumber: 10 } as const;
const HEAD_STYLE = { text: 1, number: 9, besideNumber: 11 } as const;
const TOTAL_STYLE = { text: 5, date: 5, quantity: 5, amount: 6, integer: 7 } as const;

/** Rows that are written before the reader is asked whether there is room. */
const AT_ONCE = 200;

/** The worksheet as text. */
export async function* sheetPieces({
  columns,
  rows,
  totalTitle,
  printedAbove,
}: Workbook): AsyncGenerator<string> {
  const widths = columns.map(
    ({ width }, index) =>
      `<col min="${String(index + 1)}" max="${String(index + 1)}" width="${String(width)}" customWidth="1"/>`,
  );
  yield (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>' +
    '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    `</sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>` +
    rowOf(
      1,
      columns.map(({ title }, index) =>
        textCell(columnName(index) + '1', title, HEAD_STYLE[sideOf(columns, index)]),
      ),
      linesOfRow(columns.map(({ title, width }) => linesOf(title, width))),
    )
  );

  const sums = columns.map(() => 0n);
  let last = 1;
  let piece = '';
  for await (const row of rows) {
    last += 1;
    const cells = columns.map((column, index) => {
      const value = row[index] ?? null;
      if (value === null) return '';
      if (column.isSummed === true) sums[index] = (sums[index] ?? 0n) + parseDatabaseAmount(value);
      return cellOf(column, sideOf(columns, index), `${columnName(index)}${String(last)}`, value);
    });
    piece += rowOf(
      last,
      cells,
      linesOfRow(
        columns.map(({ kind, width }, index) => (kind === 'text' ? linesOf(row[index] ?? '', width) : 1)),
      ),
    );
    if ((last - 1) % AT_ONCE !== 0) continue;
    yield piece;
    piece = '';
  }

  const total = columns.map((column, index) => {
    const place = `${columnName(index)}${String(last + 1)}`;
    if (column.isSummed === true) return sumCell(column, place, index, last, sums[index] ?? 0n);
    return textCell(place, index === 0 ? totalTitle : '', TOTAL_STYLE.text);
  });
  yield `${piece}${rowOf(last + 1, total)}</sheetData>${printedPage(printedAbove === undefined ? {} : { above: printedAbove })}</worksheet>`;
}

/** How many lines a row takes by those of its cells. */
export function linesOfRow(cells: readonly number[]): number {
  return cells.reduce((most, lines) => (lines > most ? lines : most), 1);
}

/** Columns are as wide as so many digits; Georgian letters take more room, and bold ones a little more again. */
const WIDTH_OF_LETTER = 1.2;

/**
 * How many lines a text takes in a column that is `width` digits wide. Reckoned, as nobody has measured the letters yet; rather
 * one too many than one that is hidden. Programs that do not see for themselves how high a row must be are told by it.
 */
export function linesOf(text: string, width: number): number {
  const letters = Math.max(1, Math.floor(width / WIDTH_OF_LETTER));
  if (text.length <= letters) return 1;
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const joined = used === 0 ? word.length : used + 1 + word.length;
    if (joined <= letters) {
      used = joined;
      continue;
    }
    if (used > 0) lines += 1;
    lines += Math.ceil(word.length / letters) - 1;
    used = word.length % letters || letters;
  }
  return lines;
}

/** How a sheet is printed: its width on one page, the pages counted. */
export interface PrintedPage {
  /** On the left above each page. */
  readonly above?: string;
  readonly isUpright?: boolean;
  /** On how many pages side by side; one without it. */
  readonly abreast?: number;
}

/** All columns on the width of a page of A4, or of several. */
export function printedPage({ above = '', isUpright = false, abreast = 1 }: PrintedPage): string {
  // In headers an ampersand begins a command, and two are one.
  const text = escaped(above.replaceAll('&', '&&'));
  return (
    '<pageMargins left="0.5" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9" orientation="${isUpright ? 'portrait' : 'landscape'}" fitToWidth="${String(abreast)}" ` +
    'fitToHeight="0"/><headerFooter>' +
    (text === '' ? '' : `<oddHeader>&amp;L${text}</oddHeader>`) +
    '<oddFooter>&amp;R&amp;P / &amp;N</oddFooter></headerFooter>'
  );
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** Points that a line of ten-point letters takes. */
const LINE_POINTS = 14;

/** @param lines how many lines of text it is high */
export function rowOf(number: number, cells: readonly string[], lines = 1): string {
  // One line is the usual height, which each program knows for its letters.
  const height = lines === 1 ? '' : ` ht="${String(lines * LINE_POINTS)}" customHeight="1"`;
  return `<row r="${String(number)}"${height}>${cells.join('')}</row>`;
}

/** Numbers stand on the right, and a text beside them begins a little further on. */
type Side = 'text' | 'number' | 'besideNumber';

function sideOf(columns: readonly SheetColumn[], index: number): Side {
  const isNumber = (column: SheetColumn | undefined): boolean =>
    column !== undefined && column.kind !== 'text' && column.kind !== 'date';
  if (isNumber(columns[index])) return 'number';
  return isNumber(columns[index - 1]) ? 'besideNumber' : 'text';
}

function cellOf({ kind }: SheetColumn, side: Side, place: string, value: string): string {
  if (kind === 'text') return textCell(place, value, side === 'text' ? STYLE.text : STYLE.besideNumber);
  const number = kind === 'date' ? String(dayNumber(value)) : value;
  return `<c r="${place}" s="${String(STYLE[kind])}"><v>${number}</v></c>`;
}

function sumCell({ kind }: SheetColumn, place: string, index: number, last: number, sum: bigint): string {
  const column = columnName(index);
  const value = kind === 'integer' ? formatAmount(sum, 0) : formatAmount(sum);
  const formula = last === 1 ? '0' : `SUM(${column}2:${column}${String(last)})`;
  return `<c r="${place}" s="${String(TOTAL_STYLE[kind])}"><f>${formula}</f><v>${value}</v></c>`;
}

/** A text is written where it stands, so no text of the file can be taken for a formula. */
export function textCell(place: string, text: string, style: number): string {
  if (text === '') return `<c r="${place}" s="${String(style)}"/>`;
  return `<c r="${place}" s="${String(style)}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** Days as spreadsheets count them: 1 January 1900 is 1, and 1900 has a 29 February that never was. */
function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML has no place for most control characters. */
export function escaped(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- they are what is to be left out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
      .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
  );
}
