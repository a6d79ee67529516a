import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { ServerUser } from './user.ts';

/** The files of one embedded database. */
export interface Place {
  readonly dataDir: string;
  readonly folder: string;
  /** What PostgreSQL calls its data directory. */
  readonly cluster: string;
  readonly password: string;
  readonly port: string;
  readonly lock: string;
  readonly log: string;
}

/** Makes the folder if it is missing; refuses one that cannot be written. */
export function openPlace(dataDir: string): Place {
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

/** The superuser's password, made at random at the first start and readable by our user only. */
export function keepPassword(path: string): string {
  if (!existsSync(path)) {
    const draft = `${path}.new`;
    writeFileSync(draft, randomBytes(24).toString('hex'), { mode: 0o600 });
    renameSync(draft, path);
  }
  return readFileSync(path, 'utf8').trim();
}

/**
 * How the server is told its folder. As another user it may be unable to walk there (a project below /root), so
 * it is started inside the folder and told to stay: following /proc/self/cwd asks for no right on the way.
 */
export function clusterPath(cluster: string, user: ServerUser | undefined): string {
  return user !== undefined && process.platform === 'linux' ? '/proc/self/cwd' : cluster;
}
