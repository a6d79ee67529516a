import { Pool } from 'undici';
import { CircuitBreaker, REFUSED, type BreakerOptions, type BreakerState, type Permit } from './breaker.ts';

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
  readonly breaker?: Partial<BreakerOptions>;
  readonly pool: Pool.Options;
  readonly onBreaker: (url: string, state: BreakerState) => void;
}

/** The processes of a subgraph, asked in turn; those that fail are left out while their breakers are open. */
export class Replicas {
  readonly all: readonly Replica[];
  #last = -1;

  constructor(urls: readonly string[], { breaker, pool, onBreaker }: ReplicaOptions) {
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

  states(): readonly ReplicaState[] {
    return this.all.map(({ url, breaker }) => ({ url, state: breaker.state }));
  }

  async close(): Promise<void> {
    await Promise.all(this.all.map(({ pool }) => pool.close()));
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
