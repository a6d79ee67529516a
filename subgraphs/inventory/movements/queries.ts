import type { Database, TransactionSql } from '#db/client.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import type { MovementContent, MovementKind, MovementLine, MovementStatus } from './movement.ts';

export interface MovementRow {
  readonly id: string;
  readonly version: number;
  readonly kind: MovementKind;
  readonly status: MovementStatus;
  readonly numberSeries: string | null;
  readonly number: number | null;
  readonly date: string;
  readonly time: string | null;
  readonly bookingDate: string;
  readonly counterpartyId: string | null;
  readonly taxInvoiceId: string | null;
  readonly transferId: string | null;
  readonly reverses: string | null;
  readonly reversedBy: string | null;
  readonly reversalReason: string | null;
  readonly content: MovementContent;
  readonly createdAt: string;
  /** GEL; null until it is posted, and where nothing changes its value. */
  readonly cost: string | null;
  /** What was booked for each line, by its id. */
  readonly costs: Readonly<Record<string, string | null>> | null;
}

export type MovementLineRow = MovementLine & { readonly cost: string | null };

function columns(sql: TransactionSql) {
  return sql`
    m.id, m.version, m.kind, m.status, m.number_series as "numberSeries", m.number, m.date, m.time,
    m.booking_date as "bookingDate", m.counterparty_id as "counterpartyId", m.tax_invoice_id as "taxInvoiceId",
    m.transfer_id as "transferId", m.reverses, m.reversed_by as "reversedBy",
    m.reversal_reason as "reversalReason", m.content, m.created_at as "createdAt",
    (select sum(l.cost)::text from inventory.movement_lines l
     where l.company_id = m.company_id and l.movement_id = m.id) as cost,
    (select json_object_agg(l.id, l.cost::text) from inventory.movement_lines l
     where l.company_id = m.company_id and l.movement_id = m.id) as costs`;
}

/** Movements by id, for loaders; what is not the company's is absent from the answer. */
export function findMovements(
  database: Database,
  companyId: string,
  ids: readonly string[],
): Promise<MovementRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<MovementRow[]>`
      /* stockMovementsById */ select ${columns(sql)} from inventory.movements m
      where m.company_id = ${companyId} and m.id = any (${[...ids]}::uuid[])`,
  );
}

/** Movements that name something of others: a tax invoice, or the transfer that they belong to; in the order of their days. */
export function findMovementsOf(
  database: Database,
  companyId: string,
  what: 'tax_invoice_id' | 'transfer_id',
  ids: readonly string[],
): Promise<MovementRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<MovementRow[]>`
      /* stockMovementsOf */ select ${columns(sql)} from inventory.movements m
      where m.company_id = ${companyId} and m.${sql(what)} = any (${[...ids]}::uuid[]) and m.status <> 'DISCARDED'
        and (${what === 'tax_invoice_id'} or m.status in ('POSTED', 'REVERSED'))
      order by m.date, m.id`,
  );
}

/** Movements that transactions of the ledger were posted for. */
export function movementsOfTransactions(
  database: Database,
  companyId: string,
  transactionIds: readonly string[],
): Promise<{ transactionId: string; movementId: string }[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<{ transactionId: string; movementId: string }[]>`
      /* movementsOfTransactions */ select transaction_id as "transactionId", source_id as "movementId"
      from inventory.postings
      where company_id = ${companyId} and source_type = 'StockMovement'
        and transaction_id = any (${[...transactionIds]}::uuid[])`,
  );
}

export interface MovementConditions {
  readonly kinds?: readonly MovementKind[] | null | undefined;
  readonly statuses?: readonly MovementStatus[] | null | undefined;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly itemId?: string | null | undefined;
  readonly counterpartyId?: string | null | undefined;
  readonly taxInvoiceId?: string | null | undefined;
}

/** One page of movements, the latest first; of one day, the latest entered first. */
export function listMovements(
  database: Database,
  companyId: string,
  given: MovementConditions,
  page: Page<[string, string]>,
): Promise<MovementRow[]> {
  return database.withCompany(companyId, (sql) => {
    const when = (is: unknown, condition: ReturnType<TransactionSql>) =>
      is === null || is === undefined ? sql`` : condition;
    return sql<MovementRow[]>`
      /* stockMovements */ select ${columns(sql)} from inventory.movements m
      where m.company_id = ${companyId}
        ${when(given.kinds, sql`and m.kind = any (${[...(given.kinds ?? [])]}::text[])`)}
        ${when(given.statuses, sql`and m.status = any (${[...(given.statuses ?? [])]}::text[])`)}
        ${when(given.from, sql`and m.date >= ${given.from ?? null}::date`)}
        ${when(given.to, sql`and m.date <= ${given.to ?? null}::date`)}
        ${when(given.counterpartyId, sql`and m.counterparty_id = ${given.counterpartyId ?? null}::uuid`)}
        ${when(given.taxInvoiceId, sql`and m.tax_invoice_id = ${given.taxInvoiceId ?? null}::uuid`)}
        ${when(
          given.itemId,
          sql`and exists (select from inventory.movement_lines l
            where l.company_id = m.company_id and l.movement_id = m.id and l.item_id = ${given.itemId ?? null}::uuid)`,
        )}
        ${when(page.after, sql`and (m.date, m.id) < (${page.after?.[0] ?? null}::date, ${page.after?.[1] ?? null}::uuid)`)}
      order by m.date desc, m.id desc limit ${page.limit}`;
  });
}
