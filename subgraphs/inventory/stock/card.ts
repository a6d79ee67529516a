import type { PendingQuery, Row } from 'postgres';
import type { Database, TransactionSql } from '#db/client.ts';
import type { Connection, Page } from '#shared/graphql/pagination.ts';
import { openingDay, spansUntil, type StockBasis } from './on-hand.ts';

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

/** Lines of the card as rows (day, place, n, movement_id, document_id, kind, corrects_id, quantity, value). */
function lines(sql: TransactionSql, companyId: string, scope: CardScope): Fragment {
  const { itemId, from, to, basis } = scope;
  if (basis === 'HAPPENED')
    // What was reversed never happened. A movement has the cost that is known of it by now.
    return sql`
      select g.happened_on as day, g.at * 1000000000 + g.seq as place, 0 as n, g.movement_id, g.movement_id as document_id,
        'MOVEMENT' as kind, null::uuid as corrects_id, sum(g.quantity) as quantity,
        coalesce((select sum(v.amount) from inventory.value_entries v
                  where v.company_id = ${companyId} and v.line_id in
                    (select l.id from inventory.movement_lines l where l.company_id = ${companyId}
                       and l.movement_id = g.movement_id and l.item_id = ${itemId}::uuid)
                    and v.item_id = ${itemId}::uuid and v.kind <> 'WRITE_DOWN'), 0) as value
      from inventory.stock_legs g
      join inventory.movements m on m.company_id = g.company_id and m.id = g.movement_id
      where g.company_id = ${companyId} and g.item_id = ${itemId}::uuid and ${inScope(sql, scope)}
        and g.happened_on between ${from}::date and ${to}::date and m.status = 'POSTED' and m.reverses is null
      group by g.happened_on, g.at, g.seq, g.movement_id
      having sum(g.quantity) <> 0`;
  return sql`
    select g.booking_date as day, m.seq as place, 0 as n, g.movement_id, g.movement_id as document_id,
      'MOVEMENT' as kind, null::uuid as corrects_id, sum(g.quantity) as quantity,
      coalesce((select sum(v.amount) from inventory.value_entries v
                where v.company_id = ${companyId} and v.document_id = g.movement_id and v.item_id = ${itemId}::uuid
                  and v.kind in ('COST', 'REVERSAL') and v.booking_date = g.booking_date), 0) as value
    from inventory.stock_legs g
    join inventory.movements m on m.company_id = g.company_id and m.id = g.movement_id
    where g.company_id = ${companyId} and g.item_id = ${itemId}::uuid and ${inScope(sql, scope)}
      and g.booking_date between ${from}::date and ${to}::date
    group by g.booking_date, m.seq, g.movement_id
    having sum(g.quantity) <> 0
    ${
      scope.warehouseId === null
        ? sql`
    union all
    select v.booking_date, v.seq, v.n, null, v.document_id, v.kind, v.movement_id, 0, v.amount
    from inventory.value_entries v
    where v.company_id = ${companyId} and v.item_id = ${itemId}::uuid and v.kind in ('ADDED', 'ADJUSTMENT')
      and v.booking_date between ${from}::date and ${to}::date`
        : sql``
    }`;
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
    const later =
      basis === 'BOOKED'
        ? sql``
        : sql`+ coalesce((select sum(quantity) from inventory.stock_legs
             where company_id = ${companyId} and item_id = ${itemId}::uuid ${place}
               and booking_date > ${asOf}::date and happened_on <= ${asOf}::date), 0)`;
    const value =
      basis === 'BOOKED'
        ? sql`(select sum(cost) from inventory.value_turnover v where v.company_id = ${companyId}
                 and v.item_id = ${itemId}::uuid and ${spansUntil(sql, 'v', asOf)})`
        : sql`(select sum(amount) from inventory.value_entries where company_id = ${companyId}
                 and item_id = ${itemId}::uuid and kind <> 'WRITE_DOWN' and happened_on <= ${asOf}::date)`;
    return sql<CardBalance[]>`
      /* stockCardBalance */ select
        (coalesce((select sum(quantity_in - quantity_out + quantity_transferred) from inventory.stock_turnover t
           where company_id = ${companyId} and item_id = ${itemId}::uuid ${place}
             and ${spansUntil(sql, 't', asOf)}), 0) ${later})::numeric(20, 6)::text as quantity,
        ${warehouseId === null ? sql`coalesce(${value}, 0)::numeric(20, 2)::text` : sql`null::text`} as value`;
  });
  return row ?? { quantity: '0', value: null };
}

/** One page of a card, each line with what there is after it. */
export async function listCard(
  database: Database,
  companyId: string,
  scope: CardScope,
  page: Page<CardKey>,
): Promise<CardRow[]> {
  const opening = await openingOf(database, companyId, scope);
  return database.withCompany(
    companyId,
    (sql) => sql<CardRow[]>`
      /* stockCard */ select r.day, r.place::text as place, n, movement_id as "movementId", document_id as "documentId", kind,
        corrects_id as "correctsId", quantity::text, value::text,
        "runningQuantity"::numeric(20, 6)::text as "runningQuantity", "runningValue"::numeric(20, 2)::text as "runningValue"
      from (
        select day, place, n, movement_id, document_id, kind, corrects_id, quantity,
          ${scope.warehouseId === null ? sql`value` : sql`null::numeric as value`},
          ${opening.quantity}::numeric + sum(quantity) over w as "runningQuantity",
          ${opening.value}::numeric + sum(value) over w as "runningValue"
        from (${lines(sql, companyId, scope)}) c
        window w as (order by day, place, n)
      ) r
      ${page.after === null ? sql`` : sql`where (r.day, r.place, r.n) > (${page.after[0]}::date, ${page.after[1]}::bigint, ${page.after[2]}::int)`}
      order by r.day, r.place, r.n limit ${page.limit}`,
  );
}
