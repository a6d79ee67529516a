import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import type { Logger } from '#shared/platform/log.ts';
import { ENVIRONMENT, findBinaries, type Binaries } from './embedded/binaries.ts';
import { lockFolder } from './embedded/folder-lock.ts';
import { choosePort, portTaken } from './embedded/port.ts';
import { isAlive, isServerOf } from './embedded/running-process.ts';
import { serverUser, type ServerUser } from './embedded/user.ts';

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

const OWNER = 'davtari';
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

    const server = await startOnPort(place, binaries, user, options);
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

/** The files of one embedded database. */
interface Place {
  readonly dataDir: string;
  readonly folder: string;
  /** What PostgreSQL calls its data directory. */
  readonly cluster: string;
  readonly password: string;
  readonly port: string;
  readonly lock: string;
  readonly log: string;
}

function openPlace(dataDir: string): Place {
  const folder = join(dataDir, 'postgres');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Error(`The data folder ${dataDir} cannot be written (${why}); choose another with DATA_DIR.`, {
      cause: error,
    });
  }
  return {
    dataDir,
    folder,
    cluster: join(folder, 'cluster'),
    password: join(folder, 'owner-password'),
    port: join(folder, 'port'),
    lock: join(folder, 'in-use-by'),
    log: join(folder, 'server.log'),
  };
}

/** A server that outlived its davtari (killed on a system that cannot tie the two) is ended properly first. */
async function endOrphan(cluster: string, log: Logger | undefined): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return;
  if (!isServerOf(cluster, pid)) {
    // The number was given to another program since; PostgreSQL might take that for a running server.
    rmSync(file, { force: true });
    return;
  }
  log?.warn({ event: 'postgres.orphan', pid }, 'ending a database server that was left behind');
  process.kill(pid, 'SIGINT');
  if (!(await waitUntil(() => !isServerOf(cluster, pid), STOP_MILLISECONDS))) {
    throw new Error(`A database server left behind by an earlier run (process ${String(pid)}) does not end.`);
  }
}

/** The superuser's password, made at random at the first start and readable by our user only. */
function keepPassword(path: string): string {
  if (!existsSync(path)) {
    const draft = `${path}.new`;
    writeFileSync(draft, randomBytes(24).toString('hex'), { mode: 0o600 });
    renameSync(draft, path);
  }
  return readFileSync(path, 'utf8').trim();
}

/**
 * Makes the cluster beside its place and renames it when it is whole, so a start that was killed midway leaves
 * nothing that looks like a database.
 */
function initializeOnce(
  place: Place,
  binaries: Binaries,
  user: ServerUser | undefined,
  durable: boolean,
): void {
  if (existsSync(place.cluster)) return;
  const draft = `${place.cluster}.new`;
  const passwordFile = `${place.password}.initdb`;
  rmSync(draft, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, readFileSync(place.password), { mode: 0o600 });
  if (user !== undefined) {
    chownSync(draft, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  const passwordFd = openSync(passwordFile, 'r');
  try {
    const run = spawnSync(
      binaries.initdb,
      [
        ...['-D', clusterPath(draft, user), '-U', OWNER],
        ...['--auth=scram-sha-256', '--pwfile=/dev/fd/3'],
        ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
        ...['--no-instructions', ...(durable ? [] : ['--no-sync'])],
      ],
      {
        ...user,
        cwd: draft,
        env: ENVIRONMENT,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe', passwordFd],
      },
    );
    if (run.status !== 0) {
      const why = run.error?.message ?? [run.stderr, run.stdout].join('\n').trim();
      throw new Error(`The database could not be made in ${place.dataDir}: ${why}`);
    }
    renameSync(draft, place.cluster);
    syncFolder(place.folder);
  } finally {
    closeSync(passwordFd);
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * How the server is told its folder. As another user it may be unable to walk there (a project below /root), so
 * it is started inside the folder and told to stay: following /proc/self/cwd asks for no right on the way.
 */
function clusterPath(cluster: string, user: ServerUser | undefined): string {
  return user !== undefined && process.platform === 'linux' ? '/proc/self/cwd' : cluster;
}

function syncFolder(folder: string): void {
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function refuseOtherVersion(place: Place, binaries: Binaries): void {
  const file = join(place.cluster, 'PG_VERSION');
  if (!existsSync(file)) {
    throw new Error(
      `${place.cluster} is not a database of PostgreSQL; move it away or choose another DATA_DIR.`,
    );
  }
  const version = readFileSync(file, 'utf8').trim();
  if (version !== binaries.major) {
    throw new Error(
      `The data folder ${place.dataDir} was made by PostgreSQL ${version}, but this davtari brings PostgreSQL ` +
        `${binaries.major}. Export with the davtari that made it, and import into a new DATA_DIR.`,
    );
  }
}

interface Server {
  readonly port: number;
  readonly child: ChildProcess;
  /** Starts it again on the same port after a crash. */
  restart(): Promise<ChildProcess>;
}

async function startOnPort(
  place: Place,
  binaries: Binaries,
  user: ServerUser | undefined,
  options: EmbeddedPostgresOptions,
): Promise<Server> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort(options.port, place.port);
    const start = () => launch(place, binaries, user, serverSettings(port, options));
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
    ...(durable
      ? {}
      : { fsync: 'off', full_page_writes: 'off', autovacuum: 'off' }),
    ...options.settings,
  };
}

class StartFailure extends Error {
  readonly portTaken: boolean;
  readonly worthRetrying: boolean;

  constructor(words: string) {
    super(`The embedded PostgreSQL did not start:\n${words}`);
    this.name = 'StartFailure';
    this.portTaken = /could not bind|Address already in use/.test(words);
    // What is left of a killed server needs a moment to notice and let go.
    this.worthRetrying = /pre-existing shared memory block|postmaster\.pid" already exists/.test(words);
  }
}

const STOP_MILLISECONDS = 60_000;
const RETRY_MILLISECONDS = 10_000;

async function launch(
  place: Place,
  binaries: Binaries,
  user: ServerUser | undefined,
  settings: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  const deadline = Date.now() + RETRY_MILLISECONDS;
  for (;;) {
    try {
      return await launchOnce(place, binaries, user, settings);
    } catch (error) {
      if (!(error instanceof StartFailure) || !error.worthRetrying || Date.now() > deadline) throw error;
      await sleep(200);
    }
  }
}

const MAX_LOG_BYTES = 10_000_000;

async function launchOnce(
  place: Place,
  binaries: Binaries,
  user: ServerUser | undefined,
  settings: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  if ((statSync(place.log, { throwIfNoEntry: false })?.size ?? 0) > MAX_LOG_BYTES) {
    renameSync(place.log, `${place.log}.1`);
  }
  const log = openSync(place.log, 'a', 0o600);
  const logStart = statSync(place.log).size;
  const [command, ...words] = [
    ...binaries.tether,
    binaries.postgres,
    ...['-D', clusterPath(place.cluster, user)],
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const child = spawn(command ?? binaries.postgres, words, {
    ...user,
    cwd: place.cluster,
    env: ENVIRONMENT,
    // A group of its own: Ctrl-C in the terminal is for us, who end the server when our work is done.
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let spawnFailure: Error | undefined;
  child.once('error', (error) => {
    spawnFailure = error;
  });
  // A server that recovers after a crash may take long; as long as it lives, it is worth waiting for.
  while (!isReady(place.cluster, child)) {
    if (spawnFailure !== undefined || hasEnded(child)) {
      throw new StartFailure(spawnFailure?.message ?? readFrom(place.log, logStart));
    }
    await sleep(10);
  }
  child.unref();
  return child;
}

/** PostgreSQL writes its state into line 8 of its lock file. */
function isReady(cluster: string, child: ChildProcess): boolean {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return lines[0] === String(child.pid) && lines[7]?.trim() === 'ready';
  } catch {
    // Not written yet.
    return false;
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function readFrom(path: string, start: number): string {
  const fd = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(8_192);
    return buffer.toString('utf8', 0, readSync(fd, buffer, 0, buffer.length, start)).trim();
  } finally {
    closeSync(fd);
  }
}

const MAX_RESTARTS = 3;
const CALM_MILLISECONDS = 60_000;

/** Starts the server again when it crashes, gives up when it keeps crashing, and ends it with this process. */
function supervise(server: Server, unlock: () => void, log: Logger | undefined) {
  let child = server.child;
  let stopped: Promise<void> | undefined;
  let restarting: Promise<void> | undefined;
  let crashes: number[] = [];

  const killNow = () => {
    child.kill('SIGINT');
    unlock();
  };
  process.once('exit', killNow);

  const watch = () => {
    child.once('exit', (code, signal) => {
      if (stopped !== undefined) return;
      crashes = [...crashes.filter((at) => Date.now() - at < CALM_MILLISECONDS), Date.now()];
      log?.error({ event: 'postgres.crashed', code, signal }, 'the embedded PostgreSQL ended unexpectedly');
      if (crashes.length > MAX_RESTARTS) {
        log?.fatal({ event: 'postgres.lost' }, 'the embedded PostgreSQL keeps crashing; see server.log');
        return;
      }
      restarting = restart();
    });
  };
  const restart = async () => {
    try {
      child = await server.restart();
      watch();
      log?.warn({ event: 'postgres.restarted' }, 'the embedded PostgreSQL runs again');
    } catch (error) {
      log?.fatal(
        { event: 'postgres.lost', err: error },
        'the embedded PostgreSQL could not be started again',
      );
    }
  };
  watch();

  const stop = async () => {
    await restarting;
    process.off('exit', killNow);
    const ended = hasEnded(child) ? Promise.resolve() : new Promise((done) => child.once('exit', done));
    // SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, everything else is kept.
    child.kill('SIGINT');
    const late = setTimeout(() => child.kill('SIGQUIT'), STOP_MILLISECONDS);
    await ended;
    clearTimeout(late);
    unlock();
  };
  return {
    pid: () => child.pid ?? 0,
    stop: () => (stopped ??= stop()),
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

async function waitUntil(condition: () => boolean, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}
