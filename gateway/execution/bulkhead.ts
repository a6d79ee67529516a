export interface BulkheadOptions {
  /** Calls that run at once. */
  readonly running: number;
  /** Calls that wait for their turn; more are refused. */
  readonly waiting: number;
}

/** As many as there are connections; the rest would wait in any case, and here it can be counted. */
export const DEFAULT_BULKHEAD: BulkheadOptions = { running: 128, waiting: 2_048 };

/** Bounds what one subgraph may hold of the gateway: a slow one fills its own room and nobody else's. */
export class Bulkhead {
  readonly #options: BulkheadOptions;
  readonly #queue = new Set<(isAdmitted: boolean) => void>();
  #running = 0;

  constructor(options: Partial<BulkheadOptions> = {}) {
    this.#options = { ...DEFAULT_BULKHEAD, ...options };
  }

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#queue.size;
  }

  /** True once there is room; false when there is none, or when it is given up meanwhile. */
  enter(signal: AbortSignal | undefined): boolean | Promise<boolean> {
    if (this.#running < this.#options.running) {
      this.#running += 1;
      return true;
    }
    if (this.#queue.size >= this.#options.waiting || signal?.aborted === true) return false;
    return new Promise((resolve) => {
      const turn = (isAdmitted: boolean): void => {
        this.#queue.delete(turn);
        signal?.removeEventListener('abort', givenUp);
        resolve(isAdmitted);
      };
      const givenUp = (): void => turn(false);
      signal?.addEventListener('abort', givenUp);
      this.#queue.add(turn);
    });
  }

  /** Must follow each admission. */
  leave(): void {
    // Whoever waits longest takes over the place.
    for (const turn of this.#queue) {
      turn(true);
      return;
    }
    this.#running -= 1;
  }
}
