import { AsyncLocalStorage } from 'node:async_hooks';

const guard = new AsyncLocalStorage<() => Promise<void>>();

/** Runs work in which each call to RS.ge begins only when `check` lets it: it throws to stop it before it is sent. */
export function withGuard<T>(check: () => Promise<void>, work: () => Promise<T>): Promise<T> {
  return guard.run(check, work);
}

export async function passGuard(): Promise<void> {
  await guard.getStore()?.();
}
