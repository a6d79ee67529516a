import { parseDate } from '#shared/domain/date.ts';
import type { Decision, NewEvent } from '#shared/domain/decider.ts';
import { badInput, DomainError, notFound } from '#shared/domain/errors.ts';
import { parseScaled } from '#shared/domain/money.ts';
import { requestPosting, type PostingSource } from '#shared/domain/posting.ts';
import { parseText } from '#shared/domain/text.ts';
import { entriesOf } from '../costing/entries.ts';
import { planCosts } from '../costing/plan-costs.ts';
import type { AddedCost, CostPlan } from '../costing/plan.ts';
import type { Pools } from '../costing/pool.ts';
import { tetriOf, tetriText } from '../costing/scaled.ts';
import type {
  LandedCost,
  LandedCostContent,
  LandedCostEvent,
  LandedCostKind,
  LandedCostShare,
  SpreadBasis,
} from './landed-cost.ts';
import { spread } from './spread.ts';

const LONGEST = 500;
const TETRI_DECIMALS = 2;
const ACCOUNT_CODE = /^[\p{L}\d.:_-]{1,64}$/u;

/** A line by which goods came in at a price, and what the amount may be spread by. */
export interface ReceiptLine {
  readonly lineId: string;
  readonly itemId: string;
  /** Tetri that it costs until now. */
  readonly value: bigint;
  /** Micro-units. */
  readonly quantity: bigint;
  /** Kilograms of one unit, in millionths; null when nobody said. */
  readonly weight: bigint | null;
}

export interface LandedCostDraft {
  readonly kind: LandedCostKind;
  readonly bookingDate: string;
  readonly description: string;
  readonly basis: SpreadBasis;
  readonly amount: string;
  readonly accountCode: string | null;
  readonly taxInvoiceId: string | null;
}

/** What a decision rests on besides. */
export interface LandedCostGround {
  readonly companyId: string;
  readonly pools: Pools;
  readonly isOpen: boolean;
  /** Account on which goods wait for their invoice. */
  readonly goodsReceived: string;
}

export interface LandedCostResult {
  readonly landedCostId: string;
}

/** What is added to each line. Pure. @throws DomainError BAD_USER_INPUT. */
export function sharesOf(
  { amount: text, basis }: Pick<LandedCostDraft, 'amount' | 'basis'>,
  lines: readonly ReceiptLine[],
): { lineId: string; itemId: string; amount: bigint }[] {
  const amount = parseScaled(text, TETRI_DECIMALS, 'amount');
  if (amount === 0n) throw badInput('amount', text, 'nothing is to be added');
  const weights = lines.map((line, index) => weightOf(line, basis, index));
  if (weights.every((weight) => weight === 0n))
    throw badInput('basis', basis, 'all of the lines have nothing of it');
  return spread(amount, weights).map((share, index) => {
    const line = lines[index];
    if (line === undefined) throw new Error('more shares than lines');
    return { lineId: line.lineId, itemId: line.itemId, amount: share };
  });
}

function weightOf(line: ReceiptLine, basis: SpreadBasis, index: number): bigint {
  if (basis === 'VALUE') return line.value;
  if (basis === 'QUANTITY') return line.quantity;
  if (line.weight === null)
    throw badInput(`lineIds[${String(index)}]`, line.lineId, 'nobody said what the item weighs');
  return line.weight * line.quantity;
}

/** The change to the pools. */
export function addedCosts(
  id: string,
  shares: readonly { readonly lineId: string; readonly itemId: string; readonly amount: bigint }[],
  counterAccount: string,
): AddedCost[] {
  return shares
    .filter(({ amount }) => amount !== 0n)
    .map(({ lineId, itemId, amount }) => ({ lineId, itemId, amount, documentId: id, counterAccount }));
}

/** @throws DomainError BAD_USER_INPUT, PERIOD_CLOSED. */
export function decideLandedCosts(
  id: string,
  draft: LandedCostDraft,
  lines: readonly ReceiptLine[],
  ground: LandedCostGround,
): Decision<LandedCostResult> {
  const bookingDate = parseDate(draft.bookingDate, 'bookingDate');
  const description = parseText(draft.description, 'description', LONGEST);
  const counterAccount = draft.accountCode ?? ground.goodsReceived;
  if (!ACCOUNT_CODE.test(counterAccount))
    throw badInput('accountCode', counterAccount, 'not a code of an account');
  demandOpen(bookingDate, ground);
  const shares = sharesOf(draft, lines);
  const addCost = addedCosts(id, shares, counterAccount);
  const plan = planCosts(ground.pools, { add: [], remove: [], addCost }, { documentId: id, bookingDate });
  const content: LandedCostContent = {
    kind: draft.kind,
    bookingDate,
    description,
    basis: draft.basis,
    amount: tetriText(shares.reduce((sum, { amount }) => sum + amount, 0n)),
    counterAccount,
    taxInvoiceId: draft.taxInvoiceId,
    shares: shares.map(({ lineId, itemId, amount }): LandedCostShare => ({
      lineId,
      itemId,
      amount: tetriText(amount),
    })),
  };
  const posted: NewEvent = {
    ...told(id, 1, { type: 'LandedCostsPosted', data: content }),
    series: `LC-${bookingDate.slice(0, 4)}`,
  };
  const name = { description, purpose: 'landed-costs' };
  return {
    events: [posted, ...plan.events, ...postings(ground.companyId, id, bookingDate, plan, name)],
    result: { landedCostId: id },
  };
}

/** @throws DomainError NOT_FOUND, INVALID_TRANSITION, BAD_USER_INPUT, PERIOD_CLOSED. */
export function decideReversal(
  input: { readonly id: string; readonly bookingDate: string; readonly reason: string },
  state: LandedCost,
  ground: LandedCostGround,
): Decision<LandedCostResult> {
  const { id } = input;
  if (state.status === 'NEW') throw notFound('id', id);
  if (state.status === 'REVERSED')
    throw new DomainError('INVALID_TRANSITION', 'the costs are reversed already', { field: 'id', value: id });
  const bookingDate = parseDate(input.bookingDate, 'bookingDate');
  const reason = parseText(input.reason, 'reason', LONGEST);
  const { content } = state;
  if (bookingDate < content.bookingDate)
    throw badInput('bookingDate', bookingDate, `they entered the books on ${content.bookingDate}`);
  demandOpen(bookingDate, ground);
  const plan = planCosts(ground.pools, reversedChange(id, content), { documentId: id, bookingDate });
  const name = { description: `${content.description}, reversed`, purpose: 'landed-costs-reversal' };
  return {
    events: [
      told(id, state.version + 1, { type: 'LandedCostsReversed', data: { bookingDate, reason } }),
      ...plan.events,
      ...postings(ground.companyId, id, bookingDate, plan, name),
    ],
    result: { landedCostId: id },
  };
}

/** What takes costs back from the lines that they were added to. */
export function reversedChange(id: string, { shares, counterAccount }: LandedCostContent) {
  const taken = shares.map((share) => ({ ...share, amount: -tetriOf(share.amount) }));
  return { add: [], remove: [], addCost: addedCosts(id, taken, counterAccount) };
}

function demandOpen(bookingDate: string, { isOpen }: LandedCostGround): void {
  if (isOpen) return;
  throw new DomainError('PERIOD_CLOSED', `bookingDate: ${bookingDate.slice(0, 7)} is not open`, {
    field: 'bookingDate',
    value: bookingDate,
  });
}

/** Asks the ledger to post the amount itself, and apart from it the share of what has gone out since. */
function postings(
  companyId: string,
  id: string,
  date: string,
  { changes }: CostPlan,
  { description, purpose }: { readonly description: string; readonly purpose: string },
): NewEvent[] {
  const source = (of: string): PostingSource => ({
    subgraph: 'inventory',
    type: 'LandedCost',
    id,
    purpose: of,
  });
  const own = entriesOf(changes.filter(({ kind }) => kind === 'ADDED'));
  const adjusted = entriesOf(changes.filter(({ kind }) => kind === 'ADJUSTMENT'));
  const adjusting = `cost-adjustment${purpose === 'landed-costs' ? '' : '-reversal'}`;
  return [
    ...(own.length === 0
      ? []
      : [requestPosting(companyId, { source: source(purpose), date, description, entries: own })]),
    ...(adjusted.length === 0
      ? []
      : [
          requestPosting(companyId, {
            source: source(adjusting),
            date,
            description: 'Costs of stock adjusted',
            entries: adjusted,
          }),
        ]),
  ];
}

function told(id: string, version: number, event: LandedCostEvent): NewEvent {
  return { aggregateType: 'LandedCost', aggregateId: id, version, type: event.type, data: event.data };
}
