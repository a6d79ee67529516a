import { parseDate } from '#shared/domain/date.ts';
import type { Decision } from '#shared/domain/decider.ts';
import { badInput } from '#shared/domain/errors.ts';
import { formatAmount } from '#shared/domain/money.ts';
import { parseOptionalText, parseText } from '#shared/domain/text.ts';
import type { LedgerFacts } from '../facts.ts';
import { checkDimensions } from '../transactions/content.ts';
import { demandAnother } from '../schedules/posting.ts';
import { decideTransaction } from '../transactions/decide.ts';
import { initialTransaction, type Dimension, type Transaction } from '../transactions/transaction.ts';
import {
  after,
  classAccounts,
  demandAsset,
  demandOrigin,
  inUseSince,
  parseLari,
  wrongState,
  type AssetResult,
} from './decide-asset.ts';
import { demandLariAccount, parseMonths } from './decide-class.ts';
import { depreciate, type Depreciated, type DepreciationMethod } from './depreciation.ts';
import { eventOf, lifeOf, type Asset } from './fixed-asset.ts';
import type { Register } from './known-register.ts';
import { monthOf, monthOfNumbers, nameOfMonth, parseMonth, type Month } from './months.ts';
import { FIXED_ASSET_SOURCE } from './source.ts';
import { formatUnits, parseUnits } from './units.ts';

export interface ChangeEstimate {
  readonly id: string;
  /** A month. */
  readonly from: string;
  readonly method?: DepreciationMethod | null | undefined;
  readonly residual?: string | null | undefined;
  /** Counted from `from` on. */
  readonly remainingMonths?: number | null | undefined;
  readonly remainingUnits?: string | null | undefined;
  readonly reason: string;
}

/**
 * Estimates life, residual value or method anew from a month on; what was booked stays (IAS 8.36–38, IAS 16.51). Pure.
 * @throws DomainError NOT_FOUND, INVALID_TRANSITION, BAD_USER_INPUT naming the field.
 */
export function decideEstimate(
  companyId: string,
  given: ChangeEstimate,
  register: Register,
): Decision<AssetResult> {
  const asset = demandAsset(given.id, register);
  const reason = parseText(given.reason, 'reason', 500);
  const from = parseMonth(given.from, 'from');
  demandUnbooked(asset, from, 'from', given.from);
  const before = depreciatedBefore(asset, from);
  if (before.method === 'NONE')
    throw wrongState(given.id, `nothing of ${asset.registered.name} is depreciated`);
  const method = given.method ?? before.method;
  if (method === 'NONE')
    throw badInput('method', method, 'what is depreciated stays so; end its life instead');
  const residual = given.residual == null ? before.residual : parseLari(given.residual, 'residual', 'ZERO');
  if (residual > before.cost) throw badInput('residual', given.residual, 'is more than the cost');
  const isStraight = method === 'STRAIGHT_LINE';
  const monthsLeft = parseMonths(given.remainingMonths ?? null, 'remainingMonths') ?? before.monthsLeft;
  if (!isStraight && given.remainingMonths != null)
    throw badInput('remainingMonths', given.remainingMonths, 'only for a straight line');
  if (isStraight && (monthsLeft === null || monthsLeft < 1))
    throw badInput('remainingMonths', given.remainingMonths, 'is needed: no month of its life is left');
  const unitsLeft =
    given.remainingUnits == null
      ? before.unitsLeft
      : parseUnits(given.remainingUnits, 'remainingUnits', 'ABOVE_ZERO');
  if (isStraight && given.remainingUnits != null)
    throw badInput('remainingUnits', given.remainingUnits, 'only for units of production');
  if (!isStraight && (unitsLeft === null || unitsLeft <= 0n))
    throw badInput('remainingUnits', given.remainingUnits, 'is needed: no unit of its life is left');
  const event = eventOf(companyId, register.version + 1, {
    type: 'FixedAssetEstimateChanged',
    data: {
      assetId: given.id,
      from: nameOfMonth(from),
      method,
      residual: formatAmount(residual),
      monthsLeft: isStraight ? monthsLeft : null,
      unitsLeft: isStraight || unitsLeft === null ? null : formatUnits(unitsLeft),
      reason,
    },
  });
  return { events: [event], result: { assetId: given.id } };
}

export interface AddCost {
  readonly id: string;
  readonly on: string;
  readonly amount: string;
  readonly description: string;
  /** From the first month on that the addition is depreciated with. */
  readonly remainingMonths?: number | null | undefined;
  readonly transactionId?: string | null | undefined;
}

/**
 * Adds to what an asset cost (IAS 16.12–14). It wears out with the asset from the month on in which, or behind which, it was
 * spent, and never reaches back to what is booked. Pure.
 * @throws DomainError NOT_FOUND, INVALID_TRANSITION, BAD_USER_INPUT naming the field.
 */
export function decideAddCost(
  companyId: string,
  given: AddCost,
  register: Register,
  origin: Transaction,
  facts: LedgerFacts,
): Decision<AssetResult> {
  const asset = demandAsset(given.id, register);
  const { registered } = asset;
  const on = parseDate(given.on, 'on');
  if (on < registered.heldFrom)
    throw badInput('on', given.on, `the register holds the asset since ${registered.heldFrom}`);
  const amount = parseLari(given.amount, 'amount', 'ABOVE_ZERO');
  const description = parseText(given.description, 'description', 500);
  if (given.transactionId != null)
    demandOrigin(given.transactionId, origin, asset.accounts.costAccountId, amount, facts);
  const first = monthOf(on) + (registered.startsIn === 'SAME_MONTH' ? 0 : 1);
  const from = Math.max(first, (asset.bookedThrough ?? first - 1) + 1);
  const monthsLeft = parseMonths(given.remainingMonths ?? null, 'remainingMonths');
  const before = depreciatedBefore(asset, from);
  if (before.method === 'STRAIGHT_LINE' && monthsLeft === null && (before.monthsLeft ?? 0) < 1)
    throw badInput('remainingMonths', null, 'is needed: no month of its life is left');
  if (before.method === 'UNITS_OF_PRODUCTION' && (before.unitsLeft ?? 0n) <= 0n)
    throw wrongState(given.id, 'no unit of its life is left; change the estimate first');
  const event = eventOf(companyId, register.version + 1, {
    type: 'FixedAssetCostAdded',
    data: {
      assetId: given.id,
      on,
      amount: formatAmount(amount),
      from: nameOfMonth(from),
      monthsLeft,
      description,
      transactionId: given.transactionId ?? null,
    },
  });
  return { events: [event], result: { assetId: given.id } };
}

export interface RecordUnits {
  readonly id: string;
  readonly year: number;
  readonly month: number;
  readonly units: string;
}

/** Says how many units an asset gave in a month; again, as long as the month is not booked. Pure. @throws as above. */
export function decideUnits(
  companyId: string,
  given: RecordUnits,
  register: Register,
): Decision<AssetResult> {
  const asset = demandAsset(given.id, register);
  const month = monthOfNumbers(given);
  const since = inUseSince(asset);
  if (since === null || month < monthOf(since))
    throw badInput('month', nameOfMonth(month), `${asset.registered.name} is not in use then`);
  demandUnbooked(asset, month, 'month', nameOfMonth(month));
  const units = formatUnits(parseUnits(given.units, 'units', 'ZERO'));
  const event = eventOf(companyId, register.version + 1, {
    type: 'FixedAssetUnitsRecorded',
    data: { assetId: given.id, month: nameOfMonth(month), units },
  });
  return { events: [event], result: { assetId: given.id } };
}

export interface Transfer {
  readonly id: string;
  readonly on: string;
  readonly classCode?: string | null | undefined;
  readonly expenseAccountCode?: string | null | undefined;
  readonly location?: string | null | undefined;
  readonly responsible?: string | null | undefined;
  readonly dimensions?: readonly Dimension[] | null | undefined;
  readonly reason: string;
}

/**
 * Moves an asset to another place, person, cost centre or class. Cost and accumulated depreciation go to the accounts of another
 * class by a transaction. Its life stays as it is. Pure.
 * @throws DomainError NOT_FOUND, INVALID_TRANSITION, BAD_USER_INPUT, PERIOD_CLOSED, FORBIDDEN naming the field.
 */
export function decideTransfer(
  command: { readonly companyId: string; readonly transactionId: string; readonly userId: string },
  given: Transfer,
  register: Register,
  facts: LedgerFacts,
): Decision<AssetResult> {
  const asset = demandAsset(given.id, register);
  const reason = parseText(given.reason, 'reason', 500);
  const on = parseDate(given.on, 'on');
  if (on < asset.registered.heldFrom)
    throw badInput('on', given.on, `the register holds the asset since ${asset.registered.heldFrom}`);
  const classCode = given.classCode ?? asset.classCode;
  let accounts = asset.accounts;
  if (classCode !== asset.classCode) {
    accounts = classAccounts(classCode, given.expenseAccountCode, register, facts);
    if ((accounts.accumulatedAccountId === null) !== (asset.accounts.accumulatedAccountId === null))
      throw badInput('classCode', classCode, 'what is depreciated stays so, and what is not, too');
  } else if (given.expenseAccountCode != null) {
    const { id } = demandLariAccount(given.expenseAccountCode, 'expenseAccountCode', facts);
    accounts = { ...accounts, expenseAccountId: id };
  }
  const last = asset.changes.findLast((change) => change.kind === 'FixedAssetTransferred');
  const standing = last?.kind === 'FixedAssetTransferred' ? last : null;
  const text = (field: 'location' | 'responsible') =>
    given[field] === undefined
      ? ((standing === null ? asset.registered[field] : standing[field]) ?? null)
      : parseOptionalText(given[field], field, 200);
  const dimensions =
    given.dimensions == null ? asset.dimensions : checkDimensions(given.dimensions, 'dimensions');
  const isReclassified =
    accounts.costAccountId !== asset.accounts.costAccountId ||
    accounts.accumulatedAccountId !== asset.accounts.accumulatedAccountId;
  const posted = isReclassified ? reclassify({ ...command, on, reason }, asset, accounts, facts) : null;
  const event = eventOf(command.companyId, register.version + 1, {
    type: 'FixedAssetTransferred',
    data: {
      assetId: given.id,
      on,
      classCode,
      ...accounts,
      location: text('location'),
      responsible: text('responsible'),
      dimensions,
      reason,
      cost: formatAmount(asset.cost),
      accumulated: formatAmount(asset.accumulated),
      transactionId: posted === null ? null : command.transactionId,
    },
  });
  return { events: after(posted, event), result: { assetId: given.id } };
}

function reclassify(
  given: {
    readonly transactionId: string;
    readonly userId: string;
    readonly on: string;
    readonly reason: string;
  },
  asset: Asset,
  to: Asset['accounts'],
  facts: LedgerFacts,
): Decision<unknown> {
  const { registered, accounts: from, dimensions } = asset;
  demandSomebodyElse(asset, given.userId, facts);
  const move = (
    [debited, credited]: readonly [string | null, string | null],
    amount: string,
  ): { accountId: string; debit?: string; credit?: string; dimensions: readonly Dimension[] }[] =>
    debited === null || credited === null || debited === credited || amount === '0.00'
      ? []
      : [
          { accountId: debited, debit: amount, dimensions },
          { accountId: credited, credit: amount, dimensions },
        ];
  return decideTransaction(
    {
      type: 'RecordTransaction',
      id: given.transactionId,
      source: {
        subgraph: 'ledger',
        type: FIXED_ASSET_SOURCE,
        id: registered.assetId,
        purpose: `transfer-${String(asset.changes.length + 1)}`,
      },
      draft: {
        date: given.on,
        description: `${registered.number} ${registered.name}`,
        entries: [
          ...move([to.costAccountId, from.costAccountId], formatAmount(asset.cost)),
          ...move([from.accumulatedAccountId, to.accumulatedAccountId], formatAmount(asset.accumulated)),
        ],
      },
    },
    initialTransaction,
    facts,
  );
}

/** Where another person must approve, whoever registered an asset does not post on it. @throws DomainError FORBIDDEN. */
export function demandSomebodyElse(asset: Asset, userId: string, facts: LedgerFacts): void {
  demandAnother(asset.registeredBy, userId, facts);
}

/** How an asset stands when a month begins, by what is known now. */
export function depreciatedBefore(asset: Asset, month: Month): Depreciated {
  return depreciate(lifeOf(asset), month - 1);
}

/** @throws DomainError BAD_USER_INPUT: what is booked is not rewritten. */
function demandUnbooked(asset: Asset, month: Month, field: string, given: string): void {
  if (asset.bookedThrough === null || month > asset.bookedThrough) return;
  throw badInput(field, given, `depreciation is booked through ${nameOfMonth(asset.bookedThrough)}`);
}
