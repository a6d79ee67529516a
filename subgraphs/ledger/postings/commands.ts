import type { StoredEvent } from '#db/feed.ts';
import type { Command, Receipt } from '#db/write-path.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { newId } from '#shared/domain/ids.ts';
import type {
  PostingRequestedData,
  PostingReversalRequestedData,
  PostingSource,
} from '#shared/domain/posting.ts';
import type { LedgerFacts } from '../facts.ts';
import { transactionKind } from '../transactions/commands.ts';
import { namedCounterparties } from '../transactions/counterparties.ts';
import type { Transaction } from '../transactions/transaction.ts';
import type { LedgerWriter } from '../writer.ts';
import { decidePosting, decidePostingReversal, decideRefusal, type PostingAnswer } from './decide.ts';
import { lookTogether, type Lookups } from './together.ts';

type Answering = Command<LedgerFacts, PostingAnswer>;

/** Records what a document asks for, or the refusal of it; once for each request, however often it is repeated. */
export async function answerPosting(
  writer: LedgerWriter,
  event: StoredEvent,
  request: PostingRequestedData,
  lookups: Lookups = lookTogether(writer.database, event.companyId),
): Promise<Receipt<PostingAnswer>> {
  const { companyId, version: attempt } = event;
  const id = newId();
  const named = namedCounterparties(request.entries);
  let unknown: ReadonlySet<string> = new Set();
  let postedAs: string | null = null;
  return answer(writer, event, 'POSTING', request.source, {
    prepare: async () => {
      [postedAs, unknown] = await Promise.all([lookups.postedAs(request.source), lookups.unknown(named)]);
    },
    decide: (facts) =>
      decidePosting({ companyId, request, attempt, id, unknownCounterparties: unknown, postedAs }, facts),
  });
}

/** Reverses what was recorded for a document, or records the refusal of it; once for each request. */
export async function answerReversal(
  writer: LedgerWriter,
  event: StoredEvent,
  request: PostingReversalRequestedData,
  lookups: Lookups = lookTogether(writer.database, event.companyId),
): Promise<Receipt<PostingAnswer>> {
  const { companyId, userId, version: attempt } = event;
  const id = newId();
  let posted: { id: string; state: Transaction } | null = null;
  return answer(writer, event, 'REVERSAL', request.source, {
    prepare: async () => {
      const transactionId = await lookups.postedAs(request.source);
      posted =
        transactionId === null
          ? null
          : { id: transactionId, state: await writer.load(companyId, transactionId, transactionKind) };
    },
    decide: (facts) => decidePostingReversal({ companyId, request, attempt, userId, id, posted }, facts),
  });
}

/** Refusals that say nothing of what was asked for: another time the answer may differ. */
const PASSING: ReadonlySet<string> = new Set(['SERVICE_UNAVAILABLE', 'CONFLICT']);

/**
 * Carries out a request in the name of whoever made it. The key makes a repetition harmless; what the guards of the
 * database refuse is told as a refusal under the same key.
 */
async function answer(
  writer: LedgerWriter,
  event: StoredEvent,
  request: 'POSTING' | 'REVERSAL',
  source: PostingSource,
  how: Pick<Answering, 'decide'> & Required<Pick<Answering, 'prepare'>>,
): Promise<Receipt<PostingAnswer>> {
  const { companyId, userId, aggregateId, version: attempt, type } = event;
  const order = {
    companyId,
    userId,
    operation: 'answerPosting',
    idempotencyKey: `${type}/${aggregateId}/${attempt}`,
    input: event.data,
  };
  try {
    return await writer.writePath.execute<PostingAnswer>({ ...order, ...how });
  } catch (error) {
    if (!(error instanceof DomainError) || PASSING.has(error.code)) throw error;
    return writer.writePath.execute<PostingAnswer>({
      ...order,
      decide: () => decideRefusal(companyId, { request, source, attempt }, error),
    });
  }
}
