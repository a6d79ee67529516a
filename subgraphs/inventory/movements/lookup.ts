import type { Database, TransactionSql } from '#db/client.ts';
import { gathered } from '#db/read-together.ts';
import { isUuid } from '#shared/domain/ids.ts';
import { readWays } from '../bills/queries.ts';
import {
  thingOf,
  type Around,
  type ItemAround,
  type LineAround,
  type LotAround,
  type WarehouseAround,
} from './around.ts';
import type { Reversible } from './decide.ts';
import type { Named } from './draft.ts';
import { numberOf } from './number.ts';

/** Stands for all items of a warehouse where something is frozen. */
const EVERY_ITEM = '00000000-0000-0000-0000-000000000000';

/** What one movement names, and when it is to be booked. */
interface Wanted {
  readonly named: Named;
  readonly bookingDate: string;
  /** The movement itself, which does not count among those that took something of a line already. */
  readonly movementId: string;
}

/**
 * All that a movement names, as it is: one statement, hence one snapshot and one round trip, for all movements that are
 * looked up over one transaction at the same time. What is not the company's is absent.
 */
export function readAround(sql: TransactionSql, companyId: string, wanted: Wanted): Promise<Around> {
  return around(sql, companyId, wanted);
}

const around = gathered(async (sql, companyId, wanted: readonly Wanted[]) => {
  // What was taken of a line is asked for each movement alone, and bills say what they say of one.
  const isSingle = ({ named }: Wanted): boolean => named.lineIds.length + named.componentIds.length > 0;
  const together = wanted.filter((one) => !isSingle(one));
  const found = together.length === 0 ? undefined : find(sql, companyId, together);
  return Promise.all(
    wanted.map(async (one) =>
      aroundOf(one, await (isSingle(one) || found === undefined ? find(sql, companyId, [one]) : found)),
    ),
  );
});

interface FoundRow {
  readonly items: readonly ItemAround[] | null;
  readonly warehouses:
    readonly (Omit<WarehouseAround, 'frozen'> & { readonly frozen: string[] | null })[] | null;
  readonly bins: readonly { readonly id: string; readonly warehouseId: string }[] | null;
  readonly lots: readonly LotAround[] | null;
  readonly lines: readonly LineAround[] | null;
  readonly there: readonly { readonly itemId: string; readonly serial: string }[] | null;
  readonly counterparties: readonly string[];
  readonly invoices: readonly string[];
  readonly months: readonly string[];
}

type Found = Omit<Around, 'hasCounterparty' | 'hasTaxInvoice'> & {
  readonly counterparties: ReadonlySet<string>;
  readonly invoices: ReadonlySet<string>;
};

/** Of what was found for several movements each takes what it names; the rest is nothing to it. */
function aroundOf({ named }: Wanted, { counterparties, invoices, ...found }: Found): Around {
  const has = (ids: ReadonlySet<string>, id: string | null): boolean => id !== null && ids.has(id);
  return {
    ...found,
    hasCounterparty: has(counterparties, named.counterpartyId),
    hasTaxInvoice: has(invoices, named.taxInvoiceId),
  };
}

async function find(sql: TransactionSql, companyId: string, wanted: readonly Wanted[]): Promise<Found> {
  const all = (pick: (named: Named) => readonly (string | null)[]): string[] =>
    [
      ...new Set(wanted.flatMap(({ named }) => pick(named)).filter((id) => id !== null && isUuid(id))),
    ] as string[];
  const itemIds = all(({ itemIds: ids }) => ids);
  const binIds = all(({ binIds: ids }) => ids);
  const lotIds = all(({ lotIds: ids }) => ids);
  const serials = [...new Set(wanted.flatMap(({ named }) => named.serials))];
  const lineIds = all(({ lineIds: ids }) => ids);
  const transferIds = all(({ transferId }) => [transferId]);
  const counterpartyIds = all(({ counterpartyId }) => [counterpartyId]);
  const invoiceIds = all(({ taxInvoiceId }) => [taxInvoiceId]);
  const componentIds = wanted.flatMap(({ named }) => named.componentIds);
  const months = [
    ...new Set(wanted.flatMap(({ bookingDate }) => /^\d{4}-\d{2}/.exec(bookingDate)?.[0] ?? [])),
  ];
  const [row] = await sql<FoundRow[]>`
      /* aroundMovement */ select
        (select json_agg(json_build_object('id', i.id, 'kind', i.kind, 'isActive', i.is_active,
           'method', i.costing_method, 'unit', i.unit, 'decimals', u.decimals, 'hasLots', i.has_lots,
           'hasSerials', i.has_serials, 'allowsShort', i.allows_short, 'expectedCost', i.expected_cost::text,
           'conversions', coalesce((select json_object_agg(c.unit, c.quantity)
              from jsonb_to_recordset(i.conversions) as c(unit text, quantity text)), '{}')))
         from inventory.items i join inventory.units u on u.code = i.unit
         where i.company_id = ${companyId} and i.id = any (${itemIds}::uuid[])) as items,
        (select json_agg(json_build_object('id', w.id, 'isActive', w.is_active, 'frozen',
           (select json_agg(f.item_id) from inventory.frozen_stock f
            where f.company_id = w.company_id and f.warehouse_id = w.id
              and f.item_id = any (${[EVERY_ITEM, ...itemIds]}::uuid[]))))
         from inventory.warehouses w
         where w.company_id = ${companyId} and w.id = any (${all(({ warehouseIds }) => warehouseIds)}::uuid[] || ${
           transferIds.length === 0
             ? sql`'{}'::uuid[]`
             : sql`array(select (t.content ->> 'toWarehouseId')::uuid from inventory.movements t
                 where t.company_id = ${companyId} and t.id = any (${transferIds}::uuid[]))`
         })) as warehouses,
        ${
          binIds.length === 0
            ? sql`null::json`
            : sql`(select json_agg(json_build_object('id', b.id, 'warehouseId', b.warehouse_id)) from inventory.bins b
                where b.company_id = ${companyId} and b.id = any (${binIds}::uuid[]))`
        } as bins,
        ${
          lotIds.length === 0
            ? sql`null::json`
            : sql`(select json_agg(json_build_object('id', l.id, 'itemId', l.item_id, 'expiresOn', l.expires_on))
                from inventory.lots l where l.company_id = ${companyId} and l.id = any (${lotIds}::uuid[]))`
        } as lots,
        ${
          serials.length === 0
            ? sql`null::json`
            : sql`(select json_agg(json_build_object('itemId', s.item_id, 'serial', s.serial))
                from inventory.stock_levels s
                where s.company_id = ${companyId} and s.item_id = any (${itemIds}::uuid[])
                  and s.serial = any (${serials}::text[]) and s.quantity > 0)`
        } as there,
        ${
          lineIds.length === 0
            ? sql`null::json`
            : sql`(select json_agg(json_build_object('id', l.id, 'movementId', l.movement_id, 'itemId', l.item_id,
                  'kind', m.kind, 'status', m.status, 'reason', m.content ->> 'reason', 'direction', l.direction,
                  'toWarehouseId', m.content ->> 'toWarehouseId',
                  'isDirect', coalesce((m.content ->> 'isDirect')::bool, false), 'date', m.date,
                  'quantity', l.quantity::text, 'taken', coalesce((
                    select sum(t.quantity) from inventory.movement_lines t
                    join inventory.movements n on n.company_id = t.company_id and n.id = t.movement_id
                    where t.company_id = l.company_id and t.of_line = l.id and n.status = 'POSTED'
                      and n.id <> all (${wanted.map(({ movementId }) => movementId)}::uuid[])), 0)::text))
                from inventory.movement_lines l
                join inventory.movements m on m.company_id = l.company_id and m.id = l.movement_id
                where l.company_id = ${companyId} and l.id = any (${lineIds}::uuid[]))`
        } as lines,
        ${
          counterpartyIds.length === 0
            ? sql`'{}'::uuid[]`
            : sql`array(select id from tax_published.counterparties_exist(${companyId}, ${counterpartyIds}::uuid[]) id)`
        } as counterparties,
        ${
          invoiceIds.length === 0
            ? sql`'{}'::uuid[]`
            : sql`array(select id from tax_published.tax_invoices_exist(${companyId}, ${invoiceIds}::uuid[]) id)`
        } as invoices,
        array(select m from unnest(${months}::text[]) m where exists (
          select from inventory.months o where o.company_id = ${companyId} and o.is_open
            and o.year = left(m, 4)::int and o.month = right(m, 2)::int)) as months`;
  return {
    items: byId(row?.items),
    warehouses: byId(row?.warehouses?.map((one) => ({ ...one, frozen: frozenOf(one.frozen) }))),
    bins: byId(row?.bins),
    lots: byId(row?.lots),
    lines: byId(row?.lines),
    there: new Set(row?.there?.map(({ itemId, serial }) => thingOf(itemId, serial))),
    ways: componentIds.length === 0 ? [] : await readWays(sql, companyId, componentIds),
    counterparties: new Set(row?.counterparties),
    invoices: new Set(row?.invoices),
    openMonths: new Set(row?.months),
  };
}

function frozenOf(itemIds: readonly string[] | null): WarehouseAround['frozen'] {
  if (itemIds === null) return null;
  return itemIds.includes(EVERY_ITEM) ? 'ALL' : new Set(itemIds);
}

function byId<Row extends { readonly id: string }>(
  rows: readonly Row[] | null | undefined,
): ReadonlyMap<string, Row> {
  return new Map((rows ?? []).map((row) => [row.id, row]));
}

interface ReversibleRow {
  readonly seq: number;
  readonly booking_date: string;
  readonly states: readonly string[];
  readonly dependents: readonly { readonly numberSeries: string; readonly number: number }[];
}

/** What the reversal of a movement rests on; null when it is not posted. */
export async function readReversible(
  database: Database,
  companyId: string,
  movementId: string,
): Promise<Reversible | null> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<ReversibleRow[]>`
      /* reversibleMovement */ select m.seq, m.booking_date,
        array(select p.state from inventory.postings p
              where p.company_id = m.company_id and p.source_type = 'StockMovement' and p.source_id = m.id::text) as states,
        coalesce((select json_agg(distinct jsonb_build_object('numberSeries', n.number_series, 'number', n.number))
          from inventory.movement_lines l
          join inventory.movement_lines t on t.company_id = l.company_id and t.of_line = l.id
          join inventory.movements n on n.company_id = t.company_id and n.id = t.movement_id and n.status = 'POSTED'
          where l.company_id = m.company_id and l.movement_id = m.id), '[]') as dependents
      from inventory.movements m
      where m.company_id = ${companyId} and m.id = ${movementId} and m.seq is not null`,
  );
  if (row === undefined) return null;
  return {
    seq: row.seq,
    bookingDate: row.booking_date,
    postings: row.states,
    dependents: row.dependents.map((one) => numberOf(one) ?? ''),
  };
}

/** What the ledger was asked for a movement: ids of the requests, and how each fares. */
export function readPostingStates(
  database: Database,
  companyId: string,
  movementId: string,
): Promise<{ id: string; state: string }[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<{ id: string; state: string }[]>`
      /* movementPostingStates */ select id, state from inventory.postings
      where company_id = ${companyId} and source_type = 'StockMovement' and source_id = ${movementId}`,
  );
}
