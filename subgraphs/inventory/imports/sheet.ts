/** A row of a table that somebody hands over, with the number by which they find it in their own program. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Bytes that a file may have. */
export const MOST_BYTES = 2_000_000;
/** Rows behind the head that one import may have. */
export const MOST_ROWS = 5_000;
export const MOST_CELLS_OF_A_ROW = 100;
