import { and, asc, eq, gt, ilike, inArray, or, type SQL } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import type { CounterpartyKind } from './counterparty.ts';
import { counterparties } from './tables.ts';

export type CounterpartyRow = typeof counterparties.$inferSelect;

/** Counterparties by id, for loaders; what is not the company's is absent from the answer. */
export function findCounterparties(
  database: Database,
  companyId: string,
  ids: readonly string[],
): Promise<CounterpartyRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return database.withCompanyDrizzle(companyId, (db) =>
    db
      .select()
      .from(counterparties)
      .where(and(eq(counterparties.companyId, companyId), inArray(counterparties.id, [...ids]))),
  );
}

/** The counterparty with this number. */
export async function findCounterpartyByTaxId(
  database: Database,
  companyId: string,
  country: string,
  taxId: string,
): Promise<CounterpartyRow | null> {
  const [row] = await database.withCompanyDrizzle(companyId, (db) =>
    db
      .select()
      .from(counterparties)
      .where(
        and(
          eq(counterparties.companyId, companyId),
          eq(counterparties.country, country),
          eq(counterparties.taxId, taxId),
        ),
      ),
  );
  return row ?? null;
}

export interface CounterpartyConditions {
  readonly kinds?: readonly CounterpartyKind[] | null | undefined;
  readonly isActive?: boolean | null | undefined;
  readonly search?: string | null | undefined;
}

/** One page of counterparties in order of their Georgian names. */
export function listCounterparties(
  database: Database,
  companyId: string,
  { kinds, isActive, search }: CounterpartyConditions,
  page: Page<[string, string]>,
): Promise<CounterpartyRow[]> {
  const after =
    page.after === null
      ? undefined
      : or(
          gt(counterparties.nameKa, page.after[0]),
          and(eq(counterparties.nameKa, page.after[0]), gt(counterparties.id, page.after[1])),
        );
  return database.withCompanyDrizzle(companyId, (db) =>
    db
      .select()
      .from(counterparties)
      .where(
        and(
          eq(counterparties.companyId, companyId),
          kinds ? inArray(counterparties.kind, [...kinds]) : undefined,
          typeof isActive === 'boolean' ? eq(counterparties.isActive, isActive) : undefined,
          search ? containing(search) : undefined,
          after,
        ),
      )
      .orderBy(asc(counterparties.nameKa), asc(counterparties.id))
      .limit(page.limit),
  );
}

function containing(search: string): SQL | undefined {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return or(
    ilike(counterparties.taxId, pattern),
    ilike(counterparties.nameKa, pattern),
    ilike(counterparties.nameEn, pattern),
  );
}
