import { Readable } from 'node:stream';
import type { Workbook } from './xlsx.ts';

/** Media type of a table as text. */
export const CSV = 'text/csv; charset=utf-8';

/** By this mark, spreadsheets know that the text is UTF-8, and show Georgian as it is. */
export const BYTE_ORDER_MARK = '\uFEFF';
const AT_ONCE = 200;

/**
 * The table of a workbook as text, by RFC 4180, a head and a row a line; rows are written as they come. Numbers have a point
 * and no groups, days are ISO 8601. There is no row of sums: whoever reads the file by a program has no use for it.
 */
export function renderCsv({ columns, rows }: Pick<Workbook, 'columns' | 'rows'>): Readable {
  async function* lines(): AsyncGenerator<string> {
    let piece = BYTE_ORDER_MARK + lineOf(columns.map(({ title }) => cellOf(title)));
    let held = 0;
    for await (const row of rows) {
      piece += lineOf(
        columns.map(({ kind }, index) => {
          const value = row[index] ?? '';
          return kind === 'text' ? cellOf(value) : value;
        }),
      );
      held += 1;
      if (held % AT_ONCE !== 0) continue;
      yield piece;
      piece = '';
    }
    yield piece;
  }
  return Readable.from(lines(), { objectMode: false });
}

/** A line of cells that are written already. */
export function lineOf(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`;
}

/** A text that a spreadsheet would take for a formula is given an apostrophe, by which it is a text there. */
export function cellOf(text: string): string {
  const said = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(said) ? `"${said.replaceAll('"', '""')}"` : said;
}
