import { parseDate } from '#shared/domain/date.ts';
import type { Decision, NewEvent } from '#shared/domain/decider.ts';
import { DomainError, notFound } from '#shared/domain/errors.ts';
import {
  requestPosting,
  requestPostingReversal,
  type PostingRequestedData,
  type PostingReversalRequestedData,
} from '#shared/domain/posting.ts';
import type { PostingState } from './posting.ts';

/** A posting with what was asked for last. */
export interface RetriedPosting {
  readonly state: PostingState;
  readonly attempt: number;
  readonly request: PostingRequestedData;
  readonly reversal: { readonly attempt: number; readonly request: PostingReversalRequestedData } | null;
}

export interface RetryPosting {
  readonly companyId: string;
  readonly id: string;
  /** Another day to post on, when the period of the first one stays closed. */
  readonly date: string | null;
  readonly posting: RetriedPosting | null;
}

/**
 * Asks the ledger once more for what it has refused. Pure.
 * @throws DomainError NOT_FOUND, INVALID_TRANSITION for what was not refused, BAD_USER_INPUT
 */
export function decideRetry(order: RetryPosting): Decision<Record<string, never>> {
  const { companyId, id, posting } = order;
  const date = order.date === null ? null : parseDate(order.date, 'date');
  if (posting === null) throw notFound('id', id);
  const on = date === null ? {} : { date };
  if (posting.state === 'REFUSED')
    return asked(requestPosting(companyId, { ...posting.request, ...on }, posting.attempt + 1));
  if (posting.state === 'REVERSAL_REFUSED' && posting.reversal !== null) {
    const { attempt, request } = posting.reversal;
    return asked(requestPostingReversal(companyId, { ...request, ...on }, attempt + 1));
  }
  throw new DomainError('INVALID_TRANSITION', `id: the posting is ${posting.state}, it must be refused`, {
    field: 'id',
    value: id,
    status: posting.state,
  });
}

function asked(event: NewEvent): Decision<Record<string, never>> {
  return { events: [event], result: {} };
}
