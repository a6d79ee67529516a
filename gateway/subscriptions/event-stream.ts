import type { FeedEvent, PublishedFeed } from '#shared/platform/event-feed.ts';
import type { Position } from './payload.ts';
import type { Chunk, Listener, Reached, Tail } from './tail.ts';

/**
 * The events of one company from a position on, for one subscriber. It reads the feed by itself, only as fast as
 * the subscriber takes, until it has reached what the common tail remembers; then it listens to the tail. When more
 * waits for it there than the queue holds, it goes back to reading by itself: nothing is lost and nothing piles up.
 */
export class EventStream<Event extends FeedEvent = FeedEvent> implements Listener<Event> {
  readonly #feed: PublishedFeed<Event>;
  readonly #companyId: string;
  readonly #tail: Tail<Event>;
  readonly #limit: number;
  readonly #signal: AbortSignal;
  #reached: Reached;
  #queue: Chunk<Event>[] = [];
  #queued = 0;
  #live = false;
  #given: Chunk<Event> | undefined;
  #finishing = false;
  #reading: Reading<Event> | undefined;
  #wake: (() => void) | undefined;
  /** True from when the queue overflowed until the subscriber has caught up; never while it first replays. */
  overflowed = false;

  constructor(options: {
    readonly feed: PublishedFeed<Event>;
    readonly companyId: string;
    readonly tail: Tail<Event>;
    readonly start: Position;
    readonly queueLimit: number;
    readonly signal: AbortSignal;
  }) {
    this.#feed = options.feed;
    this.#companyId = options.companyId;
    this.#tail = options.tail;
    this.#limit = options.queueLimit;
    this.#signal = options.signal;
    this.#reached = { cursor: options.start.cursor, seq: undefined };
    this.#live = this.#tail.join(this.#reached, this, this.#limit);
    options.signal.addEventListener('abort', () => this.#stop(), { once: true });
  }

  receive(chunk: Chunk<Event>): void {
    this.#queue.push(chunk);
    this.#queued += chunk.events.length;
    if (this.#queued > this.#limit) {
      this.overflowed = true;
      this.lost();
    } else {
      this.#wake?.();
    }
  }

  lost(): void {
    this.#tail.leave(this);
    this.#live = false;
    this.#queue = [];
    this.#queued = 0;
    this.#wake?.();
  }

  /** The next events, or undefined when the stream is over. One call at a time. */
  async take(): Promise<Chunk<Event> | undefined> {
    this.#advance();
    while (!this.#signal.aborted) {
      const chunk = this.#queue.shift();
      if (chunk !== undefined) {
        this.#queued -= chunk.events.length;
        return this.#give(chunk);
      }
      if (this.#finishing) return undefined;
      if (this.#live) {
        await new Promise<void>((resolve) => (this.#wake = resolve));
        this.#wake = undefined;
      } else {
        const read = await this.#read();
        if (read !== undefined) return this.#give(read);
      }
    }
    return undefined;
  }

  /** Hands out what has come already, and then no more. */
  finish(): void {
    this.#finishing = true;
    this.#tail.leave(this);
    this.#reading?.stop.abort();
    this.#wake?.();
  }

  #give(chunk: Chunk<Event>): Chunk<Event> {
    this.#given = chunk;
    return chunk;
  }

  /** What was handed out has been dealt with once the next is asked for; only then it counts as reached. */
  #advance(): void {
    const last = this.#given?.events.at(-1);
    this.#given = undefined;
    if (last === undefined) return;
    this.#reached = { cursor: last.cursor, seq: last.seq };
    if (this.#live || this.#finishing) return;
    this.#live = this.#tail.join(this.#reached, this, this.#limit);
    if (!this.#live) return;
    this.overflowed = false;
    this.#endReading();
  }

  /** Reads the feed by itself, beginning where it stands. */
  async #read(): Promise<Chunk<Event> | undefined> {
    const reading = (this.#reading ??= this.#startReading());
    try {
      const step = await reading.batches.next();
      if (step.done === true) this.#endReading();
      else if (step.value.length > 0) return { events: step.value, after: this.#reached.cursor };
      return undefined;
    } catch (error) {
      this.#endReading();
      if (!this.#signal.aborted && !this.#finishing) throw error;
      return undefined;
    }
  }

  #startReading(): Reading<Event> {
    const stop = new AbortController();
    const batches = this.#feed.follow(this.#companyId, this.#reached.cursor, stop.signal);
    return { stop, batches: batches[Symbol.asyncIterator]() };
  }

  #endReading(): void {
    const reading = this.#reading;
    this.#reading = undefined;
    if (reading === undefined) return;
    reading.stop.abort();
    // Whoever reads no more is told nothing of how the reading ended.
    reading.batches.return?.().catch(() => undefined);
  }

  #stop(): void {
    this.#tail.leave(this);
    this.#live = false;
    this.#reading?.stop.abort();
    this.#wake?.();
  }
}

/** A look into the feed by a stream that the tail does not serve. */
interface Reading<Event> {
  readonly stop: AbortController;
  readonly batches: AsyncIterator<readonly Event[]>;
}
