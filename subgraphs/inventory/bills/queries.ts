import type { Database, TransactionSql } from '#db/client.ts';
import { isUuid } from '#shared/domain/ids.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import type { BillComponent, BillContent } from './bill.ts';
import type { NamedEdge } from './circle.ts';
import type { BillItem } from './decide.ts';

export interface BillRow extends BillContent {
  /** The day from which it holds no more; null when none is known. */
  readonly until: string | null;
}

const COLUMNS = `b.item_id as "itemId", b.valid_from::text as "from", trim_scale(b.quantity)::text as quantity, b.unit,
  b.until::text as until,
  (select json_agg(json_build_object('itemId', c.component_id, 'entered', trim_scale(c.entered)::text, 'unit', c.unit,
     'quantity', trim_scale(c.quantity)::text, 'baseUnit', c.base_unit) order by c.line)
   from inventory.bill_components c
   where c.company_id = b.company_id and c.item_id = b.item_id and c.valid_from = b.valid_from) as components`;

/** A day of which a bill is asked: of which product, and when; today where no day is named. */
export interface BillOn {
  readonly itemId: string;
  readonly on: string | null;
}

/** Names a day of a product for loaders. */
export const billKey = ({ itemId, on }: BillOn): string => `${itemId} ${on ?? ''}`;

/** The bills that hold on days, by `billKey`, for loaders. */
export function findBillsOn(
  database: Database,
  companyId: string,
  keys: readonly string[],
): Promise<(BillRow & { readonly key: string })[]> {
  const asked = keys.map((key): BillOn => {
    const [itemId = '', on = ''] = key.split(' ');
    return { itemId, on: on === '' ? null : on };
  });
  return database.withCompany(companyId, (sql) => readBillsOn(sql, companyId, asked));
}

export async function readBillsOn(
  sql: TransactionSql,
  companyId: string,
  asked: readonly BillOn[],
): Promise<(BillRow & { readonly key: string })[]> {
  const wanted = asked.filter(({ itemId }) => isUuid(itemId));
  const rows = await sql<(BillRow & { readonly key: string })[]>`
    /* billsOn */
    select a.item_id || ' ' || coalesce(a.day, '') as key, ${sql.unsafe(COLUMNS)}
    from unnest(${wanted.map(({ itemId }) => itemId)}::text[], ${wanted.map(({ on }) => on ?? '')}::text[])
      as a(item_id, day)
    cross join lateral (
      select w.*, (select min(n.valid_from) from inventory.bills n where n.company_id = w.company_id
          and n.item_id = w.item_id and n.valid_from > w.valid_from) as until
      from inventory.bills w
      where w.company_id = ${companyId} and w.item_id = a.item_id::uuid
        and w.valid_from <= coalesce(nullif(a.day, '')::date, (now() at time zone 'Asia/Tbilisi')::date)
      order by w.valid_from desc limit 1
    ) b
    where b.quantity is not null`;
  return rows.map((row) => ({ ...row }));
}

/** One version of a bill; null when there is none that begins on the day. */
export async function readBill(
  sql: TransactionSql,
  companyId: string,
  itemId: string,
  from: string,
): Promise<BillContent | null> {
  const [row] = (await readBillsOn(sql, companyId, [{ itemId, on: from }])).filter(
    (bill) => bill.from === from,
  );
  return row === undefined ? null : contentOf(row);
}

/** What a bill says, in the order in which it is written. */
export function contentOf({ itemId, from, quantity, unit, components }: BillRow): BillContent {
  return {
    itemId,
    from,
    quantity,
    unit,
    components: components.map((one: BillComponent) => ({
      itemId: one.itemId,
      entered: one.entered,
      unit: one.unit,
      quantity: one.quantity,
      baseUnit: one.baseUnit,
    })),
  };
}

/** What items are made of, by bills or by assemblies that were written by hand, and what that is made of. */
export function readWays(
  sql: TransactionSql,
  companyId: string,
  itemIds: readonly string[],
): Promise<readonly NamedEdge[]> {
  return sql<NamedEdge[]>`
    /* waysOfCosts */
    with recursive made_of as (
      select null::uuid as item_id, i.id as component_id from unnest(${itemIds.filter(isUuid)}::uuid[]) as i(id)
      union
      select e.item_id, e.component_id
      from made_of m
      join (
        select company_id, item_id, component_id from inventory.bill_components
        union all
        select company_id, product_id, component_id from inventory.assembly_edges
      ) e on e.company_id = ${companyId} and e.item_id = m.component_id
    )
    select m.item_id as "productId", m.component_id as "componentId", p.code as "productCode", c.code as "componentCode"
    from made_of m
    join inventory.items p on p.company_id = ${companyId} and p.id = m.item_id
    join inventory.items c on c.company_id = ${companyId} and c.id = m.component_id
    order by 1, 2`;
}

/** Items that bills name, as they are. What is not the company's is absent. */
export async function readBillItems(
  sql: TransactionSql,
  companyId: string,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, BillItem>> {
  const rows = await sql<BillItem[]>`
    /* billItems */
    select i.id, i.code, i.kind, i.is_active as "isActive", i.unit, u.decimals,
      coalesce((select json_object_agg(c.unit, c.quantity)
        from jsonb_to_recordset(i.conversions) as c(unit text, quantity text)), '{}') as conversions
    from inventory.items i join inventory.units u on u.code = i.unit
    where i.company_id = ${companyId} and i.id = any (${itemIds.filter(isUuid)}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

export interface BillConditions {
  readonly itemId?: string | null | undefined;
  readonly componentId?: string | null | undefined;
}

/** One page of versions of bills, by product and then by day; those of a product, or those that something is used in. */
export function listBills(
  database: Database,
  companyId: string,
  { itemId = null, componentId = null }: BillConditions,
  { after, limit }: Page<[string, string]>,
): Promise<BillRow[]> {
  // What is no UUID names nothing.
  if (![itemId, componentId].filter((id) => id !== null).every(isUuid)) return Promise.resolve([]);
  return database.withCompany(
    companyId,
    (sql) => sql<BillRow[]>`
      /* billsOfMaterials */
      select ${sql.unsafe(COLUMNS)}
      from (select v.*, lead(v.valid_from) over (partition by v.item_id order by v.valid_from) as until
            from inventory.bills v
            where v.company_id = ${companyId} and ${itemId === null ? sql`true` : sql`v.item_id = ${itemId}`}) b
      where b.quantity is not null
        and ${
          componentId === null
            ? sql`true`
            : sql`exists (select from inventory.bill_components u where u.company_id = b.company_id
                and u.item_id = b.item_id and u.valid_from = b.valid_from and u.component_id = ${componentId})`
        }
        and ${after === null ? sql`true` : sql`(b.item_id, b.valid_from) > (${after[0]}::uuid, ${after[1]}::date)`}
      order by b.item_id, b.valid_from limit ${limit}`,
  );
}
