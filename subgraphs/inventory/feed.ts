import type { Database } from '#db/client.ts';
import { createPublishedFeed, type OwnedFeed } from '#db/published-feed.ts';
import type { DocumentEvent } from '#shared/platform/event-feed.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { StockLeg } from './movements/movement.ts';
import { SCHEMA } from './schema.ts';

/**
 * What inventory publishes as a feed: movements that change what there is, and which items and warehouses they touch. No
 * quantity and no cost goes into it: whoever is told asks for the movement, and is asked for the permission.
 */
export function createInventoryFeed(database: Database, log: Logger): OwnedFeed<DocumentEvent> {
  return createPublishedFeed<DocumentEvent>({
    database,
    schema: SCHEMA,
    log,
    begin: () =>
      Promise.resolve((row) => ({
        change: row.type,
        documentType: row.aggregate_type,
        documentId: row.aggregate_id,
        touches: touchedBy(row.data),
      })),
  });
}

/** Items and warehouses of the legs of a movement. */
function touchedBy(data: unknown): string[] {
  const { legs = [] } = data as { readonly legs?: readonly StockLeg[] };
  return [...new Set(legs.flatMap(({ itemId, warehouseId }) => [itemId, warehouseId]))];
}
