import type { TransactionSql } from '#db/client.ts';
import { parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import type { Fragment } from '../read-model/sums.ts';
import type { ListedAccount } from './queries.ts';
import { listOf } from './turnover-sums.ts';

/** Place of a row in a list: its account, then its key; what has none comes after all others. */
export type RowKey = readonly [code: string, accountId: string, key: string | null];

/** Which rows of a list are wanted; totals are of all of them. */
export interface RowsAsked {
  /** The row to go on behind; null for the beginning. */
  readonly after: RowKey | null;
  /** Null for all that follow. */
  readonly limit: number | null;
}

export const ALL_ROWS: RowsAsked = { after: null, limit: null };

/** The accounts of a list and their places in it, from 1. */
export function accountsInOrder(sql: TransactionSql, accounts: readonly ListedAccount[]): Fragment {
  return sql`select id, place from unnest(${accounts.map(({ id }) => id)}::uuid[]) with ordinality as a(id, place)`;
}

/** What is summed, by the names that the sums are to have. */
export type SumsNamed<Name extends string> = Readonly<Record<Name, Fragment>>;

/** A row as it is read: sums are text, so that no digit is lost. */
export interface WrittenRow {
  /** Place of the account; that of the totals is zero. */
  readonly place: number;
  readonly key: string | null;
  readonly sums: Readonly<Record<string, string>>;
}

/** The totals of all rows of `listed`, which have the place of their account and a key, and those rows that are wanted. */
export function totalsAndRows(
  sql: TransactionSql,
  { totals, row }: { readonly totals: SumsNamed<string>; readonly row: SumsNamed<string> },
  accounts: readonly ListedAccount[],
  { after, limit }: RowsAsked,
): Fragment {
  const written = (sums: SumsNamed<string>): Fragment =>
    sql`json_build_object(${listOf(
      sql,
      Object.entries(sums),
      ([name, sum]) => sql`${name}::text, coalesce(${sum}, 0)::text`,
    )}) as sums`;
  return sql`
    select 0 as place, null as key, ${written(totals)} from listed
    union all
    select place, key, ${written(row)} from (
      select * from listed ${after === null ? sql`` : sql`where ${isBehind(sql, accounts, after)}`}
      order by place, key limit ${limit}) wanted
    order by place, key`;
}

function isBehind(
  sql: TransactionSql,
  accounts: readonly ListedAccount[],
  [code, accountId, key]: RowKey,
): Fragment {
  const passed = accounts.filter((account) =>
    account.code === code ? account.id <= accountId : account.code < code,
  );
  const place = passed.length;
  if (key === null || passed.at(-1)?.id !== accountId) return sql`place > ${place}`;
  return sql`(place > ${place} or place = ${place} and (key is null or key > ${key}))`;
}

/** What a statement of `totalsAndRows` has answered. */
export function readTotalsAndRows<Total extends string, Sum extends string>(
  [totals, ...rows]: readonly WrittenRow[],
  accounts: readonly ListedAccount[],
): {
  readonly totals: Readonly<Record<Total, Amount>>;
  readonly rows: readonly {
    readonly account: ListedAccount;
    readonly key: string | null;
    readonly sums: Readonly<Record<Sum, Amount>>;
  }[];
} {
  return {
    totals: amountsOf<Total>(totals),
    rows: rows.map((row) => {
      const account = accounts[row.place - 1];
      if (account === undefined) throw new Error(`there is no account at place ${String(row.place)}`);
      return { account, key: row.key, sums: amountsOf<Sum>(row) };
    }),
  };
}

function amountsOf<Name extends string>(row: WrittenRow | undefined): Readonly<Record<Name, Amount>> {
  if (row === undefined) throw new Error('totals were asked for unconditionally');
  return Object.fromEntries(
    Object.entries(row.sums).map(([name, sum]) => [name, parseDatabaseAmount(sum)]),
  ) as Record<Name, Amount>;
}
