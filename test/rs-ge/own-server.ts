import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { roleUrl } from '#db/roles.ts';

/** A migrated database on a server of its own, for runs outside of the tests; gone when it is closed. */
export async function createTestServer(): Promise<{
  readonly databaseUrl: string;
  close(): Promise<void>;
}> {
  const dataDir = mkdtempSync(join(tmpdir(), 'davtari-rs-ge-'));
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  await migrate(server.url);
  return {
    databaseUrl: roleUrl(server.url, 'tax'),
    async close() {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
