import { describe, expect, it } from 'vitest';
import { DEFAULT_RETRY, RetryBudget, waitBefore, waited } from './retry.ts';

describe('a budget of retries', () => {
  it('lets a fifth of the requests be tried again once what was saved is spent', () => {
    const budget = new RetryBudget(0.2);
    while (budget.spend());
    let retried = 0;
    for (let request = 0; request < 1_000; request += 1) {
      budget.earn();
      if (budget.spend()) retried += 1;
    }
    expect(retried).toBeGreaterThanOrEqual(199);
    expect(retried).toBeLessThanOrEqual(200);
  });

  it('saves up for a short fault and for no more', () => {
    const budget = new RetryBudget(0.2);
    for (let request = 0; request < 100_000; request += 1) budget.earn();
    let saved = 0;
    while (budget.spend()) saved += 1;
    expect(saved).toBe(20);
  });
});

describe('the wait before a retry', () => {
  it('lies anywhere up to a bound that doubles and has an end', () => {
    const longest = (retry: number): number => waitBefore(retry, { ...DEFAULT_RETRY, random: () => 1 });
    expect([1, 2, 3, 10].map(longest)).toEqual([50, 100, 200, 1_000]);
    expect(waitBefore(3, { ...DEFAULT_RETRY, random: () => 0 })).toBe(0);
  });

  it('ends when nobody waits any more', async () => {
    const gone = new AbortController();
    const waiting = waited(60_000, gone.signal);
    gone.abort();
    expect(await waiting).toBe(false);
    expect(await waited(1, new AbortController().signal)).toBe(true);
  });
});
