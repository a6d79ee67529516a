import type { Database } from '#db/client.ts';
import { createPublishedFeed, type OwnedFeed } from '#db/published-feed.ts';
import type { DocumentEvent } from '#shared/platform/event-feed.ts';
import type { Logger } from '#shared/platform/log.ts';
import { SCHEMA } from './schema.ts';

/**
 * What tax publishes of its documents as a feed: the events that are recorded with `published`. Their aggregate is the
 * document, and bears the name of its type in the schema.
 */
export function createTaxFeed(
  database: Database,
  log: Logger,
  options: { readonly retainedEvents?: number } = {},
): OwnedFeed<DocumentEvent> {
  return createPublishedFeed<DocumentEvent>({
    database,
    schema: SCHEMA,
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
