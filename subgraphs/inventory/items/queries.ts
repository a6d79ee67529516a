import type { Database } from '#db/client.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import type { CostingMethod, ItemKind, ItemVat, UnitConversion } from './item.ts';

export interface ItemRow {
  readonly id: string;
  readonly code: string;
  readonly nameKa: string;
  readonly nameEn: string | null;
  readonly kind: ItemKind;
  readonly unit: string;
  readonly unitName: string | null;
  readonly conversions: readonly UnitConversion[];
  readonly barcodes: readonly string[];
  readonly vat: ItemVat;
  readonly costingMethod: CostingMethod;
  readonly hasLots: boolean;
  readonly hasSerials: boolean;
  readonly hasExpiry: boolean;
  readonly allowsShort: boolean;
  readonly expectedCost: string | null;
  readonly weight: string | null;
  readonly reorderLevel: string | null;
  readonly reorderQuantity: string | null;
  readonly isActive: boolean;
  readonly version: number;
}

const COLUMNS = `i.id, i.code, i.name_ka as "nameKa", i.name_en as "nameEn", i.kind, i.unit, i.unit_name as "unitName",
  i.conversions, array(select b.barcode from inventory.item_barcodes b
    where b.company_id = i.company_id and b.item_id = i.id order by b.barcode) as barcodes,
  i.vat, i.costing_method as "costingMethod", i.has_lots as "hasLots", i.has_serials as "hasSerials",
  i.has_expiry as "hasExpiry", i.allows_short as "allowsShort", i.expected_cost::text as "expectedCost",
  trim_scale(i.weight)::text as weight, trim_scale(i.reorder_level)::text as "reorderLevel",
  trim_scale(i.reorder_quantity)::text as "reorderQuantity", i.is_active as "isActive", i.version`;

/** Items by their ids, for loaders. */
export function findItems(database: Database, companyId: string, ids: readonly string[]): Promise<ItemRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<ItemRow[]>`
      /* itemsById */ select ${sql.unsafe(COLUMNS)} from inventory.items i
      where i.company_id = ${companyId} and i.id = any (${[...ids]}::uuid[])`,
  );
}

/** One item by what people call it; null when there is none. */
export async function findItemBy(
  database: Database,
  companyId: string,
  by: { readonly code?: string; readonly barcode?: string },
): Promise<ItemRow | null> {
  const { code = null, barcode = null } = by;
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<ItemRow[]>`
      /* itemBy */ select ${sql.unsafe(COLUMNS)} from inventory.items i
      where i.company_id = ${companyId} and ${
        code === null
          ? sql`i.id = (select b.item_id from inventory.item_barcodes b
              where b.company_id = ${companyId} and b.barcode = ${barcode})`
          : sql`i.code = ${code}`
      }`,
  );
  return row ?? null;
}

export interface ItemFilter {
  readonly search?: string | null | undefined;
  readonly kinds?: readonly ItemKind[] | null | undefined;
  readonly isActive?: boolean | null | undefined;
}

/** One page of items, by their code. `search` is looked for in codes, names and bar codes. */
export function listItems(
  database: Database,
  companyId: string,
  { search = null, kinds = null, isActive = null }: ItemFilter,
  { after, limit }: Page<[string, string]>,
): Promise<ItemRow[]> {
  const like = search === null ? null : `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return database.withCompany(
    companyId,
    (sql) => sql<ItemRow[]>`
      /* items */ select ${sql.unsafe(COLUMNS)} from inventory.items i
      where i.company_id = ${companyId}
        and ${kinds === null ? sql`true` : sql`i.kind = any (${[...kinds]}::text[])`}
        and ${isActive === null ? sql`true` : sql`i.is_active = ${isActive}`}
        and ${
          like === null
            ? sql`true`
            : sql`(i.code ilike ${like} or i.name_ka ilike ${like} or i.name_en ilike ${like} or exists (
                select from inventory.item_barcodes b
                where b.company_id = i.company_id and b.item_id = i.id and b.barcode = ${search}))`
        }
        and ${after === null ? sql`true` : sql`(i.code, i.id) > (${after[0]}, ${after[1]}::uuid)`}
      order by i.code, i.id limit ${limit}`,
  );
}

/** Whether anything of the item was ever moved. */
export async function hasMoved(database: Database, companyId: string, itemId: string): Promise<boolean> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql`
      /* itemHasMoved */ select 1 from inventory.stock_legs
      where company_id = ${companyId} and item_id = ${itemId} limit 1`,
  );
  return rows.length > 0;
}
