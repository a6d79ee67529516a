/**
 * Rows of text for SQL functions that read many values fast. Fields end with U+001F, rows with U+001E, parts with
 * U+001D; the texts in them hold none of these, because the domain refuses control characters and JSON escapes
 * them.
 */
export const FIELD_END = '\u001f';
export const ROW_END = '\u001e';
export const PART_END = '\u001d';

// eslint-disable-next-line no-control-regex
const SEPARATORS = /[\u001d-\u001f]/;

export type Field = string | number | boolean | null | undefined;

/** One row. An absent field is an empty text, which SQL reads as null. */
export function textRow(fields: readonly Field[]): string {
  const row = fields.map((field) => (field === null || field === undefined ? '' : String(field)));
  // A separator in a field would shift all that follow: rather stop the request than write that.
  if (row.some((field) => SEPARATORS.test(field))) throw new Error('a field holds a separator');
  return row.join(FIELD_END);
}
