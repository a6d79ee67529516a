import type { TransactionSql } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import { parseDatabaseAmount } from '#shared/domain/money.ts';
import { isOf, type Dimension } from '../read-model/dimensions.ts';
import { bucketsOf, bucketSums, inRange, unionAll, type Fragment, type Sums } from '../read-model/sums.ts';

/** Which entries are listed. */
export interface Filter {
  /** Only entries with this counterparty; null for all. */
  readonly counterpartyId: string | null;
  /** Only entries with this dimension; null for all. Not together with a counterparty. */
  readonly dimension: Dimension | null;
}

/** No filter. */
export const EVERYTHING: Filter = { counterpartyId: null, dimension: null };

/** Days and accounts that are summed. */
export interface Stretch {
  /** First transaction date; null for the beginning of the books. */
  readonly from: CalendarDate | null;
  /** Last transaction date. */
  readonly to: CalendarDate;
  /** Leaves out what was posted behind this position. */
  readonly seq: number;
  /** Only these accounts; null for all. */
  readonly accountIds: readonly string[] | null;
}

/** Debits and credits in GEL of each account that has any, from calendar buckets: whatever the length of the books. */
export async function sumStretch(
  sql: TransactionSql,
  companyId: string,
  { from, to, seq, accountIds }: Stretch,
  filter: Filter,
): Promise<Map<string, Sums>> {
  const { counterpartyId, dimension } = filter;
  const which = sql`company_id = ${companyId}
    ${accountIds === null ? sql`` : sql`and account_id = any (${[...accountIds]}::uuid[])`}`;
  const ofCounterparty = (): Fragment[] =>
    bucketsOf({ from, to }).map(
      ({ range, isAdded }) => sql`
        select account_id, ${isAdded ? sql`debit_gel` : sql`- debit_gel`} as debit,
          ${isAdded ? sql`credit_gel` : sql`- credit_gel`} as credit
        from reporting.counterparty_turnover
        where ${which} and counterparty_id = ${counterpartyId} and ${inRange(sql, range)}`,
    );
  const rows = await sql<{ account_id: string; debit: string; credit: string }[]>`
    /* stretchSums */ select account_id, sum(debit) as debit, sum(credit) as credit from (
      ${unionAll(sql, [
        ...(counterpartyId === null ? bucketSums(sql, { from, to }, dimension, which) : ofCounterparty()),
        sql`
          select account_id, - debit_gel, - credit_gel from reporting.entries e
          where company_id = ${companyId} and seq > ${seq} and date <= ${to}::date
            ${from === null ? sql`` : sql`and date >= ${from}::date`}
            ${accountIds === null ? sql`` : sql`and account_id = any (${[...accountIds]}::uuid[])`}
            ${passes(sql, filter)}`,
      ])}) part
    group by account_id having sum(debit) <> 0 or sum(credit) <> 0`;
  return new Map(
    rows.map(({ account_id, debit, credit }) => [
      account_id,
      { debit: parseDatabaseAmount(debit), credit: parseDatabaseAmount(credit) },
    ]),
  );
}

/** Entries `e` that a filter lets pass. */
export function passes(sql: TransactionSql, { counterpartyId, dimension }: Filter): Fragment {
  return sql`
    ${counterpartyId === null ? sql`` : sql`and e.counterparty_id = ${counterpartyId}`}
    and ${isOf(sql, dimension)}`;
}
