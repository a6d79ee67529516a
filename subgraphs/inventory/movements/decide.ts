import { parseDate, type CalendarDate } from '#shared/domain/date.ts';
import type { Decision, NewEvent } from '#shared/domain/decider.ts';
import { badInput, DomainError, notFound } from '#shared/domain/errors.ts';
import { requestPosting, type PostingRequestedData } from '#shared/domain/posting.ts';
import { parseText } from '#shared/domain/text.ts';
import { planCosts } from '../costing/plan-costs.ts';
import type { Pools } from '../costing/pool.ts';
import type { CostPlan } from '../costing/plan.ts';
import { microText, tetriText } from '../costing/scaled.ts';
import type { InventoryFacts } from '../facts.ts';
import type { Around } from './around.ts';
import { readContent } from './content.ts';
import { costChangeOf, isCosted } from './costed.ts';
import type { MovementDraft } from './draft.ts';
import { postingsOf } from './entries.ts';
import { legsOf, oppositeLegs } from './legs.ts';
import { lineIdOf } from './line-id.ts';
import { demandMovable } from './movable.ts';
import type {
  ExistingMovement,
  Movement,
  MovementContent,
  MovementEvent,
  MovementKind,
  MovementStatus,
} from './movement.ts';

export interface MovementResult {
  readonly movementId: string;
}

const LONGEST_REASON = 500;

/** Numbers of each kind are drawn by year. */
const SERIES: Readonly<Record<MovementKind, string>> = {
  RECEIPT: 'GR',
  ISSUE: 'GI',
  TRANSFER: 'TR',
  TRANSFER_RECEIPT: 'TA',
  CUSTOMER_RETURN: 'CR',
  SUPPLIER_RETURN: 'SR',
  COUNT: 'SC',
  ASSEMBLY: 'AS',
};

/** @throws DomainError BAD_USER_INPUT, NOT_FOUND. */
export function decideDraft(
  companyId: string,
  id: string,
  draft: MovementDraft,
  around: Around,
): Decision<MovementResult> {
  const content = readContent(companyId, id, draft, around);
  return decided(id, [told(id, 1, { type: 'StockMovementDrafted', data: { content } })]);
}

/** @throws DomainError NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION. */
export function decideRevision(
  companyId: string,
  id: string,
  draft: MovementDraft,
  state: Movement,
  around: Around,
): Decision<MovementResult> {
  const before = demand(id, state, ['DRAFT']);
  const content = readContent(companyId, id, draft, around);
  if (JSON.stringify(content) === JSON.stringify(before.content)) return decided(id, []);
  return decided(id, [told(id, before.version + 1, { type: 'StockMovementRevised', data: { content } })]);
}

/** @throws DomainError NOT_FOUND, INVALID_TRANSITION. */
export function decideDiscard(id: string, state: Movement): Decision<MovementResult> {
  const { version } = demand(id, state, ['DRAFT', 'APPROVED']);
  return decided(id, [told(id, version + 1, { type: 'StockMovementDiscarded', data: {} })]);
}

/** @throws DomainError NOT_FOUND, INVALID_TRANSITION, BAD_USER_INPUT. */
export function decideApproval(id: string, state: Movement, around: Around): Decision<MovementResult> {
  const { version, content } = demand(id, state, ['DRAFT']);
  demandMovable(content, around, { checksMonth: false });
  return decided(id, [told(id, version + 1, { type: 'StockMovementApproved', data: {} })]);
}

/** What posting rests on besides: the cost pools of the items. */
export interface Costing {
  readonly companyId: string;
  readonly pools: Pools;
  readonly facts: InventoryFacts;
}

/** @throws DomainError NOT_FOUND, INVALID_TRANSITION, BAD_USER_INPUT, PERIOD_CLOSED. */
export function decidePosting(
  id: string,
  state: Movement,
  around: Around,
  costing: Costing,
): Decision<MovementResult> {
  const { version, content } = demand(id, state, ['APPROVED']);
  return posted(id, version + 1, content, around, costing);
}

/**
 * Writes a movement and posts it at once.
 * @param isOfCount whether it is what a count books as it ends
 * @throws DomainError BAD_USER_INPUT, NOT_FOUND, PERIOD_CLOSED, INVALID_TRANSITION.
 */
export function decideRecorded(
  id: string,
  draft: MovementDraft,
  around: Around,
  costing: Costing,
  isOfCount = false,
): Decision<MovementResult> {
  return posted(id, 1, readContent(costing.companyId, id, draft, around), around, costing, isOfCount);
}

function posted(
  id: string,
  version: number,
  content: MovementContent,
  around: Around,
  { companyId, pools, facts }: Costing,
  isOfCount = false,
): Decision<MovementResult> {
  demandMovable(content, around, { checksMonth: true, isOfCount });
  const { postingAccounts } = facts;
  const change = costChangeOf(id, content, around, postingAccounts);
  const cause = { documentId: id, bookingDate: content.bookingDate };
  const plan = planCosts(pools, change, cause);
  const mayBeShort = (itemId: string): boolean => around.items.get(itemId)?.allowsShort ?? false;
  demandNotShort(plan, content, mayBeShort);
  const costs = Object.fromEntries([...plan.lineCosts].map(([lineId, cost]) => [lineId, tetriText(cost)]));
  const legs = legsOf(content, ({ itemId }) => content.kind !== 'TRANSFER' && mayBeShort(itemId));
  return decided(id, [
    told(id, version, { type: 'StockMovementPosted', data: { content, legs, costs } }),
    ...plan.events,
    ...postingsOf(companyId, id, content, plan, postingAccounts, false),
  ]);
}

export interface ReversalDraft {
  readonly id: string;
  readonly bookingDate: string;
  readonly reason: string;
}

/** What a reversal rests on: where the movement stands in the log, and how its postings fare. */
export interface Reversible {
  readonly seq: number;
  readonly bookingDate: CalendarDate;
  /** States of its postings. */
  readonly postings: readonly string[];
  /** Numbers of posted movements that name lines of it. */
  readonly dependents: readonly string[];
}

/**
 * Takes a movement back by one that does the opposite, as of when it happened: its goods never moved, and what was booked
 * for them goes back on the day named.
 * @throws DomainError NOT_FOUND, INVALID_TRANSITION, BAD_USER_INPUT, PERIOD_CLOSED.
 */
export function decideReversal(
  draft: ReversalDraft,
  reversalId: string,
  state: Movement,
  around: Around,
  known: Reversible | null,
  { companyId, pools, facts }: Costing,
): Decision<MovementResult> {
  const { id } = draft;
  const before = demand(id, state, ['POSTED']);
  if (known === null) throw new Error(`the posted movement ${id} is in no table`);
  if (before.reverses !== null)
    throw new DomainError('INVALID_TRANSITION', 'a reversal is not reversed; record the movement again', {
      field: 'id',
      value: id,
    });
  const reason = parseText(draft.reason, 'reason', LONGEST_REASON);
  const bookingDate = parseDate(draft.bookingDate, 'bookingDate');
  if (bookingDate < known.bookingDate)
    throw badInput('bookingDate', bookingDate, `the movement entered the books on ${known.bookingDate}`);
  if (known.postings.includes('REFUSED'))
    throw new DomainError('INVALID_TRANSITION', 'the ledger refused it; retry its posting first', {
      field: 'id',
      value: id,
    });
  if (known.dependents.length > 0)
    throw new DomainError('INVALID_TRANSITION', `${known.dependents.join(', ')} rests on it`, {
      field: 'id',
      value: id,
      dependents: known.dependents,
    });
  const lineOf = new Map(
    before.content.lines.map(({ id: of, line }) => [of, lineIdOf(companyId, reversalId, line)]),
  );
  const content: MovementContent = {
    ...before.content,
    bookingDate,
    lines: before.content.lines.map((line) => ({
      ...line,
      id: lineOf.get(line.id) ?? line.id,
      direction: line.direction === 'IN' ? 'OUT' : 'IN',
      of: null,
    })),
  };
  demandMovable(content, around, { checksMonth: true, isReversal: true });
  const remove = before.content.lines
    .filter((line) => isCosted(before.content, line))
    .map(({ id: lineId, itemId }) => ({ lineId, itemId }));
  const cause = { documentId: reversalId, bookingDate };
  const plan = planCosts(pools, { add: [], remove, addCost: [] }, cause);
  const mayBeShort = (itemId: string): boolean => around.items.get(itemId)?.allowsShort ?? false;
  const [short] = plan.shortages.filter(({ itemId }) => !mayBeShort(itemId));
  if (short !== undefined)
    throw new DomainError('INVALID_TRANSITION', 'its goods have gone out since', {
      field: 'id',
      value: id,
      itemId: short.itemId,
      missing: microText(short.missing),
    });
  const costs = Object.fromEntries(
    plan.changes
      .filter(({ kind }) => kind === 'REVERSAL')
      .map(({ lineId, amount }) => [lineOf.get(lineId) ?? lineId, tetriText(amount < 0n ? -amount : amount)]),
  );
  const legs = oppositeLegs(before.legs, lineOf);
  return decided(reversalId, [
    told(reversalId, 1, {
      type: 'StockMovementPosted',
      data: { content, legs, costs, reverses: id, atSeq: known.seq, reason },
    }),
    told(id, before.version + 1, { type: 'StockMovementReversed', data: { by: reversalId, reason } }),
    ...plan.events,
    ...postingsOf(companyId, reversalId, content, plan, facts.postingAccounts, true),
  ]);
}

/** A posting that the ledger refused: the last request, and how often it was made. */
export interface RefusedPosting {
  readonly attempt: number;
  readonly data: PostingRequestedData;
}

/**
 * Asks the ledger again, on the same day or another one, on which the goods then enter the books too.
 * @throws DomainError NOT_FOUND, INVALID_TRANSITION, BAD_USER_INPUT, PERIOD_CLOSED.
 */
export function decideRetry(
  companyId: string,
  draft: { readonly id: string; readonly bookingDate?: string | null | undefined },
  state: Movement,
  around: Around,
  refused: readonly RefusedPosting[],
  isPartlyBooked: boolean,
): Decision<MovementResult> {
  const { id } = draft;
  const { version, content } = demand(id, state, ['POSTED']);
  if (refused.length === 0)
    throw new DomainError('INVALID_TRANSITION', 'the ledger has refused nothing of it', {
      field: 'id',
      value: id,
    });
  const bookingDate = parseDate(draft.bookingDate ?? content.bookingDate, 'bookingDate');
  if (bookingDate < content.bookingDate)
    throw badInput('bookingDate', bookingDate, `it entered the books on ${content.bookingDate}`);
  if (isPartlyBooked && bookingDate !== content.bookingDate)
    throw new DomainError('INVALID_TRANSITION', 'a part of it is in the books on the first day', {
      field: 'bookingDate',
      value: bookingDate,
    });
  demandOpen(bookingDate, around);
  const rebooked: NewEvent[] =
    bookingDate === content.bookingDate
      ? []
      : [
          told(id, version + 1, {
            type: 'StockMovementRebooked',
            data: { from: content.bookingDate, bookingDate },
          }),
        ];
  return decided(id, [
    ...rebooked,
    ...refused.map(({ attempt, data }) =>
      requestPosting(companyId, { ...data, date: bookingDate }, attempt + 1),
    ),
  ]);
}

function demandOpen(bookingDate: CalendarDate, { openMonths }: Around): void {
  if (openMonths.has(bookingDate.slice(0, 7))) return;
  throw new DomainError('PERIOD_CLOSED', `bookingDate: ${bookingDate.slice(0, 7)} is not open`, {
    field: 'bookingDate',
    value: bookingDate,
  });
}

/** What a plan leaves short must be of items that may be. */
function demandNotShort(
  plan: CostPlan,
  content: MovementContent,
  mayBeShort: (itemId: string) => boolean,
): void {
  const short = plan.shortages.find(({ itemId }) => !mayBeShort(itemId));
  if (short === undefined) return;
  const line =
    content.lines.find(({ id }) => id === short.lineId) ??
    content.lines.find(({ itemId }) => itemId === short.itemId);
  throw tooMuch(
    line === undefined ? 'lines' : `lines[${String(line.line - 1)}].quantity`,
    line?.entered,
    microText(short.missing),
  );
}

/** More than there is: then, or at a later moment. */
export function tooMuch(field: string, value: string | undefined, missing: string): DomainError {
  const short = missing.includes('.') ? missing.replace(/\.?0+$/, '') : missing;
  return new DomainError(
    'BAD_USER_INPUT',
    `${field}: ${short} of it would be missing, then or at a later moment`,
    { field, ...(value === undefined ? {} : { value }), missing: short },
  );
}

function demand(id: string, state: Movement, statuses: readonly MovementStatus[]): ExistingMovement {
  if (state.status === 'NEW') throw notFound('id', id);
  if (!statuses.includes(state.status))
    throw new DomainError(
      'INVALID_TRANSITION',
      `the movement is ${state.status}, not ${statuses.join(' or ')}`,
      { field: 'id', value: id, status: state.status },
    );
  return state;
}

function decided(movementId: string, events: readonly NewEvent[]): Decision<MovementResult> {
  return { events, result: { movementId } };
}

function told(id: string, version: number, event: MovementEvent): NewEvent {
  return {
    aggregateType: 'StockMovement',
    aggregateId: id,
    version,
    type: event.type,
    data: event.data,
    // What changes in stock is numbered, and told live.
    ...(event.type === 'StockMovementPosted'
      ? {
          published: true,
          series: `${SERIES[event.data.content.kind]}-${event.data.content.bookingDate.slice(0, 4)}`,
        }
      : {}),
  };
}
