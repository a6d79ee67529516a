import type { Database } from '#db/client.ts';
import type { Page } from '#shared/graphql/pagination.ts';

export interface ReorderRow {
  readonly itemId: string;
  readonly code: string;
  readonly onHand: string;
  readonly onOrder: string;
  readonly reserved: string;
  readonly level: string;
  readonly quantity: string;
}

/**
 * One page of items that are to be ordered, by their code: what is there or on its way between warehouses, and what
 * receipts that are drafted or approved will bring, less what is kept back, is below the level of the item.
 */
export function listProposals(
  database: Database,
  companyId: string,
  { after, limit }: Page<[string, string]>,
): Promise<ReorderRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<ReorderRow[]>`
      /* reorderProposals */
      with on_hand as (
        select item_id, sum(quantity) as quantity from inventory.stock_levels
        where company_id = ${companyId} group by item_id
      ), on_order as (
        select (l ->> 'itemId')::uuid as item_id, sum((l ->> 'quantity')::numeric) as quantity
        from inventory.movements m, jsonb_array_elements(m.content -> 'lines') l
        where m.company_id = ${companyId} and m.kind = 'RECEIPT' and m.status in ('DRAFT', 'APPROVED')
        group by 1
      ), reserved as (
        select item_id, sum(greatest(quantity - issued, 0)) as quantity from inventory.reservations
        where company_id = ${companyId} and not is_released and until >= (now() at time zone 'Asia/Tbilisi')::date
        group by item_id
      ), found as (
        select i.id, i.code, i.reorder_level as level, i.reorder_quantity as step,
               coalesce(h.quantity, 0) as on_hand, coalesce(o.quantity, 0) as on_order, coalesce(r.quantity, 0) as reserved
        from inventory.items i
        left join on_hand h on h.item_id = i.id
        left join on_order o on o.item_id = i.id
        left join reserved r on r.item_id = i.id
        where i.company_id = ${companyId} and i.is_active and i.reorder_level is not null
      )
      select id as "itemId", code, trim_scale(on_hand)::text as "onHand", trim_scale(on_order)::text as "onOrder",
             trim_scale(reserved)::text as reserved, trim_scale(level)::text as level,
             trim_scale(greatest(step, level - (on_hand + on_order - reserved)))::text as quantity
      from found
      where on_hand + on_order - reserved < level
        and ${after === null ? sql`true` : sql`(code, id) > (${after[0]}, ${after[1]}::uuid)`}
      order by code, id limit ${limit}`,
  );
}
