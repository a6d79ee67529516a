import type { Database, TransactionSql } from '#db/client.ts';
import { dayBefore, type CalendarDate } from '#shared/domain/date.ts';
import { parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import type { PostingSource } from '#shared/domain/posting.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import type { EntryKey } from '../statements/entries.ts';
import type { Fragment } from '../read-model/sums.ts';
import { passes, sumStretch, type Filter } from './sums.ts';

/** Entries that are listed one after the other, with a balance that runs on. */
export interface EntryList extends Filter {
  readonly accountIds: readonly string[];
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Leaves out what was posted behind this position. */
  readonly seq: number;
  /** Debit minus credit before the first day. */
  readonly opening: Amount;
}

/** An entry of a list, with the balance after it. */
export interface CardEntry {
  readonly accountId: string;
  readonly transactionId: string;
  readonly line: number;
  readonly date: string;
  readonly seq: number;
  readonly description: string;
  readonly debit: Amount;
  readonly credit: Amount;
  readonly currency: string;
  readonly currencyAmount: Amount;
  readonly balance: Amount;
  readonly counterpartyId: string | null;
  readonly source: PostingSource | null;
}

/** A page of entries and one more when more follow, of the postings up to which the list is true. */
export function listEntries(
  database: Database,
  companyId: string,
  list: EntryList,
  page: Pick<Page<EntryKey>, 'after' | 'limit'>,
): Promise<CardEntry[]> {
  return database.withCompany(
    companyId,
    async (sql) => {
      // A cursor of other days leads to the first entry of these.
      const after = page.after !== null && page.after[0] >= list.from ? page.after : null;
      const balance = after === null ? list.opening : await balanceAt(sql, companyId, list, after);
      return readEntries(sql, companyId, list, { after, limit: page.limit }, balance);
    },
    'snapshot',
  );
}

/** One account is read in the order of its index. */
function onAccounts(sql: TransactionSql, { accountIds }: EntryList): Fragment {
  return accountIds.length === 1
    ? sql`account_id = ${accountIds[0] ?? ''}`
    : sql`account_id = any (${[...accountIds]}::uuid[])`;
}

/** Balance after the entry at a place, from buckets up to the day before it and the entries of its day. */
async function balanceAt(
  sql: TransactionSql,
  companyId: string,
  list: EntryList,
  [date, at, line]: EntryKey,
): Promise<Amount> {
  const sums = await sumStretch(
    sql,
    companyId,
    { from: null, to: dayBefore(date), seq: list.seq, accountIds: list.accountIds },
    list,
  );
  const before = [...sums.values()].reduce((sum, { debit, credit }) => sum + debit - credit, 0n);
  const [day] = await sql<{ balance: string }[]>`
    /* balanceOfDay */ select coalesce(sum(debit_gel - credit_gel), 0) as balance from reporting.entries e
    where company_id = ${companyId} and ${onAccounts(sql, list)} and date = ${date}::date
      and (seq, line) <= (${at}::bigint, ${line}::int) and seq <= ${list.seq} ${passes(sql, list)}`;
  return before + parseDatabaseAmount(day?.balance ?? '0');
}

interface Row {
  readonly accountId: string;
  readonly transactionId: string;
  readonly line: number;
  readonly date: string;
  readonly seq: number;
  readonly description: string;
  readonly debit: string;
  readonly credit: string;
  readonly currency: string;
  readonly amount: string;
  readonly counterpartyId: string | null;
  readonly source_subgraph: string | null;
  readonly source_type: string;
  readonly source_id: string;
  readonly source_purpose: string;
}

/** Entries behind a place, the balance running on from what is given. */
export async function readEntries(
  sql: TransactionSql,
  companyId: string,
  list: EntryList,
  { after, limit }: Pick<Page<EntryKey>, 'after' | 'limit'>,
  balance: Amount,
): Promise<CardEntry[]> {
  const rows = await sql<Row[]>`
    /* listEntries */ select e.account_id as "accountId", e.transaction_id as "transactionId", e.line, e.date, e.seq::int as seq,
      coalesce(e.description, t.description) as description, e.debit_gel as debit, e.credit_gel as credit,
      e.currency, e.debit - e.credit as amount, e.counterparty_id as "counterpartyId",
      t.source_subgraph, t.source_type, t.source_id, t.source_purpose
    from (
      select * from reporting.entries e
      where company_id = ${companyId} and ${onAccounts(sql, list)} and seq <= ${list.seq}
        and date between ${list.from}::date and ${list.to}::date ${passes(sql, list)}
        ${
          after === null
            ? sql``
            : sql`and (date, seq, line) > (${after[0]}::date, ${after[1]}::bigint, ${after[2]}::int)`
        }
      order by date, seq, line limit ${limit}) e
    join reporting.transactions t on t.company_id = ${companyId} and t.id = e.transaction_id
    order by e.date, e.seq, e.line`;
  let running = balance;
  return rows.map(({ source_subgraph, source_type, source_id, source_purpose, amount, ...row }) => {
    const [debit, credit] = [parseDatabaseAmount(row.debit), parseDatabaseAmount(row.credit)];
    running += debit - credit;
    return {
      ...row,
      debit,
      credit,
      currencyAmount: parseDatabaseAmount(amount),
      balance: running,
      source:
        source_subgraph === null
          ? null
          : { subgraph: source_subgraph, type: source_type, id: source_id, purpose: source_purpose },
    };
  });
}
