/** The number of a movement as people read it: `GR-2026-000012`. */
export function numberOf({
  numberSeries,
  number,
}: {
  readonly numberSeries: string | null;
  readonly number: number | null;
}): string | null {
  return numberSeries === null ? null : `${numberSeries}-${String(number).padStart(6, '0')}`;
}
