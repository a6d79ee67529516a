import { parseDate, type CalendarDate } from '#shared/domain/date.ts';
import type { Decision, NewEvent } from '#shared/domain/decider.ts';
import { DomainError, badInput, notFound } from '#shared/domain/errors.ts';
import { FUNCTIONAL_CURRENCY } from '#shared/domain/currencies.ts';
import { AMOUNT_LIMIT, formatAmount, parseAmount, type Amount } from '#shared/domain/money.ts';
import { parseOptionalText, parseText } from '#shared/domain/text.ts';
import type { AccountFact, LedgerFacts } from '../../facts.ts';
import { checkDimensions } from '../../transactions/content.ts';
import { decideTransaction } from '../../transactions/decide.ts';
import { initialTransaction, type Dimension, type Transaction } from '../../transactions/transaction.ts';
import { demandAnother, demandDue, type DuePosted } from '../posting.ts';
import { parseSpan, planParts, type PlannedPart, type SpreadMethod } from './plan.ts';
import type { Spread, SpreadEvent, SpreadKind, SpreadPart, SpreadPlan } from './spread.ts';

export const SPREAD_SOURCE = 'Prepayment';
/** What the month adds to the description of a part. */
const MONTH_LENGTH = ', 2026-01'.length;
const NOBODY: ReadonlySet<string> = new Set();

export interface CreateSpread {
  readonly kind: SpreadKind;
  readonly description: string;
  readonly reference?: string | null | undefined;
  /** Lari. */
  readonly amount: string;
  readonly fromAccountCode?: string | null | undefined;
  readonly toAccountCode: string;
  readonly from: string;
  readonly to?: string | null | undefined;
  readonly months?: number | null | undefined;
  readonly method: SpreadMethod;
  readonly transactionId?: string | null | undefined;
  readonly counterpartyId?: string | null | undefined;
  readonly dimensions?: readonly Dimension[] | null | undefined;
}

/** What is not given stays as it is. */
export interface ChangeSpread {
  readonly from: string;
  readonly to?: string | null | undefined;
  readonly months?: number | null | undefined;
  readonly method?: SpreadMethod | null | undefined;
  readonly amount?: string | null | undefined;
  readonly toAccountCode?: string | null | undefined;
  readonly reason: string;
}

export interface SpreadResult {
  readonly spreadId: string;
}

/**
 * Spreads an amount over months. Pure.
 * @param origin the transaction named, if one is
 * @throws DomainError BAD_USER_INPUT, NOT_FOUND, ACCOUNT_INACTIVE, INVALID_TRANSITION naming the field.
 */
export function decideCreate(
  id: string,
  given: CreateSpread,
  origin: Transaction,
  facts: LedgerFacts,
  unknownCounterparties = NOBODY,
): Decision<SpreadResult> {
  const description = parseText(given.description, 'description', 500 - MONTH_LENGTH);
  const reference = parseOptionalText(given.reference, 'reference', 100);
  const amount = parseLari(given.amount, 'amount');
  const from = parseDate(given.from, 'from');
  const to = given.to == null ? null : parseDate(given.to, 'to');
  const span = parseSpan(from, to, given.months ?? null);
  const fromAccount =
    given.fromAccountCode == null
      ? facts.postingAccount(given.kind === 'PREPAID_EXPENSE' ? 'PREPAID_EXPENSES' : 'DEFERRED_INCOME')
      : demandAccount(given.fromAccountCode, 'fromAccountCode', facts);
  const toAccount = demandAccount(given.toAccountCode, 'toAccountCode', facts);
  if (toAccount.id === fromAccount.id)
    throw badInput('toAccountCode', given.toAccountCode, 'is the account that the amount stands on');
  const { counterpartyId } = given;
  if (counterpartyId != null && unknownCounterparties.has(counterpartyId))
    throw notFound('counterpartyId', counterpartyId);
  const dimensions = checkDimensions(given.dimensions ?? [], 'dimensions');
  const carriedFrom =
    given.transactionId == null
      ? from
      : demandOrigin(given.transactionId, origin, { kind: given.kind, account: fromAccount, amount });
  const parts = planParts(given.method, amount, span);
  return decided(id, 0, {
    type: 'SpreadCreated',
    data: {
      kind: given.kind,
      description,
      ...(reference !== null && { reference }),
      ...(counterpartyId != null && { counterpartyId }),
      dimensions,
      fromAccountId: fromAccount.id,
      ...(given.transactionId != null && { transactionId: given.transactionId }),
      carriedFrom,
      amount: formatAmount(amount),
      plan: planOf(1, given.method, span, toAccount.id, parts, 0),
    },
  });
}

/**
 * Spreads anew what is planned for a day and later and not posted, and what was posted and reversed since. Pure.
 * @param reversed numbers of the parts whose transaction was reversed
 * @throws DomainError as creation does.
 */
export function decideChange(
  id: string,
  given: ChangeSpread,
  state: Spread,
  reversed: ReadonlySet<number>,
  facts: LedgerFacts,
): Decision<SpreadResult> {
  const { plan } = demandSpread(id, state);
  const reason = parseText(given.reason, 'reason', 500);
  const from = parseDate(given.from, 'from');
  const { replaced, kept } = divide(state, reversed, from);
  demandNothingPosted(kept, from, 'from', given.from);
  const amount = given.amount == null ? parseLari(state.amount, 'amount') : parseLari(given.amount, 'amount');
  const left = amount - sumOf(kept);
  if (left <= 0n)
    throw badInput(
      'amount',
      formatAmount(amount),
      `${formatAmount(sumOf(kept))} are posted or due before ${from}`,
    );
  const isSpanGiven = given.to != null || given.months != null;
  const to = isSpanGiven ? (given.to == null ? null : parseDate(given.to, 'to')) : plan.to;
  const span = parseSpan(from, to, given.months ?? null);
  const method = given.method ?? plan.method;
  if (method === null) throw badInput('method', null, 'say how: the spread was ended');
  const toAccountId =
    given.toAccountCode == null
      ? plan.toAccountId
      : demandAccount(given.toAccountCode, 'toAccountCode', facts).id;
  const next = planOf(
    plan.version + 1,
    method,
    span,
    toAccountId,
    planParts(method, left, span),
    state.parts.length,
  );
  return decided(id, state.version, {
    type: 'SpreadChanged',
    data: {
      reason,
      amount: formatAmount(amount),
      replaces: replaced.map(({ number }) => number),
      plan: next,
    },
  });
}

/**
 * The rest at once: what is planned for a day and later becomes one part on that day. Pure.
 * @throws DomainError NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION when nothing is left.
 */
export function decideEnd(
  id: string,
  given: { readonly on: string; readonly reason: string },
  state: Spread,
  reversed: ReadonlySet<number>,
): Decision<SpreadResult> {
  const { plan } = demandSpread(id, state);
  const reason = parseText(given.reason, 'reason', 500);
  const on = parseDate(given.on, 'on');
  const { replaced, kept } = divide(state, reversed, on);
  demandNothingPosted(kept, on, 'on', given.on);
  const left = sumOf(replaced);
  if (left === 0n)
    throw new DomainError('INVALID_TRANSITION', 'id: nothing of it is left behind this day', {
      field: 'id',
      value: id,
    });
  const rest = [{ date: on, amount: left }];
  return decided(id, state.version, {
    type: 'SpreadEnded',
    data: {
      reason,
      amount: state.amount,
      replaces: replaced.map(({ number }) => number),
      plan: planOf(plan.version + 1, null, { from: on, to: on }, plan.toAccountId, rest, state.parts.length),
    },
  });
}

/**
 * Posts a part, unless it is posted already. Pure.
 * @throws DomainError those of recording a transaction; NOT_FOUND; INVALID_TRANSITION when another plan replaced the part.
 */
export function decidePostPart(
  command: {
    readonly id: string;
    readonly number: number;
    readonly userId: string;
    readonly transactionId: string;
    /** The last day whose entries are to be posted. */
    readonly until: CalendarDate;
    /** Another day than the part's own. */
    readonly on?: CalendarDate | undefined;
    readonly unknownCounterparties?: ReadonlySet<string>;
  },
  state: Spread,
  facts: LedgerFacts,
): Decision<DuePosted> {
  const { id, number, transactionId } = command;
  const { details } = demandSpread(id, state);
  const part = state.parts.find((candidate) => candidate.number === number);
  if (part === undefined) throw notFound('ids', `${id}:${String(number)}`);
  const { date } = part;
  if (part.transactionId !== null) return { events: [], result: { date, transactionId: part.transactionId } };
  if (part.isReplaced)
    throw new DomainError('INVALID_TRANSITION', 'ids: a later plan replaced the part', {
      field: 'ids',
      value: String(number),
    });
  demandDue(date, command.until);
  demandAnother(part.authorId, command.userId, facts);
  const isExpense = details.kind === 'PREPAID_EXPENSE';
  const [debited, credited] = isExpense
    ? [part.toAccountId, details.fromAccountId]
    : [details.fromAccountId, part.toAccountId];
  const { counterpartyId, dimensions, reference } = details;
  const { events } = decideTransaction(
    {
      type: 'RecordTransaction',
      id: transactionId,
      source: { subgraph: 'ledger', type: SPREAD_SOURCE, id, purpose: `part-${String(number)}` },
      draft: {
        date: command.on ?? date,
        description: `${details.description}, ${date.slice(0, 7)}`,
        reference,
        entries: [
          { accountId: debited, debit: part.amount, counterpartyId, dimensions },
          { accountId: credited, credit: part.amount, counterpartyId, dimensions },
        ],
      },
      unknownCounterparties: command.unknownCounterparties ?? NOBODY,
    },
    initialTransaction,
    facts,
  );
  const posted = eventOf(id, state.version, { type: 'SpreadPartPosted', data: { number, transactionId } });
  return { events: [...events, posted], result: { date, transactionId } };
}

function demandSpread(id: string, { details, plan }: Spread) {
  if (details === null || plan === null) throw notFound('id', id);
  return { details, plan };
}

/** What another plan from a day on spreads anew, and what stays: posted, or still to be posted before that day. */
function divide(
  { parts }: Spread,
  reversed: ReadonlySet<number>,
  from: CalendarDate,
): { replaced: SpreadPart[]; kept: SpreadPart[] } {
  const [replaced, kept]: [SpreadPart[], SpreadPart[]] = [[], []];
  for (const part of parts) {
    if (part.isReplaced) continue;
    const isOpen = part.transactionId === null ? part.date >= from : reversed.has(part.number);
    (isOpen ? replaced : kept).push(part);
  }
  return { replaced, kept };
}

function demandNothingPosted(
  kept: readonly SpreadPart[],
  from: CalendarDate,
  field: string,
  given: string,
): void {
  const posted = kept.find(({ date }) => date >= from);
  if (posted !== undefined) throw badInput(field, given, `the part of ${posted.date} is posted already`);
}

function sumOf(parts: readonly SpreadPart[]): Amount {
  return parts.reduce((sum, { amount }) => sum + parseLari(amount, 'amount'), 0n);
}

function parseLari(text: string, field: string): Amount {
  const amount = parseAmount(text, 2, field);
  if (amount <= 0n) throw badInput(field, text, 'must be above zero');
  if (amount >= AMOUNT_LIMIT) throw badInput(field, text, 'has more than 15 digits');
  return amount;
}

/** An account that takes lari: what is paid or received in advance is carried at the rate of its day and never revalued. */
function demandAccount(code: string, field: string, facts: LedgerFacts): AccountFact {
  const account = facts.demandPostable(facts.accountByCode(code), field, code);
  if (account.currency !== null && account.currency !== FUNCTIONAL_CURRENCY)
    throw badInput(field, code, `is kept in ${account.currency}`);
  return account;
}

/** The day of the transaction that brought the amount, which must have brought as much. */
function demandOrigin(
  transactionId: string,
  origin: Transaction,
  { kind, account, amount }: { kind: SpreadKind; account: AccountFact; amount: Amount },
): CalendarDate {
  if (origin.status === 'NEW') throw notFound('transactionId', transactionId);
  if (origin.status !== 'POSTED')
    throw new DomainError('INVALID_TRANSITION', `transactionId: the transaction is ${origin.status}`, {
      field: 'transactionId',
      value: transactionId,
      status: origin.status,
    });
  const side = kind === 'PREPAID_EXPENSE' ? 'debitGel' : 'creditGel';
  let brought: Amount = 0n;
  for (const entry of origin.content.entries)
    if (entry.accountId === account.id) brought += parseAmount(entry[side], 2, 'transactionId');
  if (brought < amount)
    throw badInput(
      'transactionId',
      transactionId,
      `brought ${formatAmount(brought)} GEL to account ${account.code}`,
    );
  return origin.content.date;
}

function planOf(
  version: number,
  method: SpreadMethod | null,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
  toAccountId: string,
  parts: readonly PlannedPart[],
  before: number,
): SpreadPlan {
  return {
    version,
    method,
    from,
    to,
    toAccountId,
    parts: parts.map(({ date, amount }, index) => ({
      number: before + index + 1,
      date,
      amount: formatAmount(amount),
    })),
  };
}

function decided(id: string, version: number, event: SpreadEvent): Decision<SpreadResult> {
  return { events: [eventOf(id, version, event)], result: { spreadId: id } };
}

function eventOf(id: string, version: number, { type, data }: SpreadEvent): NewEvent {
  return { aggregateType: 'Spread', aggregateId: id, version: version + 1, type, data };
}
