import DataLoader from 'dataloader';
import type { Database } from '#db/client.ts';
import { nameOf, type PostingSource } from '#shared/domain/posting.ts';
import { unknownCounterparties } from '../transactions/counterparties.ts';
import { findAllPosted } from './queries.ts';

/** What answers to requests are prepared with. */
export interface Lookups {
  /** The transaction that a source was recorded by. */
  readonly postedAs: (source: PostingSource) => Promise<string | null>;
  /** Those among the ids that name no counterparty of the company. */
  readonly unknown: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
}

/** Looks up for all requests that are answered at once by one statement; nothing is remembered, for all of it may move. */
export function lookTogether(database: Database, companyId: string): Lookups {
  const posted = new DataLoader<PostingSource, string | null>(
    async (sources) => {
      const found = await findAllPosted(database, companyId, sources);
      return sources.map((source) => found.get(nameOf(source)) ?? null);
    },
    { cache: false },
  );
  const known = new DataLoader<string, boolean>(
    async (ids) => {
      const unknown = await unknownCounterparties(database, companyId, [...new Set(ids)]);
      return ids.map((id) => !unknown.has(id));
    },
    { cache: false },
  );
  return {
    postedAs: (source) => posted.load(source),
    unknown: async (ids) => {
      const found = await Promise.all(ids.map((id) => known.load(id)));
      return new Set(ids.filter((_id, position) => found[position] !== true));
    },
  };
}
