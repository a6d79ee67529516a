import type { Database } from '#db/client.ts';

/** Ids of what a file of stock names. */
export interface Names {
  readonly items: ReadonlyMap<string, string>;
  readonly itemsByBarcode: ReadonlyMap<string, string>;
  readonly warehouses: ReadonlyMap<string, string>;
  /** By the id of the item, a blank, and the number of the lot. */
  readonly lots: ReadonlyMap<string, string>;
}

type Naming = 'item' | 'barcode' | 'warehouse' | 'lot';
interface NamingRow {
  readonly cells: Readonly<Partial<Record<Naming, string>>>;
}

/** Looks up the codes and numbers of a file. One statement, hence one snapshot. */
export async function readNames(
  database: Database,
  companyId: string,
  rows: readonly NamingRow[],
): Promise<Names> {
  // A NUL cannot even be asked for, and names nothing.
  const all = (key: Naming): string[] => [
    ...new Set(rows.flatMap(({ cells }) => cells[key] ?? []).filter((text) => !text.includes('\0'))),
  ];
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<
      Record<'items' | 'barcodes' | 'warehouses' | 'lots', Readonly<Record<string, string>> | null>[]
    >`
      /* namesOfStock */ select
        (select json_object_agg(code, id) from inventory.items
         where company_id = ${companyId} and code = any (${all('item')}::text[])) as items,
        (select json_object_agg(barcode, item_id) from inventory.item_barcodes
         where company_id = ${companyId} and barcode = any (${all('barcode')}::text[])) as barcodes,
        (select json_object_agg(code, id) from inventory.warehouses
         where company_id = ${companyId} and code = any (${all('warehouse')}::text[])) as warehouses,
        (select json_object_agg(item_id || ' ' || number, id) from inventory.lots
         where company_id = ${companyId} and number = any (${all('lot')}::text[])) as lots`,
  );
  const map = (found: Readonly<Record<string, string>> | null | undefined): ReadonlyMap<string, string> =>
    new Map(Object.entries(found ?? {}));
  return {
    items: map(row?.items),
    itemsByBarcode: map(row?.barcodes),
    warehouses: map(row?.warehouses),
    lots: map(row?.lots),
  };
}
