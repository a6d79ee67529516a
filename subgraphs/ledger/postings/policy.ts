import { createConsumer, type Consumer, type ConsumerOptions, type StoredEvent } from '#db/feed.ts';
import {
  nameOf,
  POSTING_REQUESTED,
  POSTING_REVERSAL_REQUESTED,
  type PostingRequestedData,
  type PostingReversalRequestedData,
  type PostingSource,
} from '#shared/domain/posting.ts';
import { SCHEMA, type LedgerWriter } from '../writer.ts';
import { answerPosting, answerReversal } from './commands.ts';
import { postingsOf } from './sources.ts';
import { lookTogether, type Lookups } from './together.ts';

export interface PostingPolicyOptions extends Pick<
  ConsumerOptions,
  'database' | 'log' | 'batchSize' | 'pollSeconds' | 'retrySeconds' | 'maxAttempts'
> {
  readonly writer: LedgerWriter;
  readonly source: string;
}

/**
 * Whenever a document of another subgraph asks to be posted, the ledger records one transaction for it, in the name of
 * who made the document; when it is asked to undo that, it reverses it. A refusal is told in the ledger's log. Any
 * number of processes may do this at once, and each may die between any two lines: what was answered stands in the log
 * under the key of its request before the checkpoint moves over the request.
 */
export function createPostingPolicy({ writer, source, ...options }: PostingPolicyOptions): Consumer {
  return createConsumer({
    ...options,
    schema: SCHEMA,
    source,
    name: postingsOf(source),
    gatherMilliseconds: GATHER_MILLISECONDS,
    async handle(_sql, companyId, events) {
      const lookups = lookTogether(writer.database, companyId);
      for (const group of groupsOf(events.flatMap((event) => requestIn(event, source) ?? [])))
        await Promise.all(group.map(({ answer }) => answer(writer, lookups)));
    },
  });
}

/** Documents of others come singly and are posted together; nobody waits for a posting that long. */
const GATHER_MILLISECONDS = 50;

interface Request {
  readonly about: PostingSource;
  readonly answer: (writer: LedgerWriter, lookups: Lookups) => Promise<unknown>;
}

/** What the event asks for; undefined when it asks for nothing. */
function requestIn(event: StoredEvent, source: string): Request | undefined {
  switch (event.type) {
    case POSTING_REQUESTED: {
      const request = event.data as PostingRequestedData;
      return {
        about: ofItsOwn(request.source, source),
        answer: (writer, lookups) => answerPosting(writer, event, request, lookups),
      };
    }
    case POSTING_REVERSAL_REQUESTED: {
      const request = event.data as PostingReversalRequestedData;
      return {
        about: ofItsOwn(request.source, source),
        answer: (writer, lookups) => answerReversal(writer, event, request, lookups),
      };
    }
    default:
      return undefined;
  }
}

/** Nobody speaks for another: that would be a defect of ours, for somebody to look at. */
function ofItsOwn(about: PostingSource, source: string): PostingSource {
  if (about.subgraph !== source) throw new Error(`${source} asked to post a document of ${about.subgraph}`);
  return about;
}

/** Requests that may be answered at once, in one flush: of each source the earlier one comes first. */
function groupsOf(requests: readonly Request[]): Request[][] {
  const groups: Request[][] = [];
  let sources = new Set<string>();
  for (const request of requests) {
    const name = nameOf(request.about);
    const last = groups.at(-1);
    if (last === undefined || sources.has(name)) {
      groups.push([request]);
      sources = new Set([name]);
    } else {
      last.push(request);
      sources.add(name);
    }
  }
  return groups;
}
