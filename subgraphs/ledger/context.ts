import DataLoader from 'dataloader';
import type { Database } from '#db/client.ts';
import { ISO_4217 } from '#shared/domain/currencies.ts';
import { isUuid } from '#shared/domain/ids.ts';
import { companyContext, type CompanyContext } from '#shared/graphql/company-context.ts';
import { manyByKey, oneByKey } from '#shared/graphql/loaders.ts';
import type { Caller } from '#shared/platform/principal.ts';
import type { Logger } from '#shared/platform/log.ts';
import { findAccounts, type AccountRow } from './accounts/queries.ts';
import {
  NO_SUMS,
  sumAccounts,
  sumCurrencies,
  type BalanceQuestion,
  type CurrencySums,
  type Sums,
} from './balances/queries.ts';
import { findAdjustments, listYearClosings, type YearClosingRow } from './closing/queries.ts';
import { listCurrencies } from './currencies/queries.ts';
import { listPeriodChanges, listPeriods, type PeriodChangeRow, type PeriodRow } from './periods/queries.ts';
import { findSources, type TransactionSourceRow } from './postings/queries.ts';
import { findClasses, type AssetClassRow } from './fixed-assets/classes.ts';
import type { AssetDesk } from './fixed-assets/files/desk.ts';
import {
  findAssets,
  findRuns,
  listRunLines,
  type DepreciationRunRow,
  type FixedAssetRow,
  type RunLineRow,
} from './fixed-assets/queries.ts';
import { findRevaluations, type RevaluationRow } from './revaluation/queries.ts';
import { findRecurringEntries, type RecurringEntryRow } from './schedules/recurring/queries.ts';
import { findReversingEntries, type ReversingEntryRow } from './schedules/reversing/queries.ts';
import { findSpreads, listParts, type SpreadPartRow, type SpreadRow } from './schedules/spreads/queries.ts';
import { findTransactions, type TransactionRow } from './transactions/queries.ts';
import type { LedgerWriter } from './writer.ts';

/** What resolvers get for one operation: who asks, loaders, the write path. */
export interface LedgerContext extends CompanyContext {
  readonly writer: LedgerWriter;
  readonly loaders: LedgerLoaders;
  /** Links to files of fixed assets. */
  readonly files: AssetDesk;
  readonly log: Logger;
}

export interface LedgerLoaders {
  readonly account: DataLoader<string, AccountRow | null>;
  readonly accountByCode: DataLoader<string, AccountRow | null>;
  readonly accountChildren: DataLoader<string, AccountRow[]>;
  readonly transaction: DataLoader<string, TransactionRow | null>;
  /** By transaction. */
  readonly source: DataLoader<string, TransactionSourceRow | null>;
  readonly recurringEntry: DataLoader<string, RecurringEntryRow | null>;
  readonly reversingEntry: DataLoader<string, ReversingEntryRow | null>;
  readonly revaluation: DataLoader<string, RevaluationRow | null>;
  readonly spread: DataLoader<string, SpreadRow | null>;
  /** By spread, in the order of their days. */
  readonly spreadParts: DataLoader<string, SpreadPartRow[]>;
  readonly fixedAsset: DataLoader<string, FixedAssetRow | null>;
  readonly depreciationRun: DataLoader<string, DepreciationRunRow | null>;
  /** By run. */
  readonly depreciationLines: DataLoader<string, RunLineRow[]>;
  /** All classes of assets, read once unless they are wanted `anew`. */
  assetClasses(anew?: boolean): Promise<AssetClassRow[]>;
  readonly period: DataLoader<string, PeriodRow | null>;
  readonly periodChanges: DataLoader<number, PeriodChangeRow[]>;
  /** Closings and reopenings of a year as a whole. */
  readonly yearClosings: DataLoader<number, YearClosingRow[]>;
  /** Whether a transaction is an adjustment of its year. */
  readonly isYearEndAdjustment: DataLoader<string, boolean>;
  /** Decimals of a currency's smallest unit. */
  readonly minorUnits: DataLoader<string, number>;
  /** Loaders of sums, one a question, so that all accounts of one question share a statement. */
  sums(question: BalanceQuestion): DataLoader<string, Sums>;
  currencySums(question: BalanceQuestion): DataLoader<string, CurrencySums[]>;
}

/** Builds the context of one operation. */
export function createLedgerContext(
  parts: Pick<LedgerContext, 'writer' | 'files' | 'log'>,
  caller: Caller,
): LedgerContext {
  const context = companyContext(parts.writer.database, caller);
  return { ...parts, ...context, loaders: createLoaders(context.database, context.companyId) };
}

function createLoaders(database: Database, companyId: string): LedgerLoaders {
  const sums = new Map<string, DataLoader<string, Sums>>();
  const currencySums = new Map<string, DataLoader<string, CurrencySums[]>>();
  let classes: Promise<AssetClassRow[]> | null = null;
  return {
    // An id that is no UUID exists in no company; it must not reach a uuid column.
    account: oneByKey(
      (ids) => findAccounts(database, companyId, 'id', ids.filter(isUuid)),
      (row) => row.id,
    ),
    accountByCode: oneByKey(
      (codes) => findAccounts(database, companyId, 'code', codes),
      (row) => row.code,
    ),
    accountChildren: manyByKey(
      (ids) => findAccounts(database, companyId, 'parentId', ids),
      (row) => row.parentId ?? '',
    ),
    transaction: oneByKey(
      (ids) => findTransactions(database, companyId, ids.filter(isUuid)),
      (row) => row.id,
    ),
    source: oneByKey(
      (ids) => findSources(database, companyId, ids),
      (row) => row.transactionId,
    ),
    recurringEntry: oneByKey(
      (ids) => findRecurringEntries(database, companyId, ids),
      (row) => row.id,
    ),
    reversingEntry: oneByKey(
      (ids) => findReversingEntries(database, companyId, ids),
      (row) => row.id,
    ),
    revaluation: oneByKey(
      (ids) => findRevaluations(database, companyId, ids),
      (row) => row.id,
    ),
    spread: oneByKey(
      (ids) => findSpreads(database, companyId, ids),
      (row) => row.id,
    ),
    spreadParts: manyByKey(
      (ids) => listParts(database, companyId, ids),
      (row) => row.spreadId,
    ),
    fixedAsset: oneByKey(
      (ids) => findAssets(database, companyId, ids),
      (row) => row.id,
    ),
    depreciationRun: oneByKey(
      (ids) => findRuns(database, companyId, ids),
      (row) => row.id,
    ),
    depreciationLines: manyByKey(
      (ids) => listRunLines(database, companyId, ids),
      (row) => row.runId,
    ),
    assetClasses: (anew = false) => {
      if (anew || classes === null)
        classes = database.withCompany(companyId, (sql) => findClasses(sql, companyId));
      return classes;
    },
    period: oneByKey(
      (ids) => listPeriods(database, companyId, { ids: ids.filter(isUuid) }),
      (row) => row.id,
    ),
    periodChanges: manyByKey(
      (years) => listPeriodChanges(database, companyId, years),
      (row) => row.year,
    ),
    yearClosings: manyByKey(
      (years) => listYearClosings(database, companyId, years),
      (row) => row.year,
    ),
    isYearEndAdjustment: new DataLoader(async (ids) => {
      const adjustments = await findAdjustments(database, companyId, ids);
      return ids.map((id) => adjustments.has(id));
    }),
    minorUnits: new DataLoader(async (codes) => {
      const known = codes.every((code) => ISO_4217.has(code))
        ? ISO_4217
        : new Map(
            (await listCurrencies(database, companyId)).map(({ code, minorUnits }) => [code, minorUnits]),
          );
      return codes.map((code) => known.get(code) ?? new Error(`${code} was posted but is not known`));
    }),
    sums: (question) =>
      cached(sums, question, () => async (ids) => {
        const found = await sumAccounts(database, companyId, ids, question);
        return ids.map((id) => found.get(id) ?? NO_SUMS);
      }),
    currencySums: (question) =>
      cached(currencySums, question, () => async (ids) => {
        const found = await sumCurrencies(database, companyId, ids, question);
        return ids.map((id) => found.get(id) ?? []);
      }),
  };
}

function cached<Value>(
  loaders: Map<string, DataLoader<string, Value>>,
  question: BalanceQuestion,
  batch: () => DataLoader.BatchLoadFn<string, Value>,
): DataLoader<string, Value> {
  const key = `${question.asOf} ${question.knownAt} ${question.subtree}`;
  let loader = loaders.get(key);
  if (loader === undefined) {
    loader = new DataLoader(batch());
    loaders.set(key, loader);
  }
  return loader;
}
