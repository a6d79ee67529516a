import type { Database } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import { parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import type { Page } from '#shared/graphql/pagination.ts';

/** Place of an entry in its account: by date, then by posting, then by line. */
export type HistoryKey = [date: string, seq: number, line: number];

export interface HistoryRow {
  readonly key: HistoryKey;
  readonly transactionId: string;
  readonly description: string | null;
  readonly currency: string;
  /** In the entry's currency, positive for a debit. */
  readonly amount: Amount;
  readonly debitGel: Amount;
  readonly creditGel: Amount;
  /** Debit minus credit of the account after the entry. */
  readonly balance: Amount;
}

export interface History {
  /** Balance before the first entry of the range that was asked for. */
  readonly openingBalance: Amount;
  /** One row more than the page has, when more follow. */
  readonly rows: readonly HistoryRow[];
}

/**
 * One page of an account's entries with the running balance. The balance before the page is summed from the
 * buckets up to the day before it and the entries of that day that precede it, so a page late in a long history
 * costs as little as the first.
 */
export async function accountHistory(
  database: Database,
  companyId: string,
  accountId: string,
  range: { readonly from: CalendarDate | null; readonly to: CalendarDate | null },
  page: Page<HistoryKey>,
): Promise<History> {
  const start: HistoryKey = page.after ?? [range.from ?? '-infinity', 0, 0];
  return database.withCompany(companyId, async (sql) => {
    const sumsBefore = ([date, seq, line]: HistoryKey) => sql`
      coalesce((
        select sum(debit_gel - credit_gel) from ledger.account_turnover
        where company_id = ${companyId} and account_id = ${accountId} and (
          (level = 'year' and period < date_trunc('year', ${date}::timestamp)::date)
          or (level = 'month' and period >= date_trunc('year', ${date}::timestamp)::date
              and period < date_trunc('month', ${date}::timestamp)::date)
          or (level = 'day' and period >= date_trunc('month', ${date}::timestamp)::date
              and period < ${date}::date))), 0)
      + coalesce((
        select sum(debit_gel - credit_gel) from ledger.journal_entries
        where company_id = ${companyId} and account_id = ${accountId} and transaction_date = ${date}::date
          and (seq, line) <= (${seq}::bigint, ${line}::int)), 0)`;
    const rows = await sql<
      {
        transaction_date: string;
        seq: number;
        line: number;
        transaction_id: string;
        description: string | null;
        currency: string;
        amount: string;
        debit_gel: string;
        credit_gel: string;
        balance: string;
      }[]
    >`
      /* accountHistory */ with page as materialized (
        select transaction_date, seq, line, transaction_id, description, currency, debit - credit as amount,
               debit_gel, credit_gel
        from ledger.journal_entries
        where company_id = ${companyId} and account_id = ${accountId}
          and (transaction_date, seq, line) > (${start[0]}::date, ${start[1]}::bigint, ${start[2]}::int)
          and transaction_date <= ${range.to ?? 'infinity'}::date
        order by transaction_date, seq, line
        limit ${page.limit})
      select page.*, (select ${sumsBefore(start)})
        + sum(debit_gel - credit_gel) over (order by transaction_date, seq, line) as balance
      from page order by transaction_date, seq, line`;
    const [opening] = await sql<{ balance: string }[]>`
      /* openingBalance */ select ${sumsBefore([range.from ?? '-infinity', 0, 0])} as balance`;
    return {
      openingBalance: parseDatabaseAmount(opening?.balance ?? '0'),
      rows: rows.map((row) => ({
        key: [row.transaction_date, row.seq, row.line],
        transactionId: row.transaction_id,
        description: row.description,
        currency: row.currency,
        amount: parseDatabaseAmount(row.amount),
        debitGel: parseDatabaseAmount(row.debit_gel),
        creditGel: parseDatabaseAmount(row.credit_gel),
        balance: parseDatabaseAmount(row.balance),
      })),
    };
  });
}
