import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { basename } from 'node:path';

/** Whether a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Tells one process from a later one that got the same number: the boot of the machine and the start of the
 * process. Undefined when there is no such process.
 */
export function processIdentity(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined;
  if (process.platform !== 'linux') {
    const answer = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
    return answer.stdout.trim() || undefined;
  }
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    // The second field is the program's name in parentheses and may hold anything; the third is the state, field
    // 22 the start. A zombie has ended and only waits for its parent to notice.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state] = fields;
    const started = fields[19];
    if (state === 'Z' || state === 'X') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${String(started)}`;
  } catch {
    // It ended between the two looks.
    return undefined;
  }
}

/** Whether this process is a PostgreSQL server; on Linux, one that works in this cluster. */
export function isServerOf(cluster: string, pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') {
    const answer = spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' });
    return basename(answer.stdout.trim()) === 'postgres';
  }
  try {
    const program = readFileSync(`/proc/${String(pid)}/comm`, 'utf8').trim();
    return program === 'postgres' && readlinkSync(`/proc/${String(pid)}/cwd`) === realpathSync(cluster);
  } catch {
    // Gone meanwhile, or a process of another user, which cannot be the server of our folder.
    return false;
  }
}
