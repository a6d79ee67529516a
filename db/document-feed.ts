import type { DocumentEvent } from '#shared/platform/event-feed.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { Database } from './client.ts';
import { createPublishedFeed, type OwnedFeed, type PublishedFeedOptions } from './published-feed.ts';

/**
 * What a subgraph publishes of its documents as a feed: the name of what happened, and which document it happened to.
 * Nothing of what is in the events goes into it: whoever is told asks for the document, and is asked for the permission.
 */
export function createDocumentFeed(
  database: Database,
  schema: string,
  log: Logger,
  options: Pick<PublishedFeedOptions<DocumentEvent>, 'retainedEvents'> = {},
): OwnedFeed<DocumentEvent> {
  return createPublishedFeed<DocumentEvent>({
    database,
    schema,
    log,
    ...options,
    begin: () =>
      Promise.resolve((row) => ({
        change: row.type,
        documentType: row.aggregate_type,
        documentId: row.aggregate_id,
      })),
  });
}
