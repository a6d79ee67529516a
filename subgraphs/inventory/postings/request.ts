import type { PostingRequestedData } from '#shared/domain/posting.ts';

/** What was last asked of the ledger for a source; its version is the number of requests. */
export interface PostingRequest {
  readonly version: number;
  readonly data: PostingRequestedData | null;
}

export const initialPostingRequest: PostingRequest = { version: 0, data: null };

export function evolvePostingRequest(
  { version }: PostingRequest,
  event: { readonly data: PostingRequestedData },
): PostingRequest {
  return { version: version + 1, data: event.data };
}
