import { Readable } from 'node:stream';
import { BYTE_ORDER_MARK, cellOf, lineOf } from '#shared/documents/csv.ts';
import type { StatementTable } from '#shared/documents/statement.ts';

/** A statement as CSV: each row with its code, which is the same in every language. */
export function renderStatementCsv({ columns, rows }: StatementTable): Readable {
  const lines = [
    ['code', ...columns.map(({ title }, index) => cellOf(title === '' && index === 0 ? 'name' : title))],
    ...rows.map(({ code, cells }) => [
      cellOf(code),
      ...columns.map(({ kind }, index) => {
        const cell = cells[index] ?? '';
        return kind === 'text' ? cellOf(cell) : cell;
      }),
    ]),
  ];
  return Readable.from([Buffer.from(BYTE_ORDER_MARK + lines.map(lineOf).join(''))], { objectMode: false });
}
