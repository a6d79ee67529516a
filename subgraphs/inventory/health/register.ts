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
  /** Enters what was noted and waits to be entered with more; to be called behind the last event. */
  write(): Promise<void>;
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

  let noted: Entered[] = [];
  const write = async (): Promise<void> => {
    const rows = noted;
    noted = [];
    await enter(sql, rows);
  };

  return {
    write,
    async note(event) {
      switch (event.type) {
        case 'AccountOpened':
        case 'AccountChanged': {
          const { code } = event.data as { readonly code: string };
          await write();
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
          noted.push(...entriesOf(event, watched));
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

/** An entry on an account of stock, as it is entered. */
interface Entered {
  readonly company_id: string;
  readonly transaction_id: string;
  readonly line: number;
  readonly account_id: string;
  readonly seq: number;
  readonly date: string;
  readonly debit: string;
  readonly credit: string;
  readonly description: string;
  readonly source_type: string | undefined;
  readonly source_id: string | undefined;
  readonly purpose: string | undefined;
}

function entriesOf(event: StoredEvent, accounts: ReadonlySet<string>): Entered[] {
  const { date, description, entries, source } = event.data as PostedData;
  const ours = source?.subgraph === SCHEMA ? source : undefined;
  return entries
    .filter(({ accountId }) => accounts.has(accountId))
    .map((entry) => ({
      company_id: event.companyId,
      transaction_id: event.aggregateId,
      line: entry.line,
      account_id: entry.accountId,
      seq: event.seq,
      date,
      debit: entry.debitGel,
      credit: entry.creditGel,
      description: entry.description ?? description,
      source_type: ours?.type,
      source_id: ours?.id,
      purpose: ours?.purpose,
    }));
}

async function enter(sql: TransactionSql, entered: readonly Entered[]): Promise<void> {
  if (entered.length === 0) return;
  await sql`
    /* enterStock */ insert into inventory.ledger_entries (company_id, transaction_id, line, account_id, seq, date, amount,
      description, source_type, source_id, purpose)
    select company_id, transaction_id, line, account_id, seq, date, debit - credit, description, source_type, source_id,
      purpose
    from json_to_recordset(${JSON.stringify(entered)}::text::json)
      as r(company_id uuid, transaction_id uuid, line int, account_id uuid, seq bigint, date date, debit numeric,
        credit numeric, description text, source_type text, source_id text, purpose text)`;
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
    const past = events.filter(({ seq, type }) => seq < before && type === 'TransactionPosted');
    await enter(
      sql,
      past.flatMap((event) => entriesOf(event, accounts)),
    );
    position = events.at(-1)?.seq ?? before;
  }
}
