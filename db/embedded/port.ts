import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';

/** Whether the port can be listened on; 0 finds a free one. Answers the port, or why it cannot be had. */
function tryListen(port: number): Promise<number | NodeJS.ErrnoException> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen({ port, host: '127.0.0.1' }, () => {
      const address = server.address();
      server.close(() => {
        resolve(address !== null && typeof address === 'object' ? address.port : port);
      });
    });
  });
}

/** The wanted port, which must be free; else the one of last time if it is free; else any. */
export async function choosePort(wanted: number | undefined, memory: string): Promise<number> {
  if (wanted !== undefined && wanted !== 0) {
    const found = await tryListen(wanted);
    if (typeof found === 'number') return found;
    throw portTaken(wanted, found.code === 'EADDRINUSE' ? undefined : found.message);
  }
  const last = existsSync(memory) ? Number(readFileSync(memory, 'utf8')) : 0;
  const again = Number.isInteger(last) && last > 0 && last < 65_536 ? await tryListen(last) : undefined;
  const found = typeof again === 'number' ? again : await tryListen(0);
  if (typeof found !== 'number') throw found;
  writeFileSync(memory, `${String(found)}\n`);
  return found;
}

/** The error for a port that cannot be had. */
export function portTaken(port: number, why = 'another program listens there'): Error {
  return new Error(`Port ${String(port)} cannot be used by the embedded PostgreSQL: ${why}.`);
}
