import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'graphql-ws';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import {
  COMPANY,
  COST,
  OTHER_COMPANY,
  READ,
  startFixture,
  token,
  type Fixture,
} from '#gateway/testing/fixture.ts';

let fixture: Fixture;
let reader: string;

beforeEach(async () => {
  fixture = await startFixture({
    queuedEvents: 50,
    timings: { slowConsumerMs: 300, stalledMs: 60_000 },
  });
  reader = await token(READ);
});
afterEach(() => fixture.close());

interface Payload {
  data?: Record<string, Record<string, unknown>> | null;
  errors?: { message: string; path?: unknown; extensions?: Record<string, unknown> }[];
}

/** Collects what a subscription yields until it is told to stop or ends by itself. */
function watch(client: Client, query: string, variables: Record<string, unknown> = {}) {
  const payloads: Payload[] = [];
  let failure: unknown;
  let ended = false;
  const stop = client.subscribe(
    { query, variables },
    {
      next: (payload) => payloads.push(payload as Payload),
      error: (error) => {
        failure = error;
        ended = true;
      },
      complete: () => {
        ended = true;
      },
    },
  );
  const until = async (condition: () => boolean): Promise<void> => {
    const deadline = Date.now() + 10_000;
    while (!condition()) {
      if (Date.now() > deadline)
        throw new Error(`Waited in vain; got ${payloads.length}, ${JSON.stringify(failure)}`);
      await delay(5);
    }
  };
  return {
    payloads,
    stop,
    failure: () => failure,
    count: (count: number) => until(() => payloads.length >= count),
    end: () => until(() => ended),
    seqs: (field = 'transactionPosted') => payloads.map((payload) => payload.data?.[field]?.['seq']),
  };
}

/** Resolves once so many subscriptions without a cursor have taken their position. */
async function settled(subscriptions = 1, companies = 1): Promise<void> {
  // Each takes its own, and the tail of each company one more.
  await until(() => fixture.feed.positionsAsked >= subscriptions + companies);
  await delay(50);
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('Waited in vain.');
    await delay(5);
  }
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);
const POSTED = 'subscription($after: Cursor) { transactionPosted(after: $after) { cursor seq } }';

describe('a subscription', () => {
  it('is completed with fields of other subgraphs, aliases, fragments, variables and conditions', async () => {
    const client = fixture.socket(`Bearer ${reader}`);
    const watched = watch(
      client,
      `subscription S($ids: [ID!], $withAuthor: Boolean!, $withCode: Boolean = false) {
         happened: transactionPosted(accountIds: $ids) {
           ...event
           ... on TransactionPostedEvent { n: seq }
         }
       }
       fragment event on TransactionPostedEvent {
         __typename cursor
         entry: transaction { what: description author @include(if: $withAuthor) { name } ...accounts }
       }
       fragment accounts on Transaction { accounts { id code @include(if: $withCode) } }`,
      { ids: ['a1'], withAuthor: true },
    );
    await settled();
    fixture.feed.post(COMPANY);
    await watched.count(1);
    expect(watched.payloads).toEqual([
      {
        data: {
          happened: {
            __typename: 'TransactionPostedEvent',
            cursor: 'c1',
            n: 1,
            entry: {
              what: 'Posting t1',
              author: { name: 'Name of u1' },
              accounts: [{ id: 'a1' }, { id: 'a2' }],
            },
          },
        },
      },
    ]);
  });

  it('lets a null climb to its own payload and no further', async () => {
    for (const id of ['t1', 'gone', 't3']) fixture.feed.post(COMPANY, ['a1', 'a2'], id);
    const watched = watch(
      fixture.socket(`Bearer ${reader}`),
      'subscription { transactionPosted(after: "c0") { seq transaction { description } } }',
    );
    await watched.count(3);
    expect(watched.payloads.map(({ data }) => data?.['transactionPosted']?.['seq'] ?? null)).toEqual([
      1,
      null,
      3,
    ]);
    expect(watched.payloads[0]?.errors).toBeUndefined();
    expect(watched.payloads[1]?.errors?.[0]).toMatchObject({
      path: ['transactionPosted', 'transaction'],
      extensions: { code: 'NOT_FOUND' },
    });
    expect(watched.payloads[2]?.errors).toBeUndefined();
  });

  it('without a cursor yields what comes later and nothing before', async () => {
    fixture.feed.post(COMPANY);
    const watched = watch(fixture.socket(`Bearer ${reader}`), POSTED);
    await settled();
    fixture.feed.post(COMPANY);
    await watched.count(1);
    expect(watched.seqs()).toEqual([2]);
  });

  it('sees nothing of another company', async () => {
    const mine = watch(fixture.socket(`Bearer ${reader}`), POSTED);
    const theirs = watch(fixture.socket(`Bearer ${await token(READ, { companyId: OTHER_COMPANY })}`), POSTED);
    await settled(2, 2);
    fixture.feed.post(COMPANY);
    fixture.feed.post(OTHER_COMPANY);
    fixture.feed.post(OTHER_COMPANY);
    await theirs.count(2);
    await mine.count(1);
    await delay(50);
    expect(mine.payloads).toHaveLength(1);
    expect(theirs.payloads).toHaveLength(2);
  });

  it('keeps the accounts asked for, in order, one payload each', async () => {
    const watched = watch(
      fixture.socket(`Bearer ${reader}`),
      `subscription { balanceChanged(accountIds: ["a2", "a3", "foreign"]) { cursor seq debit credit balance account { id code } } }`,
    );
    await settled();
    fixture.feed.post(COMPANY, ['a1', 'a4']);
    fixture.feed.post(COMPANY, ['a3', 'a1', 'a2']);
    await watched.count(2);
    expect(watched.payloads.map(({ data }) => data?.['balanceChanged'])).toEqual([
      {
        cursor: 'c1~2.0',
        seq: 2,
        debit: '10.00',
        credit: '0.00',
        balance: '2.00',
        account: { id: 'a3', code: 'code-a3' },
      },
      {
        cursor: 'c2',
        seq: 2,
        debit: '0.00',
        credit: '10.00',
        balance: '2.00',
        account: { id: 'a2', code: 'code-a2' },
      },
    ]);
  });

  it('of balances resumes after any cursor without loss or repetition', async () => {
    for (let i = 0; i < 4; i += 1) fixture.feed.post(COMPANY, ['a1', 'a2', 'a3']);
    const query =
      'subscription($after: Cursor) { balanceChanged(after: $after) { cursor seq account { id } } }';
    const client = fixture.socket(`Bearer ${reader}`);
    const whole = watch(client, query, { after: 'c0' });
    await whole.count(12);
    const all = whole.payloads.map(({ data }) => data?.['balanceChanged']);
    for (const [index, payload] of all.entries()) {
      const resumed = watch(client, query, { after: payload?.['cursor'] });
      if (index < 11) await resumed.count(11 - index);
      expect(resumed.payloads.map(({ data }) => data?.['balanceChanged'])).toEqual(all.slice(index + 1));
      resumed.stop();
    }
  });

  it.each([
    ['nonsense', 'BAD_USER_INPUT'],
    ['', 'BAD_USER_INPUT'],
    ['c1', 'CURSOR_EXPIRED'],
  ])('after the cursor "%s" ends with %s', async (after, code) => {
    for (let i = 0; i < 4; i += 1) fixture.feed.post(COMPANY);
    fixture.feed.oldest = 3;
    const watched = watch(fixture.socket(`Bearer ${reader}`), POSTED, { after });
    await watched.end();
    expect(watched.failure()).toMatchObject([{ extensions: { code } }]);
  });

  it('is refused whole when a field of it is denied', async () => {
    const watched = watch(
      fixture.socket(`Bearer ${reader}`),
      'subscription { transactionPosted { seq transaction { accounts { secret } } } }',
    );
    await watched.end();
    expect(watched.failure()).toMatchObject([
      {
        path: ['transactionPosted', 'transaction', 'accounts', 'secret'],
        extensions: { code: 'FORBIDDEN' },
      },
    ]);
  });

  it.each([
    [
      'two root fields',
      'subscription { transactionPosted { seq } balanceChanged { seq } }',
      'BAD_USER_INPUT',
    ],
    ['an unknown field', 'subscription { transactionPosted { nonsense } }', 'BAD_USER_INPUT'],
    [
      'a wrong variable',
      'subscription($i: [ID!]) { transactionPosted(accountIds: $i) { seq } }',
      'BAD_USER_INPUT',
    ],
    [
      'a root that may be left out',
      'subscription($i: Boolean = true) { transactionPosted @include(if: $i) { seq } }',
      'BAD_USER_INPUT',
    ],
    [
      'too many fields',
      `subscription { transactionPosted { ${'seq '.repeat(3_000)} } }`,
      'COST_LIMIT_EXCEEDED',
    ],
  ])('with %s is refused', async (_what, query, code) => {
    const watched = watch(fixture.socket(`Bearer ${reader}`), query, { i: [null] });
    await watched.end();
    expect(watched.failure()).toMatchObject([{ extensions: { code } }]);
  });
});

describe('the socket', () => {
  it('answers queries and mutations by the same rules', async () => {
    const watched = watch(fixture.socket(`Bearer ${reader}`), '{ account(id: "a1") { code secret } }');
    await watched.end();
    expect(watched.payloads[0]?.data).toEqual({ account: { code: 'code-a1', secret: null } });
    expect(watched.payloads[0]?.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it.each([
    ['without a token', undefined, 4401],
    ['with a forged token', 'Bearer forged', 4403],
  ])('is closed %s', async (_how, authorization, code) => {
    const watched = watch(fixture.socket(authorization), POSTED);
    await watched.end();
    expect(watched.failure()).toMatchObject({ code });
  });

  it('is closed when the token expires', async () => {
    const watched = watch(fixture.socket(`Bearer ${await token(READ, { seconds: 4 })}`), POSTED);
    await settled();
    fixture.feed.post(COMPANY);
    await watched.count(1);
    await watched.end();
    expect(watched.failure()).toMatchObject({ code: 4403, reason: 'Token expired' });
  });

  it('is ended with 1001 when the gateway stops, and the feed is let go', async () => {
    const watched = watch(fixture.socket(`Bearer ${reader}`), POSTED);
    await settled();
    expect(fixture.feed.follows).toBe(1);
    const before = fixture.asked.length;
    const slow = fixture.run('{ slow }', { token: reader });
    while (fixture.asked.length === before) await delay(1);
    await fixture.gateway.close();
    await watched.end();
    expect(watched.failure()).toMatchObject({ code: 1001 });
    expect((await slow).body).toEqual({ data: { slow: 'done' }, extensions: COST });
    expect(fixture.feed.follows).toBe(0);
    fixture.close = () => Promise.resolve();
  });

  it('is given what is under way before a stopping gateway ends it', async () => {
    for (let i = 0; i < 90; i += 1) fixture.feed.post(COMPANY);
    const slow = await slowReader(reader, `{ seq ${heavySelection()} }`, 'c0');
    const closed = new Promise<number>((resolve) => slow.socket.once('close', resolve));
    await slow.count(1);
    slow.socket.pause();
    setTimeout(() => slow.socket.resume(), 200);
    await fixture.gateway.close();
    expect(await closed).toBe(1001);
    expect(slow.seqs).toEqual(range(1, 90));
    fixture.close = () => Promise.resolve();
  });

  it('carries two hundred subscriptions and no more', async () => {
    const client = fixture.socket(`Bearer ${reader}`);
    const watched = Array.from({ length: 201 }, () => watch(client, POSTED));
    await settled(200);
    await watched[200]?.end();
    expect(watched[200]?.failure()).toMatchObject([{ extensions: { code: 'COST_LIMIT_EXCEEDED' } }]);
    fixture.feed.post(COMPANY);
    for (const subscription of watched.slice(0, 200)) await subscription.count(1);
  });

  it('lets the feed go when the last subscriber leaves', async () => {
    const client = fixture.socket(`Bearer ${reader}`);
    const one = watch(client, POSTED);
    const two = watch(client, POSTED);
    await settled(2);
    expect(fixture.feed.follows).toBe(1);
    one.stop();
    two.stop();
    await until(() => fixture.feed.follows === 0);
  });
});

describe('while postings go on', () => {
  it('every subscriber sees each event once and in order, wherever it begins', async () => {
    const total = 1_500;
    let posted = 0;
    fixture.feed.latency = 2;
    const posting = (async () => {
      while (posted < total) {
        for (let i = 0; i < 1 + (posted % 7); i += 1) {
          if (posted < total) {
            fixture.feed.post(COMPANY);
            posted += 1;
          }
        }
        await delay(posted % 3);
      }
    })();
    const watched = [];
    for (let i = 0; i < 20; i += 1) {
      await delay(15);
      const client = fixture.socket(`Bearer ${reader}`);
      const after = i % 2 === 0 ? 'c0' : `c${Math.max(0, posted - i)}`;
      watched.push({ from: Number(after.slice(1)) + 1, subscription: watch(client, POSTED, { after }) });
    }
    const fresh = watch(fixture.socket(`Bearer ${reader}`), POSTED);
    await posting;
    for (const { from, subscription } of watched) {
      await subscription.count(total - from + 1);
      expect(subscription.seqs()).toEqual(range(from, total));
    }
    await delay(100);
    const seqs = fresh.seqs() as number[];
    expect(seqs).toEqual(range(seqs[0] ?? total + 1, total));
  });

  it('a subscriber that reads slowly is waited for while it replays', async () => {
    for (let i = 0; i < 3_000; i += 1) fixture.feed.post(COMPANY);
    const slow = await slowReader(
      reader,
      '{ cursor seq transaction { description accounts { id code } } }',
      'c0',
    );
    slow.socket.pause();
    await delay(1_000);
    for (let i = 0; i < 100; i += 1) fixture.feed.post(COMPANY);
    slow.socket.resume();
    await slow.count(3_100);
    expect(slow.seqs).toEqual(range(1, 3_100));
    slow.socket.terminate();
  });

  it('a subscriber that stops reading is closed with SLOW_CONSUMER and can resume', async () => {
    const slow = await slowReader(reader, `{ cursor seq ${heavySelection()} }`, undefined);
    await settled();
    slow.socket.pause();
    const closed = new Promise<{ code: number; reason: string }>((resolve) =>
      slow.socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() })),
    );
    // More than the buffers of both ends take, and then more than the queue holds.
    for (let i = 0; i < 12_000; i += 1) {
      fixture.feed.post(COMPANY);
      if (i % 100 === 0) await delay(4);
    }
    await delay(1_200);
    slow.socket.resume();
    const { code, reason } = await closed;
    const seen = slow.seqs.length;
    expect(seen).toBeLessThan(12_000);
    expect(slow.seqs).toEqual(range(1, seen));
    // The socket was either told so, or cut because it did not read even that.
    if (code !== 1006)
      expect({ code, reason }).toMatchObject({
        code: 4409,
        reason: expect.stringContaining('resume after c'),
      });
    const resumed = watch(fixture.socket(`Bearer ${reader}`), POSTED, { after: `c${seen}` });
    await resumed.count(12_000 - seen);
    expect(resumed.seqs()).toEqual(range(seen + 1, 12_000));
  }, 60_000);

  it('a backlog of 20,000 events is replayed at 2,000 a second and more', async () => {
    for (let i = 0; i < 20_000; i += 1) fixture.feed.post(COMPANY);
    const started = performance.now();
    const watched = watch(
      fixture.socket(`Bearer ${reader}`),
      'subscription { transactionPosted(after: "c0") { cursor seq transaction { description author { name } } } }',
    );
    await watched.count(20_000);
    const seconds = (performance.now() - started) / 1000;
    expect(watched.seqs()).toEqual(range(1, 20_000));
    // A tenth of the goal: this guards against a fetch for each event, not against a busy machine.
    expect(20_000 / seconds).toBeGreaterThan(1_300);
  }, 60_000);

  it('subscribers with the same rights share the work', async () => {
    const watched = Array.from({ length: 20 }, () =>
      watch(
        fixture.socket(`Bearer ${reader}`),
        'subscription { transactionPosted { seq transaction { description } } }',
      ),
    );
    await settled(20);
    fixture.asked.length = 0;
    fixture.feed.post(COMPANY);
    for (const subscription of watched) await subscription.count(1);
    expect(fixture.asked.filter(({ subgraph }) => subgraph === 'ledger')).toHaveLength(1);
  });
});

function heavySelection(): string {
  const fields = Array.from({ length: 60 }, (_, i) => `d${i}: description`).join(' ');
  return `transaction { ${fields} }`;
}

/** A bare socket, because a client library cannot be made to stop reading. */
async function slowReader(accessToken: string, selection: string, after: string | undefined) {
  const socket = new WebSocket(`ws://127.0.0.1:${fixture.gateway.port}/graphql`, 'graphql-transport-ws');
  const seqs: number[] = [];
  await new Promise((resolve) => socket.once('open', resolve));
  socket.on('error', () => undefined);
  const acknowledged = new Promise<void>((resolve) => {
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as {
        type: string;
        payload?: { data?: Record<string, { seq: number }> };
      };
      if (message.type === 'connection_ack') resolve();
      if (message.type === 'next') seqs.push(message.payload?.data?.['transactionPosted']?.seq ?? -1);
    });
  });
  socket.send(
    JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${accessToken}` } }),
  );
  await acknowledged;
  const args = after === undefined ? '' : `(after: "${after}")`;
  socket.send(
    JSON.stringify({
      id: '1',
      type: 'subscribe',
      payload: { query: `subscription { transactionPosted${args} ${selection} }` },
    }),
  );
  return {
    socket,
    seqs,
    async count(count: number): Promise<void> {
      const deadline = Date.now() + 15_000;
      while (seqs.length < count) {
        if (Date.now() > deadline) throw new Error(`Waited in vain; got ${seqs.length} of ${count}`);
        await delay(10);
      }
    },
  };
}
