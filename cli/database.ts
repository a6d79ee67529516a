import type { Config } from '#shared/platform/config.ts';
import type { Logger } from '#shared/platform/log.ts';
import { startEmbeddedPostgres } from '#db/embedded.ts';
import { findRunningServer } from '#db/embedded/running-server.ts';
import { migrate, type MigrationProgress } from '#db/migrate.ts';

/** A database that can be used until it is closed. */
export interface OpenDatabase {
  /** URL as its owner. */
  readonly ownerUrl: string;
  /** `DATABASE_URL`, the embedded server of this process, or that of a running `davtari start`. */
  readonly kind: 'external' | 'embedded' | 'joined';
  close(): Promise<void>;
}

/** Finds the database: `DATABASE_URL`, else the embedded one in `DATA_DIR`, started here unless it runs already. */
export async function openOwnersDatabase(config: Config, log: Logger): Promise<OpenDatabase> {
  if (config.databaseUrl !== undefined) {
    return { ownerUrl: config.databaseUrl, kind: 'external', close: () => Promise.resolve() };
  }
  const running = findRunningServer(config.dataDir);
  if (running !== undefined) return { ownerUrl: running, kind: 'joined', close: () => Promise.resolve() };
  return startOwnDatabase(config, log);
}

/** Starts the embedded server for this process alone; refuses a folder that is taken. */
export async function startOwnDatabase(config: Config, log: Logger): Promise<OpenDatabase> {
  const server = await startEmbeddedPostgres({ dataDir: config.dataDir, log });
  return { ownerUrl: server.url, kind: 'embedded', close: () => server.stop() };
}

/** Applies what migrations are missing. */
export async function migrateDatabase(
  database: OpenDatabase,
  config: Config,
  log: Logger,
  onProgress?: (progress: MigrationProgress) => void,
): Promise<readonly string[]> {
  const { applied } = await migrate(database.ownerUrl, {
    log,
    ...(config.databaseRoleSecret === undefined ? {} : { secret: config.databaseRoleSecret }),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  return applied;
}
