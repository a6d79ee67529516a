import { describe, expect, it } from 'vitest';
import { runs } from './rebuild.ts';

describe('the log is cut for the projection', () => {
  const document = (seq: number, aggregate_id: string) => ({ seq, aggregate_id, is_document: true });
  const reference = (seq: number, aggregate_id: string) => ({ seq, aggregate_id, is_document: false });

  it('nowhere between documents that have nothing to do with each other', () => {
    expect(runs([document(1, 'a'), document(2, 'b'), document(3, 'c')])).toEqual([{ from: 1, to: 3 }]);
  });

  it('before a document that comes again', () => {
    const log = [document(1, 'a'), document(2, 'b'), document(3, 'a'), document(4, 'b'), document(5, 'b')];
    expect(runs(log)).toEqual([
      { from: 1, to: 2 },
      { from: 3, to: 4 },
      { from: 5, to: 5 },
    ]);
  });

  it('around each change of reference data', () => {
    const log = [reference(1, 'x'), reference(2, 'y'), document(3, 'a'), document(4, 'b'), reference(5, 'x')];
    expect(runs(log)).toEqual([
      { from: 1, to: 1 },
      { from: 2, to: 2 },
      { from: 3, to: 4 },
      { from: 5, to: 5 },
    ]);
  });
});
