import type { FeedEvent, PublishedFeed } from '#shared/platform/event-feed.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { Audience } from './audience.ts';
import { Tail } from './tail.ts';

/** Holds one tail of a feed for each company that somebody subscribes to. */
export class Hub<Event extends FeedEvent> {
  readonly feed: PublishedFeed<Event>;
  readonly #audience: Audience;
  readonly #log: Logger;
  readonly #tails = new Map<string, { readonly tail: Promise<Tail<Event>>; users: number }>();

  constructor(feed: PublishedFeed<Event>, audience: Audience, log: Logger) {
    this.#audience = audience;
    this.feed = feed;
    this.#log = log;
  }

  /** The company's tail, started at the newest event when nobody used it yet. Release it as often as acquired. */
  async acquire(companyId: string): Promise<Tail<Event>> {
    let entry = this.#tails.get(companyId);
    if (entry === undefined) {
      const tail = this.feed
        .latest(companyId)
        .then((start) => new Tail(this.feed, companyId, start, this.#log, () => this.#audience.gatherMs()));
      entry = { tail, users: 0 };
      this.#tails.set(companyId, entry);
    }
    entry.users += 1;
    this.#audience.joined();
    try {
      return await entry.tail;
    } catch (error) {
      this.#audience.left();
      this.#tails.delete(companyId);
      throw error;
    }
  }

  release(companyId: string, tail: Tail<Event>): void {
    const entry = this.#tails.get(companyId);
    if (entry === undefined) return;
    entry.users -= 1;
    this.#audience.left();
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
