import type { Database } from '#db/client.ts';
import { isUuid } from '#shared/domain/ids.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import type { AroundReservation } from './decide.ts';

export interface ReservationRow {
  readonly id: string;
  readonly itemId: string;
  readonly warehouseId: string;
  readonly document: string;
  readonly quantity: string;
  readonly issued: string;
  readonly left: string;
  readonly until: string;
  readonly isOpen: boolean;
}

const TODAY = `(now() at time zone 'Asia/Tbilisi')::date`;
const IS_OPEN = `(not r.is_released and r.until >= ${TODAY} and r.issued < r.quantity)`;
const COLUMNS = `r.id, r.item_id as "itemId", r.warehouse_id as "warehouseId", r.document,
  trim_scale(r.quantity)::text as quantity, trim_scale(r.issued)::text as issued,
  case when ${IS_OPEN} then trim_scale(r.quantity - r.issued)::text else '0' end as left,
  r.until, ${IS_OPEN} as "isOpen"`;

/** What a reservation rests on. One statement, hence one snapshot. */
export async function readAround(
  database: Database,
  companyId: string,
  itemId: string,
  warehouseId: string,
): Promise<AroundReservation> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<AroundReservation[]>`
      /* aroundReservation */ select
        (select json_build_object('unit', i.unit, 'decimals', u.decimals, 'kind', i.kind, 'isActive', i.is_active,
           'conversions', coalesce((select json_object_agg(c.unit, c.quantity)
             from jsonb_to_recordset(i.conversions) as c(unit text, quantity text)), '{}'))
         from inventory.items i join inventory.units u on u.code = i.unit
         where i.company_id = ${companyId} and i.id = ${itemId}) as item,
        (select json_build_object('isActive', is_active) from inventory.warehouses
         where company_id = ${companyId} and id = ${warehouseId}) as warehouse,
        (select coalesce(sum(quantity), 0)::text from inventory.stock_levels
         where company_id = ${companyId} and item_id = ${itemId} and warehouse_id = ${warehouseId}
           and not in_transit) as "onHand",
        inventory.reserved(${companyId}, ${itemId}, ${warehouseId}, ${sql.unsafe(TODAY)})::text as reserved,
        ${sql.unsafe(TODAY)}::text as today`,
  );
  if (row === undefined) throw new Error('a select without a table answered nothing');
  return row;
}

/** One reservation; null when the company has none such. */
export async function findReservation(
  database: Database,
  companyId: string,
  id: string,
): Promise<ReservationRow | null> {
  if (!isUuid(id)) return null;
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<ReservationRow[]>`
      /* reservation */ select ${sql.unsafe(COLUMNS)} from inventory.reservations r
      where r.company_id = ${companyId} and r.id = ${id}`,
  );
  return row ?? null;
}

export interface ReservationConditions {
  readonly itemId?: string | null | undefined;
  readonly warehouseId?: string | null | undefined;
  readonly document?: string | null | undefined;
  readonly isOpen?: boolean | null | undefined;
}

/** One page of reservations, those first that end first. */
export function listReservations(
  database: Database,
  companyId: string,
  { itemId = null, warehouseId = null, document = null, isOpen = null }: ReservationConditions,
  { after, limit }: Page<[string, string]>,
): Promise<ReservationRow[]> {
  const names = [itemId, warehouseId].filter((id) => id !== null);
  // What is no UUID names nothing.
  if (!names.every(isUuid)) return Promise.resolve([]);
  return database.withCompany(
    companyId,
    (sql) => sql<ReservationRow[]>`
      /* reservations */ select ${sql.unsafe(COLUMNS)} from inventory.reservations r
      where r.company_id = ${companyId}
        and ${itemId === null ? sql`true` : sql`r.item_id = ${itemId}`}
        and ${warehouseId === null ? sql`true` : sql`r.warehouse_id = ${warehouseId}`}
        and ${document === null ? sql`true` : sql`r.document = ${document}`}
        and ${isOpen === null ? sql`true` : sql`${sql.unsafe(IS_OPEN)} = ${isOpen}`}
        and ${after === null ? sql`true` : sql`(r.until, r.id) > (${after[0]}::date, ${after[1]}::uuid)`}
      order by r.until, r.id limit ${limit}`,
  );
}

export interface AvailabilityRow {
  readonly warehouseId: string;
  readonly onHand: string;
  readonly reserved: string;
  readonly available: string;
}

/** What of an item is there, kept back and free, by warehouse. */
export function listAvailability(
  database: Database,
  companyId: string,
  itemId: string,
): Promise<AvailabilityRow[]> {
  if (!isUuid(itemId)) return Promise.resolve([]);
  return database.withCompany(
    companyId,
    (sql) => sql<AvailabilityRow[]>`
      /* availability */
      select w.id as "warehouseId", trim_scale(s.quantity)::text as "onHand", trim_scale(k.reserved)::text as reserved,
             trim_scale(s.quantity - k.reserved)::text as available
      from inventory.warehouses w
      cross join lateral (select coalesce(sum(quantity), 0) as quantity from inventory.stock_levels
        where company_id = w.company_id and item_id = ${itemId} and warehouse_id = w.id and not in_transit) s
      cross join lateral (select inventory.reserved(w.company_id, ${itemId}, w.id, ${sql.unsafe(TODAY)}) as reserved) k
      where w.company_id = ${companyId} and (s.quantity <> 0 or k.reserved <> 0)
      order by w.code limit 200`,
  );
}

/** Names an item, in a warehouse or in all, for loaders. */
export const keptBackKey = (itemId: string, warehouseId: string | null): string =>
  `${itemId} ${warehouseId ?? ''}`;

export interface KeptBackRow {
  readonly key: string;
  readonly reserved: string;
  readonly today: string;
}

/** What is kept back today, by `keptBackKey`, for loaders. */
export function findKeptBack(
  database: Database,
  companyId: string,
  keys: readonly string[],
): Promise<KeptBackRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<KeptBackRow[]>`
      /* keptBack */ select a.key, coalesce(k.reserved, 0)::text as reserved, ${sql.unsafe(TODAY)}::text as today
      from unnest(${[...keys]}::text[]) as a(key)
      left join lateral (select sum(r.quantity - r.issued) as reserved from inventory.reservations r
        where r.company_id = ${companyId} and r.item_id = split_part(a.key, ' ', 1)::uuid
          and (split_part(a.key, ' ', 2) = '' or r.warehouse_id = nullif(split_part(a.key, ' ', 2), '')::uuid)
          and ${sql.unsafe(IS_OPEN)}) k on true`,
  );
}
