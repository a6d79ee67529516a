import type { EventFeed } from '#shared/platform/event-feed.ts';
import type { Logger } from '#shared/platform/log.ts';
import { Tail } from './tail.ts';

/** Holds one tail for each company that somebody subscribes to. */
export class Hub {
  readonly feed: EventFeed;
  readonly #log: Logger;
  readonly #tails = new Map<string, { readonly tail: Promise<Tail>; users: number }>();

  constructor(feed: EventFeed, log: Logger) {
    this.feed = feed;
    this.#log = log;
  }

  /** The company's tail, started at the newest event when nobody used it yet. Release it as often as acquired. */
  async acquire(companyId: string): Promise<Tail> {
    let entry = this.#tails.get(companyId);
    if (entry === undefined) {
      const tail = this.feed
        .latest(companyId)
        .then((start) => new Tail(this.feed, companyId, start, this.#log));
      entry = { tail, users: 0 };
      this.#tails.set(companyId, entry);
    }
    entry.users += 1;
    try {
      return await entry.tail;
    } catch (error) {
      this.#tails.delete(companyId);
      throw error;
    }
  }

  release(companyId: string, tail: Tail): void {
    const entry = this.#tails.get(companyId);
    if (entry === undefined) return;
    entry.users -= 1;
    if (entry.users > 0) return;
    this.#tails.delete(companyId);
    tail.stop();
  }

  async close(): Promise<void> {
    const tails = await Promise.allSettled([...this.#tails.values()].map(({ tail }) => tail));
    this.#tails.clear();
    for (const outcome of tails) {
      if (outcome.status !== 'fulfilled') continue;
      outcome.value.stop();
      await outcome.value.ended;
    }
  }
}
