import type { PendingQuery, Row } from 'postgres';
import type { TransactionSql } from '#db/client.ts';

type Fragment = PendingQuery<Row[]>;

/** Columns of a table of sums, as they are or less than nothing. */
export type Columns = (sign: '+' | '-') => string;

/** Which rows of a table of sums are meant. */
export interface SumsOf {
  readonly table: 'stock_turnover' | 'value_turnover';
  readonly columns: Columns;
  readonly companyId: string;
  /** A condition on them besides company and day; without it, all. */
  readonly where?: Fragment;
}

/**
 * Sums of a table with `level` and `period` whose sum is everything until the end of a day. Of a month and of a year that
 * part is read which has fewer days and months: up to the day and added, or behind it and taken off the whole.
 */
export function untilDay(
  sql: TransactionSql,
  { table, columns, companyId, where }: SumsOf,
  date: string,
): Fragment {
  const only = where === undefined ? sql`` : sql`and ${where}`;
  const part = (sign: '+' | '-', level: string, between: Fragment): Fragment => sql`
    select ${sql.unsafe(columns(sign))} from ${sql(`inventory.${table}`)}
    where company_id = ${companyId} and level = ${level} and ${between} ${only}`;
  const month = sql`inventory.month_cut(${date}::date)`;
  const year = sql`inventory.year_cut(${date}::date)`;
  return sql`
    ${part('+', 'year', sql`period < ${year}`)}
    union all ${part('+', 'month', sql`period >= ${year} and period < ${month}`)}
    union all ${part('-', 'month', sql`period >= ${month} and period < ${year}`)}
    union all ${part('+', 'day', sql`period >= ${month} and period <= ${date}::date`)}
    union all ${part('-', 'day', sql`period > ${date}::date and period < ${month}`)}`;
}
