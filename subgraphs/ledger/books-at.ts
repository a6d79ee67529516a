import type { Database } from '#db/client.ts';
import { formatAmount, type Amount } from '#shared/domain/money.ts';
import type { AccountSelection, BooksState } from '#shared/platform/event-feed.ts';
import { isUuid } from '#shared/domain/ids.ts';

/** The books of a company at a position of the log, given what every account came to there. */
export async function booksAt(
  database: Database,
  companyId: string,
  position: number,
  balances: ReadonlyMap<string, Amount>,
  accounts: AccountSelection | undefined,
): Promise<BooksState> {
  const meant = accounts === undefined ? [...balances.keys()] : await selected(database, companyId, accounts);
  return {
    newest: await newestAt(database, companyId, position),
    balances: meant
      .sort()
      .map((accountId) => ({ accountId, balance: formatAmount(balances.get(accountId) ?? 0n) })),
  };
}

/** The accounts above each of these, whatever the depth. */
export async function ancestorsOf(
  database: Database,
  companyId: string,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = accountIds.filter(isUuid);
  if (ids.length === 0) return new Map();
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<{ account_id: string; above: string[] }[]>`
      /* feedAncestors */ with recursive above as (
        select id as account_id, parent_id from ledger.accounts
        where company_id = ${companyId} and id = any(${ids}::uuid[])
        union
        select above.account_id, a.parent_id
        from above join ledger.accounts a on a.company_id = ${companyId} and a.id = above.parent_id
      )
      select account_id, array_agg(parent_id) as above from above where parent_id is not null group by 1`,
  );
  return new Map(rows.map((row) => [row.account_id, row.above]));
}

async function selected(
  database: Database,
  companyId: string,
  { accountIds, includeSubaccounts }: AccountSelection,
): Promise<string[]> {
  const ids = accountIds.filter(isUuid);
  if (ids.length === 0) return [];
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<{ id: string }[]>`
      /* feedSelected */ with recursive meant as (
        select id from ledger.accounts where company_id = ${companyId} and id = any(${ids}::uuid[])
        union
        select a.id from meant join ledger.accounts a
          on a.company_id = ${companyId} and a.parent_id = meant.id and ${includeSubaccounts}
      )
      select id from meant`,
  );
  return rows.map(({ id }) => id);
}

async function newestAt(
  database: Database,
  companyId: string,
  position: number,
): Promise<BooksState['newest']> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<{ published_seq: number; aggregate_id: string; recorded_at: string }[]>`
      /* feedNewest */ select published_seq, aggregate_id, recorded_at from ledger.event_store
      where company_id = ${companyId} and seq <= ${position} and event_type = 'TransactionPosted'
      order by seq desc limit 1`,
  );
  return row === undefined
    ? null
    : { seq: row.published_seq, transactionId: row.aggregate_id, recordedAt: row.recorded_at };
}
