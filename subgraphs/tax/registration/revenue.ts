import type { TransactionSql } from '#db/client.ts';
import type { StoredEvent } from '#db/feed.ts';
import { formatAmount, parseDatabaseAmount } from '#shared/domain/money.ts';
import type { PostedData } from '../postings/outcomes.ts';
import { SCHEMA } from '../schema.ts';

/** Entries on the accounts of revenue of one company while a batch of the ledger's events is entered. */
export interface Revenue {
  /** An account of the ledger is now so. */
  noteAccount(event: StoredEvent): Promise<void>;
  notePosted(event: StoredEvent): Promise<void>;
  /** Enters what is still in hand. */
  finish(): Promise<void>;
}

type KeptType = 'REVENUE' | 'EQUITY';

interface EntryRow {
  readonly transaction_id: string;
  readonly line: number;
  readonly account_id: string;
  readonly date: string;
  readonly amount: string;
}

export async function openRevenue(sql: TransactionSql, companyId: string): Promise<Revenue> {
  const accounts = new Map<string, KeptType>();
  for (const { id, type } of await sql<{ id: string; type: KeptType }[]>`
    /* accountsOfRevenue */ select account_id as id, type from tax.ledger_accounts where company_id = ${companyId}`)
    accounts.set(id, type);
  let rows: EntryRow[] = [];

  async function finish(): Promise<void> {
    if (rows.length === 0) return;
    const entered = JSON.stringify(rows);
    rows = [];
    await sql`
      /* enterRevenue */ insert into tax.revenue_entries (company_id, transaction_id, line, account_id, date, amount)
      select ${companyId}, r.* from json_to_recordset(${entered}::text::json)
        as r(transaction_id uuid, line int, account_id uuid, date date, amount numeric)`;
  }

  /** What is undone counts only if it did: the transaction of a document is undone by a reversal without one. */
  async function isEntered(transactionId: string): Promise<boolean> {
    if (rows.some((row) => row.transaction_id === transactionId)) return true;
    const [row] = await sql<{ found: boolean }[]>`
      /* isRevenueEntered */ select exists (select from tax.revenue_entries
        where company_id = ${companyId} and transaction_id = ${transactionId}) as found`;
    return row?.found === true;
  }

  return {
    finish,
    async notePosted({ aggregateId, data }) {
      const { date, entries, source, reverses } = data as PostedData;
      const revenue = entries.filter(({ accountId }) => accounts.get(accountId) === 'REVENUE');
      if (revenue.length === 0 || source?.subgraph === SCHEMA) return;
      // Who moves revenue into equity closes the year and takes nothing back from a buyer.
      if (entries.some(({ accountId }) => accounts.get(accountId) === 'EQUITY')) return;
      if (reverses !== undefined && !(await isEntered(reverses))) return;
      for (const { line, accountId, debitGel, creditGel } of revenue) {
        rows.push({
          transaction_id: aggregateId,
          line,
          account_id: accountId,
          date,
          amount: formatAmount(parseDatabaseAmount(creditGel) - parseDatabaseAmount(debitGel)),
        });
      }
    },
    async noteAccount({ type: change, aggregateId: id, data }) {
      const { code, type, role = null } = data as { code: string; type?: string; role?: string | null };
      if (change === 'AccountDeleted' || (type !== 'REVENUE' && type !== 'EQUITY')) {
        if (!accounts.delete(id)) return;
        // Nothing was ever posted on it: the ledger deletes no other, and lets no other change its type.
        await sql`
          /* forgetAccountOfRevenue */ delete from tax.ledger_accounts
          where company_id = ${companyId} and account_id = ${id}`;
        return;
      }
      accounts.set(id, type);
      await sql`
        /* keepAccountOfRevenue */ insert into tax.ledger_accounts (company_id, account_id, account_code, type, role)
        values (${companyId}, ${id}, ${code}, ${type}, ${role})
        on conflict (company_id, account_id) do update
          set account_code = excluded.account_code, type = excluded.type, role = excluded.role`;
    },
  };
}
