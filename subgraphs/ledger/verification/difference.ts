import type { Verification } from '../ledger.ts';

export type Difference = Verification['differences'][number];

/** Columns of a row by name, each as text. */
export type Row = Readonly<Record<string, string | null>>;

const NO_ROW = 'no row';

/** What one row of a table has otherwise than the events say. */
export function compareRows(table: string, key: string, expected?: Row, actual?: Row): Difference[] {
  if (expected === undefined || actual === undefined) {
    return [{ table, key, expected: describe(expected), actual: describe(actual) }];
  }
  return Object.keys(expected)
    .filter((column) => expected[column] !== actual[column])
    .map((column) => ({
      table,
      key,
      expected: `${column}: ${expected[column] ?? 'null'}`,
      actual: `${column}: ${actual[column] ?? 'null'}`,
    }));
}

function describe(row: Row | undefined): string {
  if (row === undefined) return NO_ROW;
  return Object.entries(row)
    .filter(([, value]) => value !== null)
    .map(([column, value]) => `${column}: ${value}`)
    .join(', ');
}

/** All differences of a small table. */
export function compareTables(
  table: string,
  expected: ReadonlyMap<string, Row>,
  actual: ReadonlyMap<string, Row>,
): Difference[] {
  const keys = new Set([...expected.keys(), ...actual.keys()]);
  return [...keys].flatMap((key) => {
    const [left, right] = [expected.get(key), actual.get(key)];
    return compareRows(table, key, left, right);
  });
}
