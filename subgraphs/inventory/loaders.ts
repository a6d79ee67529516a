import type DataLoader from 'dataloader';
import type { Database } from '#db/client.ts';
import { manyByKey } from '#shared/graphql/loaders.ts';
import { findPostings, type PostingRow } from './postings/queries.ts';

/** Loads each thing once for an operation, and many together. */
export interface InventoryLoaders {
  /** Postings of a document, by its id. */
  readonly postingsOf: DataLoader<string, PostingRow[]>;
}

export function createInventoryLoaders(database: Database, companyId: string): InventoryLoaders {
  return {
    postingsOf: manyByKey(
      (ids: readonly string[]) => findPostings(database, companyId, ids),
      ({ documentId }) => documentId,
    ),
  };
}
