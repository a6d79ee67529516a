import { setTimeout as delay } from 'node:timers/promises';
import type { FeedEvent, PublishedFeed } from '#shared/platform/event-feed.ts';
import type { Logger } from '#shared/platform/log.ts';
import { measureArrival } from './metrics.ts';

/** Events that came together. All subscribers get the same object, so whoever completes it can share the work. */
export interface Chunk<Event extends FeedEvent = FeedEvent> {
  readonly events: readonly Event[];
  /** Cursor before the first of them. */
  readonly after: string;
}

/** What has been seen, as far as known: a cursor alone cannot be compared, a number can. */
export interface Reached {
  readonly cursor: string;
  readonly seq: number | undefined;
}

export interface Listener<Event extends FeedEvent> {
  receive(chunk: Chunk<Event>): void;
  /** The tail broke; whoever listened has to follow the feed by itself again. */
  lost(): void;
}

const REMEMBERED_EVENTS = 1_000;
const CHUNK_EVENTS = 200;
const RETRY_MILLISECONDS = 1_000;

/** The newest events of one company, followed once for all who are up to date. */
export class Tail<Event extends FeedEvent> {
  readonly #feed: PublishedFeed<Event>;
  readonly #companyId: string;
  readonly #log: Logger;
  readonly #gatherMs: () => number;
  readonly #stopping = new AbortController();
  readonly #listeners = new Set<Listener<Event>>();
  /** The last events delivered, oldest first, and the cursor before the oldest. */
  #recent: Event[] = [];
  #before: string;
  #gathered: Event[] = [];
  #gathering: NodeJS.Timeout | undefined;
  #lastFlush = 0;
  #isLost = false;
  /** Settles when following has ended. */
  readonly ended: Promise<void>;

  /** `gatherMs` tells for how long events are gathered that then are told together. */
  constructor(
    feed: PublishedFeed<Event>,
    companyId: string,
    start: string,
    log: Logger,
    gatherMs: () => number,
  ) {
    this.#feed = feed;
    this.#gatherMs = gatherMs;
    this.#companyId = companyId;
    this.#before = start;
    this.#log = log;
    this.ended = this.#run();
  }

  get cursor(): string {
    return this.#recent.at(-1)?.cursor ?? this.#before;
  }

  /**
   * Joins whoever has reached a place that the tail remembers, and hands over what it has missed since. There is no
   * await between comparing and joining, so no event slips through and none comes twice. Answers whether it joined;
   * whoever has missed more than `atMost` events does not.
   */
  join(reached: Reached, listener: Listener<Event>, atMost: number): boolean {
    const missed = this.#since(reached);
    if (missed === undefined || missed.length > atMost) return false;
    this.#listeners.add(listener);
    if (missed.length > 0) listener.receive({ events: missed, after: reached.cursor });
    return true;
  }

  leave(listener: Listener<Event>): void {
    this.#listeners.delete(listener);
  }

  stop(): void {
    clearTimeout(this.#gathering);
    this.#stopping.abort();
  }

  #since({ cursor, seq }: Reached): readonly Event[] | undefined {
    if (cursor === this.cursor) return [];
    if (cursor === this.#before) return this.#recent.slice();
    const first = this.#recent[0];
    if (first === undefined) return undefined;
    if (seq !== undefined) {
      const last = first.seq + this.#recent.length - 1;
      return seq >= first.seq - 1 && seq <= last ? this.#recent.slice(seq - first.seq + 1) : undefined;
    }
    const at = this.#recent.findLastIndex((event) => event.cursor === cursor);
    return at < 0 ? undefined : this.#recent.slice(at + 1);
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        for await (const batch of this.#feed.follow(this.#companyId, this.#newest(), signal)) {
          if (this.#isLost) this.#log.info({ event: 'feed_back', companyId: this.#companyId });
          this.#isLost = false;
          this.#take(batch);
        }
      } catch (err) {
        if (signal.aborted) return;
        // Told once until it is back: nobody misses an event by it.
        this.#log[this.#isLost ? 'debug' : 'warn']({ event: 'feed_lost', companyId: this.#companyId, err });
        this.#isLost = true;
        for (const listener of [...this.#listeners]) listener.lost();
        this.#listeners.clear();
      }
      if (!signal.aborted) await delay(RETRY_MILLISECONDS, undefined, { signal }).catch(() => undefined);
    }
  }

  #newest(): string {
    return this.#gathered.at(-1)?.cursor ?? this.cursor;
  }

  #take(batch: readonly Event[]): void {
    measureArrival(batch);
    this.#gathered.push(...batch);
    if (this.#gathered.length === 0 || this.#gathering !== undefined) return;
    const wait = this.#lastFlush + this.#gatherMs() - performance.now();
    if (wait <= 0) this.#flush();
    else this.#gathering = setTimeout(() => this.#flush(), wait);
  }

  #flush(): void {
    this.#gathering = undefined;
    this.#lastFlush = performance.now();
    const events = this.#gathered;
    this.#gathered = [];
    for (let at = 0; at < events.length; at += CHUNK_EVENTS) {
      const chunk: Chunk<Event> = { events: events.slice(at, at + CHUNK_EVENTS), after: this.cursor };
      this.#recent.push(...chunk.events);
      for (const listener of [...this.#listeners]) listener.receive(chunk);
    }
    const excess = this.#recent.length - REMEMBERED_EVENTS;
    if (excess > 0) {
      this.#before = this.#recent[excess - 1]?.cursor ?? this.#before;
      this.#recent = this.#recent.slice(excess);
    }
  }
}
