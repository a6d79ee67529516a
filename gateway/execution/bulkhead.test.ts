import { describe, expect, it } from 'vitest';
import { Bulkhead } from './bulkhead.ts';

describe('a bulkhead', () => {
  it('lets so many run, so many wait in their order, and refuses the rest at once', async () => {
    const bulkhead = new Bulkhead({ running: 1, waiting: 2 });
    const order: string[] = [];
    expect(bulkhead.enter(undefined)).toBe(true);
    const second = Promise.resolve(bulkhead.enter(undefined)).then((isIn) => order.push(`second ${isIn}`));
    const third = Promise.resolve(bulkhead.enter(undefined)).then((isIn) => order.push(`third ${isIn}`));
    expect(bulkhead.enter(undefined)).toBe(false);
    expect([bulkhead.running, bulkhead.waiting]).toEqual([1, 2]);
    bulkhead.leave();
    await second;
    expect(order).toEqual(['second true']);
    bulkhead.leave();
    await third;
    expect(order).toEqual(['second true', 'third true']);
    bulkhead.leave();
    expect([bulkhead.running, bulkhead.waiting]).toEqual([0, 0]);
  });

  it('gives the place of one who went away to the next', async () => {
    const bulkhead = new Bulkhead({ running: 1, waiting: 2 });
    expect(bulkhead.enter(undefined)).toBe(true);
    const gone = new AbortController();
    const impatient = bulkhead.enter(gone.signal);
    const patient = bulkhead.enter(undefined);
    gone.abort();
    expect(await impatient).toBe(false);
    bulkhead.leave();
    expect(await patient).toBe(true);
    expect([bulkhead.running, bulkhead.waiting]).toEqual([1, 0]);
  });

  it('does not let anybody wait who is gone already', () => {
    const bulkhead = new Bulkhead({ running: 0, waiting: 2 });
    expect(bulkhead.enter(AbortSignal.abort())).toBe(false);
  });
});
