import type { PendingQuery, Row } from 'postgres';
import type { TransactionSql } from '#db/client.ts';
import { bucketsBefore, type BucketRange } from '#shared/domain/buckets.ts';
import { dayAfter, type CalendarDate } from '#shared/domain/date.ts';
import { parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import { correspond, ofOneTransaction, type Pair } from './correspondence.ts';
import { isOf, sourcesOf, type Dimension } from './dimensions.ts';

/** A part of a statement. */
export type Fragment = PendingQuery<Row[]>;

/** Which postings are summed. */
export interface Span {
  /** First transaction date; null for the beginning of the books. */
  readonly from: CalendarDate | null;
  /** Last transaction date. */
  readonly to: CalendarDate;
  /** Whether the closing of profit or loss at a year's end counts. */
  readonly withClosing: boolean;
  /** Leaves out what was posted behind this position; null for nothing. */
  readonly knownSeq: number | null;
  /** Only entries with this dimension; null for all. */
  readonly dimension: Dimension | null;
}

/** Debits and credits in GEL. */
export interface Sums {
  readonly debit: Amount;
  readonly credit: Amount;
}

/**
 * Debits and credits of every account within a span, in one statement: whole years, months and days, whatever the length
 * of the books. What was learned behind `knownSeq` is taken away again, which costs as much as there is of it.
 */
export async function sumAccounts(
  sql: TransactionSql,
  companyId: string,
  span: Span,
): Promise<Map<string, Sums>> {
  const rows = await sql<{ account_id: string; debit: string; credit: string }[]>`
    /* accountSums */ select account_id, sum(debit) as debit, sum(credit) as credit from (
      ${unionAll(sql, [
        ...bucketSums(sql, span, span.dimension, sql`company_id = ${companyId} ${closingOf(sql, span)}`),
        ...(span.knownSeq === null
          ? []
          : [
              sql`
                select account_id, - debit_gel, - credit_gel from reporting.entries
                where company_id = ${companyId} and seq > ${span.knownSeq} and ${datesOf(sql, span)}
                  ${closingOf(sql, span)}
                  and ${isOf(sql, span.dimension, 'entries')}`,
            ]),
      ])}) part
    group by account_id having sum(debit) <> 0 or sum(credit) <> 0`;
  return new Map(
    rows.map(({ account_id, debit, credit }) => [
      account_id,
      { debit: parseDatabaseAmount(debit), credit: parseDatabaseAmount(credit) },
    ]),
  );
}

/** Debits and credits by account in the calendar buckets of a span: parts of a sum, added or taken away. */
export function bucketSums(
  sql: TransactionSql,
  span: Pick<Span, 'from' | 'to'>,
  dimension: Dimension | null,
  which: Fragment,
): Fragment[] {
  return sourcesOf(sql, dimension).flatMap((source) =>
    bucketsOf(span).map(({ range, isAdded }) => {
      const column = (name: string): Fragment =>
        isAdded === source.isAdded ? sql`${sql(name)}` : sql`- ${sql(name)}`;
      return sql`
        select account_id, ${column('debit_gel')} as debit, ${column('credit_gel')} as credit
        from ${source.table} where ${which} ${source.which} and ${inRange(sql, range)}`;
    }),
  );
}

/** Debits and credits of an account with a value of a dimension. */
export interface DimensionSums extends Sums {
  readonly value: string;
  readonly accountId: string;
}

/** Debits and credits by the values of a dimension within a span, without the closing of profit or loss. */
export async function sumDimension(
  sql: TransactionSql,
  companyId: string,
  name: string,
  span: Pick<Span, 'from' | 'to'>,
): Promise<DimensionSums[]> {
  const rows = await sql<{ value: string; account_id: string; debit: string; credit: string }[]>`
    /* dimensionSums */ select value, account_id, sum(debit) as debit, sum(credit) as credit from (
      ${unionAll(
        sql,
        bucketsOf(span).map(
          ({ range, isAdded }) => sql`
            select value, account_id, ${isAdded ? sql`debit_gel` : sql`- debit_gel`} as debit,
              ${isAdded ? sql`credit_gel` : sql`- credit_gel`} as credit
            from reporting.dimension_turnover
            where company_id = ${companyId} and name = ${name} and not is_closing and ${inRange(sql, range)}`,
        ),
      )}) part
    group by 1, 2 having sum(debit) <> 0 or sum(credit) <> 0`;
  return rows.map(({ value, account_id, debit, credit }) => ({
    value,
    accountId: account_id,
    debit: parseDatabaseAmount(debit),
    credit: parseDatabaseAmount(credit),
  }));
}

/** What went from the credit of one account to the debit of another; less what reversals took back. */
export interface Flow {
  readonly debitAccountId: string;
  readonly creditAccountId: string;
  readonly amount: Amount;
}

/**
 * Flows between accounts within a span. A reversal takes back the flow that it reverses and is none the other way.
 * Dimensions are of single entries, so flows have none.
 */
export async function sumFlows(
  sql: TransactionSql,
  companyId: string,
  span: Omit<Span, 'dimension'>,
): Promise<Flow[]> {
  const rows = await sql<{ debit_account_id: string; credit_account_id: string; amount: string }[]>`
    /* flows */ select debit_account_id, credit_account_id, sum(amount) as amount from (
      ${unionAll(
        sql,
        bucketsOf(span).flatMap(({ range, isAdded }) =>
          [false, true].map(
            (isReversal) => sql`
              select ${isReversal ? sql`credit_account_id` : sql`debit_account_id`} as debit_account_id,
                ${isReversal ? sql`debit_account_id` : sql`credit_account_id`} as credit_account_id,
                ${isAdded === isReversal ? sql`- amount` : sql`amount`} as amount
              from reporting.correspondence
              where company_id = ${companyId} and ${isReversal ? sql`is_reversal` : sql`not is_reversal`}
                ${closingOf(sql, span)} and ${inRange(sql, range)}`,
          ),
        ),
      )}) part
    group by 1, 2 having sum(amount) <> 0`;
  const flows = rows.map(({ debit_account_id, credit_account_id, amount }) => ({
    debitAccountId: debit_account_id,
    creditAccountId: credit_account_id,
    amount: parseDatabaseAmount(amount),
  }));
  return span.knownSeq === null
    ? flows
    : [...flows, ...(await learnedLater(sql, companyId, span, span.knownSeq))];
}

/** Flows from and to some accounts day by day, as `sumFlows` has them, without the closing of profit or loss. */
export async function flowsByDay(
  sql: TransactionSql,
  companyId: string,
  accountIds: readonly string[],
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
): Promise<(Flow & { readonly day: CalendarDate })[]> {
  const rows = await sql<
    { day: string; debit: string; credit: string; is_reversal: boolean; amount: string }[]
  >`
    /* flowsByDay */ select period as day, debit_account_id as debit, credit_account_id as credit, is_reversal, amount
    from reporting.correspondence
    where company_id = ${companyId} and level = 'day' and period between ${from}::date and ${to}::date and not is_closing
      and (debit_account_id = any (${[...accountIds]}::uuid[]) or credit_account_id = any (${[...accountIds]}::uuid[]))`;
  return rows.map(({ day, debit, credit, is_reversal, amount }) =>
    is_reversal
      ? { day, debitAccountId: credit, creditAccountId: debit, amount: -parseDatabaseAmount(amount) }
      : { day, debitAccountId: debit, creditAccountId: credit, amount: parseDatabaseAmount(amount) },
  );
}

interface LaterEntry {
  readonly seq: number;
  readonly account_id: string;
  readonly debit_gel: string;
  readonly credit_gel: string;
  readonly is_reversal: boolean;
}

/** Pairs of what was posted behind a position, as they were posted. */
async function laterPairs(
  sql: TransactionSql,
  companyId: string,
  span: Omit<Span, 'dimension'>,
  knownSeq: number,
): Promise<(Pair & { readonly isReversal: boolean })[]> {
  const entries = await sql<LaterEntry[]>`
    /* laterEntries */ select e.seq::int as seq, e.account_id, e.debit_gel, e.credit_gel, t.reverses_id is not null as is_reversal
    from reporting.entries e
    join reporting.transactions t on t.company_id = e.company_id and t.id = e.transaction_id
    where e.company_id = ${companyId} and e.seq > ${knownSeq} and ${datesOf(sql, span, 'e')}
      ${span.withClosing ? sql`` : sql`and not e.is_closing`}
    order by e.seq, e.line`;
  return ofOneTransaction(entries).flatMap((ofOne) => {
    const sides = (column: 'debit_gel' | 'credit_gel') =>
      ofOne.map((entry) => ({ accountId: entry.account_id, amount: parseDatabaseAmount(entry[column]) }));
    const isReversal = ofOne[0]?.is_reversal === true;
    return correspond(sides('debit_gel'), sides('credit_gel')).map((pair) => ({ ...pair, isReversal }));
  });
}

/** Flows of what was posted behind a position, with the sign that takes them away. */
async function learnedLater(
  sql: TransactionSql,
  companyId: string,
  span: Omit<Span, 'dimension'>,
  knownSeq: number,
): Promise<Flow[]> {
  return (await laterPairs(sql, companyId, span, knownSeq)).map(
    ({ debitAccountId, creditAccountId, amount, isReversal }) =>
      isReversal
        ? { debitAccountId: creditAccountId, creditAccountId: debitAccountId, amount }
        : { debitAccountId, creditAccountId, amount: -amount },
  );
}

/** Pairs of accounts within a span as they were posted: those of a reversal are pairs like others. */
export async function sumPairs(
  sql: TransactionSql,
  companyId: string,
  span: Omit<Span, 'dimension'>,
): Promise<Pair[]> {
  const rows = await sql<{ debit_account_id: string; credit_account_id: string; amount: string }[]>`
    /* pairs */ select debit_account_id, credit_account_id, sum(amount) as amount from (
      ${unionAll(
        sql,
        bucketsOf(span).map(
          ({ range, isAdded }) => sql`
            select debit_account_id, credit_account_id, ${isAdded ? sql`amount` : sql`- amount`} as amount
            from reporting.correspondence
            where company_id = ${companyId} ${closingOf(sql, span)} and ${inRange(sql, range)}`,
        ),
      )}) part
    group by 1, 2 having sum(amount) <> 0`;
  const pairs = rows.map(({ debit_account_id, credit_account_id, amount }) => ({
    debitAccountId: debit_account_id,
    creditAccountId: credit_account_id,
    amount: parseDatabaseAmount(amount),
  }));
  if (span.knownSeq === null) return pairs;
  const later = await laterPairs(sql, companyId, span, span.knownSeq);
  return [...pairs, ...later.map((pair) => ({ ...pair, amount: -pair.amount }))];
}

/** Buckets that are added to a sum, or taken away from it. */
export interface SignedRange {
  readonly range: BucketRange;
  readonly isAdded: boolean;
}

/** Buckets whose signed sum is a span: everything to its end less everything before its beginning. */
export function bucketsOf({ from, to }: Pick<Span, 'from' | 'to'>): SignedRange[] {
  return [
    ...bucketsBefore(dayAfter(to)).map((range) => ({ range, isAdded: !range.isTakenAway })),
    ...(from === null ? [] : bucketsBefore(from).map((range) => ({ range, isAdded: range.isTakenAway }))),
  ];
}

/** Rows of a table of buckets that are of a range. */
export function inRange(sql: TransactionSql, { level, from, before }: BucketRange): Fragment {
  return sql`level = ${level}
    ${from === null ? sql`` : sql`and period >= ${from}::date`}
    ${before === null ? sql`` : sql`and period < ${before}::date`}`;
}

function datesOf(sql: TransactionSql, { from, to }: Pick<Span, 'from' | 'to'>, alias = 'entries'): Fragment {
  return sql`${sql(alias)}.date <= ${to}::date ${from === null ? sql`` : sql`and ${sql(alias)}.date >= ${from}::date`}`;
}

function closingOf(sql: TransactionSql, { withClosing }: Pick<Span, 'withClosing'>): Fragment {
  return withClosing ? sql`` : sql`and not is_closing`;
}

/** Parts of a statement one after the other with UNION ALL between them. */
export function unionAll(sql: TransactionSql, parts: readonly Fragment[]): Fragment {
  return parts.reduce((before, part) => sql`${before} union all ${part}`);
}
