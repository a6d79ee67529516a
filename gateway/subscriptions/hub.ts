import type { EventFeed } from '#shared/platform/event-feed.ts';
import type { Logger } from '#shared/platform/log.ts';
import { Tail } from './tail.ts';

/** Events of so short a time are told together; nobody watching a screen can tell. */
const GATHER_MILLISECONDS = { least: 5, most: 100 } as const;
/**
 * A write to one reader costs some hundredths of a millisecond, however much is written. When telling all of them once
 * takes no more than a part of the time until they are told again, a core is left for everything else.
 */
const MILLISECONDS_PER_READER = 0.2;

/** Holds one tail for each company that somebody subscribes to. */
export class Hub {
  readonly feed: EventFeed;
  readonly #log: Logger;
  readonly #tails = new Map<string, { readonly tail: Promise<Tail>; users: number }>();
  #users = 0;

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
        .then((start) => new Tail(this.feed, companyId, start, this.#log, () => this.#gatherMs()));
      entry = { tail, users: 0 };
      this.#tails.set(companyId, entry);
    }
    entry.users += 1;
    this.#users += 1;
    try {
      return await entry.tail;
    } catch (error) {
      this.#users -= 1;
      this.#tails.delete(companyId);
      throw error;
    }
  }

  release(companyId: string, tail: Tail): void {
    const entry = this.#tails.get(companyId);
    if (entry === undefined) return;
    entry.users -= 1;
    this.#users -= 1;
    if (entry.users > 0) return;
    this.#tails.delete(companyId);
    tail.stop();
  }

  /** The more are to be told, the more is told them at once. A first event after a pause waits for nothing. */
  #gatherMs(): number {
    const { least, most } = GATHER_MILLISECONDS;
    return Math.min(Math.max(this.#users * MILLISECONDS_PER_READER, least), most);
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
