import type { AggregateKind } from '#db/aggregates.ts';
import type { Receipt } from '#db/write-path.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { Decision } from '#shared/domain/decider.ts';
import { notFound } from '#shared/domain/errors.ts';
import { isUuid, newId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import type { LedgerFacts } from '../../facts.ts';
import { transactionKind } from '../../transactions/commands.ts';
import { unknownCounterparties } from '../../transactions/counterparties.ts';
import { initialTransaction, type Transaction } from '../../transactions/transaction.ts';
import type { LedgerWriter } from '../../writer.ts';
import {
  decideChange,
  decideCreate,
  decideEnd,
  decidePostPart,
  type ChangeSpread,
  type CreateSpread,
  type SpreadResult,
} from './decide.ts';
import type { DuePosted, PostingDays } from '../posting.ts';
import { reversedParts } from './queries.ts';
import { evolveSpread, initialSpread, type Spread, type SpreadEvent } from './spread.ts';

const kind: AggregateKind<Spread, SpreadEvent> = {
  initial: initialSpread,
  evolve: evolveSpread,
  stateVersion: 1,
};

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

/** Spreads an amount over months. */
export function createSpread(
  writer: LedgerWriter,
  actor: Actor,
  input: CreateSpread & Keyed,
): Promise<Receipt<SpreadResult>> {
  const { transactionId, counterpartyId } = input;
  if (transactionId != null && !isUuid(transactionId)) throw notFound('transactionId', transactionId);
  const id = newId();
  const named = counterpartyId == null ? [] : [counterpartyId];
  let origin: Transaction = initialTransaction;
  let unknown: ReadonlySet<string> = new Set();
  return writer.writePath.execute({
    ...actor,
    operation: 'createSpread',
    ...keyed(input),
    ...(transactionId != null && { aggregates: [transactionId] }),
    prepare: async () => {
      if (transactionId != null) origin = await writer.load(actor.companyId, transactionId, transactionKind);
      unknown = await unknownCounterparties(writer.database, actor.companyId, named);
    },
    decide: (facts) => decideCreate(id, input, origin, facts, unknown),
  });
}

/** Spreads anew what is left. */
export function changeSpread(
  writer: LedgerWriter,
  actor: Actor,
  input: ChangeSpread & { readonly id: string } & Keyed,
): Promise<Receipt<SpreadResult>> {
  return replan(writer, actor, 'changeSpread', input, (state, reversed, facts) =>
    decideChange(input.id, input, state, reversed, facts),
  );
}

/** Has the rest posted at once. */
export function endSpread(
  writer: LedgerWriter,
  actor: Actor,
  input: { readonly id: string; readonly on: string; readonly reason: string } & Keyed,
): Promise<Receipt<SpreadResult>> {
  return replan(writer, actor, 'endSpread', input, (state, reversed) =>
    decideEnd(input.id, input, state, reversed),
  );
}

/** Posts a part; answers the transaction that is there when it is posted already. */
export function postPart(
  writer: LedgerWriter,
  actor: Actor,
  { id, number }: { readonly id: string; readonly number: number },
  { until, on }: PostingDays,
): Promise<Receipt<DuePosted>> {
  const transactionId = newId();
  let state = initialSpread;
  let unknown: ReadonlySet<string> = new Set();
  return writer.writePath.execute({
    ...actor,
    operation: 'postDueEntry',
    input: { id, number, on: on ?? null },
    aggregates: [id],
    prepare: async () => {
      state = await writer.load(actor.companyId, id, kind);
      const named = state.details?.counterpartyId;
      unknown = await unknownCounterparties(
        writer.database,
        actor.companyId,
        named === undefined ? [] : [named],
      );
    },
    decide: (facts) =>
      decidePostPart(
        { id, number, until, on, userId: actor.userId, transactionId, unknownCounterparties: unknown },
        state,
        facts,
      ),
  });
}

function replan(
  writer: LedgerWriter,
  actor: Actor,
  operation: string,
  input: { readonly id: string } & Keyed,
  decide: (state: Spread, reversed: ReadonlySet<number>, facts: LedgerFacts) => Decision<SpreadResult>,
): Promise<Receipt<SpreadResult>> {
  // What is no UUID names nothing, and must not reach a uuid column.
  if (!isUuid(input.id)) throw notFound('id', input.id);
  let state = initialSpread;
  let reversed: ReadonlySet<number> = new Set();
  return writer.writePath.execute({
    ...actor,
    operation,
    ...keyed(input),
    aggregates: [input.id],
    prepare: async () => {
      state = await writer.load(actor.companyId, input.id, kind);
      reversed = await reversedParts(writer.database, actor.companyId, input.id);
    },
    decide: (facts) => decide(state, reversed, facts),
  });
}
