import type { Decision, NewEvent } from '#shared/domain/decider.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { namedId } from '#shared/domain/named-id.ts';
import {
  nameOf,
  type PostingRequestedData,
  type PostingReversalRequestedData,
} from '#shared/domain/posting.ts';
import type { LedgerFacts } from '../facts.ts';
import { decideTransaction } from '../transactions/decide.ts';
import { initialTransaction, type Transaction } from '../transactions/transaction.ts';
import type { PostingRefusedData } from './refusal.ts';

/** A request of another subgraph, with what is known of its source. */
export interface PostingOrder {
  readonly companyId: string;
  readonly request: PostingRequestedData;
  readonly attempt: number;
  /** Identifier of the transaction to be made. */
  readonly id: string;
  readonly unknownCounterparties: ReadonlySet<string>;
  /** The transaction that the source has already. */
  readonly postedAs: string | null;
}

export interface ReversalOrder {
  readonly companyId: string;
  readonly request: PostingReversalRequestedData;
  readonly attempt: number;
  readonly userId: string;
  /** Identifier of the transaction that undoes the other. */
  readonly id: string;
  /** The transaction of the source, if there is one. */
  readonly posted: { readonly id: string; readonly state: Transaction } | null;
}

/** What became of a request: the transaction that now stands for it, or null when it was refused. */
export interface PostingAnswer {
  readonly transactionId: string | null;
}

/**
 * Answers a request to post: by the transaction, or by the refusal as a fact of the ledger, so that whoever asked learns
 * it. A source that is in the books already is left as it is.
 */
export function decidePosting(order: PostingOrder, facts: LedgerFacts): Decision<PostingAnswer> {
  const { companyId, request, attempt, id, unknownCounterparties, postedAs } = order;
  if (postedAs !== null) return { events: [], result: { transactionId: postedAs } };
  const { source, ...draft } = request;
  return orRefused(companyId, { request: 'POSTING', source, attempt }, () =>
    decideTransaction(
      { type: 'RecordTransaction', id, draft, source, unknownCounterparties },
      initialTransaction,
      facts,
    ),
  );
}

/** Answers a request to reverse what was posted for a source. What is reversed already is left as it is. */
export function decidePostingReversal(order: ReversalOrder, facts: LedgerFacts): Decision<PostingAnswer> {
  const { companyId, request, attempt, userId, id: reversalId, posted } = order;
  const { source, date, reason } = request;
  if (posted?.state.status === 'REVERSED')
    return { events: [], result: { transactionId: posted.state.reversedBy } };
  return orRefused(companyId, { request: 'REVERSAL', source, attempt }, () => {
    if (posted === null)
      throw new DomainError('NOT_FOUND', 'source: nothing was posted for it', { field: 'source' });
    return decideTransaction(
      {
        type: 'ReverseTransaction',
        id: posted.id,
        userId,
        reversalId,
        date,
        reason,
        isOfDocument: true,
      },
      posted.state,
      facts,
    );
  });
}

type About = Pick<PostingRefusedData, 'request' | 'source' | 'attempt'>;

function orRefused(
  companyId: string,
  about: About,
  decide: () => Decision<PostingAnswer>,
): Decision<PostingAnswer> {
  try {
    return decide();
  } catch (error) {
    if (error instanceof DomainError) return decideRefusal(companyId, about, error);
    throw error;
  }
}

/** The refusal as a fact. Each attempt has one of its own. */
export function decideRefusal(
  companyId: string,
  about: About,
  { code, message, details }: DomainError,
): Decision<PostingAnswer> {
  const { field } = details;
  const data: PostingRefusedData = { ...about, code, ...(field === undefined ? {} : { field }), message };
  const event: NewEvent = {
    aggregateType: 'PostingRefusal',
    aggregateId: namedId('ledger', companyId, `${about.request} ${about.attempt} ${nameOf(about.source)}`),
    version: 1,
    type: 'PostingRefused',
    data,
  };
  return { events: [event], result: { transactionId: null } };
}
