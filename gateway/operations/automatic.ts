import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Logger } from '#shared/platform/log.ts';
import type { Redis } from '#shared/platform/redis.ts';

/** Texts of automatically persisted queries by their SHA-256 digest. */
export interface AutomaticQueries {
  find(digest: string): Promise<string | undefined>;
  keep(digest: string, query: string): void;
}

const SECONDS = 24 * 60 * 60;
const REMEMBERED_CHARACTERS = 16 * 1024 * 1024;
/** Longer texts are answered and not kept: the network is not what makes them slow. */
const LONGEST = 64 * 1024;
const KEY = 'apq:';

/**
 * Kept in memory, and in Redis besides where it is configured, so that all gateways and a restarted one know them.
 * Without Redis, or while it is away, a client is asked to send its text once more.
 */
export function createAutomaticQueries(options: {
  readonly redis?: Redis | undefined;
  readonly log: Logger;
}): AutomaticQueries {
  const { redis, log } = options;
  const remembered = new LRUCache<string, string>({
    maxSize: REMEMBERED_CHARACTERS,
    sizeCalculation: (query, digest) => query.length + digest.length,
    ttl: SECONDS * 1000,
  });
  return {
    async find(digest) {
      const known = remembered.get(digest);
      if (known !== undefined || redis === undefined) return known;
      const stored = await redis.get(KEY + digest).catch((error: unknown) => {
        log.debug({ event: 'persisted_query_store', err: error });
        return null;
      });
      // Others may write to this Redis too: what stands there is believed only as far as its digest goes.
      if (stored === null || hash('sha256', stored, 'hex') !== digest) return undefined;
      remembered.set(digest, stored);
      return stored;
    },
    keep(digest, query) {
      if (query.length > LONGEST || remembered.has(digest)) return;
      remembered.set(digest, query);
      redis
        ?.set(KEY + digest, query, 'EX', SECONDS)
        .catch((error: unknown) => log.debug({ event: 'persisted_query_store', err: error }));
    },
  };
}
