import type { TransactionSql } from '#db/client.ts';
import { parseDatabaseAmount } from '#shared/domain/money.ts';
import { isOf, sourcesOf, type Dimension } from '../read-model/dimensions.ts';
import { segmentsOf, type Days } from '../read-model/segments.ts';
import { inRange, unionAll, type Fragment } from '../read-model/sums.ts';
import type { Sums } from '../read-model/sums.ts';
import type { Stretch } from './sums.ts';

/** By what accounts are broken down, and where the sums of that are kept. */
export type Breakdown =
  | { readonly by: 'CURRENCY' }
  | {
      readonly by: 'COUNTERPARTY';
      /** Only these; all without it. */
      readonly only?: readonly string[];
    }
  | { readonly by: 'DIMENSION'; readonly name: string };

/** Debits and credits of an account with one key: a currency, a counterparty, a value. */
export interface KeyedSums extends Sums {
  readonly accountId: string;
  readonly key: string;
}

/** Days whose debits and credits are summed; the other side is nothing where only one is asked for. */
export interface SummedDays extends Days {
  readonly only?: (typeof GEL)[number];
}

/** Accounts by their ids; all of them; or that of the row \`a\` of a lateral join. */
export type SummedAccounts = readonly string[] | 'EACH' | null;

/** Rows of a statement that are summed by account and key. */
export interface Parts {
  /** Rows with `account_id`, `key` and the columns. */
  readonly rows: Fragment;
  readonly columns: readonly string[];
}

/**
 * The calendar buckets of several stretches of at least a day, each bucket once: `debit_gel_0` is the debit in GEL within
 * the first stretch, and so on. What does not count for a stretch is null there. What was posted behind `knownSeq` is taken
 * away again, entry by entry.
 */
export function partsOf(
  sql: TransactionSql,
  companyId: string,
  stretches: readonly SummedDays[],
  accounts: SummedAccounts,
  breakdown: Breakdown | { readonly by: 'ACCOUNT'; readonly dimension: Dimension | null },
  knownSeq: number | null = null,
): Parts {
  const { by } = breakdown;
  const [table, key] = {
    ACCOUNT: [sql`reporting.turnover`, sql`null::text`] as const,
    CURRENCY: [sql`reporting.turnover`, sql`currency`] as const,
    COUNTERPARTY: [sql`reporting.counterparty_turnover`, sql`counterparty_id`] as const,
    DIMENSION: [sql`reporting.dimension_turnover`, sql`value`] as const,
  }[by];
  const dimension = breakdown.by === 'ACCOUNT' ? breakdown.dimension : null;
  const sources = dimension === null ? [{ table, which: sql``, isAdded: true }] : sourcesOf(sql, dimension);
  // Only currencies are summed as such: amounts of several would mean nothing.
  const kept = by === 'CURRENCY' ? ([...GEL, 'debit', 'credit'] as const) : GEL;
  const columns = stretches.flatMap(({ only }, stretch) =>
    kept
      .filter((column) => only === undefined || column === only)
      .map((column) => ({ column, stretch, name: columnOf(column, stretch) })),
  );
  const which = sql`company_id = ${companyId}
    ${
      accounts === null
        ? sql``
        : accounts === 'EACH'
          ? sql`and account_id = a.id`
          : sql`and account_id = any (${[...accounts]}::uuid[])`
    }
    ${breakdown.by === 'DIMENSION' ? sql`and name = ${breakdown.name}` : sql``}
    ${
      breakdown.by === 'COUNTERPARTY' && breakdown.only !== undefined
        ? sql`and counterparty_id = any (${[...breakdown.only]}::uuid[])`
        : sql``
    }`;
  const known = sources.flatMap((source) =>
    segmentsOf(stretches).map(
      ({ signs, ...range }) => sql`
        select account_id, ${key} as key, ${listOf(
          sql,
          columns,
          ({ column, stretch, name }) =>
            sql`${signed(sql, column, (signs[stretch] ?? 0) * (source.isAdded ? 1 : -1))} as ${sql(name)}`,
        )}
        from ${source.table} where ${which} ${source.which} and ${inRange(sql, { ...range, isTakenAway: false })}`,
    ),
  );
  const later =
    knownSeq === null
      ? []
      : [
          sql`
            select account_id, ${key} as key, ${listOf(sql, columns, ({ column, stretch, name }) => {
              const { from = null, to } = stretches[stretch] ?? { to: '' };
              return sql`case when date <= ${to}::date and (${from}::date is null or date >= ${from}::date)
                then - ${sql(column)} end as ${sql(name)}`;
            })}
            from reporting.entries
            ${
              by === 'DIMENSION'
                ? sql`cross join lateral json_to_recordset(dimensions) as d(name text, value text)`
                : sql``
            }
            where ${which} and seq > ${knownSeq} ${by === 'COUNTERPARTY' ? sql`and counterparty_id is not null` : sql``}
            and ${isOf(sql, dimension, 'entries')}`,
        ];
  const rows = unionAll(sql, [...known, ...later]);
  return { rows, columns: columns.map(({ name }) => name) };
}

/** Name of a summed column of the stretch with this number. */
export function columnOf(column: (typeof GEL)[number] | 'debit' | 'credit', stretch: number): string {
  return `${column}_${String(stretch)}`;
}

/** Whether any of the columns sums to something. */
export function anySum(sql: TransactionSql, { columns }: Parts): Fragment {
  return columns.map((name) => sql`sum(${sql(name)}) <> 0`).reduce((left, right) => sql`${left} or ${right}`);
}

/**
 * Sums by counterparty, of the accounts of the list `accounts`. Each account is summed by itself: all at once keep so many
 * sums that the processor fetches them from afar. What was known at a moment is sought once for all of them.
 */
export function sumsByCounterparty(
  sql: TransactionSql,
  companyId: string,
  stretches: readonly SummedDays[],
  accountIds: readonly string[],
  sums: Fragment,
  knownSeq: number | null,
): Fragment {
  const by = { by: 'COUNTERPARTY' } as const;
  if (knownSeq !== null) {
    const parts = partsOf(sql, companyId, stretches, accountIds, by, knownSeq);
    return sql`select account_id, key, ${sums} from (${parts.rows}) part group by account_id, key having ${anySum(sql, parts)}`;
  }
  const parts = partsOf(sql, companyId, stretches, 'EACH', by);
  return sql`select a.id as account_id, n.* from accounts a
    cross join lateral (select key, ${sums} from (${parts.rows}) part group by key having ${anySum(sql, parts)}) n`;
}

/** Debits and credits by account and key within one stretch. */
export async function sumBroken(
  sql: TransactionSql,
  companyId: string,
  { from, to, accountIds }: Omit<Stretch, 'seq'>,
  breakdown: Breakdown,
): Promise<KeyedSums[]> {
  const parts = partsOf(sql, companyId, [{ from, to }], accountIds, breakdown);
  const rows = await sql<{ account_id: string; key: string; debit: string; credit: string }[]>`
    /* brokenSums */ select account_id, key::text as key, sum(debit_gel_0) as debit, sum(credit_gel_0) as credit
    from (${parts.rows}) part group by part.account_id, part.key having ${anySum(sql, parts)}`;
  return rows.map(({ account_id, key, debit, credit }) => ({
    accountId: account_id,
    key,
    debit: parseDatabaseAmount(debit),
    credit: parseDatabaseAmount(credit),
  }));
}

const GEL = ['debit_gel', 'credit_gel'] as const;

/** A column as a bucket counts for a stretch; what does not count is null, which sums pass over. */
function signed(sql: TransactionSql, column: string, sign: number): Fragment {
  if (sign === 0) return sql`null::numeric`;
  return sign > 0 ? sql`${sql(column)}` : sql`- ${sql(column)}`;
}

/** Parts of a statement with commas between them. */
export function listOf<T>(
  sql: TransactionSql,
  items: readonly T[],
  of: (item: T, place: number) => Fragment,
): Fragment {
  return items.map(of).reduce((left, right) => sql`${left}, ${right}`);
}
