/** The last of those who wait for something, or work on it. */
const last = new Map<string, Promise<void>>();

/**
 * Works on some things when everybody who asked for any of them before has finished. What rests on the same cost pool
 * would else be decided many times over and appended once; other processes are held apart by the versions of pools.
 */
export async function inTurn<T>(things: readonly string[], work: () => Promise<T>): Promise<T> {
  // All places are taken in one turn of the event loop, so nobody waits for somebody who waits for them.
  const before = things.flatMap((thing) => last.get(thing) ?? []);
  let finish = (): void => undefined;
  const mine = new Promise<void>((resolve) => {
    finish = resolve;
  });
  for (const thing of things) last.set(thing, mine);
  try {
    await Promise.all(before);
    return await work();
  } finally {
    finish();
    for (const thing of things) if (last.get(thing) === mine) last.delete(thing);
  }
}
