import type { PendingQuery, Row } from 'postgres';
import type { Database } from '#db/client.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import { openingDay } from './on-hand.ts';
import { untilDay } from './until-day.ts';

type Fragment = PendingQuery<Row[]>;

export type ItemKey = [code: string, id: string];

export interface TurnoverRow {
  readonly itemId: string;
  readonly code: string;
  readonly openingQuantity: string;
  readonly quantityIn: string;
  readonly quantityOut: string;
  /** From other warehouses, less what went to them. */
  readonly quantityTransferred: string;
  readonly closingQuantity: string;
  readonly openingValue: string | null;
  readonly closingValue: string | null;
  /** By how much the value grew, GEL. */
  readonly valueChange: string | null;
}

/** What came and went in a span of days of the books, by item, in the order of their codes. */
export function listTurnover(
  database: Database,
  companyId: string,
  {
    from,
    to,
    warehouseId,
  }: { readonly from: string; readonly to: string; readonly warehouseId: string | null },
  page: Page<ItemKey>,
): Promise<TurnoverRow[]> {
  return database.withCompany(companyId, (sql) => {
    const place =
      warehouseId === null ? sql`true` : sql`warehouse_id = ${warehouseId}::uuid and not in_transit`;
    // The page is drawn first: sums are made of what it shows, by the index of items, and of nothing else.
    const shown = sql`item_id = any (array(select id from page))`;
    const moved = (date: string, isOpening: boolean): Fragment =>
      untilDay(
        sql,
        {
          table: 'stock_turnover',
          columns: (sign) =>
            `item_id, ${String(isOpening)} as is_opening, ${sign}quantity_in as quantity_in,
             ${sign}quantity_out as quantity_out, ${sign}quantity_transferred as transferred`,
          companyId,
          where: sql`${place} and ${shown}`,
        },
        date,
      );
    const valued = (date: string, isOpening: boolean): Fragment =>
      untilDay(
        sql,
        {
          table: 'value_turnover',
          columns: (sign) => `item_id, ${String(isOpening)} as is_opening, ${sign}cost as cost`,
          companyId,
          where: shown,
        },
        date,
      );
    const before = openingDay(from);
    const values =
      warehouseId === null
        ? sql`
          select item_id, coalesce(sum(cost) filter (where is_opening), 0) as opening,
            coalesce(sum(cost) filter (where not is_opening), 0) as closing
          from (${valued(before, true)} union all ${valued(to, false)}) v group by item_id`
        : sql`select null::uuid as item_id, null::numeric as opening, null::numeric as closing where false`;
    const none = warehouseId === null ? sql`0` : sql`null`;
    return sql<TurnoverRow[]>`
      /* stockTurnover */
      with page as materialized (
        select i.id, i.code from inventory.items i
        where i.company_id = ${companyId}
          ${page.after === null ? sql`` : sql`and (i.code, i.id) > (${page.after[0]}::text, ${page.after[1]}::uuid)`}
          and exists (select from inventory.stock_turnover t
                      where t.company_id = ${companyId} and t.item_id = i.id and t.level = 'day'
                        and t.period <= ${to}::date and ${place})
        order by i.code, i.id limit ${page.limit}
      ), moved as (
        select item_id,
          coalesce(sum(quantity_in - quantity_out + transferred) filter (where is_opening), 0) as opening,
          coalesce(sum(quantity_in - quantity_out + transferred) filter (where not is_opening), 0) as closing,
          sum(case when is_opening then -quantity_in else quantity_in end) as came,
          sum(case when is_opening then -quantity_out else quantity_out end) as went,
          sum(case when is_opening then -transferred else transferred end) as transferred
        from (${moved(before, true)} union all ${moved(to, false)}) s
        group by item_id
      ), valued as (${values})
      select p.id as "itemId", p.code,
        coalesce(m.opening, 0)::text as "openingQuantity", coalesce(m.came, 0)::text as "quantityIn",
        coalesce(m.went, 0)::text as "quantityOut", coalesce(m.transferred, 0)::text as "quantityTransferred",
        coalesce(m.closing, 0)::text as "closingQuantity",
        coalesce(v.opening, ${none})::numeric(20, 2)::text as "openingValue",
        coalesce(v.closing, ${none})::numeric(20, 2)::text as "closingValue",
        (coalesce(v.closing, ${none}) - coalesce(v.opening, ${none}))::numeric(20, 2)::text as "valueChange"
      from page p
      left join moved m on m.item_id = p.id
      left join valued v on v.item_id = p.id
      order by p.code, p.id`;
  });
}

export interface AgeRow {
  readonly itemId: string;
  readonly code: string;
  readonly quantity: string;
  readonly value: string;
  /** In each span of ages, the youngest first: quantity and GEL. */
  readonly spans: readonly { readonly quantity: string; readonly value: string }[];
}

/** First ages, in days, of the spans that stock is sorted into. */
export const AGES = [0, 31, 61, 91, 181, 366] as const;

/** How old what there is now is, by the day its layer came in. */
export function listAges(
  database: Database,
  companyId: string,
  asOf: string,
  page: Page<ItemKey>,
): Promise<AgeRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<AgeRow[]>`
      /* stockAges */
      with layers as (
        select y.item_id, y.quantity, y.value,
          width_bucket(greatest(${asOf}::date - left(l.key, 10)::date, 0), ${[...AGES]}::int[]) as span
        from inventory.cost_layers y
        join inventory.cost_lines l on l.company_id = y.company_id and l.line_id = y.line_id
        where y.company_id = ${companyId}
      ), sums as (
        select item_id, span, sum(quantity) as quantity, sum(value) as value from layers group by 1, 2
      )
      select s.item_id as "itemId", i.code, sum(s.quantity)::text as quantity, sum(s.value)::text as value,
        (select json_agg(json_build_object('quantity', coalesce(t.quantity, 0)::text,
                  'value', coalesce(t.value, 0)::numeric(20, 2)::text) order by n.n)
         from generate_series(1, ${AGES.length}::int) n(n)
         left join sums t on t.item_id = s.item_id and t.span = n.n) as spans
      from sums s
      join inventory.items i on i.company_id = ${companyId} and i.id = s.item_id
      ${page.after === null ? sql`` : sql`where (i.code, i.id) > (${page.after[0]}::text, ${page.after[1]}::uuid)`}
      group by s.item_id, i.code, i.id order by i.code, i.id limit ${page.limit}`,
  );
}

export interface DeadRow {
  readonly itemId: string;
  readonly code: string;
  readonly quantity: string;
  readonly value: string;
  /** Null when nothing of it was ever issued. */
  readonly lastIssuedOn: string | null;
}

/** What there is of items that nothing has been issued of since a day. */
export function listDead(
  database: Database,
  companyId: string,
  since: string,
  page: Page<ItemKey>,
): Promise<DeadRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<DeadRow[]>`
      /* deadStock */
      select i.id as "itemId", i.code, l.quantity::text, coalesce(p.value, 0)::text as value, u.day as "lastIssuedOn"
      from (select item_id, sum(quantity) as quantity from inventory.stock_levels
            where company_id = ${companyId} group by item_id having sum(quantity) > 0) l
      join inventory.items i on i.company_id = ${companyId} and i.id = l.item_id
      left join inventory.cost_pools p on p.company_id = ${companyId} and p.item_id = l.item_id
      left join lateral (
        select g.happened_on as day from inventory.stock_legs g
        join inventory.movements m on m.company_id = g.company_id and m.id = g.movement_id
        where g.company_id = ${companyId} and g.item_id = l.item_id and g.quantity < 0
          and m.kind in ('ISSUE', 'ASSEMBLY') and m.status = 'POSTED' and m.reverses is null
        order by g.booking_date desc, g.seq desc limit 1) u on true
      where (u.day is null or u.day < ${since}::date)
        ${page.after === null ? sql`` : sql`and (i.code, i.id) > (${page.after[0]}::text, ${page.after[1]}::uuid)`}
      order by i.code, i.id limit ${page.limit}`,
  );
}
