import type postgres from 'postgres';
import { isRetirement, openLife, type ClientLife } from './client-life.ts';
import { listenFor, type Listener } from './listener.ts';

type Client = postgres.Sql<{ readonly bigint: bigint }>;
type Open = (hooks: object) => Client;

/** A client that outlives its connections: every use finds one that is sound. */
export interface LastingClient {
  /** Stands for the client of the moment. */
  readonly sql: Client;
  /** The client of the moment itself, for who must hold one. */
  current(): Client;
  /** Runs work with the client of the moment; again with the next one if this one could not even begin. */
  begun<T>(run: (client: Client, begin: () => void) => Promise<T>): Promise<T>;
  close(seconds: number): Promise<void>;
}

const HOPS = 5;

export function openLastingClient(open: Open): LastingClient {
  let life: ClientLife | undefined;
  let isClosed = false;
  const retired = new Set<ClientLife>();
  const listeners = new Set<Listener>();

  function current(): Client {
    if (life !== undefined && (isClosed || !life.isRetired)) return life.client;
    const fresh = openLife(open, () => {
      retired.add(fresh);
      void fresh.drained.then(() => retired.delete(fresh));
    });
    life = fresh;
    if (isClosed) fresh.retire();
    return fresh.client;
  }

  async function begun<T>(run: (client: Client, begin: () => void) => Promise<T>): Promise<T> {
    for (let hop = 1; ; hop += 1) {
      let hasBegun = false;
      try {
        return await run(current(), () => {
          hasBegun = true;
        });
      } catch (error) {
        if (hasBegun || isClosed || hop === HOPS || !isRetirement(error)) throw error;
      }
    }
  }

  const begin = (...given: readonly unknown[]): Promise<unknown> =>
    begun((client, onBegin) => {
      const work = given.at(-1) as (sql: unknown) => unknown;
      const watched = (sql: unknown): unknown => {
        onBegin();
        return work(sql);
      };
      return (client.begin as (...words: unknown[]) => Promise<unknown>)(...given.slice(0, -1), watched);
    });

  const listen = async (channel: string, heard: (payload: string) => void, onListening?: () => void) => {
    const listener = listenFor(open, channel, heard, onListening);
    listeners.add(listener);
    await listener.listening;
    return {
      unlisten: async () => {
        listeners.delete(listener);
        await listener.stop();
      },
    };
  };

  const own: Record<string | symbol, unknown> = { begin, listen };
  const sql = new Proxy((() => undefined) as unknown as Client, {
    apply: (_target, _self, words: unknown[]) =>
      Reflect.apply(current() as unknown as (...all: unknown[]) => unknown, undefined, words),
    get: (_target, name) => own[name] ?? (Reflect.get(current(), name) as unknown),
  });

  return {
    sql,
    current,
    begun,
    async close(seconds) {
      isClosed = true;
      await Promise.all([...listeners].map((listener) => listener.stop()));
      life?.retire();
      const lives = [...retired];
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, seconds * 1_000)));
      await Promise.race([Promise.all(lives.map(({ drained }) => drained)), late]);
      clearTimeout(timer);
      for (const each of lives) each.sever();
    },
  };
}
