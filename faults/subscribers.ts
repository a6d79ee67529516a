import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { pause, Tally, type Course } from './course.ts';

/** One subscriber, from its first connection to the end, over as many sockets as it takes. */
export interface Subscriber {
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
  readonly transactionPosted: {
    readonly cursor: string;
    readonly seq: number;
    readonly recordedAt: string;
    readonly transaction: { readonly id: string } | null;
    readonly snapshot: { readonly remaining: number } | null;
  };
}
/** A socket that answers no ping for so long is given up, because nobody else will notice. */
const PONG_MILLISECONDS = 4_000;

export function startSubscribers(course: Course, count: number): Subscribers {
  const endings = new Tally();
  const delays: number[] = [];
  let deliveries = 0;
  let worst = 0;
  let isStopping = false;
  const leaving = new Set<() => void>();

  function startOne(name: string): { subscriber: Subscriber; placed: Promise<void>; ended: Promise<void> } {
    const seen = new Map<number, string>();
    const state: { cursor: string | undefined; first?: number; last?: number; resumes: number } = {
      cursor: undefined,
      resumes: 0,
    };
    let place: () => void = () => undefined;
    const placed = new Promise<void>((resolve) => (place = resolve));

    function take({ cursor, seq, recordedAt, transaction, snapshot }: Posted['transactionPosted']): void {
      state.cursor = cursor;
      if (snapshot !== null) {
        state.first = seq;
        state.last = seq;
        place();
        return;
      }
      if (state.last !== undefined && seq !== state.last + 1) {
        course.violated(`${name} was told ${String(seq)} after ${String(state.last)}`);
      }
      if (transaction === null) course.violated(`${name} was told ${String(seq)} without its transaction`);
      state.last = seq;
      seen.set(seq, transaction?.id ?? '');
      deliveries += 1;
      const delay = Date.now() - Date.parse(recordedAt);
      worst = Math.max(worst, delay);
      if (deliveries % 17 === 0) delays.push(delay);
    }

    async function connectOnce(): Promise<void> {
      let waiting: NodeJS.Timeout | undefined;
      const client = createClient({
        url: `${course.random.pick(course.gateways).replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: { authorization: `Bearer ${course.token}` },
        retryAttempts: 0,
        keepAlive: 2_000,
        connectionAckWaitTimeout: 8_000,
        on: {
          ping: (received) => {
            if (received) return;
            waiting = setTimeout(() => {
              endings.add('silent');
              client.terminate();
            }, PONG_MILLISECONDS);
          },
          pong: (received) => {
            if (received) clearTimeout(waiting);
          },
        },
      });
      await new Promise<void>((resolve) => {
        const leave = (): void => {
          void client.dispose();
          resolve();
        };
        leaving.add(leave);
        const over = (why: string): void => {
          if (!isStopping) endings.add(why);
          leaving.delete(leave);
          clearTimeout(waiting);
          void client.dispose();
          resolve();
        };
        client.subscribe<Posted>(
          { query: POSTED, variables: { after: state.cursor ?? null, snapshot: state.cursor === undefined } },
          {
            next: ({ data, errors }) => {
              // What could not be completed is not taken: the cursor stays, and it is told again.
              if (errors !== undefined || data === undefined || data === null) {
                over(`payload: ${String(errors?.[0]?.extensions?.['code'])}`);
              } else take(data.transactionPosted);
            },
            error: (error) => over(reasonOf(error)),
            complete: () => over('complete'),
          },
        );
      });
    }

    async function run(): Promise<void> {
      for (let attempt = 0; !isStopping; attempt += 1) {
        if (attempt > 0) {
          state.resumes += 1;
          await pause(course.random.between(50, 500));
        }
        await connectOnce();
      }
    }
    const subscriber: Subscriber = {
      seen,
      get first() {
        return state.first;
      },
      get last() {
        return state.last;
      },
      get resumes() {
        return state.resumes;
      },
    };
    return { subscriber, placed, ended: run() };
  }

  const started = Array.from({ length: count }, (_, index) => startOne(`subscriber ${String(index)}`));
  return {
    all: started.map(({ subscriber }) => subscriber),
    endings,
    deliveries: () => deliveries,
    worstDelay: () => worst,
    delays,
    placed: Promise.all(started.map(({ placed }) => placed)).then(() => undefined),
    async stop() {
      isStopping = true;
      for (const leave of leaving) leave();
      await Promise.all(started.map(({ ended }) => ended));
    },
  };
}

function reasonOf(error: unknown): string {
  if (Array.isArray(error)) {
    return `refused: ${String((error as { extensions?: Record<string, unknown> }[])[0]?.extensions?.['code'])}`;
  }
  if (typeof error === 'object' && error !== null && 'code' in error) return `closed ${String(error.code)}`;
  return 'not connected';
}
