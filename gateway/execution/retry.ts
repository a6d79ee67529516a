import { setTimeout as wait } from 'node:timers/promises';

export interface RetryOptions {
  /** Tries in all. */
  readonly attempts: number;
  /** Share of the requests that may be tried again. */
  readonly budget: number;
  /** The first wait is at most so long, each further one twice as long. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** A number from 0 to 1. */
  readonly random: () => number;
}

export const DEFAULT_RETRY: RetryOptions = {
  attempts: 3,
  budget: 0.2,
  firstWaitMs: 50,
  longestWaitMs: 1_000,
  random: Math.random,
};

/** So many tries may be saved up: after a quiet hour no storm may follow. */
const SAVED = 20;

/**
 * What may be tried again altogether. Each request earns a part of a try; when everything fails, only that part is
 * asked a second time, and a place in trouble is not buried by those who mean well.
 */
export class RetryBudget {
  readonly #share: number;
  #tries = SAVED;

  constructor(share: number) {
    this.#share = share;
  }

  earn(): void {
    const tries = this.#tries + this.#share;
    this.#tries = tries > SAVED ? SAVED : tries;
  }

  spend(): boolean {
    if (this.#tries < 1) return false;
    this.#tries -= 1;
    return true;
  }
}

/** How long to wait before a try: anything up to the bound, so that those who failed together do not return together. */
export function waitBefore(
  retry: number,
  { firstWaitMs, longestWaitMs, random }: Pick<RetryOptions, 'firstWaitMs' | 'longestWaitMs' | 'random'>,
): number {
  return random() * Math.min(longestWaitMs, firstWaitMs * 2 ** (retry - 1));
}

/** Waits, and answers false when it is given up meanwhile. */
export async function waited(milliseconds: number, signal: AbortSignal | undefined): Promise<boolean> {
  try {
    await wait(milliseconds, undefined, signal === undefined ? {} : { signal });
    return true;
  } catch (error) {
    if (signal?.aborted === true) return false;
    throw error;
  }
}
