import { describe, expect, it } from 'vitest';
import { Batch, Payload } from './groups.ts';

const payload = (seq: number, text = ''): Payload => new Payload({ data: { seq, text } }, `c${seq}`);
const seqs = (batches: readonly Batch[]): string[][] =>
  batches.map(({ payloads }) => payloads.map(({ cursor }) => cursor));

describe('payloads', () => {
  it('that are small are written together and end with the cursor of the last', () => {
    const batches = Batch.split([1, 2, 3].map((seq) => payload(seq)));
    expect(seqs(batches)).toEqual([['c1', 'c2', 'c3']]);
    expect(batches[0]?.cursor).toBe('c3');
  });

  it('that are large are written apart, in order, each once', () => {
    const large = 'x'.repeat(40_000);
    const batches = Batch.split([payload(1), payload(2, large), payload(3, large), payload(4)]);
    expect(seqs(batches)).toEqual([
      ['c1', 'c2'],
      ['c3', 'c4'],
    ]);
  });

  it('of which one alone is larger than a batch go on', () => {
    const huge = 'x'.repeat(100_000);
    expect(seqs(Batch.split([payload(1, huge), payload(2, huge)]))).toEqual([['c1'], ['c2']]);
  });

  it('of which there are none make no batch', () => {
    expect(Batch.split([])).toEqual([]);
  });

  it('in the same form are put together once, and in another form by themselves', () => {
    const [batch] = Batch.split([payload(1), payload(2)]);
    const write = (name: string) => batch?.inForm(name, ({ cursor }) => [Buffer.from(`${name}:${cursor};`)]);
    const first = write('a');
    expect(first?.toString()).toBe('a:c1;a:c2;');
    expect(write('a')).toBe(first);
    expect(write('b')?.toString()).toBe('b:c1;b:c2;');
  });

  it('in more forms than are kept are still written for each as it wants them', () => {
    const [batch] = Batch.split([payload(1)]);
    for (let name = 0; name < 30; name += 1) {
      const bytes = batch?.inForm(`${name}`, () => [Buffer.from(`form ${name}`)]);
      expect(bytes?.toString()).toBe(`form ${name}`);
    }
  });
});
