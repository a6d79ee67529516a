import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Logger } from '#shared/platform/log.ts';
import type { Redis } from '#shared/platform/redis.ts';

/** Texts of automatically persisted queries by their SHA-256 digest. */
export interface AutomaticQueries {
  find(digest: string): Promise<string | undefined>;
  keep(digest: string, query: string): void;
  /** Texts that are asked for most, as far as they are still known, the most used first. */
  mostUsed(): Promise<readonly string[]>;
  /** Tells Redis what was used since it was told last. */
  close(): Promise<void>;
}

const SECONDS = 24 * 60 * 60;
const REMEMBERED_CHARACTERS = 16 * 1024 * 1024;
/** Longer texts are answered and not kept: the network is not what makes them slow. */
const LONGEST = 64 * 1024;
const KEY = 'apq:';
/** How often each digest was asked for. Those whose text has expired leave it. */
const USES = 'apq-uses';
/** Digests whose uses are counted, and texts that are told as the most used. */
const COUNTED = 1_000;
const TOLD = 300;
const FLUSH_MILLISECONDS = 10_000;

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
  const uses = new LRUCache<string, number>({ max: COUNTED });
  /** Of these, what Redis has not been told. */
  const fresh = new Map<string, number>();
  const failed = (err: unknown): void => log.debug({ event: 'persisted_query_store', err });

  function used(digest: string): void {
    uses.set(digest, (uses.get(digest) ?? 0) + 1);
    if (redis === undefined || (fresh.size >= COUNTED && !fresh.has(digest))) return;
    fresh.set(digest, (fresh.get(digest) ?? 0) + 1);
  }

  async function flush(): Promise<void> {
    if (redis?.status !== 'ready' || fresh.size === 0) return;
    const told = [...fresh];
    fresh.clear();
    const pipeline = redis.pipeline();
    for (const [digest, count] of told) pipeline.zincrby(USES, count, digest);
    pipeline.zremrangebyrank(USES, 0, -COUNTED - 1).expire(USES, 7 * SECONDS);
    await pipeline.exec().catch(failed);
  }
  const flushing = redis && setInterval(() => void flush(), FLUSH_MILLISECONDS).unref();

  /** What all gateways have counted together. */
  async function usedAnywhere(): Promise<readonly string[]> {
    if (redis?.status !== 'ready') return [];
    try {
      const digests = await redis.zrevrange(USES, 0, TOLD - 1);
      if (digests.length === 0) return [];
      const texts = await redis.mget(digests.map((digest) => KEY + digest));
      const gone = digests.filter((_, index) => texts[index] === null);
      if (gone.length > 0) await redis.zrem(USES, gone);
      return texts.filter(
        (text, index): text is string => text !== null && hash('sha256', text, 'hex') === digests[index],
      );
    } catch (error) {
      failed(error);
      return [];
    }
  }

  return {
    async find(digest) {
      const known = remembered.get(digest);
      if (known !== undefined) used(digest);
      if (known !== undefined || redis === undefined) return known;
      const stored = await redis.get(KEY + digest).catch((error: unknown) => {
        failed(error);
        return null;
      });
      // Others may write to this Redis too: what stands there is believed only as far as its digest goes.
      if (stored === null || hash('sha256', stored, 'hex') !== digest) return undefined;
      remembered.set(digest, stored);
      used(digest);
      return stored;
    },
    keep(digest, query) {
      if (query.length > LONGEST || remembered.has(digest)) return;
      remembered.set(digest, query);
      used(digest);
      redis?.set(KEY + digest, query, 'EX', SECONDS).catch(failed);
    },
    async mostUsed() {
      const own = [...uses.entries()].sort(([, a], [, b]) => b - a).slice(0, TOLD);
      const texts = own.flatMap(([digest]) => remembered.peek(digest) ?? []);
      return [...new Set([...(await usedAnywhere()), ...texts])];
    },
    async close() {
      clearInterval(flushing);
      await flush();
    },
  };
}
