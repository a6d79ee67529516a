import type { Database } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';

export interface TaxPaymentRow {
  readonly id: string;
  readonly code: string;
  readonly year: number;
  /** 0 for a yearly term. */
  readonly month: number;
  readonly paidOn: CalendarDate;
  readonly amount: string;
  readonly description: string | null;
  readonly takenBackReason: string | null;
}

const COLUMNS = `id, code, year, month, paid_on as "paidOn", amount::text, description,
  taken_back_reason as "takenBackReason"`;

export async function findPayment(
  database: Database,
  companyId: string,
  id: string,
): Promise<TaxPaymentRow | null> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<TaxPaymentRow[]>`
      /* taxPayment */ select ${sql.unsafe(COLUMNS)} from tax.tax_payments
      where company_id = ${companyId} and id = ${id}`,
  );
  return row ?? null;
}

/** What was paid for the terms of these years and stands, in the order of the days. */
export async function paymentsOfYears(
  database: Database,
  companyId: string,
  years: readonly number[],
): Promise<TaxPaymentRow[]> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<TaxPaymentRow[]>`
      /* taxPayments */ select ${sql.unsafe(COLUMNS)} from tax.tax_payments
      where company_id = ${companyId} and year = any (${[...years]}::int[]) and taken_back_reason is null
      order by paid_on, id`,
  );
  return rows.map((row) => ({ ...row }));
}
