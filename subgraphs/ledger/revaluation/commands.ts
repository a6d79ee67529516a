import type { AggregateKind } from '#db/aggregates.ts';
import type { Receipt } from '#db/write-path.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { parseDate } from '#shared/domain/date.ts';
import { notFound } from '#shared/domain/errors.ts';
import { isUuid, newId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import { transactionKind } from '../transactions/commands.ts';
import type { LedgerWriter } from '../writer.ts';
import {
  decideRevalue,
  decideWithdraw,
  type KnownBooks,
  type KnownUse,
  type Revalue,
  type RevaluationResult,
} from './decide.ts';
import { knownBooks, settlementsFrom } from './queries.ts';
import {
  evolveRevaluation,
  initialRevaluation,
  type Revaluation,
  type RevaluationEvent,
} from './revaluation.ts';

const kind: AggregateKind<Revaluation, RevaluationEvent> = {
  initial: initialRevaluation,
  evolve: evolveRevaluation,
  stateVersion: 1,
};

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

export type RevalueInput = Omit<Revalue, 'id' | 'transactionId' | 'reversalTransactionId'> & Keyed;

/** Revalues balances in foreign currencies as of a day. */
export function revalue(
  writer: LedgerWriter,
  actor: Actor,
  input: RevalueInput,
): Promise<Receipt<RevaluationResult>> {
  const date = parseDate(input.date, 'date');
  const given = { ...input, id: newId(), transactionId: newId(), reversalTransactionId: newId() };
  let books: KnownBooks = { standings: [], rates: [], inForce: new Map() };
  return writer.writePath.execute({
    ...actor,
    operation: 'revalueForeignCurrency',
    ...keyed(input),
    // Alone in its company: what others post along with it would not be revalued.
    changesFacts: true,
    prepare: async () => {
      books = await knownBooks(writer.database, actor.companyId, date);
    },
    decide: (facts) => decideRevalue(given, books, facts),
  });
}

/** Takes a revaluation back. */
export async function withdrawRevaluation(
  writer: LedgerWriter,
  actor: Actor,
  input: { readonly id: string; readonly reason: string } & Keyed,
): Promise<Receipt<RevaluationResult>> {
  const { id } = input;
  if (!isUuid(id)) throw notFound('id', id);
  const reversalIds = [newId(), newId()] as const;
  // Which transactions it has never changes.
  const known = await writer.load(actor.companyId, id, kind);
  const transactionIds =
    known.status === 'NEW'
      ? []
      : [known.transactionId, known.reversalTransactionId].filter((one) => one !== null);
  let state = known;
  let use: KnownUse = { transactions: [], matchings: [] };
  return writer.writePath.execute({
    ...actor,
    operation: 'reverseRevaluation',
    ...keyed(input),
    aggregates: [id, ...transactionIds],
    prepare: async () => {
      state = await writer.load(actor.companyId, id, kind);
      const transactions = [];
      for (const transactionId of transactionIds) {
        const transaction = await writer.load(actor.companyId, transactionId, transactionKind);
        const date = transaction.status === 'POSTED' ? transaction.content.date : '';
        transactions.push({ id: transactionId, date, state: transaction });
      }
      use = { transactions, matchings: await settlementsFrom(writer.database, actor.companyId, id) };
    },
    decide: (facts) => decideWithdraw({ ...input, userId: actor.userId, reversalIds }, state, use, facts),
  });
}
