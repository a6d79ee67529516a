import type { Logger } from '#shared/platform/log.ts';
import type { Database } from './client.ts';

/**
 * One `LISTEN` shared by all who wait for events of a subgraph. It only says "look again": what there is to see
 * is read from the log, so a lost ring costs time and never an event.
 */
export interface Doorbell {
  /** Watches one company, or all of them. A ring is remembered from now on, so none falls between two waits. */
  watch(companyId?: string): Watch;
  close(): Promise<void>;
}

export interface Watch {
  /** Resolves at a ring (at once if there was one meanwhile), at the timeout, or when the signal aborts. */
  wait(signal: AbortSignal, timeoutMs: number): Promise<void>;
  /** Rings for this watch alone. */
  ring(): void;
  close(): void;
}

/** @param channel Payloads are company ids separated by commas. */
export function createDoorbell(database: Database, channel: string, log?: Logger): Doorbell {
  const byCompany = new Map<string, Set<Waiting>>();
  const everywhere = new Set<Waiting>();
  let listening: Promise<(() => Promise<void>) | undefined> | undefined;
  let isClosed = false;

  function ring(payload: string): void {
    for (const companyId of payload.split(',')) {
      for (const watch of byCompany.get(companyId) ?? []) watch.ring();
      for (const watch of everywhere) watch.ring();
    }
  }

  /** After a (re)connection nobody knows what was missed: everybody looks. */
  function ringAll(): void {
    for (const watches of byCompany.values()) for (const watch of watches) watch.ring();
    for (const watch of everywhere) watch.ring();
  }

  async function listen(): Promise<(() => Promise<void>) | undefined> {
    try {
      // The client reconnects by itself, listens again and then calls `ringAll` again.
      const listening = await database.sql.listen(channel, ring, ringAll);
      return () => listening.unlisten();
    } catch (err) {
      // Its reconnection goes on in the background; until then waiting ends by timeout.
      if (!isClosed) log?.warn({ event: 'doorbell.unheard', channel, err });
      return undefined;
    }
  }

  return {
    watch(companyId) {
      listening ??= listen();
      const watches = companyId === undefined ? everywhere : (byCompany.get(companyId) ?? new Set());
      if (companyId !== undefined) byCompany.set(companyId, watches);
      const watch = new Waiting(() => {
        watches.delete(watch);
        if (companyId === undefined || watches.size > 0) return;
        // Another set may have taken the place of this one meanwhile.
        if (byCompany.get(companyId) === watches) byCompany.delete(companyId);
      });
      watches.add(watch);
      return watch;
    },

    async close() {
      isClosed = true;
      ringAll();
      const unlisten = await listening;
      await unlisten?.().catch((err: unknown) => log?.debug({ event: 'doorbell.closed', channel, err }));
    },
  };
}

class Waiting implements Watch {
  readonly close: () => void;
  #isRung = false;
  #wake: (() => void) | undefined;

  constructor(close: () => void) {
    this.close = close;
  }

  ring(): void {
    this.#isRung = true;
    this.#wake?.();
  }

  async wait(signal: AbortSignal, timeoutMs: number): Promise<void> {
    if (!this.#isRung && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', wake);
          this.#wake = undefined;
          resolve();
        };
        const timer = setTimeout(wake, timeoutMs);
        signal.addEventListener('abort', wake, { once: true });
        this.#wake = wake;
      });
    }
    this.#isRung = false;
  }
}
