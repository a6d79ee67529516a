import { startEmbeddedPostgres, type EmbeddedPostgres } from '#db/embedded.ts';
import type { Part } from './part.ts';

/** PostgreSQL on a folder of its own, killed and started again on the same data and port. */
export function postgresPart(dataDir: string, port: number): Part & { readonly ownerUrl: string } {
  let server: EmbeddedPostgres | undefined;
  let ownerUrl = '';
  const part = {
    name: 'postgres',
    kind: 'postgres' as const,
    port,
    url: '',
    get ownerUrl() {
      return ownerUrl;
    },
    get isRunning() {
      return server !== undefined;
    },
    get pid() {
      return server?.pid ?? 0;
    },
    async start() {
      server = await startEmbeddedPostgres({ dataDir, port, settings: { max_connections: '200' } });
      ownerUrl = server.url;
    },
    launch: () => part.start(),
    ready: () => Promise.resolve(),
    async kill() {
      const dying = server;
      if (dying === undefined) return;
      server = undefined;
      process.kill(dying.pid, 'SIGKILL');
      // It is dead already; this only gives up the folder and keeps anybody from starting it by himself.
      await dying.stop();
    },
    async stop() {
      await server?.stop();
      server = undefined;
      return 0;
    },
  };
  return part;
}
