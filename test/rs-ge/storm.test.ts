import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { createWatchedLog } from '#test/log-watch.ts';
import { storm } from './storm.ts';
import { FAULTS } from './trouble.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const INVOICES = { EAPI: 40, NTOS: 20 } as const;

describe('invoices among faults of every kind and dying processes', () => {
  it('are each at the simulator once, and the register tells which and when', async () => {
    const outcome = await storm({
      databaseUrl: test.urlFor('tax'),
      log: createWatchedLog(),
      invoices: INVOICES,
      // The simulator saves a repeated TransactionId again: only asking first keeps documents single.
      isIdempotent: false,
      faults: 0.2,
      seed: 20_261_122,
      processes: 3,
      killEveryMs: 5_000,
      mostKills: 5,
      limitMs: 170_000,
    });
    for (const { channel, ids, documents, submissions } of outcome.companies) {
      expect(submissions).toEqual({ DONE: 2 * INVOICES[channel] });
      // Counted by our own reference: none is missing, none is there twice, none is half.
      const held = ids.map((id) => outcome.held.get(id) ?? []);
      expect(held.map((ofOne) => ofOne.length)).toEqual(ids.map(() => 1));
      for (const [invoice] of held) {
        expect(invoice?.status).toBe(1);
        expect(invoice?.lines).toHaveLength(2);
      }
      // The register has every one, with the number that the simulator gave it and the moment.
      const numbers = new Map(held.map(([invoice]) => [invoice?.reference, String(invoice?.number)]));
      expect(documents).toHaveLength(ids.length);
      for (const document of documents) {
        expect(document).toMatchObject({ state: 'SENT', number: numbers.get(document.documentId) });
        expect(document.registeredAt).not.toBeNull();
      }
    }
    expect(outcome.held.size).toBe(INVOICES.EAPI + INVOICES.NTOS);
    // It was a storm.
    expect(outcome.kills).toBeGreaterThan(0);
    expect(FAULTS.filter((kind) => outcome.counted.faults[kind] === 0)).toEqual([]);
  }, 200_000);
});
