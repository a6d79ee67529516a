import type { Database } from '#db/client.ts';
import type { Page } from '#shared/graphql/pagination.ts';

export interface WarehouseRow {
  readonly id: string;
  readonly code: string;
  readonly nameKa: string;
  readonly nameEn: string | null;
  readonly address: string | null;
  readonly isActive: boolean;
  readonly version: number;
}

export interface BinRow {
  readonly id: string;
  readonly warehouseId: string;
  readonly code: string;
  readonly isActive: boolean;
}

const COLUMNS = `id, code, name_ka as "nameKa", name_en as "nameEn", address, is_active as "isActive", version`;

/** Warehouses by their ids, for loaders. */
export function findWarehouses(
  database: Database,
  companyId: string,
  ids: readonly string[],
): Promise<WarehouseRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<WarehouseRow[]>`
      /* warehousesById */ select ${sql.unsafe(COLUMNS)} from inventory.warehouses
      where company_id = ${companyId} and id = any (${[...ids]}::uuid[])`,
  );
}

/** One page of warehouses, by their code. */
export function listWarehouses(
  database: Database,
  companyId: string,
  { after, limit }: Page<[string, string]>,
): Promise<WarehouseRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<WarehouseRow[]>`
      /* warehouses */ select ${sql.unsafe(COLUMNS)} from inventory.warehouses
      where company_id = ${companyId}
        and ${after === null ? sql`true` : sql`(code, id) > (${after[0]}, ${after[1]}::uuid)`}
      order by code, id limit ${limit}`,
  );
}

/** Bins by their ids, or those of warehouses, by their code. */
export function findBins(
  database: Database,
  companyId: string,
  by: 'id' | 'warehouse_id',
  ids: readonly string[],
): Promise<BinRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<BinRow[]>`
      /* bins */ select id, warehouse_id as "warehouseId", code, is_active as "isActive" from inventory.bins
      where company_id = ${companyId} and ${sql(by)} = any (${[...ids]}::uuid[]) order by code, id`,
  );
}
