import { badInput } from '#shared/domain/errors.ts';
import type { Column } from './columns.ts';
import { readCsv } from './csv.ts';
import { MOST_BYTES, MOST_ROWS, type SheetRow } from './sheet.ts';
import { readXlsx } from './xlsx.ts';

export type FileFormat = 'CSV' | 'XLSX';

/** What is wrong with one row of a file. Rows count from 1, the head included, as programs for tables number them. */
export interface RowError {
  readonly row: number;
  /** Title of the column as it stands in the file; null where the row as a whole is wrong. */
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: string;
}

/** A row with its cells by what they fill; cells without anything in them are absent. */
export interface TableRow<Key extends string> {
  readonly row: number;
  readonly cells: Readonly<Partial<Record<Key, string>>>;
}

export interface Table<Key extends string> {
  readonly rows: readonly TableRow<Key>[];
  readonly errors: readonly RowError[];
  /** What a column is called in the file, or, where it has none such, what it would be. */
  readonly titleOf: (key: Key) => string;
}

const BASE64 = /^[A-Za-z0-9+/\s]*={0,2}\s*$/;

/**
 * Reads a file whose first row says what its columns are; rows with nothing in them are passed over.
 * @throws DomainError BAD_USER_INPUT for what is no such file, is too large, or has nothing in it.
 */
export function readTable<Key extends string>(
  format: FileFormat,
  content: string,
  columns: readonly Column<Key>[],
): Table<Key> {
  const [head, ...body] = sheetOf(format, content).filter(({ cells }) =>
    cells.some((cell) => cell.trim() !== ''),
  );
  if (head === undefined || body.length === 0)
    throw badInput('content', null, 'there is nothing in the file');
  if (body.length > MOST_ROWS)
    throw badInput('content', body.length, `more than ${String(MOST_ROWS)} rows; hand them over in parts`);
  const { places, errors } = readHead(head, columns);
  const titles = new Map([...places].map(([index, key]) => [key, (head.cells[index] ?? '').trim()]));
  const rows = body.map(({ row, cells }) => ({ row, cells: cellsBy(places, cells) }));
  return {
    rows,
    errors,
    titleOf: (key) => titles.get(key) ?? columns.find((column) => column.key === key)?.titles[0] ?? key,
  };
}

function sheetOf(format: FileFormat, content: string): readonly SheetRow[] {
  if (content.length > 2 * MOST_BYTES) throw tooLarge(content.length);
  if (format === 'CSV') {
    const size = Buffer.byteLength(content);
    if (size > MOST_BYTES) throw tooLarge(size);
    return readCsv(content, 'content');
  }
  if (!BASE64.test(content))
    throw badInput('content', content, 'the bytes of a workbook are needed in Base64');
  const bytes = Buffer.from(content, 'base64');
  if (bytes.length > MOST_BYTES) throw tooLarge(bytes.length);
  return readXlsx(bytes, 'content');
}

function tooLarge(size: number): Error {
  return badInput('content', size, `the file is larger than ${String(MOST_BYTES)} bytes`);
}

function readHead<Key extends string>(
  { row, cells }: SheetRow,
  columns: readonly Column<Key>[],
): { places: ReadonlyMap<number, Key>; errors: RowError[] } {
  const places = new Map<number, Key>();
  const errors: RowError[] = [];
  cells.forEach((cell, index) => {
    const title = cell.trim();
    if (title === '') return;
    const found = columns.find(({ titles }) => titles.includes(title.toLowerCase()));
    const refused = (reason: string): number => errors.push({ row, column: title, value: null, reason });
    if (found === undefined)
      refused(
        `there is no such column; known are ${columns.map(({ titles }) => titles.join(' = ')).join(', ')}`,
      );
    else if ([...places.values()].includes(found.key)) refused('the column is there twice');
    else places.set(index, found.key);
  });
  const present = new Set(places.values());
  for (const { key, titles, isRequired } of columns)
    if (isRequired === true && !present.has(key))
      errors.push({ row, column: titles[0] ?? key, value: null, reason: 'the column is missing' });
  return { places, errors };
}

function cellsBy<Key extends string>(
  places: ReadonlyMap<number, Key>,
  cells: readonly string[],
): Partial<Record<Key, string>> {
  const found: Partial<Record<Key, string>> = {};
  for (const [index, key] of places) {
    const value = (cells[index] ?? '').trim();
    if (value !== '') found[key] = value;
  }
  return found;
}
