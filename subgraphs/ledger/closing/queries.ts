import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Database, TransactionSql } from '#db/client.ts';
import {
  askChecks,
  closingMonthOf,
  type CheckedItem,
  type ChecklistCheck,
  type ClosingMonth,
} from '#shared/graphql/close-checklist.ts';
import { CHECKS } from './checks.ts';
import { yearClosings } from './tables.ts';

export type YearClosingRow = typeof yearClosings.$inferSelect;

/** Closings and reopenings of the given years, oldest first. */
export function listYearClosings(
  database: Database,
  companyId: string,
  years: readonly number[],
): Promise<YearClosingRow[]> {
  return database.withCompanyDrizzle(companyId, (db) =>
    db
      .select()
      .from(yearClosings)
      .where(and(eq(yearClosings.companyId, companyId), inArray(yearClosings.year, [...years])))
      .orderBy(asc(yearClosings.year), asc(yearClosings.version)),
  );
}

/** What stands on an account at the end of a year, as the database sums it; positive for a debit. */
export interface StandingRow {
  readonly id: string;
  readonly code: string;
  readonly currency: string | null;
  readonly isResult: boolean;
  readonly amount: string;
  readonly gel: string;
}

/** What stands at the end of a year on accounts of revenue and expense, and on the account named. */
export function sumStandings(
  database: Database,
  companyId: string,
  year: number,
  summaryId: string | null,
): Promise<StandingRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<StandingRow[]>`
      /* standingsOfYear */ select a.id, a.code, a.currency, a.type in ('REVENUE', 'EXPENSE') as "isResult",
        coalesce(sum(t.debit - t.credit) filter (where t.currency = a.currency), 0)::text as amount,
        sum(t.debit_gel - t.credit_gel)::text as gel
      from ledger.accounts a
      join ledger.account_turnover t on t.company_id = a.company_id and t.account_id = a.id and t.level = 'year'
        and t.period <= make_date(${year}, 1, 1)
      where a.company_id = ${companyId} and (a.type in ('REVENUE', 'EXPENSE') or a.id = ${summaryId}::uuid)
      group by a.id, a.code, a.currency, a.type
      order by a.code`,
  );
}

/** The account of a role of the ledger's own documents, as far as the chart has one. */
export async function accountOfRole(
  database: Database,
  companyId: string,
  role: string,
): Promise<string | null> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<{ id: string | null }[]>`
      /* accountOfRole */ select coalesce(p.account_id, a.id) as id
      from ledger.default_posting_accounts d
      left join ledger.posting_accounts p on p.company_id = ${companyId} and p.role = d.role
      left join ledger.accounts a on a.company_id = ${companyId} and a.code = d.account_code
      where d.role = ${role}`,
  );
  return row?.id ?? null;
}

/** Ids of the adjustments of a year, in the order of posting: they stand on its last day and say what they are. */
export async function adjustmentsOf(
  database: Database,
  companyId: string,
  year: number,
  page: { readonly after: number | null; readonly limit: number },
): Promise<{ id: string; seq: number }[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<{ id: string; seq: number }[]>`
      /* yearEndAdjustments */ select t.id, t.seq
      from ledger.transactions t
      join ledger.event_store e on e.company_id = t.company_id and e.aggregate_id = t.id and e.version = 1
      where t.company_id = ${companyId} and t.transaction_date = make_date(${year}, 12, 31)
        and t.status in ('POSTED', 'REVERSED') and e.data ->> 'isYearEndAdjustment' = 'true'
        and t.seq > ${page.after ?? 0}
      order by t.seq limit ${page.limit}`,
  );
}

/** Those among transactions that say that they are adjustments of a year. */
export async function findAdjustments(
  database: Database,
  companyId: string,
  transactionIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<{ id: string }[]>`
      /* adjustmentsAmong */ select e.aggregate_id as id from ledger.event_store e
      where e.company_id = ${companyId} and e.aggregate_id = any (${[...transactionIds]}::uuid[]) and e.version = 1
        and e.data ->> 'isYearEndAdjustment' = 'true'`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** The month as checks are asked about it; undefined when there is none. */
export async function closingMonth(
  sql: TransactionSql,
  companyId: string,
  year: number,
  month: number,
): Promise<ClosingMonth | undefined> {
  const [period] = await sql<{ year: number }[]>`
    /* closingMonth */ select year from ledger.fiscal_periods
    where company_id = ${companyId} and year = ${year} and month = ${month}`;
  if (period === undefined) return undefined;
  return closingMonthOf(companyId, year, month);
}

/** Asks the checks about a month, in one snapshot; what has found nothing is left out. Undefined without such a month. */
export function findOpen(
  database: Database,
  companyId: string,
  year: number,
  month: number,
  checks: readonly ChecklistCheck[] = CHECKS,
): Promise<CheckedItem[] | undefined> {
  return database.withCompany(
    companyId,
    async (sql) => {
      const about = await closingMonth(sql, companyId, year, month);
      return about === undefined ? undefined : askChecks(sql, about, checks);
    },
    'snapshot',
  );
}

/** What hinders the closing of a month. */
export async function blockingChecks(
  database: Database,
  companyId: string,
  year: number,
  month: number,
): Promise<{ code: string; count: number }[]> {
  const isMonth = Number.isInteger(year) && Number.isInteger(month) && month >= 1 && month <= 12;
  const blocking = CHECKS.filter(({ severity }) => severity === 'BLOCKS');
  const items = isMonth ? await findOpen(database, companyId, year, month, blocking) : [];
  return (items ?? []).map(({ check, count }) => ({ code: check.code, count }));
}
