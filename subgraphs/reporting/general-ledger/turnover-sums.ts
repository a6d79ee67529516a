import type { TransactionSql } from '#db/client.ts';
import { parseDatabaseAmount } from '#shared/domain/money.ts';
import { bucketsOf, inRange, unionAll } from '../read-model/sums.ts';
import type { Sums } from '../read-model/sums.ts';
import type { Stretch } from './sums.ts';

/** By what accounts are broken down, and where the sums of that are kept. */
export type Breakdown =
  | { readonly by: 'CURRENCY' }
  | { readonly by: 'COUNTERPARTY' }
  | { readonly by: 'DIMENSION'; readonly name: string };

/** Debits and credits of an account with one key: a currency, a counterparty, a value. */
export interface KeyedSums extends Sums {
  readonly accountId: string;
  readonly key: string;
  /** In the currency of the key, by currency. */
  readonly inCurrency: Sums;
}

/**
 * Debits and credits by account and key within a stretch, from calendar buckets. The statement sees the books of its own
 * snapshot, whose last posting is the one that the answer names.
 */
export async function sumBroken(
  sql: TransactionSql,
  companyId: string,
  { from, to, accountIds }: Omit<Stretch, 'seq'>,
  breakdown: Breakdown,
): Promise<KeyedSums[]> {
  const { by } = breakdown;
  const [table, key] =
    by === 'CURRENCY'
      ? [sql`reporting.turnover`, sql`currency`]
      : by === 'COUNTERPARTY'
        ? [sql`reporting.counterparty_turnover`, sql`counterparty_id::text`]
        : [sql`reporting.dimension_turnover`, sql`value`];
  // Only currencies are summed as such: amounts of several would mean nothing.
  const [debit, credit] = by === 'CURRENCY' ? [sql`debit`, sql`credit`] : [sql`0`, sql`0`];
  const rows = await sql<
    { account_id: string; key: string; debit: string; credit: string; d: string; c: string }[]
  >`
    /* brokenSums */ select account_id, key, sum(debit_gel) as debit, sum(credit_gel) as credit, sum(d) as d, sum(c) as c
    from (${unionAll(
      sql,
      bucketsOf({ from, to }).map(
        ({ range, isAdded }) => sql`
          select account_id, ${key} as key, ${isAdded ? sql`debit_gel` : sql`- debit_gel`} as debit_gel,
            ${isAdded ? sql`credit_gel` : sql`- credit_gel`} as credit_gel,
            ${isAdded ? debit : sql`- ${debit}`} as d, ${isAdded ? credit : sql`- ${credit}`} as c
          from ${table}
          where company_id = ${companyId} and ${inRange(sql, range)}
            ${accountIds === null ? sql`` : sql`and account_id = any (${[...accountIds]}::uuid[])`}
            ${breakdown.by === 'DIMENSION' ? sql`and name = ${breakdown.name}` : sql``}`,
      ),
    )}) part
    group by 1, 2 having sum(debit_gel) <> 0 or sum(credit_gel) <> 0 or sum(d) <> 0 or sum(c) <> 0`;
  return rows.map((row) => ({
    accountId: row.account_id,
    key: row.key,
    debit: parseDatabaseAmount(row.debit),
    credit: parseDatabaseAmount(row.credit),
    inCurrency: { debit: parseDatabaseAmount(row.d), credit: parseDatabaseAmount(row.c) },
  }));
}
