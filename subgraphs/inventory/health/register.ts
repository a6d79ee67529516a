import type { TransactionSql } from '#db/client.ts';
import type { StoredEvent } from '#db/feed.ts';
import type { PostingSource } from '#shared/domain/posting.ts';
import { SCHEMA } from '../schema.ts';

/** What is read of the ledger's `TransactionPosted`. */
interface PostedData {
  readonly date: string;
  readonly description: string;
  readonly entries: readonly {
    readonly line: number;
    readonly accountId: string;
    readonly debitGel: string;
    readonly creditGel: string;
    readonly description?: string;
  }[];
  readonly source?: PostingSource;
}

/** The register of stock of one company while a batch of the ledger's events is entered. */
export interface StockRegister {
  note(event: StoredEvent): Promise<void>;
}

/** Events of the ledger that are read at once when stock begins to stand on an account. */
const PAGE = 500;

/**
 * Opens the register. Accounts that were chosen for stock since the last batch are entered with all of their past
 * before `from`, the first event of this batch.
 */
export async function openStockRegister(
  sql: TransactionSql,
  companyId: string,
  from: number,
): Promise<StockRegister> {
  const watched = new Set(
    (
      await sql<{ id: string }[]>`
        /* stockAccounts */ select account_id as id from inventory.ledger_accounts
        where company_id = ${companyId} and is_stock`
    ).map(({ id }) => id),
  );
  const fresh = await markStock(sql, companyId);
  for (const id of fresh) watched.add(id);
  if (fresh.size > 0) await enterPast(sql, companyId, from, fresh);

  return {
    async note(event) {
      switch (event.type) {
        case 'AccountOpened':
        case 'AccountChanged': {
          const { code } = event.data as { readonly code: string };
          await sql`
            /* keepLedgerAccount */ insert into inventory.ledger_accounts (company_id, account_id, account_code)
            values (${companyId}, ${event.aggregateId}, ${code})
            on conflict (company_id, account_id) do update set account_code = excluded.account_code`;
          const found = await markStock(sql, companyId);
          for (const id of found) watched.add(id);
          if (found.size > 0 && event.type === 'AccountChanged')
            await enterPast(sql, companyId, event.seq, found);
          break;
        }
        case 'TransactionPosted':
          await enter(sql, event, watched);
          break;
        default:
      }
    },
  };
}

/** Marks accounts on which stock stands and that were not known for it. Answers them. */
async function markStock(sql: TransactionSql, companyId: string): Promise<Set<string>> {
  const rows = await sql<{ id: string }[]>`
    /* markStockAccounts */ update inventory.ledger_accounts a set is_stock = true
    where a.company_id = ${companyId} and not a.is_stock and a.account_code in (
      select account_code from inventory.default_posting_accounts where is_stock
      union select account_code from inventory.stock_account_codes where company_id = ${companyId})
    returning account_id as id`;
  return new Set(rows.map(({ id }) => id));
}

async function enter(sql: TransactionSql, event: StoredEvent, accounts: ReadonlySet<string>): Promise<void> {
  const { date, description, entries, source } = event.data as PostedData;
  const ours = source?.subgraph === SCHEMA ? source : undefined;
  const rows = entries
    .filter(({ accountId }) => accounts.has(accountId))
    .map((entry) => ({
      line: entry.line,
      account_id: entry.accountId,
      debit: entry.debitGel,
      credit: entry.creditGel,
      description: entry.description ?? description,
    }));
  if (rows.length === 0) return;
  await sql`
    /* enterStock */ insert into inventory.ledger_entries (company_id, transaction_id, line, account_id, seq, date, amount,
      description, source_type, source_id, purpose)
    select ${event.companyId}, ${event.aggregateId}, r.line, r.account_id, ${event.seq}, ${date}, r.debit - r.credit,
      r.description, ${ours?.type ?? null}, ${ours?.id ?? null}, ${ours?.purpose ?? null}
    from json_to_recordset(${JSON.stringify(rows)}::text::json)
      as r(line int, account_id uuid, debit numeric, credit numeric, description text)`;
}

/** What was posted on accounts before stock stood on them. */
async function enterPast(
  sql: TransactionSql,
  companyId: string,
  before: number,
  accounts: ReadonlySet<string>,
): Promise<void> {
  for (let position = 0; position < before - 1;) {
    const events = await sql<StoredEvent[]>`
      /* stockPast */ select company_id as "companyId", seq, aggregate_id as "aggregateId", event_type as type, data
      from ledger_published.log_events(${companyId}, ${position}, ${PAGE})`;
    for (const event of events) {
      if (event.seq < before && event.type === 'TransactionPosted') await enter(sql, event, accounts);
    }
    position = events.at(-1)?.seq ?? before;
  }
}
