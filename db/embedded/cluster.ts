import { spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
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
  removeDrafts(place);
  // Its own name: the initdb of a killed attempt may live a little longer and must not write into this one.
  const draft = `${place.cluster}${DRAFT}${String(process.pid)}`;
  const passwordFile = `${place.password}.initdb`;
  rmSync(passwordFile, { force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, readFileSync(place.password), { mode: 0o600 });
  if (user !== undefined) {
    chownSync(draft, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  const passwordFd = openSync(passwordFile, 'r');
  try {
    const [command, ...words] = [...binaries.tether, binaries.initdb];
    const run = spawnSync(
      command,
      [
        ...words,
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

const DRAFT = '.new-';

/** What attempts that were killed midway have left. */
function removeDrafts(place: Place): void {
  const prefix = `${basename(place.cluster)}${DRAFT}`;
  for (const name of readdirSync(place.folder).filter((entry) => entry.startsWith(prefix))) {
    rmSync(join(place.folder, name), { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
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
