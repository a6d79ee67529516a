import type { Database } from '#db/client.ts';
import type { InventoryCheck } from '../generated/types.ts';

export interface InventoryDifferenceRow {
  readonly check: InventoryCheck;
  readonly itemId: string | null;
  readonly accountCode: string | null;
  readonly documentId: string | null;
  readonly lineId: string | null;
  readonly transactionId: string | null;
  readonly expected: string;
  readonly found: string;
  readonly difference: string;
}

export interface InventoryHealthRow {
  readonly isHealthy: boolean;
  readonly stockValue: string;
  readonly ledgerValue: string;
  readonly differences: readonly InventoryDifferenceRow[];
}

/** Most differences that one answer names. */
const MOST = 500;

/** Holds everything that is known of stock against everything else, all of one moment. */
export async function readHealth(database: Database, companyId: string): Promise<InventoryHealthRow> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<Omit<InventoryHealthRow, 'isHealthy'>[]>`
      /* inventoryHealth */ with line as materialized (
        select l.*, case when kind in ('OUT', 'OUT_RETURN') then -1 else 1 end as sign
        from inventory.cost_lines l where company_id = ${companyId}
      ), entry as materialized (
        select item_id, line_id, document_id, kind, stock_account, amount from inventory.value_entries
        where company_id = ${companyId}
      ), book as materialized (
        select a.account_code, e.* from inventory.ledger_entries e
        join inventory.ledger_accounts a using (company_id, account_id)
        where e.company_id = ${companyId}
      ), pool as materialized (
        select * from inventory.cost_pools where company_id = ${companyId}
      ), layer as (
        select item_id, sum(quantity) as quantity, sum(value) as value from (
          select item_id, quantity, value from inventory.cost_layers where company_id = ${companyId}
          union all select item_id, -quantity, -value from inventory.cost_shorts where company_id = ${companyId}
        ) h group by 1
      ), taken as materialized (
        select layer_id, sum(quantity) as quantity, sum(value) as value from (
          select layer_id, quantity, value from inventory.cost_allocations where company_id = ${companyId}
          union all select line_id, quantity, value from inventory.cost_layers where company_id = ${companyId}
        ) t group by 1
      ), given as materialized (
        select line_id, sum(value) as value from (
          select line_id, value from inventory.cost_allocations where company_id = ${companyId}
          union all select line_id, value from inventory.cost_shorts where company_id = ${companyId}
        ) t group by 1
      ), by_lines as materialized (
        select item_id, sum(sign * quantity) as quantity, sum(sign * cost) as value from line group by 1
      ), by_line as (
        select line_id, sum(amount) as amount from entry where line_id is not null group by 1
      ), difference as (
        select 'LEDGER_ACCOUNT' as "check", null::uuid as "itemId", account_code as "accountCode",
          null::uuid as "documentId", null::uuid as "lineId", null::uuid as "transactionId",
          coalesce(s.amount, 0.00) as expected, coalesce(b.amount, 0.00) as found
        from (select stock_account as account_code, sum(amount) as amount from entry group by 1) s
        full join (select account_code, sum(amount) as amount from book group by 1) b using (account_code)
        union all
        select 'LEDGER_DOCUMENT', null, account_code, document_id::uuid, null, null, coalesce(s.amount, 0.00),
          coalesce(b.amount, 0.00)
        from (select document_id::text as document_id, stock_account as account_code, sum(amount) as amount
              from entry group by 1, 2) s
        full join (select source_id as document_id, account_code, sum(amount) as amount
                   from book where source_id is not null group by 1, 2) b using (document_id, account_code)
        union all
        select 'ENTRY_WITHOUT_DOCUMENT', null, account_code, null, null, transaction_id, 0.00, amount
        from book where source_id is null
        union all
        select case when state in ('REFUSED', 'REVERSAL_REFUSED') then 'POSTING_REFUSED' else 'POSTING_AWAITED' end,
          null, null, source_id::uuid, null, null, 1, 0
        from inventory.postings where company_id = ${companyId}
          and state in ('REFUSED', 'REVERSAL_REFUSED', 'REQUESTED', 'REVERSAL_REQUESTED')
        union all
        select 'QUANTITY_OF_PLACES', item_id, null, null, null, null, coalesce(m.quantity, 0.000000),
          coalesce(p.quantity, 0.000000)
        from (select item_id, sum(quantity) as quantity from inventory.stock_legs
              where company_id = ${companyId} group by 1) m
        full join pool p using (item_id)
        union all
        select 'QUANTITY_OF_POOL', item_id, null, null, null, null, coalesce(p.quantity, 0.000000),
          coalesce(s.quantity, 0.000000)
        from pool p full join by_lines s using (item_id)
        union all
        select 'VALUE_OF_POOL', item_id, null, null, null, null, coalesce(p.value, 0.00), coalesce(s.value, 0.00)
        from pool p full join by_lines s using (item_id)
        union all
        select 'VALUE_OF_ENTRIES', item_id, null, null, null, null, coalesce(p.value, 0.00), coalesce(s.amount, 0.00)
        from pool p full join (
          select item_id, sum(amount) as amount from entry where kind <> 'WRITE_DOWN' group by 1) s using (item_id)
        union all
        select 'QUANTITY_OF_LAYERS', p.item_id, null, null, null, null, p.quantity, coalesce(y.quantity, 0.000000)
        from pool p left join layer y using (item_id) where p.method = 'FIFO' or p.quantity < 0
        union all
        select 'VALUE_OF_LAYERS', p.item_id, null, null, null, null, p.value, coalesce(y.value, 0.00)
        from pool p left join layer y using (item_id) where p.method = 'FIFO' or p.quantity < 0
        union all
        select 'QUANTITY_OF_LAYER', l.item_id, null, l.movement_id, l.line_id, null, l.quantity,
          coalesce(t.quantity, 0.000000)
        from line l join pool p on p.item_id = l.item_id and p.method = 'FIFO'
        left join taken t on t.layer_id = l.line_id where l.sign = 1
        union all
        select 'VALUE_OF_LAYER', l.item_id, null, l.movement_id, l.line_id, null, l.cost, coalesce(t.value, 0.00)
        from line l join pool p on p.item_id = l.item_id and p.method = 'FIFO'
        left join taken t on t.layer_id = l.line_id where l.sign = 1
        union all
        select 'COST_OF_LINE', l.item_id, null, l.movement_id, l.line_id, null, l.cost, coalesce(g.value, 0.00)
        from line l join pool p on p.item_id = l.item_id and p.method = 'FIFO'
        left join given g on g.line_id = l.line_id where l.sign = -1
        union all
        select 'BOOKED_OF_LINE', l.item_id, null, l.movement_id, line_id, null, coalesce(l.sign * l.cost, 0.00),
          coalesce(b.amount, 0.00)
        from line l full join by_line b using (line_id)
        union all
        select 'COST_OF_ASSEMBLED', l.item_id, null, l.movement_id, l.line_id, null, l.cost,
          l.given + coalesce(sum(c.cost), 0.00)
        from line l
        left join inventory.cost_components m on m.company_id = l.company_id and m.product_line_id = l.line_id
        left join line c on c.line_id = m.component_line_id
        where l.kind = 'IN_ASSEMBLED' group by l.item_id, l.movement_id, l.line_id, l.cost, l.given
        union all
        select 'SUMS_OF_ITEM', item_id, null, null, null, null, coalesce(t.amount, 0.00), coalesce(s.amount, 0.00)
        from (select item_id, sum(cost + written_down) as amount from inventory.value_turnover
              where company_id = ${companyId} and level = 'year' group by 1) t
        full join (select item_id, sum(amount) as amount from entry group by 1) s using (item_id)
      ), named as (
        select *, expected - found as difference from difference where expected <> found
        order by 1, 2, 3, 4, 5, 6 limit ${MOST}
      )
      -- Figures as text: a number of JSON would lose tetri on its way.
      select
        (select coalesce(sum(amount), 0.00) from entry)::text as "stockValue",
        (select coalesce(sum(amount), 0.00) from book)::text as "ledgerValue",
        (select coalesce(json_agg(json_build_object('check', n."check", 'itemId', n."itemId",
           'accountCode', n."accountCode", 'documentId', n."documentId", 'lineId', n."lineId",
           'transactionId', n."transactionId", 'expected', n.expected::text, 'found', n.found::text,
           'difference', n.difference::text)), '[]') from named n) as differences`,
  );
  if (row === undefined) throw new Error('a comparison always has a row');
  const { stockValue, ledgerValue, differences } = row;
  return { isHealthy: differences.length === 0, stockValue, ledgerValue, differences };
}
