/** A statement to be laid out on paper or on a sheet: a short table whose rows have ranks, and sums that say of what. */
export interface StatementTable {
  readonly title: string;
  /** Days, under the title. */
  readonly span: string;
  /** Whose it is: name, and identification code where it is known. */
  readonly owner: { readonly name: string; readonly below: string | null };
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** The first holds names of rows. */
  readonly columns: readonly StatementColumn[];
  readonly rows: readonly StatementRow[];
  /** Below the table, in small letters. */
  readonly notes: readonly string[];
  /** Who signs, by their offices; a line is drawn for each. */
  readonly signatures: readonly string[];
}

export interface StatementColumn {
  readonly title: string;
  /** In letters of the usual size. */
  readonly width: number;
  /** Amounts have two decimals and are given as text with a point; figures below zero are shown in parentheses. */
  readonly kind: 'text' | 'amount';
}

/** How a row stands out. */
export type RowRank = 'heading' | 'line' | 'total' | 'grand';

export interface StatementRow {
  /** Name of the row for programs. */
  readonly code: string;
  readonly rank: RowRank;
  /** How deep the row is set in, from 0. */
  readonly level: number;
  /** By column; null is an empty one. */
  readonly cells: readonly (string | null)[];
  /** By column: what the cell is the sum of, where all of that is shown. */
  readonly sums?: readonly (CellSum | null)[];
}

/** A sum of cells of the same table. */
export interface CellSum {
  readonly plus: readonly CellPlace[];
  readonly minus: readonly CellPlace[];
}

/** Row and column, both from 0. */
export type CellPlace = readonly [row: number, column: number];
