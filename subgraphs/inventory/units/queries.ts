import type { Database } from '#db/client.ts';

export interface UnitRow {
  readonly code: string;
  readonly rsGeCode: number;
  readonly nameKa: string;
  readonly nameEn: string;
  readonly decimals: number;
}

/** All units, by their number at RS.ge. */
export async function listUnits(database: Database): Promise<UnitRow[]> {
  const rows = await database.sql<UnitRow[]>`
    /* units */ select code, rs_ge_code as "rsGeCode", name_ka as "nameKa", name_en as "nameEn", decimals
    from inventory.units order by rs_ge_code`;
  // Rows of postgres.js carry more than their columns.
  return rows.map((row) => ({ ...row }));
}
