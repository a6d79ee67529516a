import type { TransactionSql } from '#db/client.ts';
import { unreachable } from '#shared/domain/decider.ts';
import { formatDatabaseAmount } from '#shared/domain/money.ts';
import { dayBefore } from '#shared/domain/date.ts';
import type { FixedAssetEvent } from '../fixed-assets/fixed-asset.ts';
import { compareTables, type Difference, type Row } from './difference.ts';

type AssetEvent = FixedAssetEvent & { readonly seq: string; readonly userId: string; readonly at: string };

type Tables = Record<
  'asset_classes' | 'fixed_assets' | 'depreciation_runs' | 'asset_values',
  Map<string, Row>
>;

const emptyTables = (): Tables => ({
  asset_classes: new Map(),
  fixed_assets: new Map(),
  depreciation_runs: new Map(),
  asset_values: new Map(),
});

/** Compares the register of fixed assets, and everything that it has of the books, with what the events come to. */
export async function compareFixedAssets(
  sql: TransactionSql,
  companyId: string,
  limit: number,
): Promise<Difference[]> {
  const events = await sql<AssetEvent[]>`
    /* verifyAssetEvents */ select seq::text as seq, event_type as type, data, metadata ->> 'userId' as "userId",
      to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
    from ledger.event_store where company_id = ${companyId} and aggregate_type = 'FixedAssets' order by event_store.seq`;
  const expected = new Expected();
  for (const event of events) expected.take(event);
  const actual = await readTables(sql, companyId);
  return (Object.keys(actual) as (keyof Tables)[])
    .flatMap((table) => compareTables(`ledger.${table}`, expected.tables[table], actual[table]))
    .slice(0, limit);
}

/** The tables as the events make them, one event after the other. */
class Expected {
  readonly tables = emptyTables();
  readonly #changes = new Map<string, object[]>();

  take(event: AssetEvent): void {
    const { type, data, userId, at } = event;
    const signed = `${at} ${userId}`;
    switch (type) {
      case 'FixedAssetClassSet':
        this.#put('asset_classes', data.code, {
          name_ka: data.names.ka,
          name_en: data.names.en,
          cost_account_id: data.costAccountId,
          accumulated_account_id: data.accumulatedAccountId,
          expense_account_id: data.expenseAccountId,
          method: data.method,
          useful_life_months: data.usefulLifeMonths === null ? null : String(data.usefulLifeMonths),
          starts_in: data.startsIn,
          set: signed,
        });
        return;
      case 'FixedAssetRegistered':
        this.#put('fixed_assets', data.assetId, {
          number: data.number,
          name: data.name,
          registered: canonical(data),
          changes: '[]',
          registration: signed,
          class_code: data.classCode,
          cost_account_id: data.costAccountId,
          accumulated_account_id: data.accumulatedAccountId,
          expense_account_id: data.expenseAccountId,
          dimensions: canonical(data.dimensions),
          start_month: firstDay(data.startMonth),
          booked_through: null,
          disposed_on: null,
          is_cancelled: 'false',
        });
        this.#add(event, 1, data.openingDepreciation === null ? 'ACQUISITION' : 'OPENING', data.heldFrom, [
          data.cost,
          data.openingDepreciation?.amount ?? '0',
        ]);
        return;
      case 'FixedAssetRegistrationCancelled':
        this.#change(event);
        this.#valuesOf(data.assetId).forEach((row, index) => {
          const isReversed = row['kind'] === 'ACQUISITION' && data.transactionId !== null;
          this.#value(event, data.assetId, index + 1, {
            ...opposite(row),
            kind: 'CANCELLED',
            ...(isReversed && { date: data.on, transaction_id: data.transactionId }),
          });
        });
        this.#put('fixed_assets', data.assetId, { is_cancelled: 'true' });
        return;
      case 'FixedAssetPutIntoUse':
        this.#change(event);
        this.#put('fixed_assets', data.assetId, { start_month: firstDay(data.startMonth) });
        return;
      case 'FixedAssetEstimateChanged':
      case 'FixedAssetUnitsRecorded':
        this.#change(event);
        return;
      case 'FixedAssetCostAdded':
        this.#change(event);
        this.#add(event, 1, 'ADDITION', data.on, [data.amount, '0']);
        return;
      case 'FixedAssetTransferred': {
        this.#change(event);
        const isMoved = this.tables.fixed_assets.get(data.assetId)?.['class_code'] !== data.classCode;
        if (isMoved) this.#add(event, 1, 'TRANSFER', data.on, [minus(data.cost), minus(data.accumulated)]);
        this.#put('fixed_assets', data.assetId, {
          class_code: data.classCode,
          cost_account_id: data.costAccountId,
          accumulated_account_id: data.accumulatedAccountId,
          expense_account_id: data.expenseAccountId,
          dimensions: canonical(data.dimensions),
        });
        if (isMoved) this.#add(event, 2, 'TRANSFER', data.on, [data.cost, data.accumulated]);
        return;
      }
      case 'DepreciationRun':
        this.#put('depreciation_runs', data.runId, {
          month: firstDay(data.month),
          date: data.date,
          total: data.total,
          transaction_id: data.transactionId,
          run: signed,
          seq: event.seq,
          reversed_on: null,
          reversed: null,
          reverse_reason: null,
          reversal_id: null,
        });
        for (const line of data.assets) {
          this.#value(event, line.assetId, 1, {
            ...this.#standing(line.assetId),
            date: data.date,
            kind: 'DEPRECIATION',
            cost: '0.00',
            accumulated: money(line.amount),
            catch_up: money(line.catchUp),
            from_month: firstDay(line.from),
            run_id: data.runId,
            disposal_id: null,
            transaction_id: data.transactionId,
          });
          this.#put('fixed_assets', line.assetId, { booked_through: firstDay(data.month) });
        }
        return;
      case 'DepreciationRunReversed':
        for (const [key, row] of [...this.tables.asset_values]) {
          if (row['run_id'] !== data.runId) continue;
          const assetId = key.split(':')[0] ?? '';
          this.#value(event, assetId, 1, {
            ...opposite(row),
            date: data.on,
            run_id: null,
            transaction_id: data.transactionId,
          });
          const from = row['from_month'] ?? '';
          const start = this.tables.fixed_assets.get(assetId)?.['start_month'] ?? '';
          this.#put('fixed_assets', assetId, {
            booked_through: from > start ? firstDay(dayBefore(from).slice(0, 7)) : null,
          });
        }
        this.#put('depreciation_runs', data.runId, {
          reversed_on: data.on,
          reversed: signed,
          reverse_reason: data.reason,
          reversal_id: data.transactionId,
        });
        return;
      case 'FixedAssetDisposed': {
        this.#change(event);
        if (Number(data.depreciation) !== 0)
          this.#add(event, 1, 'DEPRECIATION', data.on, ['0', data.depreciation]);
        this.#add(event, 2, 'DISPOSAL', data.on, [minus(data.cost), minus(data.accumulated)]);
        const start = this.tables.fixed_assets.get(data.assetId)?.['start_month'] ?? null;
        const through = firstDay(data.through);
        this.#put('fixed_assets', data.assetId, {
          booked_through: start !== null && through !== null && start <= through ? through : null,
          disposed_on: data.isWhole ? data.on : null,
        });
        return;
      }
      case 'FixedAssetDisposalReversed':
        this.#change(event);
        for (const row of this.#valuesOf(data.assetId)) {
          if (row['disposal_id'] !== data.disposalId) continue;
          this.#value(event, data.assetId, Number(row['part']), {
            ...opposite(row),
            date: data.on,
            transaction_id: data.transactionId,
          });
        }
        this.#put('fixed_assets', data.assetId, {
          booked_through: firstDay(data.bookedThrough),
          disposed_on: null,
        });
        return;
      default:
        unreachable(event);
    }
  }

  #put(table: keyof Tables, key: string, columns: Row): void {
    this.tables[table].set(key, { ...this.tables[table].get(key), ...columns });
  }

  #change({
    type,
    data,
    userId,
    at,
  }: Extract<AssetEvent, { readonly data: { readonly assetId: string } }>): void {
    const all = [...(this.#changes.get(data.assetId) ?? []), { ...data, kind: type, by: userId, at }];
    this.#changes.set(data.assetId, all);
    this.#put('fixed_assets', data.assetId, { changes: canonical(all) });
  }

  /** Where an asset stands now. */
  #standing(assetId: string): Row {
    const asset = this.tables.fixed_assets.get(assetId);
    return {
      class_code: asset?.['class_code'] ?? null,
      cost_account_id: asset?.['cost_account_id'] ?? null,
      accumulated_account_id: asset?.['accumulated_account_id'] ?? null,
    };
  }

  #add(
    event: Extract<AssetEvent, { readonly data: { readonly assetId: string } }>,
    part: number,
    kind: string,
    date: string,
    [cost, accumulated]: readonly [string, string],
  ): void {
    const { data } = event;
    this.#value(event, data.assetId, part, {
      ...this.#standing(data.assetId),
      date,
      kind,
      cost: money(cost),
      accumulated: money(accumulated),
      catch_up: '0.00',
      from_month: null,
      run_id: null,
      disposal_id: 'disposalId' in data ? data.disposalId : null,
      transaction_id: 'transactionId' in data ? (data.transactionId ?? null) : null,
    });
  }

  #value({ seq }: AssetEvent, assetId: string, part: number, columns: Row): void {
    this.tables.asset_values.set(`${assetId}:${seq}:${String(part)}`, { ...columns, part: String(part) });
  }

  #valuesOf(assetId: string): Row[] {
    return [...this.tables.asset_values].flatMap(([key, row]) => (key.startsWith(assetId) ? [row] : []));
  }
}

/** The same values taken away. */
function opposite(row: Row): Row {
  return {
    ...row,
    cost: money(minus(row['cost'] ?? '0')),
    accumulated: money(minus(row['accumulated'] ?? '0')),
    catch_up: money(minus(row['catch_up'] ?? '0')),
  };
}

function money(text: string): string {
  return formatDatabaseAmount(text);
}

function minus(text: string): string {
  if (/^-?[0.]*$/.test(text)) return text.replace('-', '');
  return text.startsWith('-') ? text.slice(1) : `-${text}`;
}

function firstDay(month: string | null): string | null {
  return month === null ? null : `${month}-01`;
}

async function readTables(sql: TransactionSql, companyId: string): Promise<Tables> {
  const tables = emptyTables();
  // Moments as the events have them, followed by who it was; null where nothing happened.
  const signed = (at: string, by: string) => sql`
    to_char(${sql(at)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || ' ' || ${sql(by)}`;
  const classes = await sql<({ key: string } & Row)[]>`
    /* verifyAssetClasses */ select code as key, name_ka, name_en, cost_account_id, accumulated_account_id,
      expense_account_id, method, useful_life_months::text, starts_in, ${signed('set_at', 'set_by')} as set
    from ledger.asset_classes where company_id = ${companyId}`;
  for (const { key, ...row } of classes) tables.asset_classes.set(key, row);
  const assets = await sql<
    ({ key: string; registered: unknown; changes: unknown; dimensions: unknown } & Row)[]
  >`
    /* verifyFixedAssets */ select id as key, number, name, registered, changes,
      ${signed('registered_at', 'registered_by')} as registration, class_code, cost_account_id, accumulated_account_id,
      expense_account_id, dimensions, start_month::text, booked_through::text, disposed_on::text, is_cancelled::text
    from ledger.fixed_assets where company_id = ${companyId}`;
  for (const { key, registered, changes, dimensions, ...row } of assets)
    tables.fixed_assets.set(key, {
      ...row,
      registered: canonical(registered),
      changes: canonical(changes),
      dimensions: canonical(dimensions),
    });
  const runs = await sql<({ key: string } & Row)[]>`
    /* verifyDepreciationRuns */ select id as key, month::text, date::text, total::text, transaction_id,
      ${signed('run_at', 'run_by')} as run, seq::text, reversed_on::text,
      ${signed('reversed_at', 'reversed_by')} as reversed, reverse_reason, reversal_id
    from ledger.depreciation_runs where company_id = ${companyId}`;
  for (const { key, ...row } of runs) tables.depreciation_runs.set(key, row);
  const values = await sql<({ key: string } & Row)[]>`
    /* verifyAssetValues */ select asset_id || ':' || seq || ':' || part as key, part::text, date::text, kind, class_code,
      cost_account_id, accumulated_account_id, cost::text, accumulated::text, catch_up::text, from_month::text, run_id,
      disposal_id, transaction_id
    from ledger.asset_values where company_id = ${companyId}`;
  for (const { key, ...row } of values) tables.asset_values.set(key, row);
  return tables;
}

/** JSON with sorted keys: jsonb keeps no order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
