import { Readable } from 'node:stream';
import type { StatementTable } from '#shared/documents/statement.ts';
import type { ListReport } from './report.ts';

/** Media type of comma-separated values (RFC 4180). */
export const CSV = 'text/csv; charset=utf-8';

/** Rows that are joined before the reader is asked whether there is room. */
const AT_ONCE = 500;

/** Spreadsheets take a file for UTF-8 by this mark only, and would show Georgian as signs otherwise. */
const MARK = '\uFEFF';

/** A report as CSV, without its sums: what is read by programs is rows. */
export function renderCsv({ columns, rows }: ListReport): Readable {
  async function* pieces(): AsyncGenerator<string> {
    let piece = MARK + lineOf(columns.map(({ title }) => title));
    let held = 0;
    for await (const row of rows) {
      piece += lineOf(
        row.map((cell, index) => (columns[index]?.kind === 'text' ? harmless(cell ?? '') : (cell ?? ''))),
      );
      held += 1;
      if (held % AT_ONCE !== 0) continue;
      yield piece;
      piece = '';
    }
    yield piece;
  }
  return Readable.from(pieces(), { objectMode: false });
}

/** A statement as CSV: each row with its code, which is the same in every language. */
export function renderStatementCsv({ columns, rows }: StatementTable): Readable {
  const lines = [
    ['code', ...columns.map(({ title }, index) => (title === '' && index === 0 ? 'name' : title))],
    ...rows.map(({ code, cells }) => [
      harmless(code),
      ...columns.map(({ kind }, index) =>
        kind === 'text' ? harmless(cells[index] ?? '') : (cells[index] ?? ''),
      ),
    ]),
  ];
  return Readable.from([Buffer.from(MARK + lines.map(lineOf).join(''))], { objectMode: false });
}

/** Spreadsheets would run a text that begins like a formula. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
}
