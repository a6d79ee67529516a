import { dayAfter, lastDayOf, parseDate, type CalendarDate } from '#shared/domain/date.ts';
import type { Decision, NewEvent } from '#shared/domain/decider.ts';
import { DomainError, badInput, notFound } from '#shared/domain/errors.ts';
import { namedId } from '#shared/domain/named-id.ts';
import { parseAmount, formatAmount, type Amount } from '#shared/domain/money.ts';
import { FUNCTIONAL_CURRENCY } from '#shared/domain/currencies.ts';
import { parseText } from '#shared/domain/text.ts';
import type { LedgerFacts } from '../../facts.ts';
import type { EntryDraft, TransactionDraft } from '../../ledger.ts';
import { decideTransaction } from '../../transactions/decide.ts';
import { initialTransaction, type Dimension, type Transaction } from '../../transactions/transaction.ts';
import { demandDue, type DuePosted } from '../posting.ts';
import type { ReversingEntry, ReversingEntryEvent, ReversingKind } from './reversing-entry.ts';

export const ACCRUAL_SOURCE = 'Accrual';
const MOST_LINES = 100;
const NOBODY: ReadonlySet<string> = new Set();

export interface ReversingResult {
  readonly reversingEntryId: string;
}

/** The one planned reversal that a transaction can have. */
export function reversingEntryId(companyId: string, transactionId: string): string {
  return namedId('ledger', companyId, `reversing-entry:${transactionId}`);
}

/**
 * Plans the reversal of a posted transaction; again, it moves to another day. Pure.
 * @throws DomainError NOT_FOUND, INVALID_TRANSITION, BAD_USER_INPUT.
 */
export function decideSchedule(
  command: {
    readonly id: string;
    readonly transactionId: string;
    readonly date: string;
    readonly reason: string;
  },
  state: ReversingEntry,
  transaction: Transaction,
): Decision<ReversingResult> {
  const { id, transactionId } = command;
  if (transaction.status === 'NEW') throw notFound('transactionId', transactionId);
  if (transaction.status !== 'POSTED')
    throw new DomainError(
      'INVALID_TRANSITION',
      `transactionId: the transaction is ${transaction.status}, it must be posted and not reversed`,
      { field: 'transactionId', value: transactionId, status: transaction.status },
    );
  const date = parseDate(command.date, 'date');
  demandBehind(date, transaction.content.date, 'date');
  const reason = parseText(command.reason, 'reason', 500);
  const kind = state.planned?.kind ?? 'REVERSAL';
  return decided(id, state.version, {
    type: 'ReversalScheduled',
    data: { kind, transactionId, date, reason },
  });
}

/** Leaves the transaction as it is. Pure. @throws DomainError NOT_FOUND, INVALID_TRANSITION, BAD_USER_INPUT. */
export function decideCancel(
  { id, reason }: { readonly id: string; readonly reason: string },
  state: ReversingEntry,
): Decision<ReversingResult> {
  if (state.planned === null) throw notFound('id', id);
  if (state.isCancelled || state.reversalId !== null)
    throw new DomainError('INVALID_TRANSITION', 'id: the reversal is posted or cancelled already', {
      field: 'id',
      value: id,
    });
  const data = { reason: parseText(reason, 'reason', 500) };
  return decided(id, state.version, { type: 'ScheduledReversalCancelled', data });
}

/** A transaction that is to be undone on a day, as it is given. */
export interface ReversingDraft extends TransactionDraft {
  readonly reversesOn: string;
  readonly reversalReason: string;
}

/**
 * Records a transaction together with the plan to undo it. Pure.
 * @throws DomainError those of recording a transaction; BAD_USER_INPUT naming `reversesOn` or `reversalReason`.
 */
export function decideRecordReversing(
  command: {
    readonly id: string;
    readonly transactionId: string;
    readonly draft: ReversingDraft;
    readonly unknownCounterparties?: ReadonlySet<string>;
  },
  facts: LedgerFacts,
): Decision<ReversingResult> {
  const { reversesOn, reversalReason, ...draft } = command.draft;
  const reason = parseText(reversalReason, 'reversalReason', 500);
  const date = parseDate(reversesOn, 'reversesOn');
  demandBehind(date, parseDate(draft.date, 'date'), 'reversesOn');
  const { events } = decideTransaction(
    {
      type: 'RecordTransaction',
      id: command.transactionId,
      draft,
      unknownCounterparties: command.unknownCounterparties ?? NOBODY,
    },
    initialTransaction,
    facts,
  );
  return planned(command, events, { kind: 'REVERSAL', date, reason });
}

/** What was incurred, or earned, in a month whose document is still to come. */
export interface AccrualDraft {
  readonly kind: Exclude<ReversingKind, 'REVERSAL'>;
  /** A day of the month; it is recorded on its last. */
  readonly date: string;
  readonly description: string;
  readonly reference?: string | null | undefined;
  /** Balance sheet account; that of the role without it. */
  readonly accrualAccountCode?: string | null | undefined;
  readonly counterpartyId?: string | null | undefined;
  readonly lines: readonly {
    readonly accountCode: string;
    /** GEL. */
    readonly amount: string;
    readonly description?: string | null | undefined;
    readonly dimensions?: readonly Dimension[] | null | undefined;
  }[];
}

/**
 * Records an accrual on the last day of its month and plans its reversal for the first of the next, so that the document,
 * when it comes, is recorded as any other. Pure.
 * @throws DomainError BAD_USER_INPUT, NOT_FOUND, ACCOUNT_INACTIVE, PERIOD_CLOSED naming the field; FORBIDDEN where the
 *   company demands that another person approves.
 */
export function decideAccrual(
  command: {
    readonly id: string;
    readonly transactionId: string;
    readonly draft: AccrualDraft;
    readonly unknownCounterparties?: ReadonlySet<string>;
  },
  facts: LedgerFacts,
): Decision<ReversingResult> {
  const { draft, id, transactionId } = command;
  if (facts.settings.approverMustDiffer)
    throw new DomainError('FORBIDDEN', 'the company demands that another person approves', {
      field: 'approverMustDiffer',
    });
  const given = parseDate(draft.date, 'date');
  const date = lastDayOf(Number(given.slice(0, 4)), Number(given.slice(5, 7)));
  facts.demandOpenPeriod(date, 'date');
  const { lines, counterpartyId } = draft;
  if (lines.length < 1 || lines.length > MOST_LINES)
    throw badInput('lines', String(lines.length), `an accrual has 1–${String(MOST_LINES)} lines`);
  if (counterpartyId != null && command.unknownCounterparties?.has(counterpartyId) === true)
    throw notFound('counterpartyId', counterpartyId);
  const isExpense = draft.kind === 'ACCRUED_EXPENSE';
  const [own, other] = isExpense ? (['debit', 'credit'] as const) : (['credit', 'debit'] as const);
  let total: Amount = 0n;
  const entries = lines.map((line, index): EntryDraft => {
    const field = `lines[${String(index)}]`;
    const amount = parseAmount(line.amount, 2, `${field}.amount`);
    if (amount <= 0n) throw badInput(`${field}.amount`, line.amount, 'must be above zero');
    total += amount;
    const { accountCode: code } = line;
    const account = facts.demandPostable(facts.accountByCode(code), `${field}.accountCode`, code);
    if (account.currency !== null && account.currency !== FUNCTIONAL_CURRENCY)
      throw badInput(`${field}.accountCode`, code, `account ${code} is kept in ${account.currency}`);
    return {
      accountId: account.id,
      [own]: line.amount,
      description: line.description,
      counterpartyId,
      dimensions: line.dimensions,
    };
  });
  const code = draft.accrualAccountCode;
  const accrual =
    code == null
      ? facts.postingAccount(isExpense ? 'ACCRUED_EXPENSES' : 'ACCRUED_INCOME')
      : facts.demandPostable(facts.accountByCode(code), 'accrualAccountCode', code);
  const { events } = decideTransaction(
    {
      type: 'RecordTransaction',
      id: transactionId,
      source: { subgraph: 'ledger', type: ACCRUAL_SOURCE, id, purpose: 'accrual' },
      draft: {
        date,
        description: draft.description,
        reference: draft.reference,
        entries: [...entries, { accountId: accrual.id, [other]: formatAmount(total), counterpartyId }],
      },
      unknownCounterparties: command.unknownCounterparties ?? NOBODY,
    },
    initialTransaction,
    facts,
  );
  return planned(command, events, { kind: draft.kind, date: dayAfter(date), reason: draft.description });
}

/**
 * Posts a planned reversal, unless it is posted already. Pure.
 * @throws DomainError those of reversing a transaction; INVALID_TRANSITION when it was cancelled, or undone otherwise.
 */
export function decidePostReversal(
  command: {
    readonly id: string;
    readonly userId: string;
    readonly reversalId: string;
    /** The last day whose entries are to be posted. */
    readonly until: CalendarDate;
    /** Another day than the planned one. */
    readonly on?: CalendarDate | undefined;
  },
  state: ReversingEntry,
  transaction: Transaction,
  facts: LedgerFacts,
): Decision<DuePosted> {
  const { id, userId, reversalId } = command;
  if (state.planned === null) throw notFound('ids', id);
  const { date: day, transactionId, reason } = state.planned;
  if (state.reversalId !== null)
    return { events: [], result: { date: day, transactionId: state.reversalId } };
  if (state.isCancelled)
    throw new DomainError('INVALID_TRANSITION', 'ids: the reversal was cancelled', {
      field: 'ids',
      value: id,
    });
  demandDue(day, command.until);
  const date = command.on ?? day;
  const { events } = decideTransaction(
    { type: 'ReverseTransaction', id: transactionId, userId, reversalId, date, reason },
    transaction,
    facts,
  );
  const done = eventOf(id, state.version, { type: 'ScheduledReversalPosted', data: { date, reversalId } });
  return { events: [...events, done], result: { date: day, transactionId: reversalId } };
}

function demandBehind(date: CalendarDate, recorded: CalendarDate, field: string): void {
  if (date <= recorded) throw badInput(field, date, `must be after ${recorded}, the day of the transaction`);
}

function planned(
  { id, transactionId }: { readonly id: string; readonly transactionId: string },
  events: readonly NewEvent[],
  { kind, date, reason }: { kind: ReversingKind; date: CalendarDate; reason: string },
): Decision<ReversingResult> {
  const data = { kind, transactionId, date, reason };
  return {
    events: [...events, eventOf(id, 0, { type: 'ReversalScheduled', data })],
    result: { reversingEntryId: id },
  };
}

function decided(id: string, version: number, event: ReversingEntryEvent): Decision<ReversingResult> {
  return { events: [eventOf(id, version, event)], result: { reversingEntryId: id } };
}

function eventOf(id: string, version: number, { type, data }: ReversingEntryEvent): NewEvent {
  return { aggregateType: 'ReversingEntry', aggregateId: id, version: version + 1, type, data };
}
