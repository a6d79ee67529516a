import type { AggregateKind } from '#db/aggregates.ts';
import type { Command, Receipt } from '#db/write-path.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { LedgerFacts } from '../facts.ts';
import type { Actor, TransactionDraft } from '../ledger.ts';
import { keyed } from '#shared/domain/keyed.ts';
import { newId } from '#shared/domain/ids.ts';
import type { LedgerWriter } from '../writer.ts';
import { decideTransaction, type TransactionResult } from './decide.ts';
import {
  evolveTransaction,
  initialTransaction,
  type Transaction,
  type TransactionEvent,
} from './transaction.ts';

type TransactionOrder = Command<LedgerFacts, TransactionResult>;

const kind: AggregateKind<Transaction, TransactionEvent> = {
  initial: initialTransaction,
  evolve: evolveTransaction,
  stateVersion: 2,
};

export function createTransaction(
  writer: LedgerWriter,
  actor: Actor,
  draft: TransactionDraft,
): Promise<Receipt<TransactionResult>> {
  const id = newId();
  return writer.writePath.execute<TransactionResult>({
    ...actor,
    operation: 'createTransaction',
    ...keyed(draft),
    decide: (facts) => decideTransaction({ type: 'CreateTransaction', id, draft }, initialTransaction, facts),
  });
}

/** The order to record a transaction at once; executed alone, in batches, or within an import's transaction. */
export function recordTransactionOrder(actor: Actor, draft: TransactionDraft): TransactionOrder {
  const id = newId();
  return {
    ...actor,
    operation: 'recordTransaction',
    ...keyed(draft),
    decide: (facts) => decideTransaction({ type: 'RecordTransaction', id, draft }, initialTransaction, facts),
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
      state = await writer.load(actor.companyId, input.id, kind);
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
