import { describe, expect, it } from 'vitest';
import { InFlight } from './in-flight.ts';

interface Answer {
  readonly n: number;
  touched?: boolean;
}

describe('equal reads that are under way together', () => {
  it('share one answer within an operation, and nothing with another operation', async () => {
    const reads = new InFlight<Answer>();
    let asked = 0;
    const ask = (): Promise<Answer> => Promise.resolve({ n: (asked += 1) });
    const [operation, other] = [{}, {}];
    const answers = await Promise.all([
      reads.share(operation, 'a', ask),
      reads.share(operation, 'a', ask),
      reads.share(operation, 'b', ask),
      reads.share(other, 'a', ask),
    ]);
    expect(answers.map(({ n }) => n)).toEqual([1, 1, 2, 3]);
  });

  it('are asked again once the answer is there', async () => {
    const reads = new InFlight<Answer>();
    let asked = 0;
    const ask = (): Promise<Answer> => Promise.resolve({ n: (asked += 1) });
    const operation = {};
    await reads.share(operation, 'a', ask);
    expect(await reads.share(operation, 'a', ask)).toEqual({ n: 2 });
  });

  it('give each asker a copy that the others cannot write into', async () => {
    const reads = new InFlight<Answer>();
    const operation = {};
    const ask = (): Promise<Answer> => Promise.resolve({ n: 1 });
    const touch = async (): Promise<boolean> => {
      const answer = await reads.share(operation, 'a', ask);
      const was = answer.touched ?? false;
      answer.touched = true;
      return was;
    };
    expect(await Promise.all([touch(), touch(), touch()])).toEqual([false, false, false]);
  });

  it('fail together, and the next asks anew', async () => {
    const reads = new InFlight<Answer>();
    const operation = {};
    const fail = (): Promise<Answer> => Promise.reject(new Error('away'));
    const outcomes = await Promise.allSettled([
      reads.share(operation, 'a', fail),
      reads.share(operation, 'a', fail),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await reads.share(operation, 'a', () => Promise.resolve({ n: 1 }))).toEqual({ n: 1 });
  });
});
