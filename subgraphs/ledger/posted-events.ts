import type { TransactionSql } from '#db/client.ts';
import { encodeCursor } from '#db/published-feed.ts';
import { formatAmount, parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import type { PostedAccountChange, PostedEvent } from '#shared/platform/event-feed.ts';
import type { TransactionPostedData } from './transactions/transaction.ts';

/** A posted transaction as the log has it. */
export interface PostedRow {
  seq: number;
  published_seq: number;
  aggregate_id: string;
  recorded_at: string;
  entries: TransactionPostedData['entries'];
}

/**
 * What every account came to at a position of the log: the sums of now less what was posted since, in one
 * statement and so in one snapshot. From there on balances are carried forward event by event, which is exact
 * because the feed leaves no event out. At the newest position there is nothing to take off, at the beginning
 * there is nothing at all.
 */
export async function balancesAt(
  sql: TransactionSql,
  companyId: string,
  position: number,
): Promise<Map<string, Amount>> {
  if (position === 0) return new Map();
  const rows = await sql<{ account_id: string; balance: string }[]>`
      /* feedBalances */ with later as (
        select n."accountId" as account_id, sum(n."debitGel" - n."creditGel") as change
        from ledger.event_store e,
          json_to_recordset(e.data -> 'entries') as n("accountId" uuid, "debitGel" numeric, "creditGel" numeric)
        where e.company_id = ${companyId} and e.seq > ${position} and e.event_type = 'TransactionPosted'
        group by 1
      ), current as (
        select account_id, sum(debit_gel - credit_gel) as balance from ledger.account_turnover
        where company_id = ${companyId} and level = 'year'
        group by 1
      )
      select account_id, current.balance - coalesce(later.change, 0) as balance
      from current left join later using (account_id)`;
  return new Map(rows.map((row) => [row.account_id, parseDatabaseAmount(row.balance)]));
}

/** The events as readers of the feed see them; `balances` are those before the first, and are carried on. */
export function toEvents(
  companyId: string,
  rows: readonly PostedRow[],
  balances: Map<string, Amount>,
): PostedEvent[] {
  return rows.map((row) => toEvent(companyId, row, balances));
}

function toEvent(companyId: string, row: PostedRow, balances: Map<string, Amount>): PostedEvent {
  return {
    seq: row.published_seq,
    cursor: encodeCursor(row.seq),
    companyId,
    recordedAt: row.recorded_at,
    transactionId: row.aggregate_id,
    accounts: carryOn(balances, row.entries),
  };
}

/** Carries the balances on by the entries of one event; answers what they did to each account. */
export function carryOn(
  balances: Map<string, Amount>,
  entries: PostedRow['entries'],
): readonly PostedAccountChange[] {
  const turnover = new Map<string, { debit: Amount; credit: Amount }>();
  for (const entry of entries) {
    const sum = turnover.get(entry.accountId) ?? { debit: 0n, credit: 0n };
    sum.debit += parseDatabaseAmount(entry.debitGel);
    sum.credit += parseDatabaseAmount(entry.creditGel);
    turnover.set(entry.accountId, sum);
  }
  const accounts: PostedAccountChange[] = [];
  for (const [accountId, { debit, credit }] of turnover) {
    const balance = (balances.get(accountId) ?? 0n) + debit - credit;
    balances.set(accountId, balance);
    accounts.push({
      accountId,
      debit: formatAmount(debit),
      credit: formatAmount(credit),
      balance: formatAmount(balance),
    });
  }
  return accounts;
}
