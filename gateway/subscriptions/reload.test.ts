import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  COMPANY,
  composeSdl,
  EVENTS_SDL,
  IDENTITY_SDL,
  LEDGER_SDL,
  READ,
  startFixture,
  token,
  type Fixture,
} from '#gateway/testing/fixture.ts';

const supergraphOf = (ledger: string) => composeSdl({ ledger, identity: IDENTITY_SDL, events: EVENTS_SDL });
let fixture: Fixture;
let supergraph: string;
let reader: string;
beforeEach(async () => {
  supergraph = supergraphOf(LEDGER_SDL);
  fixture = await startFixture({ reload: { read: () => Promise.resolve(supergraph), mayBreak: true } });
  reader = await token(READ);
});
afterEach(() => fixture.close());

function watch(selection: string) {
  const seen: unknown[] = [];
  const over: { errors?: unknown } = {};
  fixture.socket(`Bearer ${reader}`).subscribe(
    { query: `subscription { transactionPosted(after: "c0") { seq transaction { ${selection} } } }` },
    {
      next: (payload) => seen.push(payload),
      error: (errors) => (over.errors = errors),
      complete: () => undefined,
    },
  );
  return { seen, over, count: (n: number) => until(() => seen.length >= n) };
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('Waited in vain.');
    await delay(5);
  }
}

describe('a subscription over a supergraph that is swapped', () => {
  it('goes on without an end, planned by the new one', async () => {
    const watched = watch('description author { name }');
    fixture.feed.post(COMPANY);
    await watched.count(1);
    supergraph = supergraphOf(LEDGER_SDL.replace('missing: String', 'missing: String another: String'));
    expect(await fixture.gateway.reload()).toBe('swapped');
    for (let i = 0; i < 3; i += 1) fixture.feed.post(COMPANY);
    await watched.count(4);
    expect(watched.seen).toEqual(
      [1, 2, 3, 4].map((seq) => ({
        data: {
          transactionPosted: {
            seq,
            transaction: { description: `Posting t${seq}`, author: { name: 'Name of u1' } },
          },
        },
      })),
    );
    expect(watched.over.errors).toBeUndefined();
    const fresh = watch('id another');
    await fresh.count(4);
    expect(fresh.over.errors).toBeUndefined();
  });

  it('ends when its operation does not fit the new one, and tells why', async () => {
    const watched = watch('missing');
    fixture.feed.post(COMPANY);
    await watched.count(1);
    supergraph = supergraphOf(LEDGER_SDL.replace('missing: String', ''));
    expect(await fixture.gateway.reload()).toBe('swapped');
    fixture.feed.post(COMPANY);
    await until(() => watched.over.errors !== undefined);
    expect(watched.over.errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', reason: 'SCHEMA_CHANGED', lastCursor: 'c1' } },
    ]);
    expect(watched.seen).toHaveLength(1);
  });
});
