import type { Database } from '#db/client.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import type { LandedCostKind, SpreadBasis } from './landed-cost.ts';

export interface ReceiptLineRow {
  readonly lineId: string;
  readonly itemId: string;
  readonly kind: string;
  readonly cost: string;
  readonly quantity: string;
  readonly weight: string | null;
}

/** Lines of cost pools by their ids, with what one of the item weighs. */
export function findReceiptLines(
  database: Database,
  companyId: string,
  lineIds: readonly string[],
): Promise<ReceiptLineRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<ReceiptLineRow[]>`
      /* receiptLines */ select l.line_id as "lineId", l.item_id as "itemId", l.kind, l.cost::text, l.quantity::text,
        i.weight::text
      from inventory.cost_lines l join inventory.items i on i.company_id = l.company_id and i.id = l.item_id
      where l.company_id = ${companyId} and l.line_id = any (${[...lineIds]}::uuid[])`,
  );
}

/** Whether the books are open on a day. Days that there are not are for the rules to refuse. */
export async function isMonthOpen(database: Database, companyId: string, day: string): Promise<boolean> {
  const match = /^(\d{4})-(\d{2})-\d{2}$/.exec(day);
  if (match === null) return false;
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<{ is_open: boolean }[]>`
      /* monthOpen */ select is_open from inventory.months
      where company_id = ${companyId} and year = ${Number(match[1])} and month = ${Number(match[2])}`,
  );
  return row?.is_open ?? false;
}

export async function isInvoice(database: Database, companyId: string, id: string): Promise<boolean> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql`
      /* landedInvoice */ select from tax_published.tax_invoices_exist(${companyId}, array[${id}]::uuid[])`,
  );
  return rows.length > 0;
}

export interface LandedCostRow {
  readonly id: string;
  readonly kind: LandedCostKind;
  readonly status: 'POSTED' | 'REVERSED';
  readonly numberSeries: string;
  readonly number: number;
  readonly bookingDate: string;
  readonly description: string;
  readonly basis: SpreadBasis;
  readonly amount: string;
  readonly accountCode: string;
  readonly taxInvoiceId: string | null;
  readonly reversalDate: string | null;
  readonly reversalReason: string | null;
  readonly shares: readonly { readonly lineId: string; readonly itemId: string; readonly amount: string }[];
}

const COLUMNS = `c.id, c.kind, c.status, c.number_series as "numberSeries", c.number::int, c.booking_date as "bookingDate",
  c.description, c.basis, c.amount::text, c.counter_account as "accountCode", c.tax_invoice_id as "taxInvoiceId",
  c.reversal_date as "reversalDate", c.reversal_reason as "reversalReason",
  (select json_agg(json_build_object('lineId', s.line_id, 'itemId', s.item_id, 'amount', s.amount::text) order by s.n)
   from inventory.landed_cost_shares s where s.company_id = c.company_id and s.landed_cost_id = c.id) as shares`;

export async function findLandedCost(
  database: Database,
  companyId: string,
  id: string,
): Promise<LandedCostRow | null> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<LandedCostRow[]>`
      /* landedCost */ select ${sql.unsafe(COLUMNS)} from inventory.landed_costs c
      where c.company_id = ${companyId} and c.id = ${id}`,
  );
  return row ?? null;
}

/** A page of added costs, the newest first. */
export function listLandedCosts(
  database: Database,
  companyId: string,
  { after, limit }: Page<[string, string]>,
): Promise<LandedCostRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<LandedCostRow[]>`
      /* landedCosts */ select ${sql.unsafe(COLUMNS)} from inventory.landed_costs c
      where c.company_id = ${companyId}
        and ${after === null ? sql`true` : sql`(c.booking_date, c.id) < (${after[0]}::date, ${after[1]}::uuid)`}
      order by c.booking_date desc, c.id desc limit ${limit}`,
  );
}
