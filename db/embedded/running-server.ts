import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isServerOf } from './running-process.ts';

/**
 * URL of the embedded server that another process runs on this data folder, as its owner; undefined when none
 * runs. It lets the command line join a running `davtari start` instead of fighting over the folder.
 */
export function findRunningServer(dataDir: string): string | undefined {
  const folder = join(resolve(dataDir), 'postgres');
  const cluster = join(folder, 'cluster');
  let lines: string[];
  let password: string;
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    password = readFileSync(join(folder, 'owner-password'), 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  // Line 1 is the process, line 4 the port, line 8 the state (PostgreSQL's miscadmin.h).
  const pid = Number(lines[0]);
  if (lines[7]?.trim() !== 'ready' || !Number.isInteger(pid) || !isServerOf(cluster, pid)) return undefined;
  return `postgres://davtari:${password}@127.0.0.1:${String(Number(lines[3]))}/davtari`;
}
