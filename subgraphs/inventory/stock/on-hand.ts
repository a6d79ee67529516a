import type { PendingQuery, Row } from 'postgres';
import type { Database, TransactionSql } from '#db/client.ts';
import { dayBefore } from '#shared/domain/date.ts';
import type { Connection, Page } from '#shared/graphql/pagination.ts';
import { untilDay, type Columns } from './until-day.ts';

/** By which day the past is looked at: when something entered the books, which never changes, or when it happened. */
export type StockBasis = 'BOOKED' | 'HAPPENED';

export interface StockScope {
  readonly asOf: string;
  readonly basis: StockBasis;
  readonly warehouseId: string | null;
  readonly itemIds: readonly string[] | null;
}

export interface OnHandRow {
  readonly itemId: string;
  readonly code: string;
  /** In warehouses, base units. */
  readonly quantity: string;
  /** On the way to them. */
  readonly inTransit: string;
  /** GEL of both. */
  readonly value: string;
  readonly unitCost: string | null;
  /** GEL that they are written down by, 0 or more. */
  readonly writtenDown: string;
}

/** What there is of an item, and of what it was asked. */
export type OnHandNode = OnHandRow & { readonly scope: StockScope };

/** A page of what there is, and of what. */
export type OnHandPage = Connection<OnHandNode> & { readonly scope: StockScope };

type Fragment = PendingQuery<Row[]>;

/** What came and went until the end of a day, by item and place, as rows (item_id, warehouse_id, in_transit, quantity). */
function movedUntil(sql: TransactionSql, companyId: string, { asOf, basis }: StockScope): Fragment {
  const columns: Columns = (sign) =>
    `item_id, warehouse_id, in_transit, ${sign}(quantity_in - quantity_out + quantity_transferred) as quantity`;
  const booked = untilDay(sql, { table: 'stock_turnover', columns, companyId }, asOf);
  if (basis === 'BOOKED') return booked;
  // Nothing enters the books before it happens, so only what entered them later is to be added.
  return sql`${booked}
    union all
    select item_id, warehouse_id, in_transit, quantity from inventory.stock_legs
    where company_id = ${companyId} and booking_date <> happened_on and booking_date > ${asOf}::date
      and happened_on <= ${asOf}::date`;
}

function valuedUntil(sql: TransactionSql, companyId: string, { asOf, basis }: StockScope): Fragment {
  const columns: Columns = (sign) => `item_id, ${sign}cost as cost, ${sign}written_down as written_down`;
  const booked = untilDay(sql, { table: 'value_turnover', columns, companyId }, asOf);
  // What is corrected may happen later than what corrects it, so both ways are possible: an adjustment of what is to come
  // is in the books already.
  const outOfTime = (sign: '+' | '-', when: Fragment): Fragment => sql`
    union all
    select item_id, case when kind = 'WRITE_DOWN' then 0 else ${sql.unsafe(sign)}amount end,
      case when kind = 'WRITE_DOWN' then ${sql.unsafe(sign)}amount else 0 end
    from inventory.value_entries where company_id = ${companyId} and ${when}`;
  const later = sql`booking_date > happened_on and booking_date > ${asOf}::date and happened_on <= ${asOf}::date`;
  const early = sql`booking_date < happened_on and booking_date <= ${asOf}::date and happened_on > ${asOf}::date`;
  const moved = basis === 'BOOKED' ? sql`` : sql`${outOfTime('+', later)} ${outOfTime('-', early)}`;
  return sql`
    select item_id, sum(cost) as cost, sum(written_down) as written_down from (${booked} ${moved}) v group by item_id`;
}

function stock(sql: TransactionSql, companyId: string, scope: StockScope): Fragment {
  const { warehouseId, itemIds } = scope;
  const here = warehouseId === null ? sql`` : sql`warehouse_id = ${warehouseId}::uuid and`;
  return sql`
    with moved as (
      select item_id,
        coalesce(sum(quantity) filter (where ${here} not in_transit), 0) as quantity,
        coalesce(sum(quantity) filter (where ${here} in_transit), 0) as in_transit,
        coalesce(sum(quantity) filter (where not (${here} true)), 0) as elsewhere
      from (${movedUntil(sql, companyId, scope)}) m
      ${itemIds === null ? sql`` : sql`where item_id = any (${[...itemIds]}::uuid[])`}
      group by item_id
    ), valued as (${valuedUntil(sql, companyId, scope)}),
    stock as (
      select item_id, moved.quantity, moved.in_transit, moved.quantity + moved.in_transit + elsewhere as total,
        coalesce(cost, 0) as cost,
        -- A unit costs the same wherever it lies: a warehouse has its share.
        case when elsewhere = 0 then coalesce(cost, 0)
          when moved.quantity + moved.in_transit + elsewhere = 0 then 0
          else round(coalesce(cost, 0) * (moved.quantity + moved.in_transit)
                     / (moved.quantity + moved.in_transit + elsewhere), 2) end as value,
        case when elsewhere = 0 then -coalesce(written_down, 0)
          when moved.quantity + moved.in_transit + elsewhere = 0 then 0
          else round(-coalesce(written_down, 0) * (moved.quantity + moved.in_transit)
                     / (moved.quantity + moved.in_transit + elsewhere), 2) end as written_down
      from moved left join valued using (item_id)
      where moved.quantity <> 0 or moved.in_transit <> 0
        ${warehouseId === null ? sql`or coalesce(cost, 0) <> 0` : sql``}
    )`;
}

/** One page of what there is, by the code of the item. */
export function listOnHand(
  database: Database,
  companyId: string,
  scope: StockScope,
  page: Page<[string, string]>,
): Promise<OnHandRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<OnHandRow[]>`
      /* stockOnHand */ ${stock(sql, companyId, scope)}
      select s.item_id as "itemId", i.code, s.quantity::text, s.in_transit::text as "inTransit", s.value::text,
        case when s.total <> 0 then round(s.cost / s.total, 6)::text end as "unitCost",
        s.written_down::text as "writtenDown"
      from stock s join inventory.items i on i.company_id = ${companyId} and i.id = s.item_id
      ${page.after === null ? sql`` : sql`where (i.code, i.id) > (${page.after[0]}::text, ${page.after[1]}::uuid)`}
      order by i.code, i.id limit ${page.limit}`,
  );
}

export interface StockTotals {
  readonly items: number;
  readonly value: string;
  readonly writtenDown: string;
}

/** What all that there is comes to. */
export async function totalOnHand(
  database: Database,
  companyId: string,
  scope: StockScope,
): Promise<StockTotals> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<StockTotals[]>`
      /* stockTotals */ ${stock(sql, companyId, scope)}
      select count(*)::int as items, coalesce(sum(value), 0)::numeric(20, 2)::text as value,
        coalesce(sum(written_down), 0)::numeric(20, 2)::text as "writtenDown" from stock`,
  );
  return row ?? { items: 0, value: '0.00', writtenDown: '0.00' };
}

export interface PlaceRow {
  readonly itemId: string;
  readonly warehouseId: string;
  readonly lotId: string | null;
  readonly serial: string | null;
  readonly quantity: string;
  readonly inTransit: string;
}

/** Where items are now, by warehouse, lot and serial number. */
export function findPlaces(
  database: Database,
  companyId: string,
  itemIds: readonly string[],
): Promise<PlaceRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<PlaceRow[]>`
      /* stockPlaces */ select item_id as "itemId", warehouse_id as "warehouseId",
        nullif(lot_id, '00000000-0000-0000-0000-000000000000') as "lotId", nullif(serial, '') as serial,
        coalesce(sum(quantity) filter (where not in_transit), 0)::text as quantity,
        coalesce(sum(quantity) filter (where in_transit), 0)::text as "inTransit"
      from inventory.stock_levels
      where company_id = ${companyId} and item_id = any (${[...itemIds]}::uuid[]) and quantity <> 0
      group by item_id, warehouse_id, lot_id, serial
      order by item_id, warehouse_id, lot_id, serial`,
  );
}

/** The last day before a span. */
export function openingDay(from: string): string {
  return dayBefore(from);
}
