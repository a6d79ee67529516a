import type { Database, TransactionSql } from '#db/client.ts';
import { isUuid } from '#shared/domain/ids.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import type { Dimension } from '../../transactions/transaction.ts';
import type { SpreadMethod } from './plan.ts';
import type { SpreadKind, SpreadPlan } from './spread.ts';

/** A plan as it is kept: with who made it, when and why. */
export interface SignedPlan extends SpreadPlan {
  readonly kind: 'SpreadCreated' | 'SpreadChanged' | 'SpreadEnded';
  readonly method: SpreadMethod | null;
  readonly reason: string | null;
  readonly by: string;
  readonly at: string;
}

export interface SpreadRow {
  readonly id: string;
  readonly kind: SpreadKind;
  readonly description: string;
  readonly reference: string | null;
  readonly counterpartyId: string | null;
  readonly dimensions: readonly Dimension[];
  readonly fromAccountId: string;
  readonly transactionId: string | null;
  readonly carriedFrom: CalendarDate;
  readonly amount: string;
  /** What is not posted, or was posted and reversed. */
  readonly remaining: string;
  readonly isOpen: boolean;
  readonly plans: readonly SignedPlan[];
  readonly createdAt: string;
  readonly createdBy: string;
}

export interface SpreadPartRow {
  readonly spreadId: string;
  readonly number: number;
  readonly plan: number;
  readonly date: CalendarDate;
  readonly amount: string;
  readonly status: 'PLANNED' | 'POSTED' | 'REVERSED' | 'REPLACED';
  readonly transactionId: string | null;
}

export interface SpreadConditions {
  readonly ids?: readonly string[] | undefined;
  /** True for those of which something is left, false for those of which nothing is. */
  readonly isOpen?: boolean | null | undefined;
}

/** Some of them by id, for loaders; what is not the company's is absent from the answer. */
export function findSpreads(
  database: Database,
  companyId: string,
  ids: readonly string[],
): Promise<SpreadRow[]> {
  return listSpreads(database, companyId, { ids }, { after: null, limit: ids.length });
}

/** Spreads, the newest first. */
export async function listSpreads(
  database: Database,
  companyId: string,
  { ids, isOpen = null }: SpreadConditions,
  page: Pick<Page<[string]>, 'after' | 'limit'>,
): Promise<SpreadRow[]> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<SpreadRow[]>`
      /* spreads */ select s.id, s.kind, s.description, s.reference, s.counterparty_id as "counterpartyId", s.dimensions,
        s.from_account_id as "fromAccountId", s.transaction_id as "transactionId", s.carried_from as "carriedFrom",
        s.amount::text as amount, (s.amount - p.posted)::text as remaining, p.is_open as "isOpen", s.plans,
        s.created_at as "createdAt", s.created_by as "createdBy"
      from ledger.spreads s
      cross join lateral (
        select coalesce(sum(n.amount) filter (where t.status = 'POSTED' and not n.is_replaced), 0) as posted,
          coalesce(bool_or(n.transaction_id is null and not n.is_replaced), false) as is_open
        from ledger.spread_parts n
        left join ledger.transactions t on t.company_id = n.company_id and t.id = n.transaction_id
        where n.company_id = s.company_id and n.spread_id = s.id) p
      where s.company_id = ${companyId}
        and (${ids === undefined} or s.id = any (${(ids ?? []).filter(isUuid)}::uuid[]))
        and (${isOpen}::bool is null or p.is_open = ${isOpen}::bool)
        and (${page.after?.[0] ?? null}::uuid is null or s.id < ${page.after?.[0] ?? null}::uuid)
      order by s.id desc limit ${page.limit}`,
  );
  return [...rows];
}

/** Parts of spreads, in the order of their days. */
export async function listParts(
  database: Database,
  companyId: string,
  spreadIds: readonly string[],
): Promise<SpreadPartRow[]> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<SpreadPartRow[]>`
      /* spreadParts */ select p.spread_id as "spreadId", p.number, p.plan, p.date, p.amount::text as amount,
        case when p.is_replaced then 'REPLACED' when t.id is null then 'PLANNED' when t.status = 'REVERSED' then 'REVERSED'
          else 'POSTED' end as status, p.transaction_id as "transactionId"
      from ledger.spread_parts p
      left join ledger.transactions t on t.company_id = p.company_id and t.id = p.transaction_id
      where p.company_id = ${companyId} and p.spread_id = any (${[...spreadIds]}::uuid[])
      order by p.spread_id, p.date, p.number`,
  );
  return [...rows];
}

/** Numbers of the parts whose transaction was reversed. */
export async function reversedParts(
  database: Database,
  companyId: string,
  spreadId: string,
): Promise<ReadonlySet<number>> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<{ number: number }[]>`
      /* reversedParts */ select p.number from ledger.spread_parts p
      join ledger.transactions t on t.company_id = p.company_id and t.id = p.transaction_id and t.status = 'REVERSED'
      where p.company_id = ${companyId} and p.spread_id = ${spreadId} and not p.is_replaced`,
  );
  return new Set(rows.map(({ number }) => number));
}

/** What spreads still carry on an account. */
export interface CarriedRow {
  readonly accountId: string;
  readonly carried: string;
}

/** What spreads carry as of a day, by account: the amounts less their parts that are posted by then. */
export async function carriedOn(
  database: Database,
  companyId: string,
  asOf: CalendarDate | null,
): Promise<CarriedRow[]> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<CarriedRow[]>`
      /* carriedBySpreads */ select s.from_account_id as "accountId",
        sum(case when ${asOf}::date is null or s.carried_from <= ${asOf}::date then s.amount else 0 end - p.posted)::text
          as carried
      from ledger.spreads s
      cross join lateral (
        select coalesce(sum(n.amount), 0) as posted from ledger.spread_parts n
        join ledger.transactions t on t.company_id = n.company_id and t.id = n.transaction_id
        left join ledger.transactions r on r.company_id = t.company_id and r.id = t.reversed_by_id
        where n.company_id = s.company_id and n.spread_id = s.id
          and (${asOf}::date is null or t.transaction_date <= ${asOf}::date)
          and (r.id is null or (${asOf}::date is not null and r.transaction_date > ${asOf}::date))) p
      where s.company_id = ${companyId}
      group by 1 order by 1`,
  );
  return [...rows];
}

/** Planned parts up to a day that are not posted, in the order of their days. */
export interface DuePart {
  readonly spreadId: string;
  readonly number: number;
  readonly date: CalendarDate;
  readonly amount: string;
  readonly description: string;
}

export async function dueParts(
  sql: TransactionSql,
  companyId: string,
  { from, until }: { readonly from: CalendarDate | null; readonly until: CalendarDate },
  limit: number,
): Promise<DuePart[]> {
  const rows = await sql<DuePart[]>`
    /* duePartsOfSpreads */ select p.spread_id as "spreadId", p.number, p.date, p.amount::text as amount, s.description
    from ledger.spread_parts p
    join ledger.spreads s on s.company_id = p.company_id and s.id = p.spread_id
    where p.company_id = ${companyId} and p.transaction_id is null and not p.is_replaced and p.date <= ${until}::date
      and (${from}::date is null or p.date >= ${from}::date)
    order by p.date, p.spread_id, p.number limit ${limit}`;
  return [...rows];
}
