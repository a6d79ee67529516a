import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COMPANY, READ, startFixture, token, type Fixture } from '#gateway/testing/fixture.ts';

let fixture: Fixture;
let reader: string;

beforeEach(async () => {
  fixture = await startFixture();
  reader = await token(READ);
});
afterEach(() => fixture.close());

type Told = Record<string, unknown> & { cursor: string; seq: number };

/** Follows a field until so many payloads have come. */
async function take(
  query: string,
  variables: Record<string, unknown>,
  count: number,
  meanwhile: (seen: readonly Told[]) => void = () => undefined,
): Promise<Told[]> {
  const seen: Told[] = [];
  const client = fixture.socket(`Bearer ${reader}`);
  const following = client.iterate<Record<string, Told>>({ query, variables });
  const timer = setTimeout(() => void client.dispose(), 10_000);
  for await (const { data, errors } of following) {
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    seen.push(...Object.values(data ?? {}));
    meanwhile(seen);
    if (seen.length >= count) break;
  }
  clearTimeout(timer);
  expect(seen).toHaveLength(count);
  return seen;
}

const CHANGED = `subscription($after: Cursor, $ids: [ID!], $deep: Boolean, $least: Decimal, $snapshot: Boolean) {
  balanceChanged(after: $after, accountIds: $ids, includeSubaccounts: $deep, minimumAmount: $least, snapshot: $snapshot) {
    cursor seq debit credit balance account { id } snapshot { remaining }
  }
}`;
const POSTED = `subscription($after: Cursor, $ids: [ID!], $deep: Boolean, $least: Decimal, $snapshot: Boolean) {
  transactionPosted(after: $after, accountIds: $ids, includeSubaccounts: $deep, minimumAmount: $least, snapshot: $snapshot) {
    cursor seq transaction { id } snapshot { remaining }
  }
}`;
const accounts = (told: readonly Told[]) => told.map(({ account }) => (account as { id: string }).id);

describe('a snapshot of balances', () => {
  it('tells what the books are, and the events go on from exactly there', async () => {
    fixture.feed.post(COMPANY, ['a1', 'a2']);
    fixture.feed.post(COMPANY, ['a2', 'a3']);
    const seen = await take(CHANGED, { snapshot: true }, 5, (so) => {
      // As soon as the state begins to be told, and while it is.
      if (so.length === 1) fixture.feed.post(COMPANY, ['a3', 'a4']);
    });
    expect(seen.slice(0, 3)).toEqual([
      {
        cursor: 'c2~@a1',
        seq: 2,
        debit: '0.00',
        credit: '0.00',
        balance: '1.00',
        account: { id: 'a1' },
        snapshot: { remaining: 2 },
      },
      expect.objectContaining({ cursor: 'c2~@a2', balance: '2.00', snapshot: { remaining: 1 } }),
      expect.objectContaining({ cursor: 'c2', balance: '2.00', snapshot: { remaining: 0 } }),
    ]);
    expect(seen.slice(3)).toEqual([
      expect.objectContaining({ seq: 3, account: { id: 'a3' }, balance: '3.00', snapshot: null }),
      expect.objectContaining({ seq: 3, account: { id: 'a4' }, balance: '3.00', snapshot: null }),
    ]);
  });

  it('is gone on with after any of its cursors, without loss or repetition', async () => {
    for (let i = 0; i < 3; i += 1) fixture.feed.post(COMPANY, ['a1', 'a2', 'a3', 'a4']);
    const begun = await take(CHANGED, { snapshot: true }, 4);
    fixture.feed.post(COMPANY, ['a1', 'a2']);
    for (const [index, { cursor }] of begun.entries()) {
      const resumed = await take(CHANGED, { snapshot: true, after: cursor }, 5 - index);
      expect(accounts(resumed)).toEqual([...accounts(begun).slice(index + 1), 'a1', 'a2']);
      expect(resumed.map(({ seq }) => seq)).toEqual([...Array<number>(3 - index).fill(3), 4, 4]);
    }
  });

  it('tells the accounts asked for, whole subtrees of them and accounts without postings too', async () => {
    fixture.feed.parents.set('a1', 'g1').set('g1', 'g0').set('a2', 'g0').set('a3', 'g9');
    fixture.feed.post(COMPANY, ['a1', 'a3']);
    const ids = ['g0', 'a3'];
    expect(accounts(await take(CHANGED, { snapshot: true, ids }, 2))).toEqual(['a3', 'g0']);
    const deep = await take(CHANGED, { snapshot: true, ids, deep: true }, 5);
    expect(deep.map(({ balance }, index) => [accounts(deep)[index], balance])).toEqual([
      ['a1', '1.00'],
      ['a2', '0.00'],
      ['a3', '1.00'],
      ['g0', '0.00'],
      ['g1', '0.00'],
    ]);
  });

  it('is not repeated to whoever comes back with the cursor of an event', async () => {
    fixture.feed.post(COMPANY);
    fixture.feed.post(COMPANY);
    expect(await take(CHANGED, { snapshot: true, after: 'c1' }, 2)).toMatchObject([
      { seq: 2, snapshot: null },
      { seq: 2, snapshot: null },
    ]);
  });
});

describe('a snapshot of postings', () => {
  it('tells the newest one, whatever the filters, and then what comes', async () => {
    for (let i = 0; i < 3; i += 1) fixture.feed.post(COMPANY, ['a1', 'a2']);
    const seen = await take(POSTED, { snapshot: true, ids: ['a9'] }, 2, (so) => {
      if (so.length > 1) return;
      fixture.feed.post(COMPANY, ['a1', 'a2']);
      fixture.feed.post(COMPANY, ['a9', 'a2']);
    });
    expect(seen).toEqual([
      { cursor: 'c3', seq: 3, transaction: { id: 't3' }, snapshot: { remaining: 0 } },
      { cursor: 'c5', seq: 5, transaction: { id: 't5' }, snapshot: null },
    ]);
  });

  it('of a company without postings has nothing to tell but what comes', async () => {
    const taking = take(POSTED, { snapshot: true }, 1);
    while (fixture.feed.follows === 0) await delay(5);
    await delay(50);
    fixture.feed.post(COMPANY);
    expect(await taking).toMatchObject([{ seq: 1, snapshot: null }]);
  });
});

describe('a filter', () => {
  it('by subtree follows the chart while it changes', async () => {
    fixture.feed.parents.set('a1', 'g1');
    const filter = { after: 'c0', ids: ['g1'], deep: true };
    const taking = take(CHANGED, filter, 3, (so) => {
      if (so.length === 1) {
        fixture.feed.parents.set('a2', 'g1');
        fixture.feed.post(COMPANY, ['a1', 'a2', 'a3']);
      }
    });
    fixture.feed.post(COMPANY, ['a1', 'a2', 'a3']);
    expect((await taking).map(({ seq }, index) => [seq, index])).toEqual([
      [1, 0],
      [2, 1],
      [2, 2],
    ]);
  });

  it('by amount weighs the total of a transaction and the change of a balance', async () => {
    fixture.feed.post(COMPANY, ['a1', 'a2'], undefined, '99.99');
    fixture.feed.post(COMPANY, ['a1', 'a2'], undefined, '100.00');
    fixture.feed.post(COMPANY, ['a1', 'a2'], undefined, '1000000.00');
    const posted = await take(POSTED, { after: 'c0', least: '100' }, 2);
    expect(posted.map(({ seq }) => seq)).toEqual([2, 3]);
    const changed = await take(CHANGED, { after: 'c0', ids: ['a2'], least: '100.01' }, 1);
    expect(changed).toMatchObject([{ seq: 3, credit: '1000000.00' }]);
  });

  it.each([['-1'], ['1e3'], ['1.005'], [100], ['']])('by the amount %j is refused', async (least) => {
    await expect(take(POSTED, { least }, 1)).rejects.toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });
});
