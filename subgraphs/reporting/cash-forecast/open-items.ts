import type { TransactionSql } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import { parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import type { Side } from '../counterparties/aged.ts';

/** What is open of a charge. */
export interface OpenCharge {
  readonly accountId: string;
  readonly counterpartyId: string;
  readonly transactionId: string;
  readonly line: number;
  readonly date: CalendarDate;
  readonly description: string;
  /** GEL, as the books carry it. */
  readonly open: Amount;
}

/**
 * Charges on accounts of a side that are open at the end of a day: the entry, less what was matched with it, less payments
 * of the counterparty that are matched with nothing, which settle the oldest first. What is paid beyond all charges is no
 * charge.
 */
export async function openCharges(
  sql: TransactionSql,
  companyId: string,
  {
    side,
    accountIds,
    asOf,
    seq,
  }: {
    readonly side: Side;
    readonly accountIds: readonly string[];
    readonly asOf: CalendarDate;
    readonly seq: number;
  },
): Promise<OpenCharge[]> {
  const signed = side === 'RECEIVABLE' ? sql`e.debit_gel - e.credit_gel` : sql`e.credit_gel - e.debit_gel`;
  const rows = await sql<(Omit<OpenCharge, 'open'> & { readonly open: string })[]>`
    /* openCharges */ with settled as (
      select transaction_id, line, sum(amount_gel) as amount from reporting.settlements
      where company_id = ${companyId} and date <= ${asOf}::date group by 1, 2),
    items as (
      select e.account_id, e.counterparty_id, e.transaction_id, e.line, e.date, e.seq, e.description,
        ${signed} - sign(${signed}) * coalesce(s.amount, 0) as open
      from reporting.entries e
      left join settled s on s.transaction_id = e.transaction_id and s.line = e.line
      where e.company_id = ${companyId} and e.account_id = any (${[...accountIds]}::uuid[]) and e.date <= ${asOf}::date
        and e.seq <= ${seq} and e.counterparty_id is not null),
    charges as (
      select i.*, sum(greatest(open, 0)) over (partition by account_id, counterparty_id order by date, seq, line)
          + sum(least(open, 0)) over (partition by account_id, counterparty_id) as reached
      from items i)
    select c.account_id as "accountId", c.counterparty_id as "counterpartyId", c.transaction_id as "transactionId", c.line,
      c.date, coalesce(c.description, t.description) as description, least(c.open, c.reached)::text as open
    from charges c
    join reporting.transactions t on t.company_id = ${companyId} and t.id = c.transaction_id
    where c.open > 0 and c.reached > 0
    order by c.date, c.seq, c.line`;
  return rows.map((row) => ({ ...row, open: parseDatabaseAmount(row.open) }));
}
