import { EXIT } from './exit.ts';

/** npm sends Ctrl-C on to its script, which had it from the terminal already: one press arrives twice. */
const SAME_PRESS_MILLISECONDS = 1_000;

/**
 * Calls the listener at each SIGHUP, until the answer is called. In a terminal the signal goes on meaning that the
 * terminal is gone, which ends the process.
 */
export function onHangUp(listener: () => void): () => Promise<void> {
  if (process.stdin.isTTY) return () => Promise.resolve();
  process.on('SIGHUP', listener);
  return () => {
    process.off('SIGHUP', listener);
    return Promise.resolve();
  };
}

/** Aborts at the first Ctrl-C or SIGTERM, so that work ends in order; the second one ends the process at once. */
export function abortOnSignal(): AbortSignal {
  const stopping = new AbortController();
  let first = 0;
  const stop = (): void => {
    if (!stopping.signal.aborted) {
      first = performance.now();
      stopping.abort();
    } else if (performance.now() - first > SAME_PRESS_MILLISECONDS) process.exit(EXIT.interrupted);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return stopping.signal;
}

export async function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((resolve) => {
    signal.addEventListener('abort', resolve, { once: true });
  });
}
