import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of builds in the project, and the file in it that says which build is the last and of what it was made. */
export const BUILDS = 'dist';
export const RECORD = join(BUILDS, 'build.json');

/** What decides a build besides the files that it holds. */
export const RULES = ['package.json', 'tsconfig.json', 'cli/build.mjs', 'cli/built.mjs'];

/**
 * Path of the built command line, or undefined when there is none of just these sources. A file that looks untouched
 * is believed; one that was touched is read, since a copy into an image and a checkout touch without changing.
 */
export function freshBuild(root) {
  const record = readIfThere(join(root, RECORD));
  if (record === undefined) return undefined;
  const { entry, sources } = JSON.parse(record);
  for (const [path, source] of Object.entries(sources)) {
    const seen = statSync(join(root, path), { throwIfNoEntry: false });
    if (seen === undefined) return undefined;
    if (seen.size === source.size && seen.mtimeMs === source.touched) continue;
    if (sha256(readFileSync(join(root, path))) !== source.sha256) return undefined;
  }
  return statSync(join(root, entry), { throwIfNoEntry: false }) && join(root, entry);
}

export function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
