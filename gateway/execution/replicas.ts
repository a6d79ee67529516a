import { Pool } from 'undici';
import {
  CircuitBreaker,
  REFUSED,
  type BreakerOptions,
  type BreakerState,
  type Permit,
} from '#shared/platform/circuit-breaker.ts';

/** One process of a subgraph. */
export interface Replica {
  readonly url: string;
  readonly path: string;
  readonly pool: Pool;
  readonly breaker: CircuitBreaker;
  /** It has said that it is about to stop; others are asked as long as there are any. */
  isLeaving: boolean;
}

export interface ReplicaState {
  readonly url: string;
  readonly state: BreakerState;
}

/** Leave to call a replica. */
export interface Turn {
  readonly replica: Replica;
  readonly permit: Permit;
}

export interface ReplicaOptions {
  /** How often a process that was gone is asked whether it is ready, and every one where there are several. */
  readonly recheckMs: number;
  readonly breaker?: Partial<BreakerOptions>;
  readonly pool: Pool.Options;
  readonly onBreaker: (url: string, state: BreakerState) => void;
  readonly onLeaving: (url: string, isLeaving: boolean) => void;
}

/**
 * The processes of a subgraph, asked in turn; those that fail are left out while their breakers are open, and those
 * that are about to stop before they do.
 */
export class Replicas {
  readonly all: readonly Replica[];
  readonly #watched = new Map<Replica, NodeJS.Timeout>();
  readonly #options: ReplicaOptions;
  readonly #asking: NodeJS.Timeout | undefined;
  #last = -1;

  constructor(urls: readonly string[], options: ReplicaOptions) {
    const { breaker, pool, onBreaker, recheckMs } = options;
    this.#options = options;
    if (urls.length === 0) throw new Error('A subgraph needs one URL at least.');
    this.all = urls.map((url) => {
      const { origin, pathname } = new URL(url);
      return {
        url,
        path: pathname,
        pool: new Pool(origin, pool),
        breaker: new CircuitBreaker(breaker, (state) => onBreaker(url, state)),
        isLeaving: false,
      };
    });
    // Where there is a choice, it is known also while nobody calls.
    if (this.all.length > 1) {
      this.#asking = setInterval(() => {
        for (const each of this.all) void this.#ask(each);
      }, recheckMs);
      this.#asking.unref();
    }
  }

  /**
   * The next that lets itself be called, rather one that this call has not tried and that stays; undefined when there
   * is none.
   */
  next(tried: readonly Replica[]): Turn | undefined {
    return (
      this.#find((replica) => !replica.isLeaving && !tried.includes(replica)) ??
      this.#find((replica) => !tried.includes(replica)) ??
      (tried.length > 0 ? this.#find() : undefined)
    );
  }

  /** A process has said that it is about to stop. It is asked again when the one in its place says that it is ready. */
  leaves(replica: Replica): void {
    this.#setLeaving(replica, true);
  }

  /**
   * Looks out for a process that was gone when its breaker opened. It is let in again as soon as it says that it is
   * ready: a restart takes seconds, and the next replica may be restarted while this one would still be left out.
   */
  lookOut(replica: Replica): void {
    if (replica.breaker.state !== 'open' || this.#watched.has(replica)) return;
    const timer = setInterval(() => {
      if (replica.breaker.state !== 'open') this.#lookAway(replica);
      else
        void readiness(replica, this.#options.recheckMs).then((ready) => {
          if (ready === true && this.#watched.has(replica)) {
            this.#lookAway(replica);
            replica.breaker.tryNow();
          }
        });
    }, this.#options.recheckMs);
    this.#watched.set(replica, timer.unref());
  }

  states(): readonly ReplicaState[] {
    return this.all.map(({ url, breaker }) => ({ url, state: breaker.state }));
  }

  async close(): Promise<void> {
    clearInterval(this.#asking);
    for (const replica of this.all) this.#lookAway(replica);
    await Promise.all(this.all.map(({ pool }) => pool.close()));
  }

  #lookAway(replica: Replica): void {
    clearInterval(this.#watched.get(replica));
    this.#watched.delete(replica);
  }

  async #ask(replica: Replica): Promise<void> {
    const ready = await readiness(replica, this.#options.recheckMs);
    if (ready !== undefined) this.#setLeaving(replica, !ready);
  }

  #setLeaving(replica: Replica, isLeaving: boolean): void {
    if (replica.isLeaving === isLeaving || this.all.length === 1) return;
    replica.isLeaving = isLeaving;
    this.#options.onLeaving(replica.url, isLeaving);
  }

  #find(suits?: (replica: Replica) => boolean): Turn | undefined {
    const { length } = this.all;
    for (let step = 1; step <= length; step += 1) {
      const at = (this.#last + step) % length;
      const replica = this.all[at];
      if (replica === undefined || suits?.(replica) === false) continue;
      const permit = replica.breaker.enter();
      if (permit === REFUSED) continue;
      this.#last = at;
      return { replica, permit };
    }
    return undefined;
  }
}

/** Whether a process says that it is ready; undefined when it does not say. */
async function readiness({ pool }: Replica, withinMs: number): Promise<boolean | undefined> {
  try {
    const signal = AbortSignal.timeout(withinMs);
    const answer = await pool.request({ method: 'GET', path: '/health/ready', signal });
    await answer.body.dump();
    if (answer.statusCode === 200) return true;
    return answer.statusCode === 503 ? false : undefined;
  } catch {
    // It is away, which its breaker says.
    return undefined;
  }
}
