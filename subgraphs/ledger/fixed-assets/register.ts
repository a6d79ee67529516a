import type { Database, TransactionSql } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import { isUuid } from '#shared/domain/ids.ts';
import { parseDatabaseAmount } from '#shared/domain/money.ts';
import type { Dimension } from '../transactions/transaction.ts';
import { findClasses } from './classes.ts';
import { registerId, type Asset, type AssetChange, type AssetRegistered } from './fixed-asset.ts';
import type { KnownRun, Register } from './known-register.ts';
import { monthOf, nameOfMonth, type Month } from './months.ts';

interface AssetFields {
  readonly id: string;
  readonly registered: AssetRegistered;
  readonly registeredBy: string;
  readonly changes: readonly AssetChange[];
  readonly classCode: string;
  readonly costAccountId: string;
  readonly accumulatedAccountId: string | null;
  readonly expenseAccountId: string | null;
  readonly dimensions: readonly Dimension[];
  readonly isCancelled: boolean;
  readonly cost: string;
  readonly accumulated: string;
  readonly bookedThrough: CalendarDate | null;
}

/**
 * Reads the register as decisions need it.
 * @param which assets by id; all of those that may still be depreciated when `month` is given instead
 */
export function loadRegister(
  database: Database,
  companyId: string,
  which: {
    readonly ids?: readonly string[];
    readonly month?: Month;
    readonly number?: string | null | undefined;
  },
): Promise<Register> {
  return database.withCompany(
    companyId,
    async (sql) => {
      const [head] = await sql<
        { version: number; given: number; isTaken: boolean; run: (KnownRun & { monthDate: string }) | null }[]
      >`
        /* assetRegister */ select
          (select coalesce(max(version), 0)::int from ledger.event_store
             where company_id = ${companyId} and aggregate_id = ${registerId(companyId)}) as version,
          (select count(*)::int from ledger.fixed_assets
             where company_id = ${companyId} and number ~ '^FA-[0-9]{6,}$') as given,
          exists (select from ledger.fixed_assets
             where company_id = ${companyId} and number = ${which.number ?? null}::text) as "isTaken",
          (select json_build_object('id', r.id, 'monthDate', r.month, 'transactionId', r.transaction_id)
             from ledger.depreciation_runs r where r.company_id = ${companyId} and r.reversed_on is null
             order by r.month desc limit 1) as run`;
      const run = head?.run ?? null;
      const classes = await findClasses(sql, companyId);
      return {
        version: head?.version ?? 0,
        assets: await readAssets(sql, companyId, which),
        lastRun:
          run === null
            ? null
            : { id: run.id, transactionId: run.transactionId, month: monthOf(run.monthDate) },
        classes: new Map(classes.map((row) => [row.code, row])),
        numbersGiven: head?.given ?? 0,
        isNumberTaken: head?.isTaken ?? false,
      };
    },
    'snapshot',
  );
}

/** Assets by id, or all that may be depreciated up to a month. */
export async function readAssets(
  sql: TransactionSql,
  companyId: string,
  { ids, month }: { readonly ids?: readonly string[]; readonly month?: Month },
): Promise<Map<string, Asset>> {
  if (ids === undefined && month === undefined) return new Map();
  const until = month === undefined ? null : `${nameOfMonth(month)}-01`;
  const rows = await sql<AssetFields[]>`
    /* assetsToDecide */ select f.id, f.registered, f.registered_by as "registeredBy", f.changes,
      f.class_code as "classCode", f.cost_account_id as "costAccountId",
      f.accumulated_account_id as "accumulatedAccountId", f.expense_account_id as "expenseAccountId", f.dimensions,
      f.is_cancelled as "isCancelled", s.cost::text as cost, s.accumulated::text as accumulated,
      f.booked_through::text as "bookedThrough"
    from ledger.fixed_assets f
    cross join lateral (
      select coalesce(sum(v.cost), 0) as cost, coalesce(sum(v.accumulated), 0) as accumulated
      from ledger.asset_values v where v.company_id = f.company_id and v.asset_id = f.id) s
    where f.company_id = ${companyId}
      and (${ids === undefined} or f.id = any (${(ids ?? []).filter(isUuid)}::uuid[]))
      and (${until}::date is null
           or (f.start_month <= ${until}::date and f.disposed_on is null and not f.is_cancelled
               and (f.booked_through is null or f.booked_through < ${until}::date)))
    order by f.number`;
  return new Map(rows.map((row) => [row.id, toAsset(row)]));
}

function toAsset(row: AssetFields): Asset {
  const { registered, registeredBy, changes, classCode, dimensions, isCancelled } = row;
  const { costAccountId, accumulatedAccountId, expenseAccountId } = row;
  return {
    registered,
    registeredBy,
    changes,
    classCode,
    dimensions,
    isCancelled,
    accounts: { costAccountId, accumulatedAccountId, expenseAccountId },
    cost: parseDatabaseAmount(row.cost),
    accumulated: parseDatabaseAmount(row.accumulated),
    bookedThrough: row.bookedThrough === null ? null : monthOf(row.bookedThrough),
  };
}
