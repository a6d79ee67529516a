/** How people write the number of a document: `2026-000123`, the year and at least six digits. */
export function formatDocumentNumber(year: number | string, number: number): string {
  return `${year}-${String(number).padStart(6, '0')}`;
}
