import type { Database } from '#db/client.ts';
import type { Page } from '#shared/graphql/pagination.ts';

export interface LotRow {
  readonly id: string;
  readonly itemId: string;
  readonly number: string;
  readonly expiresOn: string | null;
}

const COLUMNS = `id, item_id as "itemId", number, expires_on as "expiresOn"`;

/** Lots by their ids, for loaders. */
export function findLots(database: Database, companyId: string, ids: readonly string[]): Promise<LotRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<LotRow[]>`
      /* lotsById */ select ${sql.unsafe(COLUMNS)} from inventory.lots
      where company_id = ${companyId} and id = any (${[...ids]}::uuid[])`,
  );
}

/** One page of the lots of an item, by their number. */
export function listLots(
  database: Database,
  companyId: string,
  itemId: string,
  { after, limit }: Page<[string, string]>,
): Promise<LotRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<LotRow[]>`
      /* lots */ select ${sql.unsafe(COLUMNS)} from inventory.lots
      where company_id = ${companyId} and item_id = ${itemId}
        and ${after === null ? sql`true` : sql`(number, id) > (${after[0]}, ${after[1]}::uuid)`}
      order by number, id limit ${limit}`,
  );
}
