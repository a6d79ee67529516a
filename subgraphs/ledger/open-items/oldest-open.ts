import type { PendingQuery, Row } from 'postgres';
import type { TransactionSql } from '#db/client.ts';
import { CONTROL_ROLES } from './open-item.ts';

type Fragment = PendingQuery<Row[]>;

export interface OldestAsked {
  /** Entries after this day, and matchings that hold only after it, count for nothing; null asks what is open now. */
  readonly asOf: string | null;
  readonly accountId?: string | null;
  readonly counterpartyId?: string | null;
  /** Only items of at least so many days before `asOf`. */
  readonly daysBefore?: number;
  /** Day and id of the item to go on behind. */
  readonly after?: readonly [day: string, id: string] | null;
  readonly limit: number;
}

/**
 * The oldest items of the control accounts that are open, each with what settles a part of it: `matched` in its currency,
 * `matched_gel` in lari. What was settled by then is not read: the cost follows the page, and for a day in the past what was
 * settled since.
 */
export function oldestOpen(sql: TransactionSql, companyId: string, asked: OldestAsked): Fragment {
  const { asOf, accountId = null, limit } = asked;
  const open = openAmong(sql, companyId, asked, sql`i.settled_on is null`);
  const settledSince =
    asOf === null
      ? sql``
      : sql`union all ${openAmong(sql, companyId, asked, sql`i.settled_on > ${asOf}::date`)}`;
  return sql`
    select i.* from ledger.accounts a
    cross join lateral (
      select * from (${open} ${settledSince}) b
      order by transaction_date, transaction_id, line limit ${limit}) i
    where a.company_id = ${companyId} and a.role = any (${[...CONTROL_ROLES]}::text[])
      ${accountId === null ? sql`` : sql`and a.id = ${accountId}`}
    order by i.transaction_date, i.transaction_id, i.line limit ${limit}`;
}

/** The oldest open items of account `a` among some. They are put in order first: matchings are read until the page is full. */
function openAmong(
  sql: TransactionSql,
  companyId: string,
  { asOf, counterpartyId = null, daysBefore = 0, after = null, limit }: OldestAsked,
  some: Fragment,
): Fragment {
  const byDay = asOf === null ? sql`` : sql`and i.transaction_date <= ${asOf}::date - ${daysBefore}::int`;
  const byCounterparty = counterpartyId === null ? sql`` : sql`and i.counterparty_id = ${counterpartyId}`;
  const counts =
    asOf === null
      ? sql`o.is_active`
      : sql`(o.is_active or o.ended_on > ${asOf}::date) and o.date <= ${asOf}::date`;
  return sql`
    (select c.*, m.amount as matched, m.amount_gel as matched_gel
     from (
       select i.transaction_id, i.line, i.account_id, i.counterparty_id, i.transaction_date, i.seq, i.amount
       from ledger.counterparty_items i
       where i.company_id = ${companyId} and i.account_id = a.id and ${some} ${byDay} ${byCounterparty}
         ${behind(sql, after)}
       order by i.transaction_date, i.transaction_id, i.line offset 0) c
     cross join lateral (
       select coalesce(sum(o.amount), 0) as amount, coalesce(sum(o.amount_gel), 0) as amount_gel
       from ledger.matched_items o
       where o.company_id = ${companyId} and o.transaction_id = c.transaction_id and o.line = c.line and ${counts}) m
     where c.amount > m.amount
     order by c.transaction_date, c.transaction_id, c.line limit ${limit})`;
}

function behind(sql: TransactionSql, after: OldestAsked['after']): Fragment {
  if (after == null) return sql``;
  const [day, id] = after;
  const [transaction = null, line = null] = id.split(':');
  return sql`and i.transaction_date >= ${day}::date
    and (i.transaction_date, i.transaction_id, i.line) > (${day}::date, ${transaction}::uuid, ${line}::int)`;
}
