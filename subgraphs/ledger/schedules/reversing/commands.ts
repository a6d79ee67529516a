import type { AggregateKind } from '#db/aggregates.ts';
import type { Command, Receipt } from '#db/write-path.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { notFound } from '#shared/domain/errors.ts';
import { isUuid, newId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import type { LedgerFacts } from '../../facts.ts';
import { transactionKind } from '../../transactions/commands.ts';
import { namedCounterparties, unknownCounterparties } from '../../transactions/counterparties.ts';
import { initialTransaction, type Transaction } from '../../transactions/transaction.ts';
import type { LedgerWriter } from '../../writer.ts';
import {
  decideAccrual,
  decideCancel,
  decidePostReversal,
  decideRecordReversing,
  decideSchedule,
  reversingEntryId,
  type AccrualDraft,
  type ReversingDraft,
  type ReversingResult,
} from './decide.ts';
import type { DuePosted, PostingDays } from '../posting.ts';
import {
  evolveReversingEntry,
  initialReversingEntry,
  type ReversingEntry,
  type ReversingEntryEvent,
} from './reversing-entry.ts';

const kind: AggregateKind<ReversingEntry, ReversingEntryEvent> = {
  initial: initialReversingEntry,
  evolve: evolveReversingEntry,
  stateVersion: 1,
};

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

/** Plans the reversal of a posted transaction, or moves it to another day. */
export function scheduleReversal(
  writer: LedgerWriter,
  actor: Actor,
  input: { readonly transactionId: string; readonly date: string; readonly reason: string } & Keyed,
): Promise<Receipt<ReversingResult>> {
  const { transactionId } = input;
  if (!isUuid(transactionId)) throw notFound('transactionId', transactionId);
  const id = reversingEntryId(actor.companyId, transactionId);
  let state = initialReversingEntry;
  let transaction: Transaction = initialTransaction;
  return writer.writePath.execute({
    ...actor,
    operation: 'scheduleReversal',
    ...keyed(input),
    aggregates: [id, transactionId],
    prepare: async () => {
      state = await writer.load(actor.companyId, id, kind);
      transaction = await writer.load(actor.companyId, transactionId, transactionKind);
    },
    decide: () => decideSchedule({ ...input, id }, state, transaction),
  });
}

/** Leaves a transaction as it is, though its reversal was planned. */
export function cancelScheduledReversal(
  writer: LedgerWriter,
  actor: Actor,
  input: { readonly id: string; readonly reason: string } & Keyed,
): Promise<Receipt<ReversingResult>> {
  const { id } = input;
  if (!isUuid(id)) throw notFound('id', id);
  let state = initialReversingEntry;
  return writer.writePath.execute({
    ...actor,
    operation: 'cancelScheduledReversal',
    ...keyed(input),
    aggregates: [id],
    prepare: async () => {
      state = await writer.load(actor.companyId, id, kind);
    },
    decide: () => decideCancel(input, state),
  });
}

/** Records a transaction that is to be undone on a day. */
export function recordReversing(
  writer: LedgerWriter,
  actor: Actor,
  draft: ReversingDraft,
): Promise<Receipt<ReversingResult>> {
  const named = namedCounterparties(draft.entries);
  return recordPlanned(writer, actor, 'recordReversingTransaction', draft, named, (given, facts) =>
    decideRecordReversing({ ...given, draft }, facts),
  );
}

/** Records what was incurred or earned in a month, until its document comes. */
export function createAccrual(
  writer: LedgerWriter,
  actor: Actor,
  draft: AccrualDraft & Keyed,
): Promise<Receipt<ReversingResult>> {
  const named = draft.counterpartyId == null ? [] : [draft.counterpartyId];
  return recordPlanned(writer, actor, 'createAccrual', draft, named, (given, facts) =>
    decideAccrual({ ...given, draft }, facts),
  );
}

function recordPlanned(
  writer: LedgerWriter,
  actor: Actor,
  operation: string,
  draft: Keyed,
  named: readonly string[],
  decide: (
    given: {
      readonly id: string;
      readonly transactionId: string;
      readonly unknownCounterparties: ReadonlySet<string>;
    },
    facts: LedgerFacts,
  ) => ReturnType<Command<LedgerFacts, ReversingResult>['decide']>,
): Promise<Receipt<ReversingResult>> {
  const transactionId = newId();
  const id = reversingEntryId(actor.companyId, transactionId);
  let unknown: ReadonlySet<string> = new Set();
  return writer.writePath.execute({
    ...actor,
    operation,
    ...keyed(draft),
    prepare: async () => {
      unknown = await unknownCounterparties(writer.database, actor.companyId, named);
    },
    decide: (facts) => decide({ id, transactionId, unknownCounterparties: unknown }, facts),
  });
}

/** Undoes a transaction as it was planned; answers the reversal that is there when it is done already. */
export async function postReversal(
  writer: LedgerWriter,
  actor: Actor,
  id: string,
  { until, on }: PostingDays,
): Promise<Receipt<DuePosted>> {
  const reversalId = newId();
  let state = await writer.load(actor.companyId, id, kind);
  // What a planned reversal undoes never changes.
  const transactionId = state.planned?.transactionId;
  let transaction: Transaction = initialTransaction;
  return writer.writePath.execute({
    ...actor,
    operation: 'postDueEntry',
    input: { id, on: on ?? null },
    aggregates: transactionId === undefined ? [id] : [id, transactionId],
    prepare: async () => {
      state = await writer.load(actor.companyId, id, kind);
      if (transactionId !== undefined)
        transaction = await writer.load(actor.companyId, transactionId, transactionKind);
    },
    decide: (facts) =>
      decidePostReversal({ id, userId: actor.userId, reversalId, until, on }, state, transaction, facts),
  });
}
