import { parseDate } from '#shared/domain/date.ts';
import type { Decision } from '#shared/domain/decider.ts';
import { DomainError, badInput, notFound } from '#shared/domain/errors.ts';
import { formatAmount, parseScaled, type Amount } from '#shared/domain/money.ts';
import { parseText } from '#shared/domain/text.ts';
import type { LedgerFacts } from '../facts.ts';
import type { EntryDraft } from '../ledger.ts';
import { decideTransaction } from '../transactions/decide.ts';
import { initialTransaction, type Transaction } from '../transactions/transaction.ts';
import { demandAsset, parseLari, wrongState, type AssetResult } from './decide-asset.ts';
import { demandSomebodyElse } from './decide-change.ts';
import { demandLariAccount } from './decide-class.ts';
import { depreciate, type Depreciated } from './depreciation.ts';
import { disposalsOf, eventOf, lifeOf, type Asset, type Disposal, type DisposalKind } from './fixed-asset.ts';
import type { Register } from './known-register.ts';
import { leavingWith, partOf } from './leaving.ts';
import { monthNamed, monthOf, nameOfMonth, type Month } from './months.ts';
import { DISPOSAL_SOURCE } from './source.ts';

const NOBODY: ReadonlySet<string> = new Set();
const PERCENT_DECIMALS = 6;
const HUNDRED = 100n * 10n ** BigInt(PERCENT_DECIMALS);

export interface DisposeAsset {
  readonly id: string;
  readonly on: string;
  readonly kind: DisposalKind;
  readonly reason: string;
  /** What of the cost leaves, in lari; all of it without this and `percent`. */
  readonly cost?: string | null | undefined;
  readonly percent?: string | null | undefined;
  /** Without VAT. */
  readonly proceeds?: string | null | undefined;
  readonly proceedsAccountCode?: string | null | undefined;
  readonly counterpartyId?: string | null | undefined;
}

export interface DisposalResult extends AssetResult {
  readonly disposalId: string;
}

/**
 * Takes an asset, or a part of it, out of the books (IAS 16.67–72): it is depreciated up to the month of its convention, what it
 * cost and what was depreciated leaves, and what remains over is gain or loss. Pure.
 * @throws DomainError NOT_FOUND, INVALID_TRANSITION, BAD_USER_INPUT, ACCOUNT_INACTIVE, PERIOD_CLOSED, FORBIDDEN naming the field.
 */
export function decideDispose(
  command: {
    readonly companyId: string;
    readonly userId: string;
    readonly disposalId: string;
    readonly transactionId: string;
    readonly unknownCounterparties?: ReadonlySet<string>;
  },
  given: DisposeAsset,
  register: Register,
  facts: LedgerFacts,
): Decision<DisposalResult> {
  const { companyId, disposalId, transactionId } = command;
  const asset = demandAsset(given.id, register);
  demandSomebodyElse(asset, command.userId, facts);
  const { registered } = asset;
  const reason = parseText(given.reason, 'reason', 500);
  const on = parseDate(given.on, 'on');
  demandNothingLater(asset, on);
  const proceeds = given.proceeds == null ? 0n : parseLari(given.proceeds, 'proceeds', 'ZERO');
  const through = monthOf(on) - (registered.startsIn === 'SAME_MONTH' ? 1 : 0);
  const cost = parseShare(given, asset.cost);
  const isWhole = cost === asset.cost;
  const stands = depreciate(lifeOf(asset), through);
  demandKnown(asset, stands, through, isWhole);

  const depreciation = stands.accumulated - asset.accumulated;
  const { accumulated, residualLeft } = leavingWith(cost, { ...stands, cost: asset.cost });
  const gain = proceeds - (cost - accumulated);
  const { events } = decideTransaction(
    {
      type: 'RecordTransaction',
      id: transactionId,
      source: { subgraph: 'ledger', type: DISPOSAL_SOURCE, id: disposalId, purpose: 'disposal' },
      draft: {
        date: on,
        description: `${registered.number} ${registered.name}`,
        entries: entriesOf(asset, { cost, accumulated, depreciation, proceeds, gain }, given, facts),
      },
      unknownCounterparties: command.unknownCounterparties ?? NOBODY,
    },
    initialTransaction,
    facts,
  );
  const event = eventOf(companyId, register.version + 1, {
    type: 'FixedAssetDisposed',
    data: {
      disposalId,
      assetId: given.id,
      on,
      disposalKind: given.kind,
      reason,
      cost: formatAmount(cost),
      accumulated: formatAmount(accumulated),
      residual: formatAmount(stands.residual - residualLeft),
      residualLeft: formatAmount(residualLeft),
      isWhole,
      through: nameOfMonth(through),
      bookedBefore: asset.bookedThrough === null ? null : nameOfMonth(asset.bookedThrough),
      depreciation: formatAmount(depreciation),
      proceeds: formatAmount(proceeds),
      gain: formatAmount(gain),
      transactionId,
    },
  });
  return { events: [...events, event], result: { assetId: given.id, disposalId } };
}

/**
 * Undoes the last disposal of an asset; what it would have worn out since then is caught up with by the next run. Pure.
 * @throws DomainError NOT_FOUND, INVALID_TRANSITION, BAD_USER_INPUT, PERIOD_CLOSED.
 */
export function decideReverseDisposal(
  command: {
    readonly companyId: string;
    readonly userId: string;
    readonly reversalId: string;
    /** The transaction of the disposal. */
    readonly posted: Transaction;
  },
  given: { readonly id: string; readonly on?: string | null | undefined; readonly reason: string },
  register: Register,
  facts: LedgerFacts,
): Decision<DisposalResult> {
  const [asset] = register.assets.values();
  const disposal = asset?.changes.find(
    (change): change is Disposal => change.kind === 'FixedAssetDisposed' && change.disposalId === given.id,
  );
  if (asset === undefined || disposal === undefined) throw notFound('id', given.id);
  const standing = disposalsOf(asset.changes);
  if (!standing.includes(disposal)) throw wrongState(given.id, 'the disposal was undone already');
  if (standing.at(-1) !== disposal) throw wrongState(given.id, 'undo the later disposal first');
  const through = monthNamed(disposal.through);
  if (!disposal.isWhole && asset.bookedThrough !== null && asset.bookedThrough > through)
    throw wrongState(
      given.id,
      `the rest was depreciated through ${nameOfMonth(asset.bookedThrough)} since; take these runs back first`,
    );
  const reason = parseText(given.reason, 'reason', 500);
  const on = given.on == null ? disposal.on : parseDate(given.on, 'on');
  if (on < disposal.on) throw badInput('on', given.on, `is before the disposal, ${disposal.on}`);
  const { events } = decideTransaction(
    {
      type: 'ReverseTransaction',
      id: disposal.transactionId,
      userId: command.userId,
      reversalId: command.reversalId,
      date: on,
      reason,
      isOfDocument: true,
    },
    command.posted,
    facts,
  );
  const event = eventOf(command.companyId, register.version + 1, {
    type: 'FixedAssetDisposalReversed',
    data: {
      disposalId: given.id,
      assetId: disposal.assetId,
      on,
      reason,
      bookedThrough: disposal.bookedBefore,
      transactionId: command.reversalId,
    },
  });
  return {
    events: [...events, event],
    result: { assetId: disposal.assetId, disposalId: given.id },
  };
}

interface Sums {
  readonly cost: Amount;
  readonly accumulated: Amount;
  readonly depreciation: Amount;
  readonly proceeds: Amount;
  readonly gain: Amount;
}

function entriesOf(
  { accounts, dimensions }: Asset,
  { cost, accumulated, depreciation, proceeds, gain }: Sums,
  given: DisposeAsset,
  facts: LedgerFacts,
): EntryDraft[] {
  const entry = (accountId: string | null, debit: Amount, counterpartyId?: string | null): EntryDraft[] =>
    debit === 0n
      ? []
      : [
          {
            accountId,
            ...(debit > 0n ? { debit: formatAmount(debit) } : { credit: formatAmount(-debit) }),
            counterpartyId,
            dimensions,
          },
        ];
  if (proceeds > 0n && given.proceedsAccountCode == null)
    throw badInput('proceedsAccountCode', null, 'is needed: where do the proceeds go?');
  const received = (): string =>
    demandLariAccount(given.proceedsAccountCode ?? '', 'proceedsAccountCode', facts).id;
  return [
    ...entry(accounts.expenseAccountId, depreciation),
    ...entry(accounts.accumulatedAccountId, -depreciation),
    ...entry(accounts.accumulatedAccountId, accumulated),
    ...(proceeds > 0n ? entry(received(), proceeds, given.counterpartyId) : []),
    ...entry(accounts.costAccountId, -cost),
    ...(gain === 0n
      ? []
      : entry(facts.postingAccount(gain > 0n ? 'DISPOSAL_GAIN' : 'DISPOSAL_LOSS').id, -gain)),
  ];
}

/** @throws DomainError BAD_USER_INPUT naming `cost` or `percent`. */
function parseShare({ cost, percent }: DisposeAsset, whole: Amount): Amount {
  if (cost != null && percent != null) throw badInput('percent', percent, 'give this or the cost, not both');
  if (cost != null) {
    const part = parseLari(cost, 'cost', 'ABOVE_ZERO');
    if (part > whole) throw badInput('cost', cost, `the asset cost ${formatAmount(whole)}`);
    return part;
  }
  if (percent == null) return whole;
  const share = parseScaled(percent, PERCENT_DECIMALS, 'percent');
  if (share <= 0n || share > HUNDRED) throw badInput('percent', percent, 'must be above 0 and at most 100');
  const part = partOf(whole, share, HUNDRED);
  if (part === 0n) throw badInput('percent', percent, 'is less than a tetri of the cost');
  return part;
}

/** What happened to an asset behind a day would have happened to what was gone. @throws DomainError BAD_USER_INPUT. */
function demandNothingLater({ registered, changes }: Asset, on: string): void {
  if (on < registered.heldFrom)
    throw badInput('on', on, `the register holds the asset since ${registered.heldFrom}`);
  const standing = new Set(disposalsOf(changes));
  for (const change of changes) {
    if (change.kind === 'FixedAssetDisposed' && !standing.has(change)) continue;
    if (
      (change.kind === 'FixedAssetDisposed' ||
        change.kind === 'FixedAssetTransferred' ||
        change.kind === 'FixedAssetCostAdded') &&
      change.on > on
    )
      throw badInput('on', on, `something happened to the asset on ${change.on}`);
  }
}

/** @throws DomainError INVALID_TRANSITION when units are missing, or a change of what would stay is yet to come. */
function demandKnown(
  { registered, changes }: Asset,
  { missingUnits }: Depreciated,
  through: Month,
  isWhole: boolean,
): void {
  const { number, name, assetId } = registered;
  if (missingUnits !== null)
    throw new DomainError(
      'INVALID_TRANSITION',
      `units: nobody has said what ${number} ${name} gave in ${nameOfMonth(missingUnits)}`,
      { field: 'units', value: assetId, asset: name, month: nameOfMonth(missingUnits) },
    );
  if (isWhole) return;
  const later = changes.find(
    (change) =>
      (change.kind === 'FixedAssetEstimateChanged' || change.kind === 'FixedAssetCostAdded') &&
      monthNamed(change.from) > through,
  );
  if (later !== undefined && 'from' in later)
    throw wrongState(assetId, `a change from ${later.from} on is known; before that month no part can leave`);
}
