import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '#db/embedded/running-process.ts';

/** A file system of Linux that is kept in memory. */
const MEMORY = '/dev/shm';

const GIBIBYTE = 2 ** 30;
/** What a run writes at most, and what its processes need besides. */
const ROOM = { files: 2 * GIBIBYTE, memory: 6 * GIBIBYTE };

const PREFIX = 'davtari-test-';

/**
 * Makes the folder of one run of the tests; it is removed however the run ends. It is in memory where there is plenty: each
 * test file clones a database of some thousand files, which takes twenty times as long on a disk.
 */
export function makeRunFolder(): { readonly path: string; remove(): void } {
  const usual = tmpdir();
  removeLeftovers([usual, MEMORY]);
  const path = mkdtempSync(join(hasRoom() ? MEMORY : usual, `${PREFIX}${String(process.pid)}-`));
  // Like the usual one it is for everybody: a test has another user's server in it.
  chmodSync(path, 0o1777);
  const remove = () => {
    rmSync(path, { recursive: true, force: true });
  };
  process.once('exit', remove);
  return {
    path,
    remove() {
      remove();
      process.off('exit', remove);
    },
  };
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM.files && freemem() >= ROOM.memory;
  } catch {
    // Only Linux has it.
    return false;
  }
}

/** Folders of runs that were killed before they could tidy up. */
function removeLeftovers(places: readonly string[]): void {
  for (const place of places) {
    for (const name of namesIn(place)) {
      const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
      if (pid !== undefined && !isAlive(Number(pid)))
        rmSync(join(place, name), { recursive: true, force: true });
    }
  }
}

function namesIn(place: string): readonly string[] {
  try {
    return readdirSync(place);
  } catch {
    return [];
  }
}
