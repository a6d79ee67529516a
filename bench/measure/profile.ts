import { mkdir, writeFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';

/** Starts a CPU profile of this process; the function answered ends it and writes it for Chrome's developer tools. */
export async function startProfile(folder: string | null, name: string): Promise<() => Promise<void>> {
  if (folder === null) return () => Promise.resolve();
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 500 });
  await session.post('Profiler.start');
  return async () => {
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    await mkdir(folder, { recursive: true });
    await writeFile(
      join(folder, `${name.replace(/[^a-zA-Z0-9]+/g, '-')}.cpuprofile`),
      JSON.stringify(profile),
    );
  };
}
