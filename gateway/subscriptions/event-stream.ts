import type { EventFeed } from '#shared/platform/event-feed.ts';
import type { Position } from './payload.ts';
import type { Chunk, Listener, Reached, Tail } from './tail.ts';

/**
 * The events of one company from a position on, for one subscriber. It reads the feed by itself, only as fast as
 * the subscriber takes, until it has reached what the common tail remembers; then it listens to the tail. When more
 * waits for it there than the queue holds, it goes back to reading by itself: nothing is lost and nothing piles up.
 */
export class EventStream implements Listener {
  readonly #feed: EventFeed;
  readonly #companyId: string;
  readonly #tail: Tail;
  readonly #limit: number;
  readonly #signal: AbortSignal;
  #reached: Reached;
  #queue: Chunk[] = [];
  #queued = 0;
  #live = false;
  #wake: (() => void) | undefined;
  /** True from when the queue overflowed until the subscriber has caught up; never while it first replays. */
  overflowed = false;

  constructor(options: {
    readonly feed: EventFeed;
    readonly companyId: string;
    readonly tail: Tail;
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

  get live(): boolean {
    return this.#live;
  }

  receive(chunk: Chunk): void {
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

  async *chunks(): AsyncGenerator<Chunk> {
    while (!this.#signal.aborted) {
      if (this.#live) yield* this.#listen();
      else yield* this.#read();
    }
  }

  async *#listen(): AsyncGenerator<Chunk> {
    while (this.#live && !this.#signal.aborted) {
      const chunk = this.#queue.shift();
      if (chunk === undefined) {
        await new Promise<void>((resolve) => (this.#wake = resolve));
        this.#wake = undefined;
        continue;
      }
      this.#queued -= chunk.events.length;
      yield chunk;
      this.#advance(chunk);
    }
  }

  async *#read(): AsyncGenerator<Chunk> {
    const stop = new AbortController();
    const signal = AbortSignal.any([stop.signal, this.#signal]);
    try {
      for await (const events of this.#feed.follow(this.#companyId, this.#reached.cursor, signal)) {
        if (events.length === 0) continue;
        const chunk = { events, after: this.#reached.cursor };
        yield chunk;
        this.#advance(chunk);
        this.#live = this.#tail.join(this.#reached, this, this.#limit);
        if (this.#live) {
          this.overflowed = false;
          return;
        }
      }
    } catch (error) {
      if (!this.#signal.aborted) throw error;
    } finally {
      stop.abort();
    }
  }

  #advance(chunk: Chunk): void {
    const last = chunk.events.at(-1);
    if (last !== undefined) this.#reached = { cursor: last.cursor, seq: last.seq };
  }

  #stop(): void {
    this.#tail.leave(this);
    this.#live = false;
    this.#wake?.();
  }
}
