import { readFileSync, statSync } from 'node:fs';

/** The system user that the server runs as when this process is root, which PostgreSQL refuses to be. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Nobody is chosen when this process is an ordinary user: the server then runs as the same one. For root it is
 * the owner of the existing cluster, else `postgres` where there is such a user, else `nobody`.
 */
export function serverUser(cluster: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const entry = users.find(([user]) => user === name);
    if (entry?.[2] !== undefined && entry[3] !== undefined) {
      return { uid: Number(entry[2]), gid: Number(entry[3]) };
    }
  }
  throw new Error(
    'PostgreSQL does not run as root, and neither the user postgres nor nobody exists; ' +
      'start as an ordinary user or set DATABASE_URL.',
  );
}
