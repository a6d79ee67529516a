import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/** One connection of a subscriber that looks after itself. */
export interface SocketOptions<Data> {
  readonly url: string;
  readonly token: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly signal: AbortSignal;
  /** Takes what comes whole. */
  readonly take: (data: Data) => void;
}

/** A socket that answers no ping for so long is given up, because nobody else will notice. */
const PONG_MILLISECONDS = 4_000;

/** Subscribes over one socket, as plainly as the protocol allows; answers why it ended. */
export async function subscribeOnce<Data>(options: SocketOptions<Data>): Promise<string> {
  const { signal } = options;
  let waiting: NodeJS.Timeout | undefined;
  let isOver = false;
  let end: (why: string) => void = () => undefined;
  const ended = new Promise<string>((resolve) => (end = resolve));
  const over = (why: string): void => {
    isOver = true;
    end(why);
  };
  const client = createClient({
    url: options.url,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${options.token}` },
    retryAttempts: 0,
    keepAlive: 2_000,
    connectionAckWaitTimeout: 8_000,
    on: {
      ping: (received) => {
        if (received) return;
        waiting = setTimeout(() => {
          over('silent');
          client.terminate();
        }, PONG_MILLISECONDS);
      },
      pong: (received) => {
        if (received) clearTimeout(waiting);
      },
    },
  });
  const left = (): void => over('left');
  signal.addEventListener('abort', left, { once: true });
  client.subscribe<Data>(
    { query: options.query, variables: options.variables },
    {
      next: ({ data, errors }) => {
        if (isOver) return;
        // What could not be completed is not taken: the cursor stays, and it is told again.
        if (errors !== undefined || data === undefined || data === null) {
          over(`payload: ${String(errors?.[0]?.extensions?.['code'])}`);
        } else options.take(data);
      },
      error: (error) => over(reasonOf(error)),
      complete: () => over('complete'),
    },
  );
  if (signal.aborted) left();
  try {
    return await ended;
  } finally {
    signal.removeEventListener('abort', left);
    clearTimeout(waiting);
    void client.dispose();
  }
}

function reasonOf(error: unknown): string {
  if (Array.isArray(error)) {
    return `refused: ${String((error as { extensions?: Record<string, unknown> }[])[0]?.extensions?.['code'])}`;
  }
  if (typeof error === 'object' && error !== null && 'code' in error) return `closed ${String(error.code)}`;
  return 'not connected';
}
