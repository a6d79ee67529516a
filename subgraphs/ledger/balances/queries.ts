import type { PendingQuery, Row } from 'postgres';
import type { Database, TransactionSql } from '#db/client.ts';
import { bucketsBefore, type BucketRange } from '#shared/domain/buckets.ts';
import { dayAfter, type CalendarDate } from '#shared/domain/date.ts';
import { parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import type { AccountRow } from '../accounts/queries.ts';
import { YEAR_END_CLOSING } from '../closing/year-end.ts';

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
      from members m cross join lateral (${bucketsOf(sql, companyId, asOf)}) t
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
      from members m cross join lateral (${bucketsOf(sql, companyId, asOf)}) t
      group by 1, 2
      -- A currency that came only later was counted and taken away again.
      having sum(t.debit) <> 0 or sum(t.credit) <> 0
      order by 1, 2`;
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

/** Dates are typed and each range stands alone, so that each is one scan of an index. */
function inRange(sql: TransactionSql, { level, from, before }: BucketRange) {
  return sql`level = ${level}
    ${from === null ? sql`` : sql`and period >= ${from}::date`}
    ${before === null ? sql`` : sql`and period < ${before}::date`}`;
}

/** Parts of a statement one after the other with UNION ALL between them. */
function unionAll(sql: TransactionSql, parts: readonly PendingQuery<Row[]>[]) {
  return parts.reduce((before, part) => sql`${before} union all ${part}`);
}

/** The columns of a range: counted, or taken away again. */
function signed(sql: TransactionSql, { isTakenAway }: BucketRange, columns: readonly string[]) {
  if (!isTakenAway) return sql`${sql(columns)}`;
  return columns
    .map((column) => sql`- ${sql(column)} as ${sql(column)}`)
    .reduce((before, column) => sql`${before}, ${column}`);
}

/** The turnover of the account `m.id` to the end of a day. */
function bucketsOf(sql: TransactionSql, companyId: string, asOf: CalendarDate | null) {
  return unionAll(
    sql,
    bucketsBefore(asOf === null ? null : dayAfter(asOf)).map(
      (range) => sql`
        select currency, ${signed(sql, range, ['debit', 'credit', 'debit_gel', 'credit_gel'])}
        from ledger.account_turnover
        where company_id = ${companyId} and account_id = m.id and ${inRange(sql, range)}`,
    ),
  );
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

/** One account in the trial balance; amounts are exact text with two decimals, as the database sums them. */
export interface TrialBalanceLine {
  readonly account: AccountRow;
  readonly opening: string;
  readonly debit: string;
  readonly credit: string;
  readonly closing: string;
}

export interface TrialBalanceSums {
  /** Position among the posted transactions up to which the figures are true. */
  readonly seq: number;
  readonly rows: readonly TrialBalanceLine[];
}

/** Which trial balance is meant. */
export interface TrialBalanceQuestion {
  /** Last transaction date that counts. */
  readonly asOf: CalendarDate;
  /** First day of the turnover; null when everything up to `asOf` is turnover. */
  readonly from: CalendarDate | null;
  /** Leaves out what was posted after this moment; null for nothing. */
  readonly knownAt: string | null;
  readonly withoutYearEndClosing: boolean;
}

/**
 * Opening balance before `from`, and turnover from then to the end of `asOf`, of every account, in order of
 * code. A range scan of the buckets for each level and date; one statement, so the figures belong to one moment. What was
 * posted after `knownAt` is taken away again, which costs as much as there is of it.
 */
export async function sumTrialBalance(
  database: Database,
  companyId: string,
  { asOf, from, knownAt, withoutYearEndClosing }: TrialBalanceQuestion,
): Promise<TrialBalanceSums> {
  return database.withCompany(companyId, async (sql) => {
    const sumsBefore = (day: CalendarDate) => sql`
      select account_id, sum(debit_gel) as debit, sum(credit_gel) as credit
      from (${unionAll(sql, [
        ...bucketsBefore(day).map(
          (range) => sql`
            select account_id, ${signed(sql, range, ['debit_gel', 'credit_gel'])}
            from ledger.account_turnover
            where company_id = ${companyId} and ${inRange(sql, range)}`,
        ),
        ...(knownAt === null
          ? []
          : [sql`select account_id, - debit_gel, - credit_gel from later where date < ${day}::date`]),
      ])}) bucket group by account_id`;
    const rows = await sql<TrialBalanceRow[]>`
      /* trialBalance */ with recursive ${knownAt === null ? sql`` : postedLater(sql, companyId, knownAt)}
      until as (${sumsBefore(dayAfter(asOf))}),
      before as (${
        from === null
          ? sql`select null::uuid as account_id, 0.00 as debit, 0.00 as credit where false`
          : sumsBefore(from)
      }), closings as (
        -- What closed the year of the day, and what undid it; they stand on its last day.
        select j.account_id, sum(j.debit_gel) as debit, sum(j.credit_gel) as credit
        from ledger.transaction_sources s
        join ledger.transactions t on t.company_id = s.company_id and t.id = s.transaction_id
        cross join lateral (select distinct e."accountId" from json_to_recordset(t.entries) as e("accountId" uuid)) n
        join ledger.journal_entries j on j.company_id = t.company_id and j.account_id = n."accountId"
          and j.transaction_date = t.transaction_date and j.seq = t.seq
        where ${withoutYearEndClosing} and s.company_id = ${companyId} and s.subgraph = 'ledger'
          and s.type = ${YEAR_END_CLOSING} and s.source_id = ${asOf.slice(0, 4)} and t.transaction_date <= ${asOf}::date
          ${knownAt === null ? sql`` : sql`and t.seq <= (select posted from known)`}
        group by j.account_id
      ), summed as (
        select u.account_id, coalesce(b.debit - b.credit, 0.00) as opening,
               u.debit - coalesce(b.debit, 0.00) - coalesce(c.debit, 0.00) as debit,
               u.credit - coalesce(b.credit, 0.00) - coalesce(c.credit, 0.00) as credit,
               u.debit - u.credit - coalesce(c.debit - c.credit, 0.00) as closing
        from until u left join before b using (account_id) left join closings c using (account_id))
      select ${knownAt === null ? sql`h.published_seq` : sql`(select posted from known)`} as seq,
             s.opening, s.debit, s.credit, s.closing,
             a.id, a.code, a.names, a.type, a.normal_side, a.role, a.currency, a.parent_id, a.is_heading,
             a.is_active, a.metadata, a.version, a.created_at, a.updated_at
      from ledger.head h left join (
        summed s join ledger.accounts a on a.company_id = ${companyId} and a.id = s.account_id
      ) on s.opening <> 0 or s.debit <> 0 or s.credit <> 0
      where h.company_id = ${companyId}
      order by a.code`;
    return {
      seq: rows[0]?.seq ?? 0,
      // Where no account moved there is still a position, in one row without an account.
      rows: rows
        .filter(({ id }) => id !== null)
        .map((row) => ({
          account: {
            companyId,
            id: row.id,
            code: row.code,
            names: row.names,
            type: row.type,
            normalSide: row.normal_side,
            role: row.role,
            currency: row.currency,
            parentId: row.parent_id,
            isHeading: row.is_heading,
            isActive: row.is_active,
            metadata: row.metadata,
            version: row.version,
            createdAt: row.created_at,
            updatedAt: row.updated_at,
          },
          opening: row.opening,
          debit: row.debit,
          credit: row.credit,
          closing: row.closing,
        })),
    };
  });
}

/**
 * The last posting until a moment, as `known`, and the entries of those after it, as `later`. `recorded_at` never decreases
 * along the log, so that the moment is found by halving, as `ledger.posted_seq_at` finds it, and only the rest is read.
 */
function postedLater(sql: TransactionSql, companyId: string, knownAt: string) {
  return sql`
    halving as (
      select 0::bigint as low, last_seq as high from ledger.head where company_id = ${companyId}
      union all
      select case when e.recorded_at <= ${knownAt}::timestamptz then e.seq else h.low end,
             case when e.recorded_at <= ${knownAt}::timestamptz then h.high else e.seq - 1 end
      from halving h
      cross join lateral (
        select seq, recorded_at from ledger.event_store
        where company_id = ${companyId} and seq = (h.low + h.high + 1) / 2 limit 1) e
      where h.low < h.high
    ), place as materialized (select low as seq from halving where low = high),
    known as materialized (
      select coalesce((
        select e.published_seq from ledger.event_store e
        where e.company_id = ${companyId} and e.seq <= (select seq from place) and e.published_seq is not null
        order by e.seq desc limit 1), 0) as posted
    ), later as materialized (
      select n."accountId" as account_id, d.date, n."debitGel" as debit_gel, n."creditGel" as credit_gel
      from ledger.event_store e
      cross join lateral json_to_record(e.data) as d(date date, entries json)
      cross join lateral json_to_recordset(d.entries)
        as n("accountId" uuid, "debitGel" numeric(19, 2), "creditGel" numeric(19, 2))
      where e.company_id = ${companyId} and e.seq > (select seq from place) and e.event_type = 'TransactionPosted'
    ),`;
}

interface TrialBalanceRow {
  seq: number;
  opening: string;
  debit: string;
  credit: string;
  closing: string;
  id: string;
  code: string;
  names: AccountRow['names'];
  type: AccountRow['type'];
  normal_side: AccountRow['normalSide'];
  role: string | null;
  currency: string | null;
  parent_id: string | null;
  is_heading: boolean;
  is_active: boolean;
  metadata: Record<string, unknown>;
  version: number;
  created_at: string;
  updated_at: string;
}
