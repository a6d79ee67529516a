import { badInput } from '#shared/domain/errors.ts';
import { MOST_CELLS_OF_A_ROW, type SheetRow } from './sheet.ts';

const SEPARATORS = [',', ';', '\t'] as const;

/**
 * Reads comma-separated values (RFC 4180) as rows with the numbers of the lines on which they begin. The separator is
 * the one of comma, semicolon and tab that the first line has most of, because Excel writes what the country of its
 * computer uses.
 * @throws DomainError BAD_USER_INPUT for a quote that never ends, or text behind one.
 */
export function readCsv(given: string, field: string): SheetRow[] {
  const text = given.startsWith('\ufeff') ? given.slice(1) : given;
  const separator = separatorOf(text);
  const rows: SheetRow[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const row = line;
    const cells: string[] = [];
    for (;;) {
      const { cell, next } = text[at] === '"' ? quoted(text, at, row, field) : plain(text, at, separator);
      line += cell.split('\n').length - 1;
      cells.push(cell);
      if (cells.length > MOST_CELLS_OF_A_ROW)
        throw badInput(
          field,
          cells.length,
          `row ${String(row)} has more than ${String(MOST_CELLS_OF_A_ROW)} cells`,
        );
      at = next;
      if (text[at] !== separator) break;
      at++;
    }
    if (at < text.length && text[at] !== '\r' && text[at] !== '\n')
      throw badInput(field, cells.at(-1), `row ${String(row)} has text behind a closing quote`);
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    line++;
    rows.push({ row, cells });
  }
  return rows;
}

function separatorOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const first = end < 0 ? text : text.slice(0, end);
  const [most] = SEPARATORS.map((sign) => ({ sign, times: first.split(sign).length })).sort(
    (a, b) => b.times - a.times,
  );
  return most?.sign ?? ',';
}

function plain(text: string, from: number, separator: string): { cell: string; next: number } {
  let next = from;
  while (next < text.length && text[next] !== separator && text[next] !== '\n' && text[next] !== '\r') next++;
  return { cell: text.slice(from, next), next };
}

function quoted(text: string, from: number, row: number, field: string): { cell: string; next: number } {
  let cell = '';
  let at = from + 1;
  for (;;) {
    const end = text.indexOf('"', at);
    if (end < 0)
      throw badInput(field, text.slice(from, from + 20), `row ${String(row)} has a quote that never ends`);
    cell += text.slice(at, end);
    if (text[end + 1] !== '"') return { cell, next: end + 1 };
    cell += '"';
    at = end + 2;
  }
}
