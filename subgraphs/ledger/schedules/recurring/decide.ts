import { parseDate, type CalendarDate } from '#shared/domain/date.ts';
import type { Decision, NewEvent } from '#shared/domain/decider.ts';
import { DomainError, badInput, notFound } from '#shared/domain/errors.ts';
import { FUNCTIONAL_CURRENCY } from '#shared/domain/currencies.ts';
import {
  datesOf,
  dateOfOccurrence,
  occurrenceOn,
  parseRecurrence,
  type GivenRecurrence,
} from '#shared/domain/recurrence.ts';
import { parseText } from '#shared/domain/text.ts';
import type { LedgerFacts } from '../../facts.ts';
import type { EntryDraft } from '../../ledger.ts';
import { checkContent } from '../../transactions/content.ts';
import { decideTransaction } from '../../transactions/decide.ts';
import { initialTransaction } from '../../transactions/transaction.ts';
import { demandAnother, demandDue, type DuePosted } from '../posting.ts';
import type {
  AuthoredTemplate,
  RecurringEntry,
  RecurringEntryEvent,
  Template,
  TemplateEntry,
} from './recurring-entry.ts';

export const RECURRING_SOURCE = 'Recurring';
const MOST_OCCURRENCES = 1_200;
const NOBODY: ReadonlySet<string> = new Set();

export interface CreateRecurringEntry {
  readonly description: string;
  readonly reference?: string | null | undefined;
  readonly entries: readonly EntryDraft[];
  readonly rule: GivenRecurrence;
  readonly firstOn: string;
  readonly lastOn?: string | null | undefined;
  readonly occurrences?: number | null | undefined;
}

/** What is not given stays as it is. */
export interface ChangeRecurringEntry {
  readonly from: string;
  readonly reason: string;
  readonly description?: string | null | undefined;
  readonly reference?: string | null | undefined;
  readonly entries?: readonly EntryDraft[] | null | undefined;
  readonly rule?: GivenRecurrence | null | undefined;
  readonly lastOn?: string | null | undefined;
  readonly occurrences?: number | null | undefined;
}

export interface RecurringResult {
  readonly recurringEntryId: string;
}

/**
 * A new recurring entry; its content must be one that the books would take. Pure.
 * @throws DomainError BAD_USER_INPUT, NOT_FOUND, ACCOUNT_INACTIVE, UNBALANCED_ENTRY naming the field.
 */
export function decideCreate(
  id: string,
  given: CreateRecurringEntry,
  facts: LedgerFacts,
  unknownCounterparties = NOBODY,
): Decision<RecurringResult> {
  const firstOn = parseDate(given.firstOn, 'firstOn');
  const rule = parseRecurrence(given.rule, firstOn, 'rule');
  const lastOn = parseEnd(given, rule, firstOn, firstOn, 'firstOn');
  const template: Template = {
    version: 1,
    from: firstOn,
    ...checkTemplate(given, firstOn, facts, unknownCounterparties),
    rule,
    firstOn,
    lastOn,
  };
  return decided(id, 0, { type: 'RecurringEntryCreated', data: { template } });
}

/**
 * Another content, rule or end from a day on. What recurs before that day, and what was posted, stays. Pure.
 * @throws DomainError as creation does; NOT_FOUND, INVALID_TRANSITION when it was ended.
 */
export function decideChange(
  id: string,
  given: ChangeRecurringEntry,
  state: RecurringEntry,
  facts: LedgerFacts,
  unknownCounterparties = NOBODY,
): Decision<RecurringResult> {
  const last = demandLive(id, state);
  const from = parseDate(given.from, 'from');
  const reason = parseText(given.reason, 'reason', 500);
  if (from < last.from) throw badInput('from', given.from, `the version before counts from ${last.from} on`);
  demandNothingDone(state, from, 'from', given.from);
  const rule = given.rule == null ? last.rule : parseRecurrence(given.rule, from, 'rule');
  const firstOn = given.rule == null ? last.firstOn : from;
  const isEndGiven = given.lastOn != null || given.occurrences != null;
  const lastOn = isEndGiven ? parseEnd(given, rule, firstOn, from, 'from') : last.lastOn;
  if (lastOn !== null && from > lastOn) throw badInput('from', given.from, `nothing recurs behind ${lastOn}`);
  const content = {
    description: given.description ?? last.description,
    reference: given.reference === undefined ? last.reference : given.reference,
    entries: given.entries ?? last.entries.map(asDraft),
  };
  const template: Template = {
    version: last.version + 1,
    from,
    ...checkTemplate(content, from, facts, unknownCounterparties),
    rule,
    firstOn,
    lastOn,
  };
  return decided(id, state.version, { type: 'RecurringEntryChanged', data: { template, reason } });
}

/** Nothing recurs behind a day any more. Pure. @throws DomainError NOT_FOUND, INVALID_TRANSITION, BAD_USER_INPUT. */
export function decideEnd(
  id: string,
  given: { readonly on: string; readonly reason: string },
  state: RecurringEntry,
): Decision<RecurringResult> {
  demandLive(id, state);
  const on = parseDate(given.on, 'on');
  const reason = parseText(given.reason, 'reason', 500);
  const behind = Object.keys(state.done).find((date) => date > on);
  if (behind !== undefined) throw badInput('on', given.on, `an occurrence is recorded on ${behind} already`);
  return decided(id, state.version, { type: 'RecurringEntryEnded', data: { on, reason } });
}

/** Leaves one occurrence out. Pure. @throws DomainError NOT_FOUND, INVALID_TRANSITION, BAD_USER_INPUT. */
export function decideSkip(
  id: string,
  given: { readonly date: string; readonly reason: string },
  state: RecurringEntry,
): Decision<RecurringResult> {
  const date = parseDate(given.date, 'date');
  const { template } = demandOccurrence(id, state, date);
  const reason = parseText(given.reason, 'reason', 500);
  if (state.done[date] !== undefined)
    throw new DomainError('INVALID_TRANSITION', `date: the occurrence is posted or skipped already`, {
      field: 'date',
      value: date,
    });
  return decided(id, state.version, {
    type: 'RecurringEntrySkipped',
    data: { date, version: template.version, reason },
  });
}

export interface PostOccurrence {
  readonly id: string;
  readonly date: CalendarDate;
  /** The last day whose entries are to be posted. */
  readonly until: CalendarDate;
  /** Another day for the transaction than the occurrence's own. */
  readonly on?: CalendarDate | undefined;
  readonly userId: string;
  readonly transactionId: string;
  /** Official rates of the day, by currency. */
  readonly rates: ReadonlyMap<string, string>;
  readonly unknownCounterparties?: ReadonlySet<string>;
}

/**
 * Records an occurrence by the version of its day; one that is posted already is answered with its transaction. Pure.
 * @throws DomainError those of recording a transaction, INVALID_TRANSITION when it was skipped, FORBIDDEN where another
 *   person than the author must post.
 */
export function decidePost(
  command: PostOccurrence,
  state: RecurringEntry,
  facts: LedgerFacts,
): Decision<DuePosted> {
  const { id, date } = command;
  const { template } = demandOccurrence(id, state, date);
  const known = state.done[date];
  if (typeof known === 'string') return { events: [], result: { date, transactionId: known } };
  if (known === null)
    throw new DomainError('INVALID_TRANSITION', 'ids: the occurrence was skipped', {
      field: 'ids',
      value: date,
    });
  demandDue(date, command.until);
  demandAnother(template.authorId, command.userId, facts);
  const { events } = decideTransaction(
    {
      type: 'RecordTransaction',
      id: command.transactionId,
      source: { subgraph: 'ledger', type: RECURRING_SOURCE, id, purpose: date },
      draft: {
        date: command.on ?? date,
        description: template.description,
        reference: template.reference,
        entries: template.entries.map((entry) => ({
          ...asDraft(entry),
          exchangeRate: entry.exchangeRate ?? command.rates.get(entry.currency),
        })),
      },
      unknownCounterparties: command.unknownCounterparties ?? NOBODY,
    },
    initialTransaction,
    facts,
  );
  const { transactionId } = command;
  const posted = eventOf(id, state.version, {
    type: 'RecurringEntryPosted',
    data: { date, version: template.version, transactionId },
  });
  return { events: [...events, posted], result: { date, transactionId } };
}

function demandLive(id: string, state: RecurringEntry): AuthoredTemplate {
  const last = state.templates.at(-1);
  if (last === undefined) throw notFound('id', id);
  if (state.endedOn !== null)
    throw new DomainError('INVALID_TRANSITION', `id: it was ended on ${state.endedOn}`, {
      field: 'id',
      value: id,
    });
  return last;
}

function demandOccurrence(id: string, state: RecurringEntry, date: CalendarDate) {
  if (state.version === 0) throw notFound('id', id);
  const occurrence = occurrenceOn(state.templates, state.endedOn, date);
  if (occurrence === undefined) throw badInput('date', date, 'nothing recurs on this day');
  return occurrence;
}

function demandNothingDone(state: RecurringEntry, from: CalendarDate, field: string, given: string): void {
  const done = Object.keys(state.done).find((date) => date >= from);
  if (done !== undefined)
    throw badInput(field, given, `the occurrence of ${done} is posted or skipped already`);
}

/** The last day: as it is given, or that of so many occurrences; null for no end. */
function parseEnd(
  given: { readonly lastOn?: string | null | undefined; readonly occurrences?: number | null | undefined },
  rule: Template['rule'],
  firstOn: CalendarDate,
  from: CalendarDate,
  firstField: string,
): CalendarDate | null {
  const { lastOn = null, occurrences = null } = given;
  if (lastOn !== null && occurrences !== null)
    throw badInput('occurrences', occurrences, 'give lastOn or occurrences, not both');
  const first = datesOf(rule, firstOn, from).next().value;
  if (first === undefined) throw badInput(firstField, from, 'nothing recurs behind it');
  if (lastOn !== null) {
    const end = parseDate(lastOn, 'lastOn');
    if (end < first) throw badInput('lastOn', lastOn, `is before the first day, ${first}`);
    return end;
  }
  if (occurrences === null) return null;
  if (!Number.isInteger(occurrences) || occurrences < 1 || occurrences > MOST_OCCURRENCES)
    throw badInput('occurrences', occurrences, `must be 1–${String(MOST_OCCURRENCES)}`);
  const end = dateOfOccurrence(rule, firstOn, occurrences, from);
  if (end === null) throw badInput('occurrences', occurrences, 'the calendar ends before');
  return end;
}

/**
 * What of a template stands in the books, checked as a transaction would be. Rates may be left out where all entries are in
 * one currency: such a transaction balances at any rate.
 */
function checkTemplate(
  given: {
    readonly description: string;
    readonly reference?: string | null | undefined;
    readonly entries: readonly EntryDraft[];
  },
  date: CalendarDate,
  facts: LedgerFacts,
  unknownCounterparties: ReadonlySet<string>,
): Pick<Template, 'description' | 'reference' | 'entries'> {
  const rateless = given.entries.map(
    (entry) => (entry.exchangeRate ?? null) === null && currencyOf(entry, facts) !== FUNCTIONAL_CURRENCY,
  );
  const entries = given.entries.map((entry, index) =>
    rateless[index] === true ? { ...entry, exchangeRate: '1' } : entry,
  );
  const content = checkContent(
    { date, description: given.description, reference: given.reference, entries },
    facts,
    unknownCounterparties,
  );
  const missing = rateless.indexOf(true);
  const isMixed =
    new Set(content.entries.map(({ currency }) => currency)).size > 1 || rateless.includes(false);
  if (missing >= 0 && isMixed)
    throw badInput(
      `entries[${String(missing)}].exchangeRate`,
      null,
      'may be left out only where all entries are in one currency and none has a rate',
    );
  return {
    description: content.description,
    ...(content.reference !== undefined && { reference: content.reference }),
    entries: content.entries.map((entry, index): TemplateEntry => ({
      accountId: entry.accountId,
      accountCode: entry.accountCode,
      ...(/[1-9]/.test(entry.debit) ? { debit: entry.debit } : { credit: entry.credit }),
      currency: entry.currency,
      ...(rateless[index] !== true &&
        entry.currency !== FUNCTIONAL_CURRENCY && { exchangeRate: entry.exchangeRate }),
      ...(entry.description !== undefined && { description: entry.description }),
      ...(entry.counterpartyId !== undefined && { counterpartyId: entry.counterpartyId }),
      ...(entry.dimensions !== undefined && { dimensions: entry.dimensions }),
    })),
  };
}

function currencyOf({ currency, accountCode, accountId }: EntryDraft, facts: LedgerFacts): string {
  const account = accountCode == null ? facts.accountById(accountId ?? '') : facts.accountByCode(accountCode);
  return currency ?? account?.currency ?? FUNCTIONAL_CURRENCY;
}

/** A line of a template as a transaction is given; the account goes by its id, which never changes. */
function asDraft({ accountCode: _code, ...entry }: TemplateEntry): EntryDraft {
  return entry;
}

function decided(id: string, version: number, event: RecurringEntryEvent): Decision<RecurringResult> {
  return { events: [eventOf(id, version, event)], result: { recurringEntryId: id } };
}

function eventOf(id: string, version: number, { type, data }: RecurringEntryEvent): NewEvent {
  return { aggregateType: 'RecurringEntry', aggregateId: id, version: version + 1, type, data };
}
