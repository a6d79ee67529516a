import { eq } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { ISO_4217 } from '#shared/domain/currencies.ts';
import { customCurrencies } from './tables.ts';

export interface CurrencyRow {
  readonly code: string;
  readonly minorUnits: number;
  /** Null for ISO 4217: its names are translated where they are shown. */
  readonly name: string | null;
  readonly isCustom: boolean;
}

const isoCurrencies: readonly CurrencyRow[] = [...ISO_4217].map(([code, minorUnits]) => ({
  code,
  minorUnits,
  name: null,
  isCustom: false,
}));

/** What the company may post in, in order of code. */
export async function listCurrencies(database: Database, companyId: string): Promise<CurrencyRow[]> {
  const own = await database.withCompanyDrizzle(companyId, (db) =>
    db.select().from(customCurrencies).where(eq(customCurrencies.companyId, companyId)),
  );
  const all = [...isoCurrencies, ...own.map((row) => ({ ...row, isCustom: true }))];
  return all.sort((a, b) => (a.code < b.code ? -1 : 1));
}
