import { Redis } from 'ioredis';
import type { DependencyHealth } from './health.ts';
import type { Logger } from './log.ts';

export type { Redis } from 'ioredis';

/** Before every key of ours, so that a Redis may be shared. */
export const REDIS_PREFIX = 'davtari:';

const COMMAND_TIMEOUT_MILLISECONDS = 1_000;
const LONGEST_RETRY_MILLISECONDS = 2_000;

/**
 * Connects to Redis and keeps trying. A command fails quickly while Redis is away: whoever asks decides what to do
 * without it.
 */
export function openRedis(url: string, log: Logger): Redis {
  const redis = new Redis(url, {
    keyPrefix: REDIS_PREFIX,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: COMMAND_TIMEOUT_MILLISECONDS,
    retryStrategy: (times) => Math.min(50 * 2 ** Math.min(times, 10), LONGEST_RETRY_MILLISECONDS),
  });
  redis.on('error', (error: Error) => log.warn({ event: 'redis_unreachable', reason: error.message }));
  return redis;
}

/** Answers once Redis can be asked; throws when it cannot within the time. */
export async function redisReady(redis: Redis, milliseconds = 5_000): Promise<void> {
  if (redis.status === 'ready') return;
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      redis.off('ready', ready);
      reject(new Error('Redis does not answer.'));
    }, milliseconds);
    const ready = (): void => {
      clearTimeout(timer);
      resolve();
    };
    redis.once('ready', ready);
  });
}

export async function redisHealth(redis: Redis): Promise<DependencyHealth> {
  const began = performance.now();
  const state = (status: 'up' | 'down', error?: string): DependencyHealth => ({
    name: 'redis',
    status,
    latencyMs: Math.round(performance.now() - began),
    ...(error === undefined ? {} : { error }),
  });
  try {
    await redis.ping();
    return state('up');
  } catch (error) {
    return state('down', error instanceof Error ? error.message : String(error));
  }
}
