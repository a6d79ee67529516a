import type { Database } from '#db/client.ts';
import { isUuid } from '#shared/domain/ids.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import type { Uncounted } from './count.ts';

export interface CountRow {
  readonly id: string;
  readonly numberSeries: string;
  readonly number: number;
  readonly warehouseId: string;
  readonly date: string;
  readonly status: 'OPEN' | 'APPROVED' | 'CANCELLED';
  readonly itemIds: readonly string[] | null;
  readonly note: string | null;
  readonly movementId: string | null;
  readonly uncounted: Uncounted | null;
  readonly reason: string | null;
  readonly version: number;
  readonly createdAt: string;
}

const COLUMNS = `c.id, c.number_series as "numberSeries", c.number, c.warehouse_id as "warehouseId", c.date::text as date,
  c.status, c.item_ids as "itemIds", c.note, c.movement_id as "movementId", c.uncounted, c.reason, c.version,
  c.created_at as "createdAt"`;

/** Counts by id, or by the movement that their differences became, for loaders. */
export function findCounts(
  database: Database,
  companyId: string,
  by: 'id' | 'movement_id',
  ids: readonly string[],
): Promise<CountRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<CountRow[]>`
      /* stockCountsBy */ select ${sql.unsafe(COLUMNS)} from inventory.stock_counts c
      where c.company_id = ${companyId} and c.${sql(by)} = any (${[...ids]}::uuid[])`,
  );
}

export interface CountConditions {
  readonly warehouseId?: string | null | undefined;
  readonly statuses?: readonly CountRow['status'][] | null | undefined;
}

/** One page of counts, the latest first. */
export function listCounts(
  database: Database,
  companyId: string,
  { warehouseId = null, statuses = null }: CountConditions,
  { after, limit }: Page<[string, string]>,
): Promise<CountRow[]> {
  // What is no UUID names nothing.
  if (warehouseId !== null && !isUuid(warehouseId)) return Promise.resolve([]);
  return database.withCompany(
    companyId,
    (sql) => sql<CountRow[]>`
      /* stockCounts */ select ${sql.unsafe(COLUMNS)} from inventory.stock_counts c
      where c.company_id = ${companyId}
        and ${warehouseId === null ? sql`true` : sql`c.warehouse_id = ${warehouseId}`}
        and ${statuses === null ? sql`true` : sql`c.status = any (${[...statuses]}::text[])`}
        and ${after === null ? sql`true` : sql`(c.date, c.id) < (${after[0]}::date, ${after[1]}::uuid)`}
      order by c.date desc, c.id desc limit ${limit}`,
  );
}

export interface SheetRow {
  readonly itemId: string;
  readonly code: string;
  readonly lotKey: string;
  readonly serialKey: string;
  readonly lotId: string | null;
  readonly serial: string | null;
  readonly expected: string;
  readonly counted: string | null;
  readonly difference: string | null;
  /** GEL, less than zero where something is missing. */
  readonly value: string | null;
}

/**
 * Lines of a sheet with what they are worth: while the count is open by what a unit of the item costs now, and then by what
 * was booked.
 */
const SHEET = `
  select c.company_id, c.id as count_id, l.item_id as "itemId", i.code, l.lot_id as "lotKey", l.serial as "serialKey",
    nullif(l.lot_id, '00000000-0000-0000-0000-000000000000') as "lotId", nullif(l.serial, '') as serial,
    l.expected, l.counted, d.difference,
    case
      when d.difference is null then null
      when d.difference = 0 then 0
      when c.status = 'APPROVED' then
        (select round(sign(g.quantity) * m.cost * abs(g.quantity) / m.quantity, 2) from inventory.stock_legs g
         join inventory.movement_lines m on m.company_id = g.company_id and m.id = g.line_id
         where g.company_id = l.company_id and g.movement_id = c.movement_id and g.item_id = l.item_id
           and coalesce(g.lot_id, '00000000-0000-0000-0000-000000000000') = l.lot_id and coalesce(g.serial, '') = l.serial)
      when p.quantity > 0 then round(d.difference * p.value / p.quantity, 2)
      when p.last_quantity > 0 then round(d.difference * p.last_value / p.last_quantity, 2)
    end as value
  from inventory.stock_counts c
  join inventory.stock_count_lines l on l.company_id = c.company_id and l.count_id = c.id
  join inventory.items i on i.company_id = l.company_id and i.id = l.item_id
  left join inventory.cost_pools p on p.company_id = l.company_id and p.item_id = l.item_id
  cross join lateral (select coalesce(l.counted, case c.uncounted when 'MISSING' then 0 when 'NO_DIFFERENCE' then l.expected end)
    - l.expected as difference) d`;

export type SheetKey = [code: string, lotId: string, serial: string];

/** One page of the sheet of a count, by the code of the item, then by lot and serial number. */
export function listSheet(
  database: Database,
  companyId: string,
  countId: string,
  {
    isUncounted = null,
    isDifferent = null,
  }: Readonly<Partial<Record<'isUncounted' | 'isDifferent', boolean | null | undefined>>>,
  { after, limit }: Page<SheetKey>,
): Promise<SheetRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<SheetRow[]>`
      /* stockCountSheet */
      select "itemId", code, "lotKey", "serialKey", "lotId", serial, trim_scale(expected)::text as expected,
        trim_scale(counted)::text as counted, trim_scale(difference)::text as difference,
        value::numeric(20, 2)::text as value
      from (${sql.unsafe(SHEET)}) s
      where s.company_id = ${companyId} and s.count_id = ${countId}
        and ${isUncounted === null ? sql`true` : sql`(s.counted is null) = ${isUncounted}`}
        and ${isDifferent === null ? sql`true` : sql`(coalesce(s.difference, 0) <> 0) = ${isDifferent}`}
        and ${
          after === null
            ? sql`true`
            : sql`(s.code, s."lotKey", s."serialKey") > (${after[0]}, ${after[1]}::uuid, ${after[2]})`
        }
      order by s.code, s."lotKey", s."serialKey" limit ${limit}`,
  );
}

export interface SheetTotals {
  readonly lines: number;
  readonly counted: number;
  readonly different: number;
  /** GEL, both 0 or more. */
  readonly surplus: string;
  readonly shortage: string;
}

/** What all lines of a sheet come to. */
export async function totalsOfSheet(
  database: Database,
  companyId: string,
  countId: string,
): Promise<SheetTotals> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<SheetTotals[]>`
      /* stockCountTotals */
      select count(*)::int as lines, count(s.counted)::int as counted,
        (count(*) filter (where s.difference <> 0))::int as different,
        coalesce(sum(s.value) filter (where s.value > 0), 0)::numeric(20, 2)::text as surplus,
        coalesce(-sum(s.value) filter (where s.value < 0), 0)::numeric(20, 2)::text as shortage
      from (${sql.unsafe(SHEET)}) s
      where s.company_id = ${companyId} and s.count_id = ${countId}`,
  );
  if (row === undefined) throw new Error('a sum answered nothing');
  return row;
}

export interface EntryRow {
  readonly version: number;
  readonly n: number;
  readonly itemId: string;
  readonly lotId: string | null;
  readonly serial: string | null;
  readonly entered: string;
  readonly unit: string;
  readonly quantity: string;
  readonly replaces: boolean;
  readonly enteredAt: string;
  readonly enteredBy: string;
}

/** One page of what was written down in a count, in the order in which it was. */
export function listEntries(
  database: Database,
  companyId: string,
  countId: string,
  { after, limit }: Page<[number, number]>,
): Promise<EntryRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<EntryRow[]>`
      /* stockCountEntries */
      select version, n, item_id as "itemId", lot_id as "lotId", serial, trim_scale(entered)::text as entered, unit,
        trim_scale(quantity)::text as quantity, replaces, entered_at as "enteredAt", entered_by as "enteredBy"
      from inventory.stock_count_entries
      where company_id = ${companyId} and count_id = ${countId}
        and ${after === null ? sql`true` : sql`(version, n) > (${after[0]}::int, ${after[1]}::int)`}
      order by version, n limit ${limit}`,
  );
}
