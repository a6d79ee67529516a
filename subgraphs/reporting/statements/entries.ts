import type { Database, TransactionSql } from '#db/client.ts';
import { formatDatabaseAmount } from '#shared/domain/money.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import type { PostingSource } from '#shared/domain/posting.ts';
import { isOf, type Dimension } from '../read-model/dimensions.ts';
import type { Fragment } from '../read-model/sums.ts';
import type { Behind } from './sheet.ts';

/** Place of an entry in its account: by date, then by posting, then by line. */
export type EntryKey = [date: string, seq: number, line: number];

/** An entry behind a figure. */
export interface EntryRow {
  readonly transactionId: string;
  readonly line: number;
  readonly date: string;
  readonly seq: number;
  readonly description: string;
  readonly debit: string;
  readonly credit: string;
  readonly counterpartyId: string | null;
  readonly source: PostingSource | null;
}

/**
 * Whether the transaction of an entry `e` touches some accounts. Of a dimension the entry has to have it, or where it has
 * no value of it, the entry of such an account.
 */
function isBeside(
  sql: TransactionSql,
  companyId: string,
  accountIds: ReadonlySet<string>,
  dimension: Dimension | null,
): Fragment {
  const beside = (which: Fragment) => sql`exists (select from reporting.entries o
    where o.company_id = ${companyId} and o.seq = e.seq and o.account_id = any (${[...accountIds]}::uuid[]) and ${which})`;
  if (dimension === null) return beside(sql`true`);
  const hasNone = isOf(sql, { ...dimension, value: null });
  return dimension.value === null
    ? sql`${hasNone} and ${beside(isOf(sql, dimension, 'o'))}`
    : beside(sql`(${isOf(sql, dimension)} or ${hasNone} and ${isOf(sql, dimension, 'o')})`);
}

/** A page of the entries of an account that a figure was summed from, and one more when more follow. */
export async function entriesBehind(
  database: Database,
  companyId: string,
  accountId: string,
  { span, withAccounts }: Behind,
  page: Page<EntryKey>,
): Promise<EntryRow[]> {
  const { from, to, withClosing, knownSeq, dimension } = span;
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<
      (Omit<EntryRow, 'source'> & {
        readonly source_subgraph: string | null;
        readonly source_type: string;
        readonly source_id: string;
        readonly source_purpose: string;
      })[]
    >`
      /* entriesBehind */ select e.transaction_id as "transactionId", e.line, e.date, e.seq::int as seq,
        coalesce(e.description, t.description) as description, e.debit_gel as debit, e.credit_gel as credit,
        e.counterparty_id as "counterpartyId", t.source_subgraph, t.source_type, t.source_id, t.source_purpose
      from reporting.entries e
      join reporting.transactions t on t.company_id = e.company_id and t.id = e.transaction_id
      where e.company_id = ${companyId} and e.account_id = ${accountId} and e.date <= ${to}::date
        ${from === null ? sql`` : sql`and e.date >= ${from}::date`}
        ${withClosing ? sql`` : sql`and not e.is_closing`}
        ${knownSeq === null ? sql`` : sql`and e.seq <= ${knownSeq}`}
        and ${withAccounts === null ? isOf(sql, dimension) : isBeside(sql, companyId, withAccounts, dimension)}
        ${
          page.after === null
            ? sql``
            : sql`and (e.date, e.seq, e.line) > (${page.after[0]}::date, ${page.after[1]}::bigint, ${page.after[2]}::int)`
        }
      order by e.date, e.seq, e.line limit ${page.limit}`,
  );
  return rows.map(({ source_subgraph: subgraph, source_type, source_id, source_purpose, ...row }) => ({
    ...row,
    debit: formatDatabaseAmount(row.debit),
    credit: formatDatabaseAmount(row.credit),
    source:
      subgraph === null ? null : { subgraph, type: source_type, id: source_id, purpose: source_purpose },
  }));
}
