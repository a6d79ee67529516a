import { linkSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { processIdentity } from './running-process.ts';

/**
 * Claims the folder for this process; a claim of a process that is gone is taken over. Answers how to give it
 * back. PostgreSQL keeps its own lock besides; this one exists to name the other process, and to cover the time
 * before its server runs.
 */
export function lockFolder(path: string, folder: string): () => void {
  const claim = `${String(process.pid)}\n${processIdentity(process.pid) ?? ''}\n`;
  const draft = `${path}.${String(process.pid)}`;
  writeFileSync(draft, claim);
  try {
    // A link appears with its whole content or not at all, and only where nothing is.
    while (!tryLink(draft, path)) removeStale(path, folder);
  } finally {
    unlinkSync(draft);
  }
  return () => {
    if (read(path) === claim) rmSync(path, { force: true });
  };
}

function tryLink(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function removeStale(path: string, folder: string): void {
  const claim = read(path);
  if (claim === undefined) return;
  const [pid = '', identity] = claim.split('\n');
  if (identity !== '' && processIdentity(Number(pid)) === identity) {
    throw new Error(`The data folder ${folder} is in use by another running davtari (process ${pid}).`);
  }
  // Moved aside first and looked at again: another start may have replaced the stale claim in between.
  const aside = `${path}.stale.${String(process.pid)}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw error;
  }
  if (read(aside) !== claim) tryLink(aside, path);
  rmSync(aside, { force: true });
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
