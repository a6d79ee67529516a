import type { NewEvent } from './decider.ts';
import { namedId } from './named-id.ts';

/**
 * How a subgraph has its documents posted without writing to the ledger: it appends a request to its own log, in the
 * decision that makes the document. The ledger reads that log, records one transaction for each source, and tells in
 * its own log what became of the request: `TransactionPosted` with the source, or `PostingRefused`.
 */
export const POSTING_REQUESTED = 'PostingRequested';
export const POSTING_REVERSAL_REQUESTED = 'PostingReversalRequested';

/** What is posted; each source has one transaction at most, whatever happens. */
export interface PostingSource {
  /** Whose document it is, for example `tax`. */
  readonly subgraph: string;
  /** Kind of document as its subgraph calls it, for example `TaxInvoice`. */
  readonly type: string;
  /** Id of the document within its subgraph. */
  readonly id: string;
  /** Why it is posted, as one document may be posted for several reasons: `issue`, `advance-set-off`, … */
  readonly purpose: string;
}

/** One entry; either debit or credit, decimal text in the currency (GEL when none is named). */
export interface PostingEntry {
  readonly accountCode: string;
  readonly debit?: string;
  readonly credit?: string;
  readonly currency?: string;
  readonly exchangeRate?: string;
  readonly description?: string;
  readonly counterpartyId?: string;
  readonly dimensions?: readonly { readonly name: string; readonly value: string }[];
}

export interface PostingRequestedData {
  readonly source: PostingSource;
  /** Date of the transaction, `YYYY-MM-DD`. */
  readonly date: string;
  readonly description: string;
  readonly reference?: string;
  readonly entries: readonly PostingEntry[];
}

export interface PostingReversalRequestedData {
  readonly source: PostingSource;
  /** Date of the reversing transaction, `YYYY-MM-DD`. */
  readonly date: string;
  readonly reason: string;
}

export type PostingRequested = NewEvent<typeof POSTING_REQUESTED, PostingRequestedData>;
export type PostingReversalRequested = NewEvent<
  typeof POSTING_REVERSAL_REQUESTED,
  PostingReversalRequestedData
>;

/** Id of the request to post a source, within the log of the company whose document it is. */
export function postingId(companyId: string, source: PostingSource): string {
  return namedId(source.subgraph, companyId, `posting:${nameOf(source)}`);
}

/** Id of the request to reverse what was posted for a source. */
export function postingReversalId(companyId: string, source: PostingSource): string {
  return namedId(source.subgraph, companyId, `posting-reversal:${nameOf(source)}`);
}

/**
 * Asks the ledger to record a transaction for a source.
 *
 * @param attempt 1 for the first request; the next number when one that was refused is made again
 */
export function requestPosting(companyId: string, data: PostingRequestedData, attempt = 1): PostingRequested {
  return {
    aggregateType: 'Posting',
    aggregateId: postingId(companyId, data.source),
    version: attempt,
    type: POSTING_REQUESTED,
    data,
  };
}

/**
 * Asks the ledger to reverse the transaction of a source. An aggregate of its own, so that whoever cancels a document
 * need not know how often its posting was tried.
 *
 * @param attempt 1 for the first request; the next number when one that was refused is made again
 */
export function requestPostingReversal(
  companyId: string,
  data: PostingReversalRequestedData,
  attempt = 1,
): PostingReversalRequested {
  return {
    aggregateType: 'PostingReversal',
    aggregateId: postingReversalId(companyId, data.source),
    version: attempt,
    type: POSTING_REVERSAL_REQUESTED,
    data,
  };
}

/** The members in one text that no two sources share. */
export function nameOf({ subgraph, type, id, purpose }: PostingSource): string {
  return JSON.stringify([subgraph, type, id, purpose]);
}
