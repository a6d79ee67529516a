import type { AggregateKind } from '#db/aggregates.ts';
import type { Command, Receipt } from '#db/write-path.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { LedgerFacts } from '../facts.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { TransactionDraft } from '../ledger.ts';
import { keyed } from '#shared/domain/keyed.ts';
import { newId } from '#shared/domain/ids.ts';
import type { LedgerWriter } from '../writer.ts';
import { namedCounterparties, unknownCounterparties } from './counterparties.ts';
import { decideTransaction, type GivenTransaction, type TransactionResult } from './decide.ts';
import {
  evolveTransaction,
  initialTransaction,
  type Transaction,
  type TransactionEvent,
} from './transaction.ts';

type TransactionOrder = Command<LedgerFacts, TransactionResult>;

/** How a transaction is folded from its events. */
export const transactionKind: AggregateKind<Transaction, TransactionEvent> = {
  initial: initialTransaction,
  evolve: evolveTransaction,
  stateVersion: 2,
};

export function createTransaction(
  writer: LedgerWriter,
  actor: Actor,
  draft: TransactionDraft,
): Promise<Receipt<TransactionResult>> {
  return writer.writePath.execute(
    givenTransaction(writer, actor, 'createTransaction', draft, (given, facts) =>
      decideTransaction({ type: 'CreateTransaction', ...given }, initialTransaction, facts),
    ),
  );
}

/** The order to record a transaction at once; executed alone, in batches, or within an import's transaction. */
export function recordTransactionOrder(
  writer: LedgerWriter,
  actor: Actor,
  draft: TransactionDraft,
): TransactionOrder {
  return givenTransaction(writer, actor, 'recordTransaction', draft, (given, facts) =>
    decideTransaction({ type: 'RecordTransaction', ...given }, initialTransaction, facts),
  );
}

/** An order about a new transaction. Counterparties are asked for only when some are named. */
function givenTransaction(
  writer: LedgerWriter,
  actor: Actor,
  operation: string,
  draft: TransactionDraft,
  decide: (given: GivenTransaction, facts: LedgerFacts) => ReturnType<TransactionOrder['decide']>,
): TransactionOrder {
  const id = newId();
  const order = { ...actor, operation, ...keyed(draft) };
  const named = namedCounterparties(draft.entries);
  if (named.length === 0) return { ...order, decide: (facts) => decide({ id, draft }, facts) };
  let unknown: ReadonlySet<string> = new Set();
  return {
    ...order,
    prepare: async () => {
      unknown = await unknownCounterparties(writer.database, actor.companyId, named);
    },
    decide: (facts) => decide({ id, draft, unknownCounterparties: unknown }, facts),
  };
}

export interface TransactionAction {
  readonly id: string;
  readonly expectedVersion?: number | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

export function approveTransaction(
  writer: LedgerWriter,
  actor: Actor,
  action: TransactionAction,
): Promise<Receipt<TransactionResult>> {
  return onExisting(writer, actor, 'approveTransaction', action, (state, facts) =>
    decideTransaction({ type: 'ApproveTransaction', id: action.id, userId: actor.userId }, state, facts),
  );
}

export function postTransaction(
  writer: LedgerWriter,
  actor: Actor,
  action: TransactionAction,
): Promise<Receipt<TransactionResult>> {
  return onExisting(writer, actor, 'postTransaction', action, (state, facts) =>
    decideTransaction({ type: 'PostTransaction', id: action.id }, state, facts),
  );
}

export interface ReversalInput {
  readonly id: string;
  readonly date: string;
  readonly reason: string;
  readonly idempotencyKey?: string | null | undefined;
}

export function reverseTransaction(
  writer: LedgerWriter,
  actor: Actor,
  input: ReversalInput,
): Promise<Receipt<TransactionResult>> {
  const reversalId = newId();
  return onExisting(writer, actor, 'reverseTransaction', input, (state, facts) =>
    decideTransaction(
      {
        type: 'ReverseTransaction',
        id: input.id,
        userId: actor.userId,
        reversalId,
        date: input.date,
        reason: input.reason,
      },
      state,
      facts,
    ),
  );
}

function onExisting(
  writer: LedgerWriter,
  actor: Actor,
  operation: string,
  input: TransactionAction,
  decide: (state: Transaction, facts: LedgerFacts) => ReturnType<TransactionOrder['decide']>,
): Promise<Receipt<TransactionResult>> {
  let state: Transaction = initialTransaction;
  return writer.writePath.execute<TransactionResult>({
    ...actor,
    operation,
    ...keyed(input),
    aggregates: [input.id],
    prepare: async () => {
      state = await writer.load(actor.companyId, input.id, transactionKind);
    },
    decide: (facts) => {
      const expected = input.expectedVersion ?? null;
      if (expected !== null && state.status !== 'NEW' && expected !== state.version) {
        throw new DomainError('CONFLICT', `expectedVersion: the transaction is at version ${state.version}`, {
          field: 'expectedVersion',
          value: String(expected),
          version: state.version,
        });
      }
      return decide(state, facts);
    },
  });
}
