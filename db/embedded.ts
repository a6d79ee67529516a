import type { ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import postgres from 'postgres';
import type { Logger } from '#shared/platform/log.ts';
import { findBinaries } from './embedded/binaries.ts';
import { initializeOnce, OWNER, refuseOtherVersion } from './embedded/cluster.ts';
import { lockFolder } from './embedded/folder-lock.ts';
import { endOrphan, launch, StartFailure } from './embedded/launch.ts';
import { keepPassword, openPlace, type Place } from './embedded/place.ts';
import { choosePort, portTaken } from './embedded/port.ts';
import { supervise, type Server } from './embedded/supervise.ts';
import { serverUser } from './embedded/user.ts';

export interface EmbeddedPostgresOptions {
  /** Folder that holds the database; made if it is missing. */
  readonly dataDir: string;
  /** A port that must be had. Without it a free one is chosen, and kept for the next start. */
  readonly port?: number;
  /** False gives up safety against power failure for speed; for tests only. */
  readonly durable?: boolean;
  readonly log?: Logger;
  /** Further settings of the server, stronger than ours. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  /** URL of the database `davtari` as the superuser `davtari`. */
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  /** Process id of the server. */
  readonly pid: number;
  /** Lets the server write everything down and end. Calling it again does no harm. */
  stop(): Promise<void>;
}

const DATABASE = 'davtari';

/**
 * Starts the PostgreSQL that came from npm on a folder, making the database in it at the first start. The
 * server ends with this process, however that ends, and is started again should it crash.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const place = openPlace(resolve(options.dataDir));
  const unlock = lockFolder(place.lock, place.dataDir);
  try {
    await endOrphan(place.cluster, options.log);
    const user = serverUser(place.cluster);
    const binaries = findBinaries(user, place.folder);
    const durable = options.durable ?? true;
    const password = keepPassword(place.password);
    initializeOnce(place, binaries, user, durable);
    refuseOtherVersion(place, binaries);

    const server = await startOnPort(place, (settings) => launch(place, binaries, user, settings), options);
    const url = `postgres://${OWNER}:${password}@127.0.0.1:${String(server.port)}/${DATABASE}`;
    const supervised = supervise(server, unlock, options.log);
    try {
      await ensureDatabase(url);
    } catch (error) {
      await supervised.stop();
      throw error;
    }
    return {
      url,
      port: server.port,
      dataDir: place.dataDir,
      get pid() {
        return supervised.pid();
      },
      stop: supervised.stop,
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

type Start = (settings: Readonly<Record<string, string>>) => Promise<ChildProcess>;

async function startOnPort(
  place: Place,
  launchWith: Start,
  options: EmbeddedPostgresOptions,
): Promise<Server> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort(options.port, place.port);
    const start = () => launchWith(serverSettings(port, options));
    try {
      return { port, child: await start(), restart: start };
    } catch (error) {
      // Somebody took the port between the choice and the start.
      if (!(error instanceof StartFailure) || !error.portTaken) throw error;
      if (options.port !== undefined || attempt === 5) throw portTaken(port);
    }
  }
}

function serverSettings(port: number, options: EmbeddedPostgresOptions): Record<string, string> {
  const durable = options.durable ?? true;
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    // No socket at all is more private than a private socket folder, and has no limit of 107 bytes.
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    shared_buffers: durable ? '256MB' : '128MB',
    // Bounds the recovery after a crash to seconds.
    max_wal_size: '2GB',
    min_wal_size: durable ? '256MB' : '80MB',
    wal_compression: 'on',
    random_page_cost: '1.1',
    jit: 'off',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', autovacuum: 'off' }),
    ...options.settings,
  };
}

async function ensureDatabase(url: string): Promise<void> {
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  const sql = postgres(maintenance.href, { max: 1, fetch_types: false });
  try {
    const found = await sql`select 1 from pg_database where datname = ${DATABASE}`;
    if (found.length === 0) await sql.unsafe(`create database ${DATABASE}`);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
