import { z } from 'zod';
import { parseDate, type CalendarDate } from '#shared/domain/date.ts';
import { badInput, DomainError } from '#shared/domain/errors.ts';
import { formatAmount, parseDatabaseAmount } from '#shared/domain/money.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import type { FileLink } from '#shared/platform/file-link.ts';
import type { Principal } from '#shared/platform/principal.ts';
import type { LedgerContext } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { demandAccount, demandTransaction } from '../schedules/demand-loaded.ts';
import type { TransactionRow } from '../transactions/queries.ts';
import type { AssetClassRow } from './classes.ts';
import {
  addAssetCost,
  cancelAsset,
  changeAssetEstimate,
  disposeAsset,
  putAssetIntoUse,
  recordAssetUnits,
  registerAsset,
  reverseAssetDisposal,
  reverseDepreciationRun,
  runDepreciation,
  setAssetClass,
  transferAsset,
} from './commands.ts';
import { inUseSince } from './decide-asset.ts';
import { dueInMonth } from './decide-run.ts';
import { depreciate } from './depreciation.ts';
import { lifeOf, type AssetChange } from './fixed-asset.ts';
import { endOfMonth, monthOf, monthOfNumbers, nameOfMonth, type MonthName } from './months.ts';
import { listAssets, listRuns, type DepreciationRunRow, type FixedAssetRow } from './queries.ts';
import { loadRegister } from './register.ts';
import {
  assetMovements,
  nameDifferences,
  registerByAccount,
  type AgreementDifferenceRow,
  type AssetMovementRow,
  type RegisterOnAccount,
} from './reports.ts';

/** What a run takes, or would take, of an asset. */
export interface ShownLine {
  readonly assetId: string;
  readonly amount: string;
  readonly catchUp: string;
  /** A month, or the first day of one. */
  readonly from: string;
  readonly accumulated: string;
  readonly carrying: string;
}

/** What a run would post. */
export interface ShownPreview {
  readonly month: MonthName;
  readonly date: CalendarDate;
  readonly total: string;
  readonly lines: readonly ShownLine[];
  readonly missing: readonly MissingUnitsOf[];
}

export interface MissingUnitsOf {
  readonly assetId: string;
  readonly month: MonthName;
}

/** Register and ledger on an account. */
export interface ShownAgreement extends RegisterOnAccount {
  readonly ledger: string;
  readonly difference: string;
  readonly asOf: CalendarDate | null;
}

const numberCursor: z.ZodType<[string]> = z.tuple([z.string().min(1).max(50)]);
const runCursor: z.ZodType<[number]> = z.tuple([z.int().min(1)]);

const KINDS = {
  FixedAssetPutIntoUse: 'PUT_INTO_USE',
  FixedAssetEstimateChanged: 'ESTIMATE_CHANGED',
  FixedAssetCostAdded: 'COST_ADDED',
  FixedAssetTransferred: 'TRANSFERRED',
  FixedAssetUnitsRecorded: 'UNITS_RECORDED',
  FixedAssetDisposed: 'DISPOSED',
  FixedAssetDisposalReversed: 'DISPOSAL_REVERSED',
  FixedAssetRegistrationCancelled: 'REGISTRATION_CANCELLED',
} as const satisfies Record<AssetChange['kind'], string>;

export const fixedAssetResolvers: Resolvers = {
  Query: {
    fixedAssetClasses: (_root, _args, { loaders }) => loaders.assetClasses(),
    fixedAsset: async (_root, { id, asOf }, { database, companyId, loaders }) => {
      if (asOf == null) return loaders.fixedAsset.load(id);
      const day = parseDate(asOf, 'asOf');
      const [row] = await listAssets(
        database,
        companyId,
        { ids: [id], asOf: day },
        { after: null, limit: 1 },
      );
      return row ?? null;
    },
    fixedAssets: async (_root, { first, after, classCode, state, asOf }, { database, companyId }) => {
      const page = pageArguments({ first, after }, { cursor: numberCursor });
      const day = asOf == null ? null : parseDate(asOf, 'asOf');
      const rows = await listAssets(database, companyId, { classCode, state, asOf: day }, page);
      return connectionFromPage(rows, page, (row): [string] => [row.number]);
    },
    depreciationPreview: async (_root, args, { database, companyId }) => {
      const month = monthOfNumbers(args);
      const { assets } = await loadRegister(database, companyId, { month });
      const due = dueInMonth(assets.values(), month);
      return {
        month: nameOfMonth(month),
        date: endOfMonth(month),
        total: formatAmount(due.total),
        lines: due.lines.map(({ line }) => line),
        missing: due.missing.map((one) => ({
          assetId: one.asset.registered.assetId,
          month: nameOfMonth(one.month),
        })),
      };
    },
    depreciationRun: (_root, { id }, { loaders }) => loaders.depreciationRun.load(id),
    depreciationRuns: async (_root, { first, after }, { database, companyId }) => {
      const page = pageArguments({ first, after }, { cursor: runCursor });
      const rows = await listRuns(database, companyId, {}, page);
      return connectionFromPage(rows, page, (row): [number] => [row.seq]);
    },
    fixedAssetMovements: (_root, args, { database, companyId }) => {
      const { from, to } = spanOf(args);
      return assetMovements(database, companyId, from, to);
    },
    fixedAssetsFile: (_root, { asOf, format, language }, context) => {
      const parameters = { asOf: parseDate(asOf, 'asOf'), format, language };
      return linked(context.files.link(asking(context), 'assets', parameters));
    },
    fixedAssetMovementsFile: (_root, { from, to, format, language }, context) => {
      const parameters = { ...spanOf({ from, to }), format, language };
      return linked(context.files.link(asking(context), 'movements', parameters));
    },
    fixedAssetAgreement: async (_root, args, context) => {
      const asOf = args.asOf == null ? null : parseDate(args.asOf, 'asOf');
      const rows = await registerByAccount(context.database, context.companyId, asOf);
      return Promise.all(rows.map((row) => besideLedger(context, row, asOf)));
    },
  },
  Mutation: {
    setFixedAssetClass: async (_root, { input }, context) => {
      const { result } = await setAssetClass(context.writer, context.actor, input);
      return { class: await classOf(context, result.code, true) };
    },
    registerFixedAsset: async (_root, { input }, context) =>
      payload(context, await registerAsset(context.writer, context.actor, input)),
    acquireFixedAsset: async (_root, { input }, context) =>
      payload(context, await registerAsset(context.writer, context.actor, input)),
    cancelFixedAsset: async (_root, { input }, context) =>
      payload(context, await cancelAsset(context.writer, context.actor, input)),
    putFixedAssetIntoUse: async (_root, { input }, context) =>
      payload(context, await putAssetIntoUse(context.writer, context.actor, input)),
    changeFixedAssetEstimate: async (_root, { input }, context) =>
      payload(context, await changeAssetEstimate(context.writer, context.actor, input)),
    addFixedAssetCost: async (_root, { input }, context) =>
      payload(context, await addAssetCost(context.writer, context.actor, input)),
    recordFixedAssetUnits: async (_root, { input }, context) =>
      payload(context, await recordAssetUnits(context.writer, context.actor, input)),
    transferFixedAsset: async (_root, { input }, context) =>
      payload(context, await transferAsset(context.writer, context.actor, input)),
    runDepreciation: async (_root, { input }, context) =>
      runPayload(context, await runDepreciation(context.writer, context.actor, input)),
    reverseDepreciationRun: async (_root, { input }, context) =>
      runPayload(context, await reverseDepreciationRun(context.writer, context.actor, input)),
    disposeFixedAsset: async (_root, { input }, context) =>
      payload(context, await disposeAsset(context.writer, context.actor, input)),
    reverseFixedAssetDisposal: async (_root, { input }, context) =>
      payload(context, await reverseAssetDisposal(context.writer, context.actor, input)),
  },
  FixedAssetClass: {
    costAccount: ({ costAccountId }, _args, context) => accountOf(context, costAccountId),
    accumulatedAccount: ({ accumulatedAccountId }, _args, context) =>
      accountOf(context, accumulatedAccountId),
    expenseAccount: ({ expenseAccountId }, _args, context) => accountOf(context, expenseAccountId),
  },
  FixedAsset: {
    class: ({ classCode }, _args, context) => classOf(context, classCode),
    acquiredOn: ({ registered }) => registered.acquiredOn,
    inUseOn: (row) => inUseSince(row),
    residual: ({ registered }) => registered.residual,
    method: ({ registered }) => registered.method,
    usefulLifeMonths: ({ registered }) => registered.usefulLifeMonths,
    totalUnits: ({ registered }) => registered.totalUnits,
    startsIn: ({ registered }) => registered.startsIn,
    openingDepreciation: ({ registered }) => registered.openingDepreciation?.amount ?? null,
    serialNumber: ({ registered }) => registered.serialNumber ?? null,
    location: (row) => lastTransfer(row, 'location'),
    responsible: (row) => lastTransfer(row, 'responsible'),
    counterparty: ({ registered }) =>
      registered.counterpartyId === undefined ? null : { id: registered.counterpartyId },
    dimensions: ({ dimensions }) => [...dimensions],
    costAccount: ({ costAccountId }, _args, context) => demandAccount(context, costAccountId),
    accumulatedAccount: ({ accumulatedAccountId }, _args, context) =>
      accountOf(context, accumulatedAccountId),
    expenseAccount: ({ expenseAccountId }, _args, context) => accountOf(context, expenseAccountId),
    transaction: ({ registered }, _args, context) => transactionOf(context, registered.transactionId ?? null),
    bookedThrough: ({ bookedThrough }) => bookedThrough?.slice(0, 7) ?? null,
    schedule: (row) => {
      if (row.state === 'CANCELLED') return [];
      const booked = row.bookedThrough === null ? null : monthOf(row.bookedThrough);
      return depreciate(lifeOf(row)).months.map(({ month, amount, accumulated, carrying }) => ({
        month: nameOfMonth(month),
        amount: formatAmount(amount),
        accumulated: formatAmount(accumulated),
        carrying: formatAmount(carrying),
        state: booked !== null && month <= booked ? ('BOOKED' as const) : ('PLANNED' as const),
      }));
    },
    changes: ({ changes }) => [...changes],
    registeredBy: ({ registeredBy }) => ({ id: registeredBy }),
  },
  FixedAssetChange: {
    kind: ({ kind }) => KINDS[kind],
    on: (change) => ('on' in change ? change.on : null),
    month: (change) => ('from' in change ? change.from : 'month' in change ? change.month : null),
    amount: (change) =>
      change.kind === 'FixedAssetCostAdded'
        ? change.amount
        : change.kind === 'FixedAssetDisposed'
          ? change.cost
          : null,
    accumulated: (change) => (change.kind === 'FixedAssetDisposed' ? change.accumulated : null),
    depreciation: (change) => (change.kind === 'FixedAssetDisposed' ? change.depreciation : null),
    proceeds: (change) => (change.kind === 'FixedAssetDisposed' ? change.proceeds : null),
    gain: (change) => (change.kind === 'FixedAssetDisposed' ? change.gain : null),
    disposalKind: (change) => (change.kind === 'FixedAssetDisposed' ? change.disposalKind : null),
    disposalId: (change) => ('disposalId' in change ? change.disposalId : null),
    residual: (change) =>
      change.kind === 'FixedAssetEstimateChanged'
        ? change.residual
        : change.kind === 'FixedAssetDisposed'
          ? change.residualLeft
          : null,
    method: (change) => (change.kind === 'FixedAssetEstimateChanged' ? change.method : null),
    remainingMonths: (change) => ('monthsLeft' in change ? change.monthsLeft : null),
    remainingUnits: (change) => (change.kind === 'FixedAssetEstimateChanged' ? change.unitsLeft : null),
    units: (change) => (change.kind === 'FixedAssetUnitsRecorded' ? change.units : null),
    classCode: (change) => (change.kind === 'FixedAssetTransferred' ? change.classCode : null),
    location: (change) => (change.kind === 'FixedAssetTransferred' ? change.location : null),
    responsible: (change) => (change.kind === 'FixedAssetTransferred' ? change.responsible : null),
    reason: (change) =>
      'reason' in change ? change.reason : 'description' in change ? change.description : null,
    transaction: (change, _args, context) =>
      transactionOf(context, 'transactionId' in change ? change.transactionId : null),
    by: ({ by }) => ({ id: by }),
  },
  DepreciationRun: {
    month: ({ monthOn }) => monthOn.slice(0, 7),
    transaction: ({ transactionId }, _args, context) => transactionOf(context, transactionId),
    lines: ({ id }, _args, { loaders }) => loaders.depreciationLines.load(id),
    runBy: ({ runBy }) => ({ id: runBy }),
    reversal: ({ reversalId }, _args, context) => transactionOf(context, reversalId),
  },
  DepreciationLine: {
    asset: ({ assetId }, _args, context) => demandAsset(context, assetId),
    from: ({ from }) => from.slice(0, 7),
  },
  DepreciationPreview: {
    lines: ({ lines }) => [...lines],
    missingUnits: ({ missing }) => [...missing],
  },
  MissingUnits: { asset: ({ assetId }, _args, context) => demandAsset(context, assetId) },
  FixedAssetMovement: {
    class: ({ classCode }: AssetMovementRow, _args, context) => classOf(context, classCode),
  },
  FixedAssetAgreement: {
    account: ({ accountId }, _args, context) => demandAccount(context, accountId),
    register: ({ amount }) => amount,
    differences: (row, _args, { database, companyId }) =>
      parseDatabaseAmount(row.difference) === 0n ? [] : nameDifferences(database, companyId, row, row.asOf),
  },
  FixedAssetDifference: {
    transaction: ({ transactionId }: AgreementDifferenceRow, _args, context) =>
      transactionOf(context, transactionId),
    asset: ({ assetId }: AgreementDifferenceRow, _args, context) =>
      assetId === null ? null : demandAsset(context, assetId),
  },
};

async function besideLedger(
  context: LedgerContext,
  row: RegisterOnAccount,
  asOf: CalendarDate | null,
): Promise<ShownAgreement> {
  const { debit, credit } = await context.loaders
    .sums({ asOf, knownAt: null, subtree: false })
    .load(row.accountId);
  const ledger = row.side === 'COST' ? debit - credit : credit - debit;
  return {
    ...row,
    ledger: formatAmount(ledger),
    difference: formatAmount(ledger - parseDatabaseAmount(row.amount)),
    asOf,
  };
}

function lastTransfer(
  { registered, changes }: FixedAssetRow,
  field: 'location' | 'responsible',
): string | null {
  const last = changes.findLast((change) => change.kind === 'FixedAssetTransferred');
  return last?.kind === 'FixedAssetTransferred' ? last[field] : (registered[field] ?? null);
}

function accountOf(context: LedgerContext, id: string | null) {
  return id === null ? null : demandAccount(context, id);
}

function transactionOf(context: LedgerContext, id: string | null): Promise<TransactionRow> | null {
  return id === null ? null : demandTransaction(context, id);
}

async function classOf({ loaders }: LedgerContext, code: string, anew = false): Promise<AssetClassRow> {
  const found = (await loaders.assetClasses(anew)).find((row) => row.code === code);
  if (found === undefined) throw new Error(`the class ${code} is referred to and is not there`);
  return found;
}

async function demandAsset({ loaders }: LedgerContext, id: string): Promise<FixedAssetRow> {
  const asset = await loaders.fixedAsset.load(id);
  if (asset === null) throw new Error(`the asset ${id} is referred to and is not there`);
  return asset;
}

async function payload(
  context: LedgerContext,
  { result: { assetId: id } }: { readonly result: { readonly assetId: string } },
): Promise<{ asset: FixedAssetRow }> {
  context.loaders.fixedAsset.clear(id);
  return { asset: await demandAsset(context, id) };
}

async function runPayload(
  { loaders }: LedgerContext,
  { result: { runId: id } }: { readonly result: { readonly runId: string } },
): Promise<{ run: DepreciationRunRow }> {
  const run = await loaders.depreciationRun.clear(id).load(id);
  if (run === null) throw new Error(`the run ${id} was written and is not there`);
  return { run };
}

/** @throws DomainError BAD_USER_INPUT naming the day: malformed, or the first behind the last. */
function spanOf(given: { readonly from: string; readonly to: string }): {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
} {
  const [from, to] = [parseDate(given.from, 'from'), parseDate(given.to, 'to')];
  if (to < from) throw badInput('from', given.from, `is after ${to}`);
  return { from, to };
}

function asking({ caller }: LedgerContext): Principal {
  if (caller.principal === null) throw new DomainError('UNAUTHENTICATED', 'sign in first');
  return caller.principal;
}

function linked({ url, expiresAt }: FileLink): { url: string; expiresAt: string } {
  return { url, expiresAt: expiresAt.toISOString() };
}
