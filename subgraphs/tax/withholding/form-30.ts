import { cellsOfForm30, form30File, type Form30Payment } from '#shared/documents/form-30.ts';
import type { WithholdingRow } from './queries.ts';

function paymentOf({ payee, ...row }: WithholdingRow): Form30Payment {
  return { ...row, ...payee };
}

/** The fourteen cells of one payment. */
export function form30Cells(row: WithholdingRow): string[] {
  return cellsOfForm30(paymentOf(row));
}

/** The file to be uploaded. */
export function form30Spreadsheet(rows: readonly WithholdingRow[]): string {
  return form30File(rows.map(paymentOf));
}
