import { spawn, type ChildProcess } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '#shared/platform/log.ts';
import { ENVIRONMENT, type Binaries } from './binaries.ts';
import { clusterPath, type Place } from './place.ts';
import { isAlive, isServerOf } from './running-process.ts';
import type { ServerUser } from './user.ts';

/** How long a server may take to write everything down and end. */
export const STOP_MILLISECONDS = 60_000;

/** A server that outlived its davtari (killed on a system that cannot tie the two) is ended properly first. */
export async function endOrphan(cluster: string, log: Logger | undefined): Promise<void> {
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

async function waitUntil(condition: () => boolean, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

/** The server did not come up; its own words say why. */
export class StartFailure extends Error {
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

const RETRY_MILLISECONDS = 10_000;

/** Starts the server and waits until it takes connections, however long its recovery lasts. */
export async function launch(
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

/** Whether the process is over. */
export function hasEnded(child: ChildProcess): boolean {
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
