import type { Database } from '#db/client.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import type { ConnectionState } from './connections.ts';
import type { CallPhase } from './dispatch/store.ts';
import type { WaybillContent } from './rs-ge/remote.ts';
import type { WaybillCall, WaybillStatus } from './waybill.ts';

export interface WaybillRow {
  readonly id: string;
  readonly direction: 'ISSUED' | 'RECEIVED';
  readonly status: WaybillStatus;
  readonly content: WaybillContent;
  readonly rsGeId: string | null;
  readonly number: string | null;
  readonly answer: 'CONFIRMED' | 'REJECTED' | null;
  readonly sellerTaxId: string | null;
  readonly sellerName: string | null;
  readonly deliveredAt: string | null;
  readonly movementId: string | null;
  readonly taxInvoiceId: string | null;
  readonly rsGeInvoiceId: string | null;
  readonly refusedCall: WaybillCall | null;
  readonly refusalCode: string | null;
  readonly refusalText: string | null;
  readonly version: number;
  readonly createdAt: string;
  readonly createdBy: string;
}

const COLUMNS = `id, direction, status, content, rs_ge_id as "rsGeId", number, answer, seller_tax_id as "sellerTaxId",
  seller_name as "sellerName", delivered_at as "deliveredAt", movement_id as "movementId",
  tax_invoice_id as "taxInvoiceId", invoice_rs_ge_id as "rsGeInvoiceId", refused_call as "refusedCall", refusal_code as "refusalCode",
  refusal_text as "refusalText", version, created_at as "createdAt", created_by as "createdBy"`;

/** Waybills by one of their columns, for loaders. */
export function findWaybills(
  database: Database,
  companyId: string,
  by: 'id' | 'movementId' | 'taxInvoiceId',
  ids: readonly string[],
): Promise<WaybillRow[]> {
  const column = { id: 'id', movementId: 'movement_id', taxInvoiceId: 'tax_invoice_id' }[by];
  return database.withCompany(
    companyId,
    (sql) => sql<WaybillRow[]>`
      /* waybillsBy */ select ${sql.unsafe(COLUMNS)} from inventory.waybills
      where company_id = ${companyId} and ${sql(column)} = any (${[...ids]}::uuid[])
      order by created_at, id`,
  );
}

export interface WaybillFilter {
  readonly direction?: 'ISSUED' | 'RECEIVED' | null | undefined;
  readonly statuses?: readonly WaybillStatus[] | null | undefined;
  readonly number?: string | null | undefined;
}

/** One page of waybills, the newest first. */
export function listWaybills(
  database: Database,
  companyId: string,
  { direction = null, statuses = null, number = null }: WaybillFilter,
  { after, limit }: Page<[string, string]>,
): Promise<WaybillRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<WaybillRow[]>`
      /* waybills */ select ${sql.unsafe(COLUMNS)} from inventory.waybills
      where company_id = ${companyId}
        and ${direction === null ? sql`true` : sql`direction = ${direction}`}
        and ${statuses === null ? sql`true` : sql`status = any (${[...statuses]}::text[])`}
        and ${number === null ? sql`true` : sql`number = ${number}`}
        and ${after === null ? sql`true` : sql`(created_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`}
      order by created_at desc, id desc limit ${limit}`,
  );
}

export interface WaybillCallRow {
  readonly waybillId: string;
  readonly call: WaybillCall;
  readonly phase: CallPhase;
  readonly attempts: number;
  readonly errorKind: string | null;
  readonly errorCode: string | null;
  readonly errorText: string | null;
  readonly firstSentAt: string | null;
  readonly settledAt: string | null;
}

/** The calls that waybills made at RS.ge, in their order. */
export function callsOf(
  database: Database,
  companyId: string,
  waybillIds: readonly string[],
): Promise<WaybillCallRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<WaybillCallRow[]>`
      /* waybillCalls */
      select waybill_id as "waybillId", call, phase, attempts, error_kind as "errorKind", error_code as "errorCode",
        error_text as "errorText", first_sent_at as "firstSentAt", settled_at as "settledAt"
      from inventory.waybill_calls
      where company_id = ${companyId} and waybill_id = any (${[...waybillIds]}::uuid[])
      order by waybill_id, version`,
  );
}

export interface WaybillConnectionRow {
  readonly state: ConnectionState | 'NONE';
  readonly since: string | null;
  readonly lastError: string | null;
  readonly lastErrorAt: string | null;
  readonly stuck: number;
}

/** How the connection of the company fares. */
export async function readConnection(database: Database, companyId: string): Promise<WaybillConnectionRow> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<WaybillConnectionRow[]>`
      /* waybillConnection */
      select coalesce(c.state, 'NONE') as state, c.since, c.last_error as "lastError",
        c.last_error_at as "lastErrorAt",
        (select count(*)::int from inventory.waybill_calls k
         where k.company_id = ${companyId} and k.phase = 'STUCK') as stuck
      from (values (1)) as one left join inventory.waybill_connections c on c.company_id = ${companyId}`,
  );
  if (row === undefined) throw new Error('a row of one is missing');
  return row;
}

/** Lets a call that a person had to look at be tried again. Answers whether there was one. */
export async function retryCall(database: Database, companyId: string, waybillId: string): Promise<boolean> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql`
      /* waybillRetry */ update inventory.waybill_calls k
      set phase = 'UNKNOWN', attempts = 0, asked = 0, next_at = clock_timestamp(), settled_at = null
      from inventory.waybills w
      where w.company_id = ${companyId} and w.id = ${waybillId} and k.company_id = w.company_id
        and k.waybill_id = w.id and k.version = w.call_version and k.phase = 'STUCK'
      returning k.waybill_id`,
    'write',
  );
  return rows.length > 0;
}
