import { parseDate, type CalendarDate } from '#shared/domain/date.ts';
import type { Decision, NewEvent } from '#shared/domain/decider.ts';
import { DomainError, badInput, notFound } from '#shared/domain/errors.ts';
import { AMOUNT_LIMIT, formatAmount, parseAmount, type Amount } from '#shared/domain/money.ts';
import { parseOptionalText, parseText } from '#shared/domain/text.ts';
import type { LedgerFacts } from '../facts.ts';
import { checkDimensions } from '../transactions/content.ts';
import { decideTransaction } from '../transactions/decide.ts';
import { initialTransaction, type Dimension, type Transaction } from '../transactions/transaction.ts';
import { demandLariAccount, parseMonths } from './decide-class.ts';
import type { DepreciationMethod } from './depreciation.ts';
import {
  eventOf,
  isDisposed,
  type Asset,
  type AssetRegistered,
  type ClassAccounts,
  type DepreciationStart,
} from './fixed-asset.ts';
import { endOfMonth, monthOf, nameOfMonth, parseMonth, type Month } from './months.ts';
import { FIXED_ASSET_SOURCE } from './source.ts';
import { GIVEN_NUMBER, type Register } from './known-register.ts';
import { formatUnits, parseUnits } from './units.ts';

const NOBODY: ReadonlySet<string> = new Set();

export interface RegisterAsset {
  readonly number?: string | null | undefined;
  readonly name: string;
  readonly classCode: string;
  /** Lari. */
  readonly cost: string;
  readonly acquiredOn: string;
  readonly inUseOn?: string | null | undefined;
  readonly residual?: string | null | undefined;
  readonly method?: DepreciationMethod | null | undefined;
  readonly usefulLifeMonths?: number | null | undefined;
  readonly totalUnits?: string | null | undefined;
  readonly startsIn?: DepreciationStart | null | undefined;
  readonly expenseAccountCode?: string | null | undefined;
  readonly openingDepreciation?: { readonly amount: string; readonly through: string } | null | undefined;
  readonly serialNumber?: string | null | undefined;
  readonly location?: string | null | undefined;
  readonly responsible?: string | null | undefined;
  readonly counterpartyId?: string | null | undefined;
  readonly dimensions?: readonly Dimension[] | null | undefined;
  readonly transactionId?: string | null | undefined;
}

export interface AssetResult {
  readonly assetId: string;
}

/** What is known besides the register when an asset is registered. */
export interface KnownOfAsset {
  /** The transaction that is named as the one that brought it. */
  readonly origin: Transaction;
  readonly unknownCounterparties?: ReadonlySet<string>;
}

/**
 * Takes an asset into the register. Its cost is in the books already, unless it is acquired with it: then it is posted against
 * another account. Pure.
 * @throws DomainError BAD_USER_INPUT, NOT_FOUND, ACCOUNT_INACTIVE, CONFLICT, INVALID_TRANSITION naming the field; for an
 *   acquisition also PERIOD_CLOSED and FORBIDDEN.
 */
export function decideRegister(
  command: {
    readonly companyId: string;
    readonly assetId: string;
    /** Given for an acquisition. */
    readonly posting?: { readonly transactionId: string; readonly creditAccountCode: string };
  },
  given: RegisterAsset,
  register: Register,
  { origin, unknownCounterparties = NOBODY }: KnownOfAsset,
  facts: LedgerFacts,
): Decision<AssetResult> {
  const { companyId, assetId, posting } = command;
  const number = parseNumber(given.number, register);
  const name = parseText(given.name, 'name', 200);
  const { terms, accounts } = termsOf(given, register, facts);
  const cost = parseLari(given.cost, 'cost', 'ABOVE_ZERO');
  const acquiredOn = parseDate(given.acquiredOn, 'acquiredOn');
  const inUseOn = given.inUseOn == null ? null : parseDate(given.inUseOn, 'inUseOn');
  if (inUseOn !== null && inUseOn < acquiredOn)
    throw badInput('inUseOn', given.inUseOn, `is before ${acquiredOn}, on which it was acquired`);
  const residual = given.residual == null ? 0n : parseLari(given.residual, 'residual', 'ZERO');
  if (residual > cost) throw badInput('residual', given.residual, 'is more than the cost');
  const opening = parseOpening(given, { ...terms, inUseOn }, cost - residual);
  const { counterpartyId } = given;
  if (counterpartyId != null && unknownCounterparties.has(counterpartyId))
    throw notFound('counterpartyId', counterpartyId);
  if (given.transactionId != null && posting === undefined)
    demandOrigin(given.transactionId, origin, accounts.costAccountId, cost, facts);
  const transactionId = posting?.transactionId ?? given.transactionId ?? null;
  const [serialNumber, location, responsible] = (['serialNumber', 'location', 'responsible'] as const).map(
    (field) => parseOptionalText(given[field], field, 200),
  );
  const dimensions = checkDimensions(given.dimensions ?? [], 'dimensions');
  const data: AssetRegistered = {
    assetId,
    number,
    name,
    classCode: given.classCode,
    ...accounts,
    ...terms,
    cost: formatAmount(cost),
    acquiredOn,
    heldFrom: opening === null ? acquiredOn : endOfMonth(opening.through),
    inUseOn,
    startMonth: startMonth(inUseOn, terms, opening?.through ?? null),
    residual: formatAmount(residual),
    monthsLeft: opening?.monthsLeft ?? terms.usefulLifeMonths,
    openingDepreciation:
      opening === null
        ? null
        : { amount: formatAmount(opening.amount), through: nameOfMonth(opening.through) },
    ...(serialNumber != null && { serialNumber }),
    ...(location != null && { location }),
    ...(responsible != null && { responsible }),
    ...(counterpartyId != null && { counterpartyId }),
    dimensions,
    ...(transactionId !== null && { transactionId }),
  };
  const registered = eventOf(companyId, register.version + 1, { type: 'FixedAssetRegistered', data });
  const posted =
    posting === undefined ? [] : postAcquisition(posting, data, unknownCounterparties, facts).events;
  return { events: [...posted, registered], result: { assetId } };
}

function postAcquisition(
  posting: { readonly transactionId: string; readonly creditAccountCode: string },
  asset: AssetRegistered,
  unknownCounterparties: ReadonlySet<string>,
  facts: LedgerFacts,
): Decision<unknown> {
  // What one person alone brings into the books nobody else has seen.
  if (facts.settings.approverMustDiffer)
    throw new DomainError('FORBIDDEN', 'the company demands that another person approves', {
      field: 'approverMustDiffer',
    });
  if (asset.openingDepreciation !== null)
    throw badInput('openingDepreciation', asset.openingDepreciation.amount, 'what is acquired now has none');
  const credited = demandLariAccount(posting.creditAccountCode, 'creditAccountCode', facts);
  if (credited.id === asset.costAccountId)
    throw badInput('creditAccountCode', posting.creditAccountCode, 'is the account of cost');
  const { counterpartyId, dimensions } = asset;
  return decideTransaction(
    {
      type: 'RecordTransaction',
      id: posting.transactionId,
      source: {
        subgraph: 'ledger',
        type: FIXED_ASSET_SOURCE,
        id: asset.assetId,
        purpose: 'acquisition',
      },
      draft: {
        date: asset.acquiredOn,
        description: `${asset.number} ${asset.name}`,
        entries: [
          { accountId: asset.costAccountId, debit: asset.cost, dimensions },
          { accountId: credited.id, credit: asset.cost, counterpartyId, dimensions },
        ],
      },
      unknownCounterparties,
    },
    initialTransaction,
    facts,
  );
}

/**
 * Puts an asset to use that was registered before it was available. Pure.
 * @throws DomainError NOT_FOUND, INVALID_TRANSITION when it is in use, BAD_USER_INPUT.
 */
export function decidePutIntoUse(
  companyId: string,
  given: { readonly id: string; readonly on: string },
  register: Register,
): Decision<AssetResult> {
  const asset = demandAsset(given.id, register);
  const { registered } = asset;
  if (inUseSince(asset) !== null)
    throw wrongState(given.id, `${registered.number} ${registered.name} is in use already`);
  const on = parseDate(given.on, 'on');
  if (on < registered.acquiredOn)
    throw badInput('on', given.on, `is before ${registered.acquiredOn}, on which it was acquired`);
  const month = startMonth(on, registered, null);
  const event = eventOf(companyId, register.version + 1, {
    type: 'FixedAssetPutIntoUse',
    data: { assetId: given.id, on, startMonth: month ?? nameOfMonth(monthOf(on)) },
  });
  return { events: [event], result: { assetId: given.id } };
}

/**
 * Takes back what was registered by mistake, as long as nothing was depreciated or disposed of. Its acquisition, if it was posted
 * with it, is reversed. Pure.
 * @throws DomainError NOT_FOUND, INVALID_TRANSITION, BAD_USER_INPUT, PERIOD_CLOSED.
 */
export function decideCancel(
  command: {
    readonly companyId: string;
    readonly userId: string;
    readonly transactionId: string;
    /** The acquisition that was posted with it. */
    readonly acquisition: Transaction;
  },
  given: { readonly id: string; readonly on: string; readonly reason: string },
  register: Register,
  facts: LedgerFacts,
): Decision<AssetResult> {
  const asset = demandAsset(given.id, register);
  const { registered } = asset;
  const reason = parseText(given.reason, 'reason', 500);
  const on = parseDate(given.on, 'on');
  const moved = asset.changes.some(
    ({ kind }) => kind === 'FixedAssetTransferred' || kind === 'FixedAssetDisposed',
  );
  if (moved || asset.bookedThrough !== null)
    throw wrongState(
      given.id,
      `${registered.number} ${registered.name} was depreciated, moved or disposed of; dispose of it`,
    );
  const { acquisition } = command;
  const isPosted =
    acquisition.status === 'POSTED' &&
    acquisition.content.source?.type === FIXED_ASSET_SOURCE &&
    acquisition.content.source.id === given.id;
  const reversal = isPosted
    ? decideTransaction(
        {
          type: 'ReverseTransaction',
          id: registered.transactionId ?? '',
          userId: command.userId,
          reversalId: command.transactionId,
          date: on,
          reason,
          isOfDocument: true,
        },
        acquisition,
        facts,
      ).events
    : [];
  const event = eventOf(command.companyId, register.version + 1, {
    type: 'FixedAssetRegistrationCancelled',
    data: { assetId: given.id, reason, on, transactionId: isPosted ? command.transactionId : null },
  });
  return { events: [...reversal, event], result: { assetId: given.id } };
}

/** Since when it is in use; null as long as it is not. */
export function inUseSince({
  registered,
  changes,
}: Pick<Asset, 'registered' | 'changes'>): CalendarDate | null {
  const put = changes.find((change) => change.kind === 'FixedAssetPutIntoUse');
  return put?.kind === 'FixedAssetPutIntoUse' ? put.on : registered.inUseOn;
}

/** An asset that is the company's and still there. @throws DomainError NOT_FOUND, INVALID_TRANSITION. */
export function demandAsset(id: string, { assets }: Register): Asset {
  const asset = assets.get(id);
  if (asset === undefined) throw notFound('id', id);
  const { number, name } = asset.registered;
  if (asset.isCancelled) throw wrongState(id, `the registration of ${number} ${name} was cancelled`);
  if (isDisposed(asset.changes)) throw wrongState(id, `${number} ${name} was disposed of`);
  return asset;
}

export function wrongState(id: string, why: string): DomainError {
  return new DomainError('INVALID_TRANSITION', `id: ${why}`, { field: 'id', value: id });
}

/** @throws DomainError BAD_USER_INPUT naming `field`. */
export function parseLari(text: unknown, field: string, least: 'ZERO' | 'ABOVE_ZERO'): Amount {
  const amount = parseAmount(text, 2, field);
  if (amount < 0n || (least === 'ABOVE_ZERO' && amount === 0n))
    throw badInput(field, text, least === 'ZERO' ? 'must not be below zero' : 'must be above zero');
  if (amount >= AMOUNT_LIMIT) throw badInput(field, text, 'has more than 15 digits');
  return amount;
}

/** The first month that is depreciated here. */
function startMonth(
  inUseOn: CalendarDate | null,
  { method, startsIn }: { readonly method: DepreciationMethod; readonly startsIn: DepreciationStart },
  openingThrough: Month | null,
): string | null {
  if (inUseOn === null || method === 'NONE') return null;
  const first = monthOf(inUseOn) + (startsIn === 'SAME_MONTH' ? 0 : 1);
  return nameOfMonth(openingThrough === null ? first : openingThrough + 1);
}

function parseNumber(given: string | null | undefined, register: Register): string {
  const number = parseOptionalText(given, 'number', 50);
  if (number === null) return `FA-${String(register.numbersGiven + 1).padStart(6, '0')}`;
  if (GIVEN_NUMBER.test(number)) throw badInput('number', number, 'such numbers are given by the register');
  if (register.isNumberTaken)
    throw new DomainError('CONFLICT', `number: there is an asset ${number} already`, {
      field: 'number',
      value: number,
    });
  return number;
}

/** Accounts and terms: those of the class, with what is given instead. */
function termsOf(given: RegisterAsset, register: Register, facts: LedgerFacts) {
  const accounts = classAccounts(given.classCode, given.expenseAccountCode, register, facts);
  const found = register.classes.get(given.classCode);
  const method = found?.method === 'NONE' ? 'NONE' : (given.method ?? found?.method ?? 'STRAIGHT_LINE');
  if (given.method != null && given.method !== method)
    throw badInput('method', given.method, `nothing of the class ${given.classCode} is depreciated`);
  const usefulLifeMonths = parseMonths(
    given.usefulLifeMonths ?? found?.usefulLifeMonths ?? null,
    'usefulLifeMonths',
  );
  if (method === 'STRAIGHT_LINE' && usefulLifeMonths === null)
    throw badInput('usefulLifeMonths', null, 'is needed to depreciate by a straight line');
  const isByUnits = method === 'UNITS_OF_PRODUCTION';
  if (isByUnits !== (given.totalUnits != null))
    throw badInput('totalUnits', given.totalUnits, isByUnits ? 'is needed' : 'only for units of production');
  return {
    accounts,
    terms: {
      method,
      usefulLifeMonths: method === 'STRAIGHT_LINE' ? usefulLifeMonths : null,
      totalUnits:
        given.totalUnits == null
          ? null
          : formatUnits(parseUnits(given.totalUnits, 'totalUnits', 'ABOVE_ZERO')),
      startsIn: given.startsIn ?? found?.startsIn ?? ('NEXT_MONTH' as const),
    },
  };
}

/** @throws DomainError NOT_FOUND for the class, or for an account of it that the chart lacks; ACCOUNT_INACTIVE. */
export function classAccounts(
  classCode: string,
  expenseAccountCode: string | null | undefined,
  { classes }: Register,
  facts: LedgerFacts,
): ClassAccounts {
  const found = classes.get(classCode);
  if (found === undefined) throw notFound('classCode', classCode);
  const account = (id: string | null) =>
    demandLariAccount(facts.accountById(id ?? '')?.code ?? '', 'classCode', facts).id;
  const costAccountId = account(found.costAccountId);
  if (found.method === 'NONE') return { costAccountId, accumulatedAccountId: null, expenseAccountId: null };
  const expense =
    expenseAccountCode == null
      ? found.expenseAccountId === null
        ? facts.postingAccount('DEPRECIATION_EXPENSE').id
        : account(found.expenseAccountId)
      : demandLariAccount(expenseAccountCode, 'expenseAccountCode', facts).id;
  return {
    costAccountId,
    accumulatedAccountId: account(found.accumulatedAccountId),
    expenseAccountId: expense,
  };
}

interface Opening {
  readonly amount: Amount;
  readonly through: Month;
  readonly monthsLeft: number | null;
}

function parseOpening(
  { openingDepreciation: given }: RegisterAsset,
  asset: Pick<AssetRegistered, 'method' | 'usefulLifeMonths' | 'startsIn' | 'inUseOn'>,
  depreciable: Amount,
): Opening | null {
  if (given == null) return null;
  const { method, usefulLifeMonths, inUseOn } = asset;
  if (method === 'NONE') throw badInput('openingDepreciation', given.amount, 'nothing of it is depreciated');
  const amount = parseLari(given.amount, 'openingDepreciation.amount', 'ZERO');
  if (amount > depreciable)
    throw badInput('openingDepreciation.amount', given.amount, 'is more than cost less residual value');
  const through = parseMonth(given.through, 'openingDepreciation.through');
  if (inUseOn === null || through < monthOf(inUseOn))
    throw badInput('openingDepreciation.through', given.through, 'is before the asset was in use');
  if (usefulLifeMonths === null) return { amount, through, monthsLeft: null };
  const first = monthOf(inUseOn) + (asset.startsIn === 'SAME_MONTH' ? 0 : 1);
  const monthsLeft = usefulLifeMonths - (through - first + 1);
  if (monthsLeft < 1 && amount < depreciable)
    throw badInput(
      'usefulLifeMonths',
      usefulLifeMonths,
      `its life ended by ${given.through}; say a longer one`,
    );
  return { amount, through, monthsLeft: Math.max(monthsLeft, 0) };
}

/** The posted transaction must have brought as much to the account of cost. */
export function demandOrigin(
  transactionId: string,
  origin: Transaction,
  costAccountId: string,
  cost: Amount,
  facts: LedgerFacts,
): void {
  if (origin.status === 'NEW') throw notFound('transactionId', transactionId);
  if (origin.status !== 'POSTED')
    throw new DomainError('INVALID_TRANSITION', `transactionId: the transaction is ${origin.status}`, {
      field: 'transactionId',
      value: transactionId,
      status: origin.status,
    });
  let brought: Amount = 0n;
  for (const entry of origin.content.entries)
    if (entry.accountId === costAccountId) brought += parseAmount(entry.debitGel, 2, 'transactionId');
  if (brought < cost)
    throw badInput(
      'transactionId',
      transactionId,
      `brought ${formatAmount(brought)} GEL to account ${facts.accountById(costAccountId)?.code ?? ''}`,
    );
}

/** Events of a transaction with that of the register behind them. */
export function after(posted: Decision<unknown> | null, event: NewEvent): NewEvent[] {
  return posted === null ? [event] : [...posted.events, event];
}
