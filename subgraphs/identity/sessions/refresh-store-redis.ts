import type { Redis } from '#shared/platform/redis.ts';
import { unavailableStore } from '../unavailable-store.ts';
import type { RefreshStore, SessionKey } from './refresh-store.ts';

/**
 * Refresh tokens in Redis: a hash for each (`company`, `session`, `used`, `next`), and beside a used one its sealed
 * successor, which goes by itself when it may not be asked for any more.
 */
export function redisRefreshStore(redis: Redis): RefreshStore {
  const keyOf = (tokenHash: string): string => `refresh:${tokenHash}`;
  const successorKeyOf = (tokenHash: string): string => `refresh:${tokenHash}:successor`;

  return {
    find: (tokenHash) =>
      answering(async () => {
        const [companyId, sessionId] = await redis.hmget(keyOf(tokenHash), 'company', 'session');
        return isText(companyId) && isText(sessionId) ? { companyId, sessionId } : undefined;
      }),

    begin: (_db, session, tokenHash, seconds) =>
      answering(async () => {
        const done = await redis
          .multi()
          .hset(keyOf(tokenHash), fieldsOf(session))
          .expire(keyOf(tokenHash), seconds)
          .exec();
        for (const [error] of done ?? [[new Error('Redis gave the transaction up.')] as const]) {
          if (error !== null) throw error;
        }
      }),

    stateOf: (_db, _session, tokenHash) =>
      answering(async () => {
        const [used, next] = await redis.hmget(keyOf(tokenHash), 'used', 'next');
        if (!isText(used) || !isText(next)) return { use: 'NEVER' };
        const [sealedSuccessor, nextKnown, nextUsed] = await Promise.all([
          redis.get(successorKeyOf(tokenHash)),
          redis.exists(keyOf(next)),
          redis.hexists(keyOf(next), 'used'),
        ]);
        if (sealedSuccessor === null || nextKnown === 0 || nextUsed === 1) return { use: 'BEFORE' };
        return { use: 'JUST_NOW', sealedSuccessor };
      }),

    rotate: (_db, session, tokenHash, successor, seconds) =>
      answering(async () => {
        const rotated = await redis.eval(
          ROTATE,
          3,
          keyOf(tokenHash),
          keyOf(successor.hash),
          successorKeyOf(tokenHash),
          successor.hash,
          successor.sealed,
          session.companyId,
          session.sessionId,
          seconds.lifetime,
          seconds.retry,
        );
        if (rotated !== 1) throw new Error('a refresh token was used behind the lock of its session');
      }),
  };
}

/** Both tokens or neither. A used one stays as long as its session can live, so that its reuse is noticed. */
const ROTATE = `
if redis.call('EXISTS', KEYS[1]) == 0 or redis.call('HEXISTS', KEYS[1], 'used') == 1 then return 0 end
redis.call('HSET', KEYS[1], 'used', '1', 'next', ARGV[1])
redis.call('EXPIRE', KEYS[1], ARGV[5])
redis.call('HSET', KEYS[2], 'company', ARGV[3], 'session', ARGV[4])
redis.call('EXPIRE', KEYS[2], ARGV[5])
if tonumber(ARGV[6]) > 0 then redis.call('SET', KEYS[3], ARGV[2], 'EX', ARGV[6]) end
return 1`;

function fieldsOf({ companyId, sessionId }: SessionKey) {
  return { company: companyId, session: sessionId };
}

function isText(value: string | null | undefined): value is string {
  return value !== null && value !== undefined;
}

async function answering<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw unavailableStore(error);
  }
}
