import type { Logger } from '#shared/platform/log.ts';
import { REDIS_PREFIX, type Redis } from '#shared/platform/redis.ts';
import type { RevocationBell } from './revocation-bell.ts';
import type { IdentifiedRevocation } from './revocations.ts';

/** Channels have no prefix of their own accord. */
const CHANNEL = `${REDIS_PREFIX}revocations`;

/**
 * Rings by Redis: the message carries the revocations themselves. It is sent from inside the transaction that writes
 * them, so followers may hear of one a moment early; the table tells whoever heard nothing, because Redis was away.
 */
export function redisBell(redis: Redis, log: Logger): RevocationBell {
  const watches = new Set<HeardRevocations>();
  let subscriber: Redis | undefined;

  function ring(heard: readonly IdentifiedRevocation[]): void {
    for (const watch of watches) watch.ring(heard);
  }

  function listen(): Redis {
    const listening = redis.duplicate({ enableOfflineQueue: true, maxRetriesPerRequest: null });
    listening.on('error', (error: Error) => log.warn({ event: 'redis_unreachable', reason: error.message }));
    listening.on('message', (_channel, message) => {
      ring(JSON.parse(message) as readonly IdentifiedRevocation[]);
    });
    // The client subscribes anew by itself after a lost connection; what was missed is in the table.
    listening.on('ready', () => {
      ring([]);
    });
    listening.subscribe(CHANNEL).catch((err: unknown) => {
      log.warn({ event: 'revocations.unheard', err });
    });
    return listening;
  }

  return {
    async ring(revocations) {
      try {
        await redis.publish(CHANNEL, JSON.stringify(revocations));
      } catch (err) {
        // Followers look at the table by themselves every few seconds.
        log.warn({ event: 'revocations.unrung', err });
      }
    },
    watch() {
      subscriber ??= listen();
      const watch = new HeardRevocations(() => watches.delete(watch));
      watches.add(watch);
      return watch;
    },
    close() {
      ring([]);
      subscriber?.disconnect();
      return Promise.resolve();
    },
  };
}

class HeardRevocations {
  readonly close: () => void;
  #heard: IdentifiedRevocation[] = [];
  #isRung = false;
  #wake: (() => void) | undefined;

  constructor(close: () => void) {
    this.close = close;
  }

  ring(heard: readonly IdentifiedRevocation[]): void {
    this.#heard.push(...heard);
    this.#isRung = true;
    this.#wake?.();
  }

  heard(): readonly IdentifiedRevocation[] {
    const heard = this.#heard;
    this.#heard = [];
    return heard;
  }

  async wait(signal: AbortSignal, milliseconds: number): Promise<void> {
    if (!this.#isRung && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          clearTimeout(timer);
          signal.removeEventListener('abort', wake);
          this.#wake = undefined;
          resolve();
        };
        const timer = setTimeout(wake, milliseconds);
        signal.addEventListener('abort', wake, { once: true });
        this.#wake = wake;
      });
    }
    this.#isRung = false;
  }
}
