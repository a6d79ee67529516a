import type { AggregateKind } from '#db/aggregates.ts';
import type { Receipt } from '#db/write-path.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import type { Decision } from '#shared/domain/decider.ts';
import { FUNCTIONAL_CURRENCY } from '#shared/domain/currencies.ts';
import { notFound } from '#shared/domain/errors.ts';
import { isUuid, newId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import { occurrenceOn } from '#shared/domain/recurrence.ts';
import { rateOfCompany } from '../../exchange-rates/queries.ts';
import type { LedgerFacts } from '../../facts.ts';
import type { EntryDraft } from '../../ledger.ts';
import { namedCounterparties, unknownCounterparties } from '../../transactions/counterparties.ts';
import type { LedgerWriter } from '../../writer.ts';
import {
  decideChange,
  decideCreate,
  decideEnd,
  decidePost,
  decideSkip,
  type ChangeRecurringEntry,
  type CreateRecurringEntry,
  type RecurringResult,
} from './decide.ts';
import type { DuePosted, PostingDays } from '../posting.ts';
import {
  evolveRecurringEntry,
  initialRecurringEntry,
  type RecurringEntry,
  type RecurringEntryEvent,
} from './recurring-entry.ts';

const kind: AggregateKind<RecurringEntry, RecurringEntryEvent> = {
  initial: initialRecurringEntry,
  evolve: evolveRecurringEntry,
  stateVersion: 1,
};

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

/** Sets up what is recorded again and again. */
export function createRecurringEntry(
  writer: LedgerWriter,
  actor: Actor,
  input: CreateRecurringEntry & Keyed,
): Promise<Receipt<RecurringResult>> {
  const id = newId();
  let unknown: ReadonlySet<string> = new Set();
  return writer.writePath.execute({
    ...actor,
    operation: 'createRecurringEntry',
    ...keyed(input),
    prepare: async () => {
      unknown = await unknownAmong(writer, actor, input.entries);
    },
    decide: (facts) => decideCreate(id, input, facts, unknown),
  });
}

/** Changes it from a day on. */
export function changeRecurringEntry(
  writer: LedgerWriter,
  actor: Actor,
  input: ChangeRecurringEntry & { readonly id: string } & Keyed,
): Promise<Receipt<RecurringResult>> {
  let unknown: ReadonlySet<string> = new Set();
  return onExisting(
    writer,
    actor,
    'changeRecurringEntry',
    input,
    (state, facts) => decideChange(input.id, input, state, facts, unknown),
    async () => {
      unknown = await unknownAmong(writer, actor, input.entries ?? []);
    },
  );
}

/** Lets nothing recur behind a day. */
export function endRecurringEntry(
  writer: LedgerWriter,
  actor: Actor,
  input: { readonly id: string; readonly on: string; readonly reason: string } & Keyed,
): Promise<Receipt<RecurringResult>> {
  return onExisting(writer, actor, 'endRecurringEntry', input, (state) => decideEnd(input.id, input, state));
}

/** Leaves one occurrence out. */
export function skipOccurrence(
  writer: LedgerWriter,
  actor: Actor,
  input: { readonly id: string; readonly date: string; readonly reason: string } & Keyed,
): Promise<Receipt<RecurringResult>> {
  return onExisting(writer, actor, 'skipOccurrence', input, (state) => decideSkip(input.id, input, state));
}

/** Records an occurrence; answers the transaction that is there when it is posted already. */
export function postOccurrence(
  writer: LedgerWriter,
  actor: Actor,
  { id, date }: { readonly id: string; readonly date: CalendarDate },
  { until, on }: PostingDays,
): Promise<Receipt<DuePosted>> {
  const transactionId = newId();
  let state = initialRecurringEntry;
  let unknown: ReadonlySet<string> = new Set();
  let rates: ReadonlyMap<string, string> = new Map();
  return writer.writePath.execute({
    ...actor,
    operation: 'postDueEntry',
    input: { id, date, on: on ?? null },
    aggregates: [id],
    prepare: async () => {
      state = await writer.load(actor.companyId, id, kind);
      const entries = occurrenceOn(state.templates, state.endedOn, date)?.template.entries ?? [];
      unknown = await unknownAmong(writer, actor, entries);
      rates = await ratesFor(writer, actor, entries, on ?? date);
    },
    decide: (facts) =>
      decidePost(
        { id, date, until, on, userId: actor.userId, transactionId, rates, unknownCounterparties: unknown },
        state,
        facts,
      ),
  });
}

function unknownAmong(writer: LedgerWriter, actor: Actor, entries: readonly EntryDraft[]) {
  return unknownCounterparties(writer.database, actor.companyId, namedCounterparties(entries));
}

/** Rates of a day, the company's own before the official ones, for the lines that have none of their own. What is not known is absent, and is refused. */
async function ratesFor(
  writer: LedgerWriter,
  { companyId }: Actor,
  entries: RecurringEntry['templates'][number]['entries'],
  day: CalendarDate,
): Promise<ReadonlyMap<string, string>> {
  const rates = new Map<string, string>();
  for (const { currency, exchangeRate } of entries) {
    if (exchangeRate !== undefined || currency === FUNCTIONAL_CURRENCY || rates.has(currency)) continue;
    const found = await rateOfCompany(writer.database, companyId, currency, day);
    if (found !== null) rates.set(currency, found.rate);
  }
  return rates;
}

function onExisting(
  writer: LedgerWriter,
  actor: Actor,
  operation: string,
  input: { readonly id: string } & Keyed,
  decide: (state: RecurringEntry, facts: LedgerFacts) => Decision<RecurringResult>,
  prepare: () => Promise<void> = () => Promise.resolve(),
): Promise<Receipt<RecurringResult>> {
  // What is no UUID names nothing, and must not reach a uuid column.
  if (!isUuid(input.id)) throw notFound('id', input.id);
  let state = initialRecurringEntry;
  return writer.writePath.execute({
    ...actor,
    operation,
    ...keyed(input),
    aggregates: [input.id],
    prepare: async () => {
      await prepare();
      state = await writer.load(actor.companyId, input.id, kind);
    },
    decide: (facts) => decide(state, facts),
  });
}
