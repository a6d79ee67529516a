import type { TransactionSql } from '#db/client.ts';
import { parseDatabaseAmount } from '#shared/domain/money.ts';
import { segmentsOf, type Days } from '../read-model/segments.ts';
import { inRange, unionAll, type Fragment } from '../read-model/sums.ts';
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

/** Sums of an account with one key, in the order of the stretches asked for. */
export interface BrokenSums {
  readonly accountId: string;
  /** Empty where accounts are not broken down. */
  readonly key: string;
  readonly inGel: readonly Sums[];
  /** In the currency of the key, by currency; else nothing. */
  readonly inCurrency: readonly Sums[];
}

/** Days whose debits and credits are summed; the other side is nothing where only one is asked for. */
export interface SummedDays extends Days {
  readonly only?: (typeof GEL)[number];
}

/**
 * Debits and credits by account and key within several stretches in one pass over their calendar buckets. The statement
 * sees the books of its own snapshot, whose last posting is the one that the answer names. What is nothing in all stretches
 * is left out.
 */
export async function sumStretches(
  sql: TransactionSql,
  companyId: string,
  stretches: readonly SummedDays[],
  accountIds: readonly string[] | null,
  breakdown: Breakdown | { readonly by: 'ACCOUNT' },
): Promise<BrokenSums[]> {
  const segments = segmentsOf(stretches);
  if (segments.length === 0) return [];
  const { by } = breakdown;
  const [table, key] = {
    ACCOUNT: [sql`reporting.turnover`, sql`''`] as const,
    CURRENCY: [sql`reporting.turnover`, sql`currency`] as const,
    COUNTERPARTY: [sql`reporting.counterparty_turnover`, sql`counterparty_id`] as const,
    DIMENSION: [sql`reporting.dimension_turnover`, sql`value`] as const,
  }[by];
  // Only currencies are summed as such: amounts of several would mean nothing.
  const kept = by === 'CURRENCY' ? (['debit_gel', 'credit_gel', 'debit', 'credit'] as const) : GEL;
  const columns = stretches.flatMap(({ only }, stretch) =>
    kept.filter((column) => only === undefined || column === only).map((column) => ({ column, stretch })),
  );
  const placeOf = stretches.map((_, stretch) =>
    ALL.map((column) => columns.findIndex((at) => at.stretch === stretch && at.column === column)),
  );
  const rows = await sql<{ account_id: string; key: string; sums: string }[]>`
    /* brokenSums */ select account_id, key::text as key,
      concat_ws(' ', ${listOf(sql, columns, (_, index) => sql`coalesce(sum(${nth(sql, index)}), 0)`)}) as sums
    from (${unionAll(
      sql,
      segments.map(
        ({ signs, ...range }) => sql`
          select account_id, ${key} as key, ${listOf(
            sql,
            columns,
            ({ column, stretch }, index) =>
              sql`${signed(sql, column, signs[stretch] ?? 0)} as ${nth(sql, index)}`,
          )}
          from ${table}
          where company_id = ${companyId} and ${inRange(sql, { ...range, isTakenAway: false })}
            ${accountIds === null ? sql`` : sql`and account_id = any (${[...accountIds]}::uuid[])`}
            ${breakdown.by === 'DIMENSION' ? sql`and name = ${breakdown.name}` : sql``}`,
      ),
    )}) part
    group by part.account_id, part.key
    having ${columns.map((_, index) => sql`sum(${nth(sql, index)}) <> 0`).reduce((left, right) => sql`${left} or ${right}`)}`;
  return rows.map(({ account_id, key: named, sums: written }) => {
    const sums = written.split(' ');
    const amounts = placeOf.map((places) => places.map((place) => amountOf(sums[place])));
    return {
      accountId: account_id,
      key: named,
      inGel: amounts.map(([debit = 0n, credit = 0n]) => ({ debit, credit })),
      inCurrency: amounts.map(([, , debit = 0n, credit = 0n]) => ({ debit, credit })),
    };
  });
}

/** Debits and credits by account and key within one stretch. */
export async function sumBroken(
  sql: TransactionSql,
  companyId: string,
  { from, to, accountIds }: Omit<Stretch, 'seq'>,
  breakdown: Breakdown,
): Promise<KeyedSums[]> {
  const rows = await sumStretches(sql, companyId, [{ from, to }], accountIds, breakdown);
  return rows.map(({ accountId, key, inGel: [inGel = NOTHING], inCurrency: [inCurrency = NOTHING] }) => ({
    accountId,
    key,
    ...inGel,
    inCurrency,
  }));
}

const GEL = ['debit_gel', 'credit_gel'] as const;
const ALL = [...GEL, 'debit', 'credit'] as const;
const NOTHING: Sums = { debit: 0n, credit: 0n };

/** Most sums of a counterparty are nothing in most stretches. */
function amountOf(text: string | undefined): bigint {
  return text === undefined || text === '0' || text === '0.00' ? 0n : parseDatabaseAmount(text);
}

/** A column as a bucket counts for a stretch; what does not count is null, which sums pass over. */
function signed(sql: TransactionSql, column: string, sign: number): Fragment {
  if (sign === 0) return sql`null::numeric`;
  return sign > 0 ? sql`${sql(column)}` : sql`- ${sql(column)}`;
}

function nth(sql: TransactionSql, index: number): Fragment {
  return sql`${sql(`s${String(index)}`)}`;
}

function listOf<T>(
  sql: TransactionSql,
  items: readonly T[],
  of: (item: T, index: number) => Fragment,
): Fragment {
  return items.map(of).reduce((left, right) => sql`${left}, ${right}`);
}
