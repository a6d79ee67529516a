import type { StoredEvent } from '#db/feed.ts';
import { requestPosting, type PostingRequestedData } from '#shared/domain/posting.ts';
import type { Actor } from '#shared/domain/actor.ts';

/** A request as the log of its subgraph has it. */
export function requestedBy(
  { companyId, userId }: Actor,
  data: PostingRequestedData,
  attempt = 1,
): [StoredEvent, PostingRequestedData] {
  const { aggregateType, aggregateId, version, type } = requestPosting(companyId, data, attempt);
  const recordedAt = '2026-03-01T00:00:00.000Z';
  return [
    {
      companyId,
      userId,
      seq: 1,
      aggregateType,
      aggregateId,
      version,
      type,
      data,
      recordedAt,
      publishedSeq: null,
    },
    data,
  ];
}
