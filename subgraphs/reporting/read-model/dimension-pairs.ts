import type { TransactionSql } from '#db/client.ts';
import { badInput } from '#shared/domain/errors.ts';
import { parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import { cut, ofOneTransaction, type Side } from './correspondence.ts';
import type { Dimension } from './dimensions.ts';
import type { Flow, Span } from './sums.ts';

/** A side of a pair, and its value of the dimension; null for none. */
interface ValuedSide extends Side {
  readonly value: string | null;
}

/** A pair of a debit and a credit, whose entries may have values of a dimension. */
export interface ValuedPair {
  readonly debit: ValuedSide;
  readonly credit: ValuedSide;
  readonly amount: Amount;
  readonly isReversal: boolean;
}

/** Which postings are cut into pairs. */
export interface CutSpan extends Omit<Span, 'dimension' | 'from'> {
  readonly from: NonNullable<Span['from']>;
}

interface ValuedEntry {
  readonly seq: number;
  readonly accountId: string;
  readonly debit: string;
  readonly credit: string;
  readonly isReversal: boolean;
  readonly value: string | null;
}

/** No sums of pairs are kept by dimension: the postings of a span are cut when they are asked for, and only so many. */
const MOST_ENTRIES = 100_000;

/**
 * The pairs of every transaction of a span of which an entry has the value of the dimension, or any value when it is null.
 * They are found by the days and accounts that have it: it costs as much as the span has, whatever the length of the books.
 * @throws DomainError BAD_USER_INPUT naming `from` for a span of more than 100,000 such entries.
 */
export async function readValuedPairs(
  sql: TransactionSql,
  companyId: string,
  { from, to, withClosing, knownSeq }: CutSpan,
  { name, value }: Dimension,
): Promise<ValuedPair[]> {
  const ofValue = (alias: string) => (value === null ? sql`` : sql`and ${sql(alias)}.value = ${value}`);
  const rows = await sql<ValuedEntry[]>`
    /* valuedPairs */ with days as materialized (
      select distinct account_id, period from reporting.dimension_turnover t
      where company_id = ${companyId} and level = 'day' and period between ${from}::date and ${to}::date
        and name = ${name} ${ofValue('t')}
    ), named as materialized (
      select e.seq, e.transaction_id from days
      cross join lateral (
        select seq, transaction_id from reporting.entries e
        where company_id = ${companyId} and account_id = days.account_id and date = days.period
          ${knownSeq === null ? sql`` : sql`and seq <= ${knownSeq}`} ${withClosing ? sql`` : sql`and not is_closing`}
          and exists (select from json_to_recordset(e.dimensions) as d(name text, value text)
            where d.name = ${name} ${ofValue('d')})
        offset 0) e
      limit ${MOST_ENTRIES + 1}
    )
    select n.seq::int as seq, e.account_id as "accountId", e.debit_gel as debit, e.credit_gel as credit,
      t.reverses_id is not null as "isReversal",
      (select d.value from json_to_recordset(e.dimensions) as d(name text, value text) where d.name = ${name}) as value
    from (select distinct seq, transaction_id from named) n
    join reporting.transactions t on t.company_id = ${companyId} and t.id = n.transaction_id
    cross join lateral (
      select * from reporting.entries e where company_id = ${companyId} and e.seq = n.seq offset 0) e
    order by n.seq, e.line limit ${MOST_ENTRIES + 1}`;
  if (rows.length > MOST_ENTRIES)
    throw badInput('from', from, `more than ${String(MOST_ENTRIES)} entries up to ${to}: ask for fewer days`);
  return ofOneTransaction(rows).flatMap((entries) => {
    const sides = (column: 'debit' | 'credit'): ValuedSide[] =>
      entries.map((entry) => ({
        accountId: entry.accountId,
        value: entry.value,
        amount: parseDatabaseAmount(entry[column]),
      }));
    const isReversal = entries[0]?.isReversal === true;
    return cut(sides('debit'), sides('credit')).map((pair) => ({ ...pair, isReversal }));
  });
}

/**
 * Flows between cash and other accounts that are of a dimension: a flow has the value of the entry beside cash, or where
 * that has none, of the cash itself. So each flow has one value or none, and none is what the others leave of `all`.
 */
export function flowsOf(
  dimension: Dimension,
  pairs: readonly ValuedPair[],
  all: readonly Flow[],
  isCash: (accountId: string) => boolean,
): Flow[] {
  const valueOf = ({ debit, credit }: ValuedPair): string | null => {
    const [cash, other] = isCash(debit.accountId) ? [debit, credit] : [credit, debit];
    return other.value ?? cash.value;
  };
  const flow = ({ debit, credit, amount, isReversal }: ValuedPair, sign: 1n | -1n): Flow =>
    isReversal
      ? { debitAccountId: credit.accountId, creditAccountId: debit.accountId, amount: -sign * amount }
      : { debitAccountId: debit.accountId, creditAccountId: credit.accountId, amount: sign * amount };
  const { value } = dimension;
  return value === null
    ? [...all, ...pairs.filter((pair) => valueOf(pair) !== null).map((pair) => flow(pair, -1n))]
    : pairs.filter((pair) => valueOf(pair) === value).map((pair) => flow(pair, 1n));
}
