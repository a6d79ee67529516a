import { LRUCache } from 'lru-cache';
import type { Logger } from '#shared/platform/log.ts';
import type { Redis } from '#shared/platform/redis.ts';

/** So much within so many seconds. */
export interface Budget {
  readonly seconds: number;
  readonly limit: number;
}

interface Window {
  /** Number of the window since the epoch; windows are the same for all gateways. */
  number: number;
  /** Counted here and not yet told to Redis. */
  untold: number;
  /** Counted by all gateways as Redis said last; what is untold comes on top. */
  told: number;
}

interface Counted {
  readonly windows: Window[];
  isDirty: boolean;
}

const REMEMBERED_KEYS = 100_000;
const SHARE_MILLISECONDS = 1_000;
const KEYS_AT_ONCE = 1_000;

/** Fixed windows of counts by key, in memory, told to the other gateways by way of Redis when there is one. */
export class RateWindows {
  readonly #counts = new LRUCache<string, Counted>({ max: REMEMBERED_KEYS });
  readonly #dirty = new Map<string, { readonly counted: Counted; readonly budgets: readonly Budget[] }>();
  readonly #redis: Redis | undefined;
  readonly #log: Logger;
  readonly #now: () => number;
  #timer: NodeJS.Timeout | undefined;
  #sharing: Promise<void> | undefined;
  #isAway = false;

  constructor(redis: Redis | undefined, log: Logger, now: () => number) {
    this.#redis = redis;
    this.#log = log;
    this.#now = now;
  }

  start(): void {
    if (this.#redis === undefined) return;
    this.#timer = setInterval(() => void this.share(), SHARE_MILLISECONDS);
    this.#timer.unref();
  }

  /** Takes an amount from every budget of the key, or from none and answers the one that has not enough left. */
  take(
    key: string,
    budgets: readonly Budget[],
    amount: number,
  ): { readonly budget: Budget; readonly retryAfter: number } | undefined {
    const seconds = this.#now() / 1_000;
    let counted = this.#counts.get(key);
    if (counted === undefined) {
      counted = { windows: budgets.map(() => ({ number: 0, untold: 0, told: 0 })), isDirty: false };
      this.#counts.set(key, counted);
    }
    for (let index = 0; index < budgets.length; index += 1) {
      const budget = budgets[index] as Budget;
      const window = counted.windows[index] as Window;
      const number = Math.floor(seconds / budget.seconds);
      if (window.number !== number) {
        window.number = number;
        window.untold = 0;
        window.told = 0;
      }
      if (window.told + window.untold + amount > budget.limit) {
        return { budget, retryAfter: Math.max(1, Math.ceil((number + 1) * budget.seconds - seconds)) };
      }
    }
    for (const window of counted.windows) window.untold += amount;
    if (this.#redis !== undefined && !counted.isDirty) {
      counted.isDirty = true;
      this.#dirty.set(key, { counted, budgets });
    }
    return undefined;
  }

  /** Tells Redis what was counted since the last time, and learns what the others counted. */
  share(): Promise<void> {
    this.#sharing ??= this.#share().finally(() => (this.#sharing = undefined));
    return this.#sharing;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#sharing;
  }

  async #share(): Promise<void> {
    const redis = this.#redis;
    if (redis === undefined || this.#dirty.size === 0) return;
    const pipeline = redis.pipeline();
    const sent: { readonly window: Window; readonly number: number; readonly amount: number }[] = [];
    let keys = 0;
    for (const [key, { counted, budgets }] of this.#dirty) {
      if ((keys += 1) > KEYS_AT_ONCE) break;
      this.#dirty.delete(key);
      counted.isDirty = false;
      for (const [index, window] of counted.windows.entries()) {
        const budget = budgets[index];
        if (budget === undefined || window.untold === 0) continue;
        const name = `rate:${key}:${budget.seconds}:${window.number}`;
        pipeline.incrby(name, window.untold).expire(name, budget.seconds * 2);
        sent.push({ window, number: window.number, amount: window.untold });
      }
    }
    let answers: [Error | null, unknown][] | null = null;
    try {
      answers = await pipeline.exec();
      this.#isAway = false;
    } catch (err) {
      // Each gateway goes on by itself; what it could not tell belongs to a window that soon ends.
      if (!this.#isAway) this.#log.warn({ event: 'rates_not_shared', err });
      this.#isAway = true;
    }
    for (const [index, { window, number, amount }] of sent.entries()) {
      if (window.number !== number) continue;
      const [error, total] = answers?.[index * 2] ?? [new Error('no answer'), undefined];
      window.untold -= amount;
      window.told = error === null && typeof total === 'number' ? total : window.told + amount;
    }
  }
}
