import type { Database, TransactionSql } from '#db/client.ts';
import { isUuid } from '#shared/domain/ids.ts';
import { readEdges } from '../bills/queries.ts';
import type { Around, ItemAround, LineAround, LotAround, WarehouseAround } from './around.ts';
import type { Reversible } from './decide.ts';
import type { Named } from './draft.ts';
import { numberOf } from './number.ts';

/** Stands for all items of a warehouse where something is frozen. */
const EVERY_ITEM = '00000000-0000-0000-0000-000000000000';

interface FoundRow {
  readonly items: readonly ItemAround[] | null;
  readonly warehouses:
    readonly (Omit<WarehouseAround, 'frozen'> & { readonly frozen: string[] | null })[] | null;
  readonly bins: readonly { readonly id: string; readonly warehouseId: string }[] | null;
  readonly lots: readonly LotAround[] | null;
  readonly lines: readonly LineAround[] | null;
  readonly has_counterparty: boolean;
  readonly has_invoice: boolean;
  readonly months: readonly string[] | null;
}

/**
 * All that a movement names, as it is: one statement, hence one snapshot and one round trip. What is not the company's is
 * absent.
 *
 * @param movementId the movement itself, which does not count among those that took something of a line already
 */
export async function readAround(
  sql: TransactionSql,
  companyId: string,
  named: Named,
  bookingDate: string,
  movementId: string,
): Promise<Around> {
  const ids = (all: readonly string[]): string[] => all.filter(isUuid);
  const possible = (id: string | null): string | null => (id !== null && isUuid(id) ? id : null);
  const month = /^\d{4}-\d{2}/.exec(bookingDate)?.[0] ?? '';
  const counterpartyId = possible(named.counterpartyId);
  const taxInvoiceId = possible(named.taxInvoiceId);
  const transferId = possible(named.transferId);
  const [row] = await sql<FoundRow[]>`
      /* aroundMovement */ select
        (select json_agg(json_build_object('id', i.id, 'kind', i.kind, 'isActive', i.is_active,
           'method', i.costing_method, 'unit', i.unit, 'decimals', u.decimals, 'hasLots', i.has_lots,
           'hasSerials', i.has_serials, 'allowsShort', i.allows_short, 'expectedCost', i.expected_cost::text,
           'conversions', coalesce((select json_object_agg(c.unit, c.quantity)
              from jsonb_to_recordset(i.conversions) as c(unit text, quantity text)), '{}')))
         from inventory.items i join inventory.units u on u.code = i.unit
         where i.company_id = ${companyId} and i.id = any (${ids(named.itemIds)}::uuid[])) as items,
        (select json_agg(json_build_object('id', w.id, 'isActive', w.is_active, 'frozen',
           (select json_agg(f.item_id) from inventory.frozen_stock f
            where f.company_id = w.company_id and f.warehouse_id = w.id
              and f.item_id = any (${[EVERY_ITEM, ...ids(named.itemIds)]}::uuid[]))))
         from inventory.warehouses w
         where w.company_id = ${companyId} and w.id = any (${ids(named.warehouseIds)}::uuid[] || ${
           transferId === null
             ? sql`'{}'::uuid[]`
             : sql`array(select (t.content ->> 'toWarehouseId')::uuid from inventory.movements t
                 where t.company_id = ${companyId} and t.id = ${transferId})`
         })) as warehouses,
        ${
          named.binIds.length === 0
            ? sql`null::json`
            : sql`(select json_agg(json_build_object('id', b.id, 'warehouseId', b.warehouse_id)) from inventory.bins b
                where b.company_id = ${companyId} and b.id = any (${ids(named.binIds)}::uuid[]))`
        } as bins,
        ${
          named.lotIds.length === 0
            ? sql`null::json`
            : sql`(select json_agg(json_build_object('id', l.id, 'itemId', l.item_id, 'expiresOn', l.expires_on))
                from inventory.lots l
                where l.company_id = ${companyId} and l.id = any (${ids(named.lotIds)}::uuid[]))`
        } as lots,
        ${
          named.lineIds.length === 0
            ? sql`null::json`
            : sql`(select json_agg(json_build_object('id', l.id, 'movementId', l.movement_id, 'itemId', l.item_id,
                  'kind', m.kind, 'status', m.status, 'reason', m.content ->> 'reason', 'direction', l.direction,
                  'toWarehouseId', m.content ->> 'toWarehouseId',
                  'isDirect', coalesce((m.content ->> 'isDirect')::bool, false), 'date', m.date,
                  'quantity', l.quantity::text, 'taken', coalesce((
                    select sum(t.quantity) from inventory.movement_lines t
                    join inventory.movements n on n.company_id = t.company_id and n.id = t.movement_id
                    where t.company_id = l.company_id and t.of_line = l.id and n.status = 'POSTED'
                      and n.id <> ${movementId}), 0)::text))
                from inventory.movement_lines l
                join inventory.movements m on m.company_id = l.company_id and m.id = l.movement_id
                where l.company_id = ${companyId} and l.id = any (${ids(named.lineIds)}::uuid[]))`
        } as lines,
        ${
          counterpartyId === null
            ? sql`false`
            : sql`exists (select from tax_published.counterparties_exist(${companyId}, array[${counterpartyId}]::uuid[]))`
        } as has_counterparty,
        ${
          taxInvoiceId === null
            ? sql`false`
            : sql`exists (select from tax_published.tax_invoices_exist(${companyId}, array[${taxInvoiceId}]::uuid[]))`
        } as has_invoice,
        (select json_agg(${month}::text) from inventory.months
         where company_id = ${companyId} and is_open and year || '-' || lpad(month::text, 2, '0') = ${month}) as months`;
  return {
    items: byId(row?.items),
    warehouses: byId(row?.warehouses?.map((found) => ({ ...found, frozen: frozenOf(found.frozen) }))),
    bins: byId(row?.bins),
    lots: byId(row?.lots),
    lines: byId(row?.lines),
    billEdges: named.componentIds.length === 0 ? [] : await readEdges(sql, companyId, named.componentIds),
    hasCounterparty: row?.has_counterparty ?? false,
    hasTaxInvoice: row?.has_invoice ?? false,
    openMonths: new Set(row?.months ?? []),
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
