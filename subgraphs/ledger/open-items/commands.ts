import type { AggregateKind } from '#db/aggregates.ts';
import type { Receipt } from '#db/write-path.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { notFound } from '#shared/domain/errors.ts';
import { namedId, newId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import type { LedgerWriter } from '../writer.ts';
import { transactionKind } from '../transactions/commands.ts';
import { initialTransaction, type Transaction } from '../transactions/transaction.ts';
import { decideMatch, decideUnmatch, type MatchingResult } from './decide.ts';
import {
  evolveOpenItems,
  initialOpenItems,
  type OpenItemsEvent,
  type OpenItemsState,
  type SettledItem,
} from './open-item.ts';
import { findItems, findMatchings, type MatchingRow } from './queries.ts';

const kind: AggregateKind<OpenItemsState, OpenItemsEvent> = {
  initial: initialOpenItems,
  evolve: evolveOpenItems,
  stateVersion: 1,
};

export interface MatchInput {
  readonly items: readonly { readonly id: string; readonly amount?: string | null | undefined }[];
  readonly on?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

/** Settles items with each other. */
export async function matchItems(
  writer: LedgerWriter,
  actor: Actor,
  input: MatchInput,
): Promise<Receipt<MatchingResult>> {
  const ids = input.items.map(({ id }) => id);
  // Account and counterparty of an entry never change: they name the aggregate before anything is decided.
  const known = await findItems(writer.database, actor.companyId, ids);
  const first = known.get(ids[0] ?? '');
  const id =
    first === undefined ? newId() : openItemsId(actor.companyId, first.accountId, first.counterpartyId);
  const matchingId = newId();
  const transactionId = newId();
  let state = initialOpenItems;
  let found: ReadonlyMap<string, SettledItem> = known;
  return writer.writePath.execute<MatchingResult>({
    ...actor,
    operation: 'matchOpenItems',
    ...keyed(input),
    aggregates: [id],
    prepare: async () => {
      // The version first: whatever is matched after it was read makes the append a conflict.
      state = await writer.load(actor.companyId, id, kind);
      found = await findItems(writer.database, actor.companyId, ids);
    },
    decide: (facts) =>
      decideMatch(
        { id, matchingId, transactionId, parts: input.items, on: input.on },
        found,
        state.version,
        facts,
      ),
  });
}

export interface UnmatchInput {
  readonly id: string;
  readonly reason: string;
  readonly on?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

/** Ends a matching. */
export async function unmatchItems(
  writer: LedgerWriter,
  actor: Actor,
  input: UnmatchInput,
): Promise<Receipt<MatchingResult>> {
  const [known] = await findMatchings(writer.database, actor.companyId, [input.id]);
  const id =
    known === undefined ? newId() : openItemsId(actor.companyId, known.accountId, known.counterpartyId);
  let state = initialOpenItems;
  let matching: MatchingRow | undefined = known;
  const reversalId = newId();
  // Which transaction posted the difference never changes.
  const differenceId = known?.differenceTransactionId ?? null;
  let difference: Transaction = initialTransaction;
  return writer.writePath.execute<MatchingResult>({
    ...actor,
    operation: 'unmatchOpenItems',
    ...keyed(input),
    aggregates: differenceId === null ? [id] : [id, differenceId],
    prepare: async () => {
      state = await writer.load(actor.companyId, id, kind);
      if (differenceId !== null)
        difference = await writer.load(actor.companyId, differenceId, transactionKind);
      [matching] = await findMatchings(writer.database, actor.companyId, [input.id]);
    },
    decide: (facts) => {
      if (matching === undefined) throw notFound('id', input.id);
      return decideUnmatch(
        { ...input, id, matchingId: matching.id, userId: actor.userId, reversalId },
        {
          isActive: matching.unmatchedAt === null,
          date: matching.date,
          difference: differenceId === null ? null : { id: differenceId, state: difference },
        },
        state.version,
        facts,
      );
    },
  });
}

function openItemsId(companyId: string, accountId: string, counterpartyId: string): string {
  return namedId('ledger', companyId, `open-items:${accountId}:${counterpartyId}`);
}
