import { and, desc, eq, gte, ilike, inArray, lt, lte, or, sql as expression, type SQL } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import { escapePattern } from '../accounts/queries.ts';
import { journalEntries, transactions, type TransactionStatus } from './tables.ts';

export type TransactionRow = typeof transactions.$inferSelect;

/** Transactions by id, for loaders; what is not the company's is absent from the answer. */
export function findTransactions(
  database: Database,
  companyId: string,
  ids: readonly string[],
): Promise<TransactionRow[]> {
  return database.withCompanyDrizzle(companyId, (db) =>
    db
      .select()
      .from(transactions)
      .where(and(eq(transactions.companyId, companyId), inArray(transactions.id, [...ids]))),
  );
}

export interface TransactionConditions {
  readonly statuses?: readonly TransactionStatus[] | null | undefined;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly accountIds?: readonly string[] | null | undefined;
  readonly minAmount?: string | null | undefined;
  readonly maxAmount?: string | null | undefined;
  readonly search?: string | null | undefined;
}

/** One page of transactions, the latest date first; of one date, the latest entered first. */
export function listTransactions(
  database: Database,
  companyId: string,
  conditions: TransactionConditions,
  page: Page<[string, string]>,
): Promise<TransactionRow[]> {
  const after =
    page.after === null
      ? undefined
      : or(
          lt(transactions.transactionDate, page.after[0]),
          and(eq(transactions.transactionDate, page.after[0]), lt(transactions.id, page.after[1])),
        );
  return database.withCompanyDrizzle(companyId, (db) =>
    db
      .select()
      .from(transactions)
      .where(and(...transactionConditions(companyId, conditions), after))
      .orderBy(desc(transactions.transactionDate), desc(transactions.id))
      .limit(page.limit),
  );
}

function transactionConditions(companyId: string, given: TransactionConditions): (SQL | undefined)[] {
  return [
    eq(transactions.companyId, companyId),
    given.statuses ? inArray(transactions.status, [...given.statuses]) : undefined,
    given.from ? gte(transactions.transactionDate, given.from) : undefined,
    given.to ? lte(transactions.transactionDate, given.to) : undefined,
    given.minAmount ? gte(transactions.totalGel, given.minAmount) : undefined,
    given.maxAmount ? lte(transactions.totalGel, given.maxAmount) : undefined,
    given.accountIds ? touching(companyId, given.accountIds) : undefined,
    given.search ? containing(given.search) : undefined,
  ];
}

/** Posted transactions are found in the journal; of drafts the entries themselves are searched. */
function touching(companyId: string, accountIds: readonly string[]): SQL | undefined {
  if (accountIds.length === 0) return expression`false`;
  const ids = [...accountIds];
  const posted = expression`exists (select from ${journalEntries} where ${and(
    eq(journalEntries.companyId, companyId),
    inArray(journalEntries.accountId, ids),
    eq(journalEntries.transactionDate, transactions.transactionDate),
    eq(journalEntries.seq, transactions.seq),
  )})`;
  const drafted = expression`(${transactions.seq} is null and exists (
    select from json_array_elements(${transactions.entries}) e
    where e ->> 'accountId' in ${ids}))`;
  return or(posted, drafted);
}

function containing(search: string): SQL | undefined {
  const pattern = `%${escapePattern(search)}%`;
  return or(
    ilike(transactions.description, pattern),
    ilike(transactions.reference, pattern),
    expression`${transactions.documentYear} || '-' || lpad(${transactions.documentNumber}::text, 6, '0') ilike ${pattern}`,
  );
}
