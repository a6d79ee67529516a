import type { ServerResponse } from 'node:http';
import { DomainError } from '#shared/domain/errors.ts';

/** The time that one answer may take. */
export interface Deadline {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Aborted when the time is over or the client is gone: nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** The outcome of the work, or SERVICE_UNAVAILABLE when the time is over first. */
  before<T>(work: Promise<T>): Promise<T>;
}

export function startDeadline(response: ServerResponse, milliseconds: number): Deadline {
  const stop = new AbortController();
  let giveUp: ((error: Error) => void) | undefined;
  const timer = setTimeout(() => {
    stop.abort();
    giveUp?.(tooLate(milliseconds));
  }, milliseconds);
  response.once('close', () => {
    clearTimeout(timer);
    if (!response.writableFinished) stop.abort();
  });
  return {
    at: Date.now() + milliseconds,
    signal: stop.signal,
    before: (work) =>
      new Promise((resolve, reject) => {
        giveUp = reject;
        if (stop.signal.aborted) reject(tooLate(milliseconds));
        work.then(resolve, reject);
      }),
  };
}

export function tooLate(milliseconds: number): DomainError {
  return new DomainError(
    'SERVICE_UNAVAILABLE',
    `There was no answer within ${Math.round(milliseconds / 1_000)} s. What was to be changed may have been: repeat it with its idempotency key.`,
    { reason: 'TIMEOUT' },
  );
}
