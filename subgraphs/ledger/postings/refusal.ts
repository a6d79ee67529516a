import type { ErrorCode } from '#shared/domain/errors.ts';
import type { PostingSource } from '#shared/domain/posting.ts';

/** Why the ledger did not do what a document of another subgraph asked for. */
export interface PostingRefusedData {
  /** What was asked for: to record a transaction for the source, or to reverse it. */
  readonly request: 'POSTING' | 'REVERSAL';
  readonly source: PostingSource;
  /** Which request it was, from 1. */
  readonly attempt: number;
  readonly code: ErrorCode;
  /** Path within the transaction that was asked for, for example `entries[0].accountCode`. */
  readonly field?: string;
  readonly message: string;
}

export interface PostingRefused {
  readonly type: 'PostingRefused';
  readonly data: PostingRefusedData;
}
