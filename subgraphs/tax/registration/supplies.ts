import type { Database, TransactionSql } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import { parseDatabaseAmount } from '#shared/domain/money.ts';
import type { DayTurnover, DocumentTurnover } from './turnover.ts';

/** Document type of a sale that stands in the books alone. */
export const LEDGER_TRANSACTION = 'Transaction';

/** Days with turnover, in order: sums, so that a history of any number of documents stays small. */
export async function listDays(
  database: Database,
  companyId: string,
  from: CalendarDate,
  to: CalendarDate,
): Promise<DayTurnover[]> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<{ date: string; amount: string; rises: string }[]>`
      /* turnoverByDay */
      select s.date, sum(s.base)::text as amount, coalesce(sum(s.base) filter (where s.base > 0), 0)::text as rises
      from (${supplies(sql, companyId, from, to)}) s
      group by s.date order by s.date`,
  );
  return rows.map(({ date, amount, rises }) => ({
    date,
    amount: parseDatabaseAmount(amount),
    rises: parseDatabaseAmount(rises),
  }));
}

/** Documents of a day, and sales that stand in the books alone, in the order in which they were made. */
export async function listDocuments(
  database: Database,
  companyId: string,
  date: CalendarDate,
): Promise<DocumentTurnover[]> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<{ documentType: string; documentId: string; amount: string }[]>`
      /* turnoverOfDay */
      select s.document_type as "documentType", s.document_id as "documentId", sum(s.base)::text as amount
      from (${supplies(sql, companyId, date, date)}) s
      group by 1, 2 order by s.document_id`,
  );
  return rows.map(({ documentType, documentId, amount }) => ({
    documentType,
    documentId,
    amount: parseDatabaseAmount(amount),
  }));
}

/** What was supplied, GEL without VAT: by documents, in the boxes that count, and on accounts of sales by hand. */
function supplies(sql: TransactionSql, companyId: string, from: CalendarDate, to: CalendarDate) {
  return sql`
    select i.date, i.document_type, i.document_id, i.base
    from tax.vat_items i
    join tax.vat_boxes b on b.part = i.part and b.box = i.box and b.is_turnover
    join tax.vat_return_forms f on f.valid_from = b.valid_from
      and f.valid_from <= i.date and (f.valid_to is null or f.valid_to >= i.date)
    where i.company_id = ${companyId} and i.date between ${from}::date and ${to}::date
    union all
    select r.date, ${LEDGER_TRANSACTION}, r.transaction_id, r.amount
    from tax.revenue_entries r join tax.sales_accounts a using (company_id, account_id)
    where r.company_id = ${companyId} and r.date between ${from}::date and ${to}::date`;
}
