import type { TransactionSql } from '#db/client.ts';
import type { Fragment } from '../read-model/sums.ts';

/**
 * Rows with their `balance` split by age, payments having settled the oldest charges first: what is open are the latest
 * charges, as many as make up the balance. Beside it `rows` have the charges that are not due (`charged_0`), and those of
 * the last 30, 60 and 90 days with all that are newer.
 */
export function aged(sql: TransactionSql, rows: Fragment): Fragment {
  return sql`
    select rows.*, coalesce(open_0, 0) as not_due, coalesce(open_30 - open_0, 0) as days_0_to_30,
      coalesce(open_60 - open_30, 0) as days_31_to_60, coalesce(open_90 - open_60, 0) as days_61_to_90,
      coalesce(balance - open_90, 0) as over_90, least(balance, 0) as prepaid
    from (${rows}) rows
    left join lateral (
      select least(charged_0, balance) as open_0, least(charged_30, balance) as open_30,
        least(charged_60, balance) as open_60, least(charged_90, balance) as open_90
    ) open on balance > 0`;
}
