import type { Database } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import { isUuid } from '#shared/domain/ids.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import type { Dimension } from '../transactions/transaction.ts';
import type { AssetChange, AssetRegistered } from './fixed-asset.ts';
import { monthOf, type Month } from './months.ts';

/** NOT_IN_USE before it is put to use; what was disposed of or cancelled is no longer there. */
export const ASSET_STATES = ['NOT_IN_USE', 'IN_USE', 'FULLY_DEPRECIATED', 'DISPOSED', 'CANCELLED'] as const;
export type AssetState = (typeof ASSET_STATES)[number];

export interface FixedAssetRow {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly state: AssetState;
  readonly registered: AssetRegistered;
  readonly changes: readonly AssetChange[];
  readonly classCode: string;
  readonly costAccountId: string;
  readonly accumulatedAccountId: string | null;
  readonly expenseAccountId: string | null;
  readonly dimensions: readonly Dimension[];
  readonly cost: string;
  readonly accumulated: string;
  readonly carrying: string;
  readonly bookedThrough: CalendarDate | null;
  readonly disposedOn: CalendarDate | null;
  readonly registeredAt: string;
  readonly registeredBy: string;
}

export interface AssetConditions {
  readonly ids?: readonly string[] | undefined;
  readonly classCode?: string | null | undefined;
  readonly state?: AssetState | null | undefined;
  /** Only what the register held at the end of this day. */
  readonly asOf?: CalendarDate | null | undefined;
}

/** Some assets by id, for loaders; what is not the company's is absent from the answer. */
export function findAssets(
  database: Database,
  companyId: string,
  ids: readonly string[],
): Promise<FixedAssetRow[]> {
  return listAssets(database, companyId, { ids }, { after: null, limit: ids.length });
}

/** Assets by their numbers. Cost and depreciation are those of `asOf`, or of now. */
export async function listAssets(
  database: Database,
  companyId: string,
  { ids, classCode = null, state = null, asOf = null }: AssetConditions,
  page: Pick<Page<[string]>, 'after' | 'limit'>,
): Promise<FixedAssetRow[]> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<FixedAssetRow[]>`
      /* fixedAssets */ select * from (
        select f.id, f.number, f.name, f.registered, f.changes, f.class_code as "classCode",
          f.cost_account_id as "costAccountId", f.accumulated_account_id as "accumulatedAccountId",
          f.expense_account_id as "expenseAccountId", f.dimensions, s.cost::numeric(19, 2)::text as cost,
          s.accumulated::numeric(19, 2)::text as accumulated,
          (s.cost - s.accumulated)::numeric(19, 2)::text as carrying,
          f.booked_through as "bookedThrough", f.disposed_on as "disposedOn", f.registered_at as "registeredAt",
          f.registered_by as "registeredBy",
          case when f.is_cancelled then 'CANCELLED' when f.disposed_on is not null then 'DISPOSED'
            when f.start_month is null and coalesce(f.registered ->> 'inUseOn', '') = ''
              and not f.changes @? '$[*] ? (@.kind == "FixedAssetPutIntoUse")' then 'NOT_IN_USE'
            when f.accumulated_account_id is not null and n.accumulated >= n.cost - ledger.residual_of(f.registered, f.changes)
            then 'FULLY_DEPRECIATED'
            else 'IN_USE' end as state
        from ledger.fixed_assets f
        cross join lateral (
          select coalesce(sum(v.cost), 0) as cost, coalesce(sum(v.accumulated), 0) as accumulated
          from ledger.asset_values v where v.company_id = f.company_id and v.asset_id = f.id) n
        cross join lateral (
          select coalesce(sum(v.cost), 0) as cost, coalesce(sum(v.accumulated), 0) as accumulated
          from ledger.asset_values v where v.company_id = f.company_id and v.asset_id = f.id
            and (${asOf}::date is null or v.date <= ${asOf}::date)) s
        where f.company_id = ${companyId}
          and (${ids === undefined} or f.id = any (${(ids ?? []).filter(isUuid)}::uuid[]))
          and (${classCode}::text is null or f.class_code = ${classCode}::text)
          and (${asOf}::date is null or ${ids !== undefined} or s.cost > 0)
          and (${page.after?.[0] ?? null}::text is null or f.number > ${page.after?.[0] ?? null}::text)) a
      where ${state}::text is null or a.state = ${state}::text
      order by a.number limit ${page.limit}`,
  );
  return [...rows];
}

/** A run as decisions know it, whatever became of it. */
export interface KnownRunRow {
  readonly month: Month;
  readonly transactionId: string | null;
  readonly isReversed: boolean;
}

export async function findRun(
  database: Database,
  companyId: string,
  id: string,
): Promise<KnownRunRow | null> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<{ month: CalendarDate; transactionId: string | null; isReversed: boolean }[]>`
      /* depreciationRunToReverse */ select month::text as month, transaction_id as "transactionId",
        reversed_on is not null as "isReversed"
      from ledger.depreciation_runs where company_id = ${companyId} and id = ${id}`,
  );
  return row === undefined ? null : { ...row, month: monthOf(row.month) };
}

/** Number of an asset of a run that was disposed of, or moved to another class, behind the run; null if there is none. */
export async function movedSince(
  database: Database,
  companyId: string,
  runId: string,
): Promise<string | null> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<{ number: string }[]>`
      /* assetsMovedSinceRun */ select f.number from ledger.asset_values r
      join ledger.asset_values v on v.company_id = r.company_id and v.asset_id = r.asset_id and v.seq > r.seq
        and v.kind in ('DISPOSAL', 'TRANSFER')
      join ledger.fixed_assets f on f.company_id = r.company_id and f.id = r.asset_id
      where r.company_id = ${companyId} and r.run_id = ${runId}
      group by f.number, v.kind, coalesce(v.disposal_id, v.asset_id)
      having v.kind = 'TRANSFER' or sum(v.cost) <> 0
      order by 1 limit 1`,
  );
  return row?.number ?? null;
}

/** The asset and transaction of a disposal. */
export async function findDisposal(
  database: Database,
  companyId: string,
  id: string,
): Promise<{ readonly assetId: string; readonly transactionId: string } | null> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<{ assetId: string; transactionId: string }[]>`
      /* assetDisposal */ select asset_id as "assetId", transaction_id as "transactionId" from ledger.asset_values
      where company_id = ${companyId} and disposal_id = ${id} order by seq, part limit 1`,
  );
  return row ?? null;
}

export interface DepreciationRunRow {
  readonly id: string;
  readonly monthOn: CalendarDate;
  readonly date: CalendarDate;
  readonly total: string;
  readonly transactionId: string | null;
  readonly runAt: string;
  readonly runBy: string;
  readonly reversedOn: CalendarDate | null;
  readonly reversedAt: string | null;
  readonly reversedBy: string | null;
  readonly reverseReason: string | null;
  readonly reversalId: string | null;
  readonly seq: number;
}

export function findRuns(
  database: Database,
  companyId: string,
  ids: readonly string[],
): Promise<DepreciationRunRow[]> {
  return listRuns(database, companyId, { ids }, { after: null, limit: ids.length });
}

/** Runs, the newest first. */
export async function listRuns(
  database: Database,
  companyId: string,
  { ids }: { readonly ids?: readonly string[] },
  page: Pick<Page<[number]>, 'after' | 'limit'>,
): Promise<DepreciationRunRow[]> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<DepreciationRunRow[]>`
      /* depreciationRuns */ select id, month as "monthOn", date, total::text as total, transaction_id as "transactionId",
        run_at as "runAt", run_by as "runBy", reversed_on as "reversedOn", reversed_at as "reversedAt",
        reversed_by as "reversedBy", reverse_reason as "reverseReason", reversal_id as "reversalId", seq::int as seq
      from ledger.depreciation_runs
      where company_id = ${companyId} and (${ids === undefined} or id = any (${(ids ?? []).filter(isUuid)}::uuid[]))
        and (${page.after?.[0] ?? null}::bigint is null or seq < ${page.after?.[0] ?? null}::bigint)
      order by seq desc limit ${page.limit}`,
  );
  return [...rows];
}

export interface RunLineRow {
  readonly runId: string;
  readonly assetId: string;
  readonly amount: string;
  readonly catchUp: string;
  readonly from: CalendarDate;
  readonly accumulated: string;
  readonly carrying: string;
}

/** What runs took of each asset, and how it stood behind them. */
export async function listRunLines(
  database: Database,
  companyId: string,
  runIds: readonly string[],
): Promise<RunLineRow[]> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<RunLineRow[]>`
      /* depreciationRunLines */ select r.run_id as "runId", r.asset_id as "assetId", r.accumulated::text as amount,
        r.catch_up::text as "catchUp", r.from_month as "from", s.accumulated::text as accumulated,
        (s.cost - s.accumulated)::text as carrying
      from ledger.asset_values r
      join ledger.fixed_assets f on f.company_id = r.company_id and f.id = r.asset_id
      cross join lateral (
        select sum(v.cost) as cost, sum(v.accumulated) as accumulated from ledger.asset_values v
        where v.company_id = r.company_id and v.asset_id = r.asset_id and v.seq <= r.seq) s
      where r.company_id = ${companyId} and r.run_id = any (${[...runIds]}::uuid[])
      order by r.run_id, f.number`,
  );
  return [...rows];
}
