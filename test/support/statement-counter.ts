import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

export interface StatementCounter {
  /** The same database, asked through the counter. */
  through(url: string): string;
  /** Statements that were sent since the last time this was asked. */
  taken(): number;
  close(): Promise<void>;
}

const SIMPLE_QUERY = 'Q'.charCodeAt(0);
const EXECUTE = 'E'.charCodeAt(0);
const HEADER = 5;

/** Stands between a client and PostgreSQL and counts the statements that pass, by the frontend protocol. */
export async function startStatementCounter(): Promise<StatementCounter> {
  let target = { host: '', port: 0 };
  let count = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target);
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    const messages = readMessages((type) => {
      if (type === SIMPLE_QUERY || type === EXECUTE) count += 1;
    });
    client.on('data', (bytes: Buffer) => {
      messages(bytes);
      upstream.write(bytes);
    });
    upstream.pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    through(url) {
      const place = new URL(url);
      target = { host: place.hostname, port: Number(place.port) };
      return Object.assign(place, { hostname: '127.0.0.1', port: String(port) }).href;
    },
    taken() {
      const taken = count;
      count = 0;
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Takes the bytes of one connection and tells the type of each message; the first, the startup, has none. */
function readMessages(tell: (type: number) => void): (bytes: Buffer) => void {
  let pending = Buffer.alloc(0);
  let started = false;
  return (bytes) => {
    pending = Buffer.concat([pending, bytes]);
    for (;;) {
      const typeBytes = started ? 1 : 0;
      if (pending.length < HEADER) return;
      const length = typeBytes + pending.readInt32BE(typeBytes);
      if (pending.length < length) return;
      if (started) tell(pending[0] ?? 0);
      started = true;
      pending = pending.subarray(length);
    }
  };
}
