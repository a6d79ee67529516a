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

const STYLE = { text: 0, head: 1, amount: 2, integer: 3, date: 4, quantity: 8 } as const;
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
      columns.map(({ title }, index) => textCell(columnName(index) + '1', title, STYLE.head)),
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
      return cellOf(column, `${columnName(index)}${String(last)}`, value);
    });
    piece += rowOf(last, cells);
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

/** How a sheet is printed: its width on one page, the pages counted. */
export interface PrintedPage {
  /** On the left above each page. */
  readonly above?: string;
  readonly isUpright?: boolean;
}

/** All columns on the width of a page of A4. */
export function printedPage({ above = '', isUpright = false }: PrintedPage): string {
  // In headers an ampersand begins a command, and two are one.
  const text = escaped(above.replaceAll('&', '&&'));
  return (
    `<pageSetup paperSize="9" orientation="${isUpright ? 'portrait' : 'landscape'}" fitToHeight="0"/><headerFooter>` +
    (text === '' ? '' : `<oddHeader>&amp;L${text}</oddHeader>`) +
    '<oddFooter>&amp;R&amp;P / &amp;N</oddFooter></headerFooter>'
  );
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

function rowOf(number: number, cells: readonly string[]): string {
  return `<row r="${String(number)}">${cells.join('')}</row>`;
}

function cellOf({ kind }: SheetColumn, place: string, value: string): string {
  if (kind === 'text') return textCell(place, value, STYLE.text);
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
function textCell(place: string, text: string, style: number): string {
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
