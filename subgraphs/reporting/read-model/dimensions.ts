import type { TransactionSql } from '#db/client.ts';
import { badInput } from '#shared/domain/errors.ts';
import type { Fragment } from './sums.ts';

/** Entries with one value of a dimension; with null those that have none of it. */
export interface Dimension {
  readonly name: string;
  readonly value: string | null;
}

/** A table of buckets by account, and whether its rows are added to a sum or taken away. */
interface Source {
  readonly table: Fragment;
  /** Which of its rows, behind those of a company. */
  readonly which: Fragment;
  readonly isAdded: boolean;
}

/** Where debits and credits are kept: entries without a dimension are all entries less those that have it. */
export function sourcesOf(sql: TransactionSql, dimension: Dimension | null): readonly Source[] {
  const whole = { table: sql`reporting.turnover`, which: sql``, isAdded: true };
  if (dimension === null) return [whole];
  const { name, value } = dimension;
  const table = sql`reporting.dimension_turnover`;
  return value === null
    ? [whole, { table, which: sql`and name = ${name}`, isAdded: false }]
    : [{ table, which: sql`and name = ${name} and value = ${value}`, isAdded: true }];
}

/** Whether an entry of a table, by its name or alias, is of the dimension; all are of none. */
export function isOf(sql: TransactionSql, dimension: Dimension | null, entries = 'e'): Fragment {
  if (dimension === null) return sql`true`;
  const { name, value } = dimension;
  const named = sql`exists (select from json_to_recordset(${sql(entries)}.dimensions) as d(name text, value text)
    where d.name = ${name} ${value === null ? sql`` : sql`and d.value = ${value}`})`;
  return value === null ? sql`not ${named}` : named;
}

/**
 * Demands that some entry has the dimension, and the value: of a misspelt one a report would be empty and pass for zero.
 * @throws DomainError BAD_USER_INPUT naming `dimension.name` or `dimension.value`.
 */
export async function demandDimension(
  sql: TransactionSql,
  companyId: string,
  dimension: Dimension | null,
): Promise<void> {
  if (dimension === null) return;
  const { name, value } = dimension;
  const some = (which: Fragment) => sql`exists (
    select from years y where exists (select from reporting.dimension_turnover t
      where t.company_id = ${companyId} and t.level = 'year' and t.period = y.period and t.name = ${name} ${which}))`;
  const [row] = await sql<{ isName: boolean; isValue: boolean }[]>`
    /* demandDimension */ with years as materialized (
      select distinct make_date(year, 1, 1) as period from reporting.periods where company_id = ${companyId})
    select ${some(sql``)} as "isName", ${some(value === null ? sql`` : sql`and t.value = ${value}`)} as "isValue"`;
  if (row?.isName !== true) throw badInput('dimension.name', name, 'no entry has this dimension');
  if (!row.isValue) throw badInput('dimension.value', value, `no entry has this value of ${name}`);
}

/** A dimension as it was asked for; null for none. @throws DomainError BAD_USER_INPUT where no value is said. */
export function dimensionOf(
  given: { readonly name: string; readonly value?: string | null | undefined } | null | undefined,
): Dimension | null {
  if (given === null || given === undefined) return null;
  const { name, value } = given;
  if (value === undefined)
    throw badInput('dimension.value', undefined, 'say a value, or null for entries without the dimension');
  return { name, value };
}
