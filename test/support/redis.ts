import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { Redis } from 'ioredis';

/** For `describe.skipIf(!hasRedis)`: no npm package brings a Redis server. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

export interface TestRedis {
  readonly url: string;
  /** Ends the server at once, like a crash: nothing is kept. */
  stop(): Promise<void>;
}

/** A Redis of this test file's own, in memory only; on the port of one that was stopped it is that one, emptied. */
export async function startTestRedis(givenPort?: number): Promise<TestRedis> {
  const port = givenPort ?? (await freePort());
  const words = [
    'redis-server',
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--dir',
    tmpdir(),
  ];
  const tether = existsSync('/usr/bin/setpriv') ? ['/usr/bin/setpriv', '--pdeathsig', 'KILL', '--'] : [];
  const [command = '', ...rest] = [...tether, ...words];
  const child = spawn(command, rest, { stdio: 'ignore' });
  const ended = new Promise((done) => child.once('exit', done));
  const url = `redis://127.0.0.1:${String(port)}`;
  const client = new Redis(url, { retryStrategy: (times) => (times > 100 ? null : 20) });
  // Refused connections while the server starts; the ping below fails when it never does.
  client.on('error', () => undefined);
  await client.ping();
  client.disconnect();
  return {
    url,
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
