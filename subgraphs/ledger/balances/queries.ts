import type { Database, TransactionSql } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import { parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';

/** Which accounts, up to when: what one loader batch shares. */
export interface BalanceQuestion {
  /** Last transaction date that counts; null for all. */
  readonly asOf: CalendarDate | null;
  /** Leaves out what was posted after this moment; null for nothing. */
  readonly knownAt: string | null;
  /** Adds the accounts below each. */
  readonly subtree: boolean;
}

export interface Sums {
  readonly debit: Amount;
  readonly credit: Amount;
}

export const NO_SUMS: Sums = { debit: 0n, credit: 0n };

interface SumsRow {
  account_id: string;
  debit_gel: string;
  credit_gel: string;
}

/**
 * Debits and credits of many accounts in one statement. Up to a date they are whole years, whole months of its
 * year and days of its month; as known at a moment they are summed from the journal itself, which holds the
 * order of posting.
 */
export async function sumAccounts(
  database: Database,
  companyId: string,
  accountIds: readonly string[],
  { asOf, knownAt, subtree }: BalanceQuestion,
): Promise<Map<string, Sums>> {
  const rows = await database.withCompany(companyId, (sql) => {
    const members = subtree ? descendants(sql, companyId, accountIds) : themselves(sql, accountIds);
    if (knownAt !== null) {
      return sql<SumsRow[]>`
        /* sumsKnownAt */ with recursive members as (${members})
        select m.root as account_id, sum(j.debit_gel) as debit_gel, sum(j.credit_gel) as credit_gel
        from members m join ledger.journal_entries j on j.account_id = m.id
        where j.company_id = ${companyId}
          and j.transaction_date <= ${asOf ?? 'infinity'}::date
          and j.seq <= ledger.posted_seq_at(${companyId}::uuid, ${knownAt}::timestamptz)
        group by 1`;
    }
    return sql<SumsRow[]>`
      /* sumsAsOf */ with recursive members as (${members})
      select m.root as account_id, sum(t.debit_gel) as debit_gel, sum(t.credit_gel) as credit_gel
      from members m join ledger.account_turnover t on t.account_id = m.id
      where t.company_id = ${companyId} and ${buckets(sql, asOf)}
      group by 1`;
  });
  return new Map(
    rows.map((row) => [
      row.account_id,
      { debit: parseDatabaseAmount(row.debit_gel), credit: parseDatabaseAmount(row.credit_gel) },
    ]),
  );
}

export interface CurrencySums {
  readonly currency: string;
  readonly amount: Amount;
  readonly balance: Amount;
}

/** Balances of many accounts by currency, sorted by currency. */
export async function sumCurrencies(
  database: Database,
  companyId: string,
  accountIds: readonly string[],
  { asOf, subtree }: BalanceQuestion,
): Promise<Map<string, CurrencySums[]>> {
  const rows = await database.withCompany(companyId, (sql) => {
    const members = subtree ? descendants(sql, companyId, accountIds) : themselves(sql, accountIds);
    return sql<{ account_id: string; currency: string; amount: string; balance: string }[]>`
      /* currencySumsAsOf */ with recursive members as (${members})
      select m.root as account_id, t.currency, sum(t.debit - t.credit) as amount,
             sum(t.debit_gel - t.credit_gel) as balance
      from members m join ledger.account_turnover t on t.account_id = m.id
      where t.company_id = ${companyId} and ${buckets(sql, asOf)}
      group by 1, 2 order by 1, 2`;
  });
  const sums = new Map<string, CurrencySums[]>();
  for (const row of rows) {
    const list = sums.get(row.account_id) ?? [];
    list.push({
      currency: row.currency,
      amount: parseDatabaseAmount(row.amount),
      balance: parseDatabaseAmount(row.balance),
    });
    sums.set(row.account_id, list);
  }
  return sums;
}

/** The buckets that make up everything to the end of a day. Dates are typed, so that the index is used. */
function buckets(sql: TransactionSql, asOf: CalendarDate | null) {
  if (asOf === null) return sql`t.level = 'year'`;
  const year = `${asOf.slice(0, 4)}-01-01`;
  const month = `${asOf.slice(0, 7)}-01`;
  return sql`(
    (t.level = 'year' and t.period < ${year}::date)
    or (t.level = 'month' and t.period >= ${year}::date and t.period < ${month}::date)
    or (t.level = 'day' and t.period >= ${month}::date and t.period <= ${asOf}::date))`;
}

function themselves(sql: TransactionSql, accountIds: readonly string[]) {
  return sql`select id as root, id from unnest(${[...accountIds]}::uuid[]) as id`;
}

function descendants(sql: TransactionSql, companyId: string, accountIds: readonly string[]) {
  return sql`
    select id as root, id from unnest(${[...accountIds]}::uuid[]) as id
    union all
    select m.root, a.id from members m
    join ledger.accounts a on a.company_id = ${companyId} and a.parent_id = m.id`;
}

export interface TrialBalanceSums {
  readonly seq: number;
  readonly rows: readonly {
    readonly accountId: string;
    readonly opening: Amount;
    readonly debit: Amount;
    readonly credit: Amount;
  }[];
}

/**
 * Opening balance before `from`, and turnover from then to the end of `asOf`, of every account, in order of
 * code. Three range scans of the buckets a date; one statement, so the figures belong to one moment.
 */
export async function sumTrialBalance(
  database: Database,
  companyId: string,
  asOf: CalendarDate,
  dayBefore: CalendarDate | null,
): Promise<TrialBalanceSums> {
  return database.withCompany(companyId, async (sql) => {
    const cumulated = (date: CalendarDate, sign: 1 | -1) => {
      const year = `${date.slice(0, 4)}-01-01`;
      const month = `${date.slice(0, 7)}-01`;
      const columns = sql`account_id, ${sign}::int as sign, debit_gel, credit_gel`;
      const turnover = sql`from ledger.account_turnover where company_id = ${companyId}`;
      return sql`
        select ${columns} ${turnover} and level = 'year' and period < ${year}::date
        union all
        select ${columns} ${turnover} and level = 'month' and period >= ${year}::date and period < ${month}::date
        union all
        select ${columns} ${turnover} and level = 'day' and period >= ${month}::date and period <= ${date}::date`;
    };
    const rows = await sql<
      { account_id: string | null; opening: string; debit: string; credit: string; seq: number }[]
    >`
      /* trialBalance */ with bucket as (
        ${cumulated(asOf, 1)}
        ${dayBefore === null ? sql`` : sql`union all ${cumulated(dayBefore, -1)}`}
      ), summed as (
        select account_id,
               coalesce(sum(debit_gel - credit_gel) filter (where sign < 0), 0) as opening,
               sum(sign * debit_gel) as debit, sum(sign * credit_gel) as credit
        from bucket group by account_id)
      select h.published_seq as seq, s.account_id, s.opening, s.debit, s.credit
      from ledger.head h left join (
        summed s join ledger.accounts a on a.company_id = ${companyId} and a.id = s.account_id
      ) on s.opening <> 0 or s.debit <> 0 or s.credit <> 0
      where h.company_id = ${companyId}
      order by a.code`;
    return {
      seq: rows[0]?.seq ?? 0,
      // Where no account moved there is still a position, in one row without an account.
      rows: rows.flatMap(({ account_id: accountId, opening, debit, credit }) =>
        accountId === null
          ? []
          : {
              accountId,
              opening: parseDatabaseAmount(opening),
              debit: parseDatabaseAmount(debit),
              credit: parseDatabaseAmount(credit),
            },
      ),
    };
  });
}
