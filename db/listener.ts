import type postgres from 'postgres';
import { openLife, type ClientLife } from './client-life.ts';

export interface Listener {
  /** Resolves when it listens; rejects when the first attempt fails, while it goes on trying. */
  readonly listening: Promise<void>;
  stop(): Promise<void>;
}

export interface ListenerTimings {
  /** How often the connection is asked whether it still is one, and how long it may take to say so. */
  readonly heartbeatMs: number;
  readonly answerMs: number;
}

const TIMINGS: ListenerTimings = { heartbeatMs: 5_000, answerMs: 5_000 };
const PAUSE_MS = { first: 50, longest: 1_000 };

type Open = (extra: object) => postgres.Sql<{ readonly bigint: bigint }>;

/**
 * Listens on a connection of its own, and on another one when that is lost or has fallen silent. `onListening` is
 * called after each beginning, because nobody knows what was missed before it.
 */
export function listenFor(
  open: Open,
  channel: string,
  heard: (payload: string) => void,
  onListening: () => void = () => undefined,
  timings: ListenerTimings = TIMINGS,
): Listener {
  const stopping = new AbortController();
  let first: { resolve(): void; reject(error: unknown): void } | undefined;
  const listening = new Promise<void>((resolve, reject) => (first = { resolve, reject }));
  const ended = run();

  async function run(): Promise<void> {
    let pause = PAUSE_MS.first;
    while (!stopping.signal.aborted) {
      const lost = new AbortController();
      const stop = () => {
        lost.abort();
      };
      stopping.signal.addEventListener('abort', stop);
      const life = openLife(
        (hooks) => open({ ...hooks, max: 1, onnotify: (_: string, payload: string) => heard(payload) }),
        stop,
      );
      try {
        await answered(life, `listen "${channel.replaceAll('"', '""')}"`, timings);
        pause = PAUSE_MS.first;
        first?.resolve();
        onListening();
        while (!lost.signal.aborted) {
          await elapsed(timings.heartbeatMs, lost.signal);
          if (!lost.signal.aborted) await answered(life, '/* stillListening */ select 1', timings);
        }
      } catch (error) {
        first?.reject(error);
      } finally {
        first = undefined;
        stopping.signal.removeEventListener('abort', stop);
        life.retire();
        life.sever();
      }
      await elapsed(pause, stopping.signal);
      pause = Math.min(PAUSE_MS.longest, pause * 2);
    }
    // Stopped before it ever listened: nobody is left waiting.
    first?.resolve();
  }

  return {
    listening,
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}

async function answered(life: ClientLife, text: string, { answerMs }: ListenerTimings): Promise<void> {
  const late = setTimeout(() => {
    life.retire();
    life.sever();
  }, answerMs);
  try {
    await life.client.unsafe(text);
  } finally {
    clearTimeout(late);
  }
}

function elapsed(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds).unref();
    signal.addEventListener('abort', done, { once: true });
  });
}
