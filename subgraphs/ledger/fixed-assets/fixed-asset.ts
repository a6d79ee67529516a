import type { CalendarDate } from '#shared/domain/date.ts';
import { unreachable, type NewEvent } from '#shared/domain/decider.ts';
import { namedId } from '#shared/domain/named-id.ts';
import { parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import type { Dimension } from '../transactions/transaction.ts';
import type { AssetLife, DepreciationMethod, Step } from './depreciation.ts';
import { monthNamed, type Month, type MonthName } from './months.ts';
import { unitsFromText } from './units.ts';

/** When depreciation begins: with the month in which the asset is available for use (IAS 16.55), or with the one behind it. */
export const DEPRECIATION_STARTS = ['SAME_MONTH', 'NEXT_MONTH'] as const;
export type DepreciationStart = (typeof DEPRECIATION_STARTS)[number];

export const DISPOSAL_KINDS = ['SALE', 'SCRAP', 'DONATION', 'LOSS', 'OTHER'] as const;
export type DisposalKind = (typeof DISPOSAL_KINDS)[number];

/** Accounts of a class: of cost, of accumulated depreciation, and of the expense; null where nothing is depreciated. */
export interface ClassAccounts {
  readonly costAccountId: string;
  readonly accumulatedAccountId: string | null;
  readonly expenseAccountId: string | null;
}

export interface ClassTerms {
  readonly method: DepreciationMethod;
  readonly usefulLifeMonths: number | null;
  readonly startsIn: DepreciationStart;
}

export interface AssetRegistered extends ClassAccounts, ClassTerms {
  readonly assetId: string;
  readonly number: string;
  readonly name: string;
  readonly classCode: string;
  readonly cost: string;
  readonly acquiredOn: CalendarDate;
  /** Since when the register holds it. */
  readonly heldFrom: CalendarDate;
  readonly inUseOn: CalendarDate | null;
  /** The first month that is depreciated here. */
  readonly startMonth: MonthName | null;
  readonly residual: string;
  /** Of the life, at `startMonth`. */
  readonly monthsLeft: number | null;
  readonly totalUnits: string | null;
  readonly openingDepreciation: { readonly amount: string; readonly through: MonthName } | null;
  readonly serialNumber?: string;
  readonly location?: string;
  readonly responsible?: string;
  readonly counterpartyId?: string;
  readonly dimensions: readonly Dimension[];
  /** The transaction that brought its cost. */
  readonly transactionId?: string;
}

/** An asset's share of a run. */
export interface RunLine {
  readonly assetId: string;
  readonly amount: string;
  /** What of the amount belongs to earlier months. */
  readonly catchUp: string;
  /** The first month that it covers. */
  readonly from: MonthName;
  readonly accumulated: string;
  readonly carrying: string;
}

interface Happened {
  FixedAssetClassSet: ClassTerms &
    ClassAccounts & {
      readonly code: string;
      readonly names: { readonly ka: string; readonly en: string };
    };
  FixedAssetRegistered: AssetRegistered;
  FixedAssetRegistrationCancelled: {
    readonly assetId: string;
    readonly reason: string;
    readonly on: CalendarDate;
    readonly transactionId: string | null;
  };
  FixedAssetPutIntoUse: {
    readonly assetId: string;
    readonly on: CalendarDate;
    readonly startMonth: MonthName;
  };
  FixedAssetEstimateChanged: {
    readonly assetId: string;
    readonly from: MonthName;
    readonly method: DepreciationMethod;
    readonly residual: string;
    readonly monthsLeft: number | null;
    readonly unitsLeft: string | null;
    readonly reason: string;
  };
  FixedAssetCostAdded: {
    readonly assetId: string;
    readonly on: CalendarDate;
    readonly amount: string;
    readonly from: MonthName;
    /** Without it the life stays as it is. */
    readonly monthsLeft: number | null;
    readonly description: string;
    readonly transactionId: string | null;
  };
  FixedAssetTransferred: {
    readonly assetId: string;
    readonly on: CalendarDate;
    readonly classCode: string;
    readonly location: string | null;
    readonly responsible: string | null;
    readonly dimensions: readonly Dimension[];
    readonly reason: string;
    /** What went to other accounts, when the class did. */
    readonly cost: string;
    readonly accumulated: string;
    readonly transactionId: string | null;
  } & ClassAccounts;
  FixedAssetUnitsRecorded: {
    readonly assetId: string;
    readonly month: MonthName;
    readonly units: string;
  };
  DepreciationRun: {
    readonly runId: string;
    readonly month: MonthName;
    readonly date: CalendarDate;
    readonly total: string;
    /** Null where there was nothing to post. */
    readonly transactionId: string | null;
    readonly assets: readonly RunLine[];
  };
  DepreciationRunReversed: {
    readonly runId: string;
    readonly on: CalendarDate;
    readonly reason: string;
    readonly transactionId: string | null;
  };
  FixedAssetDisposed: {
    readonly disposalId: string;
    readonly assetId: string;
    readonly on: CalendarDate;
    readonly disposalKind: DisposalKind;
    readonly reason: string;
    /** What leaves. */
    readonly cost: string;
    readonly accumulated: string;
    readonly residual: string;
    /** Of the residual value, what stays with the rest. */
    readonly residualLeft: string;
    readonly isWhole: boolean;
    /** The last month that is depreciated before it leaves. */
    readonly through: MonthName;
    /** The last month that was booked before. */
    readonly bookedBefore: MonthName | null;
    /** Depreciation up to there that was not booked; below zero where more was booked. */
    readonly depreciation: string;
    readonly proceeds: string;
    /** Below zero for a loss. */
    readonly gain: string;
    readonly transactionId: string;
  };
  FixedAssetDisposalReversed: {
    readonly disposalId: string;
    readonly assetId: string;
    readonly on: CalendarDate;
    readonly reason: string;
    /** The last month that is booked, now that it is undone. */
    readonly bookedThrough: MonthName | null;
    readonly transactionId: string;
  };
}

export type FixedAssetEvent = {
  [Type in keyof Happened]: { readonly type: Type; readonly data: Happened[Type] };
}[keyof Happened];

/** The events of one asset that are kept with it, each with who did it and when. */
export type AssetChange = {
  [
    Type in
      | 'FixedAssetPutIntoUse'
      | 'FixedAssetEstimateChanged'
      | 'FixedAssetCostAdded'
      | 'FixedAssetTransferred'
      | 'FixedAssetUnitsRecorded'
      | 'FixedAssetDisposed'
      | 'FixedAssetDisposalReversed'
      | 'FixedAssetRegistrationCancelled'
  ]: {
    readonly kind: Type;
    readonly by: string;
    readonly at: string;
  } & Happened[Type];
}[
  | 'FixedAssetPutIntoUse'
  | 'FixedAssetEstimateChanged'
  | 'FixedAssetCostAdded'
  | 'FixedAssetTransferred'
  | 'FixedAssetUnitsRecorded'
  | 'FixedAssetDisposed'
  | 'FixedAssetDisposalReversed'
  | 'FixedAssetRegistrationCancelled'];

export type Disposal = Extract<AssetChange, { kind: 'FixedAssetDisposed' }>;

/** An asset as decisions know it: what was registered, what happened to it, and what is booked. */
export interface Asset {
  readonly registered: AssetRegistered;
  readonly registeredBy: string;
  readonly changes: readonly AssetChange[];
  /** Where it stands now. */
  readonly accounts: ClassAccounts;
  readonly classCode: string;
  readonly dimensions: readonly Dimension[];
  readonly isCancelled: boolean;
  /** What the register has of it, all that was ever posted. */
  readonly cost: Amount;
  readonly accumulated: Amount;
  /** The last month whose depreciation is booked. */
  readonly bookedThrough: Month | null;
}

/** All assets of a company are one thing to the log: what is decided on them is decided one after the other. */
export function registerId(companyId: string): string {
  return namedId('ledger', companyId, 'fixed-assets');
}

export function eventOf(companyId: string, version: number, { type, data }: FixedAssetEvent): NewEvent {
  return { aggregateType: 'FixedAssets', aggregateId: registerId(companyId), version, type, data };
}

/** The disposals that stand, in their order. */
export function disposalsOf(changes: readonly AssetChange[]): Disposal[] {
  const undone = new Set(
    changes.flatMap((change) => (change.kind === 'FixedAssetDisposalReversed' ? [change.disposalId] : [])),
  );
  return changes.filter(
    (change): change is Disposal => change.kind === 'FixedAssetDisposed' && !undone.has(change.disposalId),
  );
}

/** Whether all of it was disposed of. */
export function isDisposed(changes: readonly AssetChange[]): boolean {
  return disposalsOf(changes).some(({ isWhole }) => isWhole);
}

/** What the depreciation of an asset follows from. */
export function lifeOf({ registered, changes }: Pick<Asset, 'registered' | 'changes'>): AssetLife {
  const standing = new Set(disposalsOf(changes));
  const steps: Step[] = [];
  const units = new Map<Month, bigint>();
  let start = registered.startMonth === null ? null : monthNamed(registered.startMonth);
  for (const change of changes) {
    switch (change.kind) {
      case 'FixedAssetPutIntoUse':
        start = monthNamed(change.startMonth);
        break;
      case 'FixedAssetEstimateChanged':
        steps.push({
          from: monthNamed(change.from),
          method: change.method,
          residual: parseDatabaseAmount(change.residual),
          months: change.monthsLeft,
          units: change.unitsLeft === null ? null : unitsFromText(change.unitsLeft),
        });
        break;
      case 'FixedAssetCostAdded':
        steps.push({
          from: monthNamed(change.from),
          cost: parseDatabaseAmount(change.amount),
          ...(change.monthsLeft !== null && { months: change.monthsLeft }),
        });
        break;
      case 'FixedAssetUnitsRecorded':
        units.set(monthNamed(change.month), unitsFromText(change.units));
        break;
      case 'FixedAssetDisposed':
        if (!standing.has(change)) break;
        steps.push({
          from: monthNamed(change.through),
          isBehind: true,
          cost: -parseDatabaseAmount(change.cost),
          accumulated: -parseDatabaseAmount(change.accumulated),
          residual: parseDatabaseAmount(change.residualLeft),
          isEnd: change.isWhole,
        });
        break;
      case 'FixedAssetDisposalReversed':
      case 'FixedAssetTransferred':
      case 'FixedAssetRegistrationCancelled':
        break;
      default:
        unreachable(change);
    }
  }
  return {
    terms: {
      method: registered.method,
      start,
      cost: parseDatabaseAmount(registered.cost),
      accumulated: parseDatabaseAmount(registered.openingDepreciation?.amount ?? '0.00'),
      residual: parseDatabaseAmount(registered.residual),
      months: registered.monthsLeft,
      units: registered.totalUnits === null ? null : unitsFromText(registered.totalUnits),
    },
    steps,
    units,
  };
}
