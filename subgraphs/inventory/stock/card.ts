import type { PendingQuery, Row } from 'postgres';
import type { Database, TransactionSql } from '#db/client.ts';
import type { Connection, Page } from '#shared/graphql/pagination.ts';
import { openingDay, type StockBasis } from './on-hand.ts';
import { untilDay } from './until-day.ts';

export interface CardScope {
  readonly itemId: string;
  readonly warehouseId: string | null;
  readonly from: string;
  readonly to: string;
  readonly basis: StockBasis;
}

/** A line of a stock card: a movement, or a change in value without one. */
export interface CardRow {
  readonly day: string;
  readonly place: string;
  readonly n: number;
  readonly movementId: string | null;
  readonly documentId: string;
  readonly kind: 'MOVEMENT' | 'ADDED' | 'ADJUSTMENT';
  /** Of an adjustment: the movement whose cost it corrects. */
  readonly correctsId: string | null;
  readonly quantity: string;
  /** GEL; null in a single warehouse, as values are of an item in all of them together. */
  readonly value: string | null;
  readonly runningQuantity: string;
  readonly runningValue: string | null;
}

export interface CardBalance {
  readonly quantity: string;
  readonly value: string | null;
}

/** A page of a card, and of which. */
export type CardPage = Connection<CardRow> & { readonly scope: CardScope };

type Fragment = PendingQuery<Row[]>;
export type CardKey = [day: string, place: string, n: number];

function inScope(sql: TransactionSql, { warehouseId }: CardScope): Fragment {
  return warehouseId === null ? sql`true` : sql`g.warehouse_id = ${warehouseId}::uuid and not g.in_transit`;
}

/** By how much the movement of `g` changed the value of the item, in what the basis takes of it. */
function valueOfMovement(sql: TransactionSql, companyId: string, { itemId, basis }: CardScope): Fragment {
  return basis === 'BOOKED'
    ? sql`coalesce((select sum(v.amount) from inventory.value_entries v
        where v.company_id = ${companyId} and v.document_id = g.movement_id and v.item_id = ${itemId}::uuid
          and v.kind in ('COST', 'REVERSAL') and v.booking_date = g.day), 0)`
    : sql`coalesce((select sum(v.amount) from inventory.value_entries v
        where v.company_id = ${companyId} and v.line_id in
            (select l.id from inventory.movement_lines l where l.company_id = ${companyId}
               and l.movement_id = g.movement_id and l.item_id = ${itemId}::uuid)
          and v.item_id = ${itemId}::uuid and v.kind <> 'WRITE_DOWN'), 0)`;
}

/**
 * Lines of the card from a day on as rows (day, place, n, movement_id, document_id, kind, corrects_id, quantity, amount),
 * those of movements without an amount: it is looked up of those that are shown.
 */
function lines(sql: TransactionSql, companyId: string, scope: CardScope, from: string): Fragment {
  const { itemId, warehouseId, to, basis } = scope;
  const [day, place, which] =
    basis === 'BOOKED'
      ? [sql`g.booking_date`, sql`m.seq`, sql``]
      : // What was reversed never happened. A movement has the cost that is known of it by now.
        [
          sql`g.happened_on`,
          sql`g.at * 1000000000 + g.seq`,
          sql`and m.status = 'POSTED' and m.reverses is null`,
        ];
  const moved = sql`
    select g.day, g.place, 0 as n, g.movement_id, g.movement_id as document_id, 'MOVEMENT' as kind,
      null::uuid as corrects_id, g.quantity, null::numeric as amount
    from (
      select ${day} as day, ${place} as place, g.movement_id, sum(g.quantity) as quantity
      from inventory.stock_legs g
      join inventory.movements m on m.company_id = g.company_id and m.id = g.movement_id
      where g.company_id = ${companyId} and g.item_id = ${itemId}::uuid and ${inScope(sql, scope)}
        and ${day} between ${from}::date and ${to}::date ${which}
      group by 1, 2, 3
    ) g
    -- What came to as much as went, a lot for another one, may still have changed what all is worth.
    where g.quantity <> 0
      ${warehouseId === null ? sql`or ${valueOfMovement(sql, companyId, scope)} <> 0` : sql``}`;
  if (basis === 'HAPPENED' || warehouseId !== null) return moved;
  return sql`${moved}
    union all
    select v.booking_date, v.seq, v.n, null, v.document_id, v.kind, v.movement_id, 0, v.amount
    from inventory.value_entries v
    where v.company_id = ${companyId} and v.item_id = ${itemId}::uuid and v.kind in ('ADDED', 'ADJUSTMENT')
      and v.booking_date between ${from}::date and ${to}::date`;
}

/** What there was before the first day of the card. */
export async function openingOf(
  database: Database,
  companyId: string,
  scope: CardScope,
): Promise<CardBalance> {
  return balanceOf(database, companyId, scope, openingDay(scope.from));
}

/** What there is at the end of its last day. */
export async function closingOf(
  database: Database,
  companyId: string,
  scope: CardScope,
): Promise<CardBalance> {
  return balanceOf(database, companyId, scope, scope.to);
}

async function balanceOf(
  database: Database,
  companyId: string,
  { itemId, warehouseId, basis }: CardScope,
  asOf: string,
): Promise<CardBalance> {
  const [row] = await database.withCompany(companyId, (sql) => {
    const place =
      warehouseId === null ? sql`` : sql`and warehouse_id = ${warehouseId}::uuid and not in_transit`;
    const quantities = untilDay(
      sql,
      {
        table: 'stock_turnover',
        columns: (sign) => `${sign}(quantity_in - quantity_out + quantity_transferred) as quantity`,
        companyId,
        where: sql`item_id = ${itemId}::uuid ${place}`,
      },
      asOf,
    );
    const costs = untilDay(
      sql,
      {
        table: 'value_turnover',
        columns: (sign) => `${sign}cost as cost`,
        companyId,
        where: sql`item_id = ${itemId}::uuid`,
      },
      asOf,
    );
    // As it happened: what entered the books later is added, what they have of days to come is taken off.
    const otherGoods =
      basis === 'BOOKED'
        ? sql``
        : sql`union all select quantity from inventory.stock_legs
              where company_id = ${companyId} and item_id = ${itemId}::uuid ${place}
                and booking_date > ${asOf}::date and happened_on <= ${asOf}::date`;
    const otherCosts =
      basis === 'BOOKED'
        ? sql``
        : sql`union all select case when happened_on <= ${asOf}::date then amount else -amount end
              from inventory.value_entries
              where company_id = ${companyId} and item_id = ${itemId}::uuid and kind <> 'WRITE_DOWN'
                and (booking_date > ${asOf}::date) <> (happened_on > ${asOf}::date)`;
    const value = sql`coalesce((select sum(cost) from (${costs} ${otherCosts}) c), 0)::numeric(20, 2)::text`;
    return sql<CardBalance[]>`
      /* stockCardBalance */ select
        coalesce((select sum(quantity) from (${quantities} ${otherGoods}) q), 0)::numeric(20, 6)::text as quantity,
        ${warehouseId === null ? value : sql`null::text`} as value`;
  });
  return row ?? { quantity: '0', value: null };
}

/**
 * One page of a card, each line with what there is after it. It is counted from the day of the cursor, whose opening is a
 * sum like any other, so a page costs the same wherever in the card it is.
 */
export async function listCard(
  database: Database,
  companyId: string,
  scope: CardScope,
  page: Page<CardKey>,
): Promise<CardRow[]> {
  const { after } = page;
  const from = after === null || after[0] < scope.from ? scope.from : after[0];
  if (from > scope.to) return [];
  const opening = await balanceOf(database, companyId, scope, openingDay(from));
  return database.withCompany(companyId, (sql) => {
    const cursor = after === null ? null : sql`(${after[0]}::date, ${after[1]}::bigint, ${after[2]}::int)`;
    const isBehind = cursor === null ? sql`true` : sql`(day, place, n) > ${cursor}`;
    // Of the day of the cursor also what stands before it is counted.
    const before =
      cursor === null
        ? sql``
        : sql`union all select * from (${lines(sql, companyId, { ...scope, to: from }, from)}) b
              where (day, place, n) <= ${cursor}`;
    return sql<CardRow[]>`
      /* stockCard */
      with shown as (
        (select * from (${lines(sql, companyId, scope, from)}) c where ${isBehind}
         order by day, place, n limit ${page.limit})
        ${before}
      ), valued as (
        select g.day, g.place, g.n, g.movement_id, g.document_id, g.kind, g.corrects_id, g.quantity,
          ${
            scope.warehouseId === null
              ? sql`case when g.kind = 'MOVEMENT' then ${valueOfMovement(sql, companyId, scope)} else g.amount end`
              : sql`null::numeric`
          } as value
        from shown g
      )
      select r.day, r.place::text as place, n, movement_id as "movementId", document_id as "documentId", kind,
        corrects_id as "correctsId", quantity::text, value::text,
        "runningQuantity"::numeric(20, 6)::text as "runningQuantity", "runningValue"::numeric(20, 2)::text as "runningValue"
      from (
        select *, ${opening.quantity}::numeric + sum(quantity) over w as "runningQuantity",
          ${opening.value}::numeric + sum(value) over w as "runningValue"
        from valued window w as (order by day, place, n)
      ) r
      where ${isBehind}
      order by r.day, r.place, r.n`;
  });
}
