import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { fiscalPeriods, periodChanges } from './tables.ts';

export type PeriodRow = typeof fiscalPeriods.$inferSelect;
export type PeriodChangeRow = typeof periodChanges.$inferSelect;

/** Periods in order of date: all, those of a year, or those with the ids. */
export function listPeriods(
  database: Database,
  companyId: string,
  given: { readonly year?: number | null | undefined; readonly ids?: readonly string[] } = {},
): Promise<PeriodRow[]> {
  return database.withCompanyDrizzle(companyId, (db) =>
    db
      .select()
      .from(fiscalPeriods)
      .where(
        and(
          eq(fiscalPeriods.companyId, companyId),
          typeof given.year === 'number' ? eq(fiscalPeriods.year, given.year) : undefined,
          given.ids ? inArray(fiscalPeriods.id, [...given.ids]) : undefined,
        ),
      )
      .orderBy(asc(fiscalPeriods.year), asc(fiscalPeriods.month)),
  );
}

/** Closings and reopenings of the given years, oldest first. */
export function listPeriodChanges(
  database: Database,
  companyId: string,
  years: readonly number[],
): Promise<PeriodChangeRow[]> {
  return database.withCompanyDrizzle(companyId, (db) =>
    db
      .select()
      .from(periodChanges)
      .where(and(eq(periodChanges.companyId, companyId), inArray(periodChanges.year, [...years])))
      .orderBy(asc(periodChanges.year), asc(periodChanges.version)),
  );
}

/** Years that were opened, the earliest first. */
export async function openedYears(database: Database, companyId: string): Promise<number[]> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<{ year: number }[]>`
      /* openedYears */ select distinct year from ledger.fiscal_periods where company_id = ${companyId} order by year`,
  );
  return rows.map(({ year }) => year);
}

/** Day of the earliest transaction of the books; null where there is none. */
export async function firstPosting(database: Database, companyId: string): Promise<string | null> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<{ day: string | null }[]>`
      /* firstPosting */ select min(period)::text as day from ledger.account_turnover
      where company_id = ${companyId} and level = 'day'`,
  );
  return row?.day ?? null;
}
