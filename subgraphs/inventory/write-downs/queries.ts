import type { Database } from '#db/client.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import { microOf, tetriOf } from '../costing/scaled.ts';
import type { StockWorth } from './decide.ts';

/** What an item is worth by what has entered the books until the end of a day; null when there is no such item. */
export async function findWorth(
  database: Database,
  companyId: string,
  itemId: string,
  day: string,
): Promise<StockWorth | null> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<
      { quantity: string; cost: string; allowance: string; last: string | null; is_open: boolean | null }[]
    >`
      /* stockWorth */ select
        (select coalesce(sum(quantity), 0.000000) from inventory.stock_legs
         where company_id = i.company_id and item_id = i.id and booking_date <= ${day}::date)::text as quantity,
        (select coalesce(sum(amount), 0.00) from inventory.value_entries
         where company_id = i.company_id and item_id = i.id and booking_date <= ${day}::date
           and kind <> 'WRITE_DOWN')::text as cost,
        (select coalesce(sum(change), 0.00) from inventory.write_downs
         where company_id = i.company_id and item_id = i.id)::text as allowance,
        (select max(booking_date) from inventory.write_downs
         where company_id = i.company_id and item_id = i.id)::text as last,
        (select is_open from inventory.months where company_id = i.company_id
           and year = extract(year from ${day}::date) and month = extract(month from ${day}::date)) as is_open
      from inventory.items i where i.company_id = ${companyId} and i.id = ${itemId}`,
  );
  if (row === undefined) return null;
  return {
    itemId,
    quantity: microOf(row.quantity),
    cost: tetriOf(row.cost),
    allowance: tetriOf(row.allowance),
    last: row.last,
    isOpen: row.is_open ?? false,
  };
}

export interface WriteDownRow {
  readonly id: string;
  readonly numberSeries: string;
  readonly number: number;
  readonly itemId: string;
  readonly bookingDate: string;
  readonly quantity: string;
  readonly cost: string;
  readonly netRealisableValue: string;
  readonly allowance: string;
  readonly change: string;
  readonly reason: string;
}

const COLUMNS = `id, number_series as "numberSeries", number::int, item_id as "itemId", booking_date as "bookingDate",
  trim_scale(quantity)::text as quantity, cost::text, net_realisable_value::text as "netRealisableValue",
  allowance::text, change::text, reason`;

export async function findWriteDown(
  database: Database,
  companyId: string,
  id: string,
): Promise<WriteDownRow | null> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<WriteDownRow[]>`
      /* writeDown */ select ${sql.unsafe(COLUMNS)} from inventory.write_downs
      where company_id = ${companyId} and id = ${id}`,
  );
  return row ?? null;
}

/** A page of write-downs, the newest first. */
export function listWriteDowns(
  database: Database,
  companyId: string,
  itemId: string | null,
  { after, limit }: Page<[string, string]>,
): Promise<WriteDownRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<WriteDownRow[]>`
      /* writeDowns */ select ${sql.unsafe(COLUMNS)} from inventory.write_downs
      where company_id = ${companyId} and (${itemId}::uuid is null or item_id = ${itemId}::uuid)
        and ${after === null ? sql`true` : sql`(booking_date, id) < (${after[0]}::date, ${after[1]}::uuid)`}
      order by booking_date desc, id desc limit ${limit}`,
  );
}
