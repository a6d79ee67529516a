import { WebSocket } from 'ws';
import { follow } from '../client/follow.ts';
import { pause, Tally, type Course } from './course.ts';
import { subscribeOnce } from './socket.ts';

/** One subscriber, from its first connection to the end, over as many sockets as it takes. */
export interface Subscriber {
  /** `follow` is what clients are given; `socket` speaks the protocol plainly and looks after itself. */
  readonly kind: 'follow' | 'socket';
  /** Transactions by their number, in the order in which they came. */
  readonly seen: ReadonlyMap<number, string>;
  readonly first: number | undefined;
  readonly last: number | undefined;
  readonly resumes: number;
}

export interface Subscribers {
  readonly all: readonly Subscriber[];
  /** Why sockets ended. */
  readonly endings: Tally;
  readonly deliveries: () => number;
  /** Longest time from the recording of a posting to its arrival at any subscriber, milliseconds. */
  readonly worstDelay: () => number;
  /** Times from the recording to the arrival, milliseconds; a sample. */
  readonly delays: readonly number[];
  /** Resolves once each has a place in the stream to resume from. */
  readonly placed: Promise<void>;
  stop(): Promise<void>;
}

const POSTED = `subscription($after: Cursor, $snapshot: Boolean) {
  transactionPosted(after: $after, snapshot: $snapshot) {
    cursor seq recordedAt transaction { id } snapshot { remaining }
  }
}`;
interface Posted {
  readonly cursor: string;
  readonly seq: number;
  readonly recordedAt: string;
  readonly transaction: { readonly id: string } | null;
  readonly snapshot: { readonly remaining: number } | null;
}

/** Starts as many of one kind as of the other; all are told the same. */
export function startSubscribers(course: Course, count: number): Subscribers {
  const endings = new Tally();
  const delays: number[] = [];
  const stopping = new AbortController();
  const { signal } = stopping;
  let deliveries = 0;
  let worst = 0;

  /** Holds each event against the one before. */
  class Seen implements Subscriber {
    readonly name: string;
    readonly kind: Subscriber['kind'];
    readonly seen = new Map<number, string>();
    readonly placed: Promise<void>;
    first: number | undefined;
    last: number | undefined;
    cursor: string | undefined;
    resumes = 0;
    #place: () => void = () => undefined;

    constructor(name: string, kind: Subscriber['kind']) {
      this.name = name;
      this.kind = kind;
      this.placed = new Promise((resolve) => (this.#place = resolve));
    }

    take({ cursor, seq, recordedAt, transaction, snapshot }: Posted): void {
      this.cursor = cursor;
      if (snapshot !== null) {
        this.first = seq;
        this.last = seq;
        this.#place();
        return;
      }
      if (this.last !== undefined && seq !== this.last + 1) {
        course.violated(`${this.name} was told ${String(seq)} after ${String(this.last)}`);
      }
      if (transaction === null)
        course.violated(`${this.name} was told ${String(seq)} without its transaction`);
      this.last = seq;
      this.seen.set(seq, transaction?.id ?? '');
      deliveries += 1;
      const delay = Date.now() - Date.parse(recordedAt);
      worst = Math.max(worst, delay);
      if (deliveries % 17 === 0) delays.push(delay);
    }

    ended(why: string): void {
      if (signal.aborted) return;
      endings.add(`${this.kind}: ${why}`);
      this.resumes += 1;
    }
  }

  const addressOf = (): string => `${course.random.pick(course.gateways).replace('http', 'ws')}/graphql`;

  /** At any gateway, again and again. */
  async function bySockets(told: Seen): Promise<void> {
    while (!signal.aborted) {
      const why = await subscribeOnce<{ readonly transactionPosted: Posted }>({
        url: addressOf(),
        token: course.token,
        query: POSTED,
        variables: { after: told.cursor ?? null, snapshot: told.cursor === undefined },
        signal,
        take: ({ transactionPosted }) => told.take(transactionPosted),
      });
      told.ended(why);
      await pause(course.random.between(50, 500));
    }
  }

  /** At one gateway, whatever becomes of it. */
  async function byFollowing(told: Seen): Promise<void> {
    const events = follow<Posted>({
      url: addressOf(),
      authorize: () => ({ token: course.token }),
      query: POSTED,
      variables: { snapshot: true },
      webSocketImpl: WebSocket,
      longestPauseMs: 2_000,
      silenceMs: 6_000,
      signal,
      onStatus: (status) => {
        if (status.kind === 'interrupted') told.ended(status.why);
      },
    });
    try {
      for await (const event of events) told.take(event);
    } catch (error) {
      course.violated(`${told.name} cannot go on: ${String(error)}`);
    }
  }

  const all = Array.from({ length: count }, (_, index) => {
    const kind = index % 2 === 0 ? 'follow' : 'socket';
    return new Seen(`subscriber ${String(index)} (${kind})`, kind);
  });
  const running = all.map((told) => (told.kind === 'follow' ? byFollowing(told) : bySockets(told)));
  return {
    all,
    endings,
    deliveries: () => deliveries,
    worstDelay: () => worst,
    delays,
    placed: Promise.all(all.map(({ placed }) => placed)).then(() => undefined),
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}
