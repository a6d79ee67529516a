import type { Database } from '#db/client.ts';
import { isUuid } from '#shared/domain/ids.ts';
import { readAround } from '../movements/lookup.ts';
import type { Expected } from './count.ts';
import { MOST_PLACES, type AroundEntries, type AroundOpening, type CountDraft } from './decide.ts';
import type { CountedDraft } from './entries.ts';

interface FoundRow {
  readonly warehouse: { readonly isActive: boolean } | null;
  readonly items:
    | readonly {
        readonly id: string;
        readonly kind: 'GOODS' | 'MATERIAL' | 'PRODUCT' | 'SERVICE';
        readonly hasLots: boolean;
        readonly hasSerials: boolean;
      }[]
    | null;
  readonly expected: readonly Expected[] | null;
  readonly as_of_seq: number;
  readonly moved_on: string | null;
  readonly open_count_id: string | null;
}

/** What there is to count, and up to where in the log it is known. One statement, hence one snapshot. */
export async function readAroundOpening(
  database: Database,
  companyId: string,
  { warehouseId, date, itemIds }: CountDraft,
): Promise<AroundOpening> {
  const named = itemIds?.filter(isUuid) ?? null;
  // The rules refuse what is no day.
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date)) ? date : null;
  const [row] = await database.withCompany(companyId, (sql) => {
    const among = (column: string) =>
      named === null ? sql`true` : sql`${sql(column)} = any (${named}::uuid[])`;
    return sql<FoundRow[]>`
      /* aroundStockCount */ select
        (select json_build_object('isActive', w.is_active) from inventory.warehouses w
         where w.company_id = ${companyId} and w.id = ${warehouseId}) as warehouse,
        ${
          named === null
            ? sql`null::json`
            : sql`(select json_agg(json_build_object('id', i.id, 'kind', i.kind, 'hasLots', i.has_lots,
                'hasSerials', i.has_serials)) from inventory.items i
              where i.company_id = ${companyId} and i.id = any (${named}::uuid[]))`
        } as items,
        (select json_agg(json_build_object('itemId', s.item_id,
           'lotId', nullif(s.lot_id, '00000000-0000-0000-0000-000000000000'), 'serial', nullif(s.serial, ''),
           'quantity', s.quantity::text) order by s.item_id, s.lot_id, s.serial)
         from (select l.item_id, l.lot_id, l.serial, l.quantity from inventory.stock_levels l
               where l.company_id = ${companyId} and l.warehouse_id = ${warehouseId} and not l.in_transit
                 and l.quantity <> 0 and ${among('l.item_id')}
               limit ${MOST_PLACES + 1}) s) as expected,
        coalesce((select h.last_seq from inventory.head h where h.company_id = ${companyId}), 0)::int as as_of_seq,
        ${
          day === null
            ? sql`null::text`
            : sql`(select max(m.date)::text from inventory.movements m
                where m.company_id = ${companyId} and m.date > ${day}::date and m.status = 'POSTED' and m.reverses is null
                  and exists (select from inventory.stock_legs g
                    where g.company_id = m.company_id and g.movement_id = m.id and g.warehouse_id = ${warehouseId}
                      and not g.in_transit and ${among('g.item_id')}))`
        } as moved_on,
        (select f.count_id from inventory.frozen_stock f
         where f.company_id = ${companyId} and f.warehouse_id = ${warehouseId}
           and (${named === null} or f.item_id = '00000000-0000-0000-0000-000000000000' or ${among('f.item_id')})
         limit 1) as open_count_id`;
  });
  if (row === undefined) throw new Error('a select without a table answered nothing');
  return {
    warehouse: row.warehouse,
    items: new Map(row.items?.map((item) => [item.id, item])),
    expected: row.expected ?? [],
    asOfSeq: row.as_of_seq,
    movedOn: row.moved_on,
    openCountId: row.open_count_id,
  };
}

/** What lines of a count name, as it is. What is not the company's is absent. */
export async function readAroundEntries(
  database: Database,
  companyId: string,
  lines: readonly CountedDraft[],
): Promise<AroundEntries> {
  const named = {
    itemIds: [...new Set(lines.map(({ itemId }) => itemId))],
    lotIds: [...new Set(lines.flatMap(({ lotId }) => lotId ?? []))],
    warehouseIds: [],
    serials: [],
    binIds: [],
    lineIds: [],
    componentIds: [],
    transferId: null,
    counterpartyId: null,
    taxInvoiceId: null,
  };
  const { items, lots } = await database.withCompany(companyId, (sql) =>
    // No month is asked about.
    readAround(sql, companyId, { named, bookingDate: '', movementId: NO_MOVEMENT }),
  );
  return { items, lots };
}

const NO_MOVEMENT = '00000000-0000-0000-0000-000000000000';
