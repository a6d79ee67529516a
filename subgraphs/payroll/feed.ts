import type { Database } from '#db/client.ts';
import { createPublishedFeed, type OwnedFeed } from '#db/published-feed.ts';
import type { DocumentEvent } from '#shared/platform/event-feed.ts';
import type { Logger } from '#shared/platform/log.ts';
import { SCHEMA } from './schema.ts';

/**
 * What payroll publishes as a feed: what happens to runs of pay, by the name of the event and the id of the run. Not a
 * figure of what is in the events goes into it: whoever is told asks for the run, and is asked for the permission.
 */
export function createPayrollFeed(database: Database, log: Logger): OwnedFeed<DocumentEvent> {
  return createPublishedFeed<DocumentEvent>({
    database,
    schema: SCHEMA,
    log,
    begin: () =>
      Promise.resolve((row) => ({
        change: row.type,
        documentType: row.aggregate_type,
        documentId: row.aggregate_id,
      })),
  });
}
