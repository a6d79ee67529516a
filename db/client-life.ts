import { Socket } from 'node:net';
import type postgres from 'postgres';

/** What postgres.js hands over beside its documented interface; read in 3.4.9, whose version is pinned. */
interface Connection {
  readonly id: number;
  execute(query: { reject(error: Error): void }): unknown;
}
type OnExecute = (connection: Connection) => unknown;
type Unsafe = (text: string, values?: unknown[], options?: { onexecute?: OnExecute }) => unknown;
type SocketOptions = {
  readonly host: readonly string[];
  readonly port: readonly number[];
  readonly path?: string;
};
type Hooks = object;
type Client = postgres.Sql<{ readonly bigint: bigint }>;

/** Nobody listens here: where the connections of a retired client lead. */
const NOWHERE = '/nonexistent/retired';

/** One client of postgres.js, from its opening to the loss of a connection. */
export interface ClientLife {
  readonly client: Client;
  readonly isRetired: boolean;
  /** Begins no new work; what runs on connections that live is finished. */
  retire(): void;
  /** Resolves when the last connection is closed. */
  readonly drained: Promise<void>;
  /** Cuts every connection. */
  sever(): void;
}

/**
 * A connection of postgres.js that broke is not fit to be used again: bytes that were never sent precede the next
 * greeting, a write that was planned is waited for for ever, rows and errors of the old life are answered in the new
 * one, and a transaction that has not noticed yet writes into whatever runs there now. So none is: a client that lost a connection
 * finishes what it has, refuses the rest, and another takes its place.
 */
export function openLife(
  open: (hooks: Hooks) => Client,
  onRetired: () => void = () => undefined,
): ClientLife {
  const lost = new Set<number>();
  const sockets = new Set<Socket>();
  let isRetired = false;
  let drain: () => void = () => undefined;
  const drained = new Promise<void>((resolve) => (drain = resolve));
  let attempts = 0;

  const retire = (): void => {
    if (isRetired) return;
    isRetired = true;
    onRetired();
    // Not at once: postgres.js is in the middle of closing. Its answer never comes when a connection was lost.
    setImmediate(() => {
      client.end().catch(() => undefined);
      if (sockets.size === 0) drain();
    });
  };

  const connect = ({ host, port, path }: SocketOptions): Socket => {
    const socket = new Socket();
    sockets.add(socket);
    socket.once('close', (hadError) => {
      sockets.delete(socket);
      if (isRetired && sockets.size === 0) drain();
      // Closed before it said a word: postgres.js would try again for ever, without a pause and without telling.
      if (!hadError && socket.bytesRead === 0) socket.emit('error', closedAtOnce());
    });
    const turn = attempts++ % host.length;
    if (isRetired) socket.connect({ path: NOWHERE });
    else if (path) socket.connect({ path });
    else {
      const address = { host: host[turn] ?? 'localhost', port: port[turn] ?? 5432 };
      // Named in its errors, and for the certificate.
      Object.assign(socket, address);
      socket.connect(address);
      socket.setNoDelay(true);
    }
    return socket;
  };

  const client = open({
    fetch_types: false,
    backoff: 0,
    max_lifetime: null,
    onclose: (id: number) => {
      lost.add(id);
      retire();
    },
    socket: connect,
  });
  refuseTransactionsOf(lost, client);
  return {
    client,
    get isRetired() {
      return isRetired;
    },
    retire,
    drained,
    sever() {
      for (const socket of sockets) socket.destroy();
    },
  };
}

/**
 * A transaction whose connection is lost is told so by whatever it asks next. postgres.js would write into the socket
 * that is no more, which throws where nobody can catch it and ends the process.
 */
function refuseTransactionsOf(lost: ReadonlySet<number>, client: { unsafe: unknown }): void {
  const guarded = new WeakSet<Connection>();
  const unsafe = client.unsafe as Unsafe;
  const begun =
    (onexecute: OnExecute): OnExecute =>
    (connection) => {
      if (!guarded.has(connection)) {
        guarded.add(connection);
        const execute = connection.execute.bind(connection);
        connection.execute = (query) => {
          if (!lost.has(connection.id)) return execute(query);
          query.reject(connectionLost());
          return true;
        };
      }
      return onexecute(connection);
    };
  const watching: Unsafe = (...given) => {
    const onexecute = given[2]?.onexecute;
    return onexecute === undefined
      ? unsafe(...given)
      : unsafe(given[0], given[1], { ...given[2], onexecute: begun(onexecute) });
  };
  Object.assign(client, { unsafe: watching });
}

/** Whether a client was asked that had just lost a connection: nothing was sent, another one may be asked. */
export function isRetirement(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('address' in at && at.address === NOWHERE) return true;
    if ('code' in at && at.code === 'CONNECTION_ENDED') return true;
  }
  return false;
}

function connectionLost(): Error {
  return Object.assign(new Error('The connection to the database is lost.'), { code: 'CONNECTION_CLOSED' });
}

function closedAtOnce(): Error {
  return Object.assign(new Error('The database closed the connection without a word.'), {
    code: 'ECONNRESET',
  });
}
