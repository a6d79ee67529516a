import { spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ENVIRONMENT, type Binaries } from './binaries.ts';
import { clusterPath, type Place } from './place.ts';
import type { ServerUser } from './user.ts';

/** Name of the superuser, who owns the database. */
export const OWNER = 'davtari';

/**
 * Makes the cluster beside its place and renames it when it is whole, so a start that was killed midway leaves
 * nothing that looks like a database.
 */
export function initializeOnce(
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

function syncFolder(folder: string): void {
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Data files of one major version cannot be read by another. */
export function refuseOtherVersion(place: Place, binaries: Binaries): void {
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
