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
  /** How often a process that was gone is asked whether it is ready. */
  readonly recheckMs: number;
  readonly breaker?: Partial<BreakerOptions>;
  readonly pool: Pool.Options;
  readonly onBreaker: (url: string, state: BreakerState) => void;
}

/** The processes of a subgraph, asked in turn; those that fail are left out while their breakers are open. */
export class Replicas {
  readonly all: readonly Replica[];
  readonly #watched = new Map<Replica, NodeJS.Timeout>();
  readonly #recheckMs: number;
  #last = -1;

  constructor(urls: readonly string[], { breaker, pool, onBreaker, recheckMs }: ReplicaOptions) {
    this.#recheckMs = recheckMs;
    if (urls.length === 0) throw new Error('A subgraph needs one URL at least.');
    this.all = urls.map((url) => {
      const { origin, pathname } = new URL(url);
      return {
        url,
        path: pathname,
        pool: new Pool(origin, pool),
        breaker: new CircuitBreaker(breaker, (state) => onBreaker(url, state)),
      };
    });
  }

  /** The next that lets itself be called, rather one that this call has not tried; undefined when there is none. */
  next(tried: readonly Replica[]): Turn | undefined {
    return this.#find((replica) => !tried.includes(replica)) ?? (tried.length > 0 ? this.#find() : undefined);
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
        void isReady(replica, this.#recheckMs).then((ready) => {
          if (ready && this.#watched.has(replica)) {
            this.#lookAway(replica);
            replica.breaker.tryNow();
          }
        });
    }, this.#recheckMs);
    this.#watched.set(replica, timer.unref());
  }

  states(): readonly ReplicaState[] {
    return this.all.map(({ url, breaker }) => ({ url, state: breaker.state }));
  }

  async close(): Promise<void> {
    for (const replica of this.all) this.#lookAway(replica);
    await Promise.all(this.all.map(({ pool }) => pool.close()));
  }

  #lookAway(replica: Replica): void {
    clearInterval(this.#watched.get(replica));
    this.#watched.delete(replica);
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

async function isReady({ pool }: Replica, withinMs: number): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(withinMs);
    const answer = await pool.request({ method: 'GET', path: '/health/ready', signal });
    await answer.body.dump();
    return answer.statusCode === 200;
  } catch {
    // It is still away, which its breaker says.
    return false;
  }
}
