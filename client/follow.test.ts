import { createServer, connect, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { COMPANY, READ, startFixture, token, type Fixture } from '#gateway/testing/fixture.ts';
import { follow, FollowError, type FollowOptions, type FollowStatus, type Placed } from './follow.ts';

let fixture: Fixture;
let proxy: Proxy;
let reader: string;
const stop = { current: new AbortController() };

beforeEach(async () => {
  fixture = await startFixture({ timings: { pingMs: 500 } });
  proxy = await Proxy.start(() => fixture.gateway.port);
  reader = await token(READ);
  stop.current = new AbortController();
});
afterEach(async () => {
  stop.current.abort();
  await proxy.close();
  await fixture.close();
});

/** A TCP proxy that cuts its connections, or stalls them: open, and nothing comes. */
class Proxy {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  url = '';
  connections = 0;

  static async start(port: () => number): Promise<Proxy> {
    const proxy = new Proxy(port);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    const address = proxy.#server.address();
    proxy.url = `ws://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/graphql`;
    return proxy;
  }

  private constructor(port: () => number) {
    this.#server = createServer((inbound) => {
      this.connections += 1;
      const outbound = connect(port(), '127.0.0.1');
      for (const [one, other] of [
        [inbound, outbound],
        [outbound, inbound],
      ] as const) {
        this.#sockets.add(one);
        one.on('error', () => undefined).on('close', () => other.destroy());
        one.pipe(other);
      }
    });
  }

  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
  }

  stall(): void {
    for (const socket of this.#sockets) socket.unpipe();
    for (const socket of this.#sockets) socket.pause();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

const POSTED = 'subscription($after: Cursor) { transactionPosted(after: $after) { cursor seq } }';

function following(more: Partial<FollowOptions> = {}, statuses: FollowStatus[] = []) {
  return follow<Placed>({
    url: proxy.url,
    authorize: () => ({ token: reader }),
    query: POSTED,
    after: 'c0',
    webSocketImpl: WebSocket,
    longestPauseMs: 200,
    silenceMs: 1_000,
    signal: stop.current.signal,
    onStatus: (status) => statuses.push(status),
    ...more,
  });
}

/** Reads until so many events have come. */
async function take(
  events: AsyncGenerator<Placed, void>,
  count: number,
  each: (event: Placed) => void | Promise<void> = () => undefined,
): Promise<number[]> {
  const seqs: number[] = [];
  for await (const event of events) {
    seqs.push(event.seq);
    await each(event);
    if (seqs.length >= count) break;
  }
  return seqs;
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const post = (count: number) => {
  for (let i = 0; i < count; i += 1) fixture.feed.post(COMPANY);
};

describe('a follower', () => {
  it('gets each event once and in order through a network that cuts and stalls', async () => {
    post(1);
    const statuses: FollowStatus[] = [];
    const seqs = await take(following({}, statuses), 60, ({ seq }) => {
      if (seq % 7 === 0) proxy.cut();
      if (seq === 31) proxy.stall();
      // Now and then several at once.
      if (seq === fixture.feed.count(COMPANY) && seq < 60) post(seq % 3 === 0 ? 3 : 1);
    });
    expect(seqs).toEqual(upTo(60));
    expect(proxy.connections).toBeGreaterThan(5);
    expect(statuses.filter(({ kind }) => kind === 'interrupted').length).toBeGreaterThan(4);
    expect(statuses.at(-1)).toEqual({ kind: 'ended' });
  });

  it('goes on at the next gateway when one stops', async () => {
    post(5);
    const seqs = await take(following(), 9, async ({ seq }) => {
      if (seq !== 5) return;
      const { feed } = fixture;
      await fixture.gateway.close();
      const next = await startFixture({ feed });
      fixture = { ...next, feed };
      post(4);
    });
    expect(seqs).toEqual(upTo(9));
  });

  it('asks for a new token when one expires', async () => {
    let asked = 0;
    post(1);
    const seqs = await take(
      following({
        authorize: async () => {
          asked += 1;
          return { token: await token(READ, { seconds: asked === 1 ? 2 : 600 }) };
        },
      }),
      2,
      ({ seq }) => {
        if (seq === 1) setTimeout(() => post(1), 2_500).unref();
      },
    );
    expect(seqs).toEqual([1, 2]);
    expect(asked).toBe(2);
  });

  it('begins with a snapshot and does not repeat it after an interruption', async () => {
    post(2);
    const query = `subscription($after: Cursor) { balanceChanged(after: $after, snapshot: true) { cursor seq snapshot { remaining } } }`;
    const seen: unknown[] = [];
    for await (const event of follow<Placed & { snapshot: unknown }>({
      url: proxy.url,
      authorize: () => ({ token: reader }),
      query,
      webSocketImpl: WebSocket,
      signal: stop.current.signal,
    })) {
      seen.push([event.seq, event.snapshot]);
      proxy.cut();
      if (seen.length === 2) post(1);
      if (seen.length === 4) break;
    }
    expect(seen).toEqual([
      [2, { remaining: 1 }],
      [2, { remaining: 0 }],
      [3, null],
      [3, null],
    ]);
  });

  it.each([
    ['CURSOR_EXPIRED', { after: 'c1' }],
    ['BAD_USER_INPUT', { after: 'nonsense' }],
    ['BAD_USER_INPUT', { query: 'subscription { nonsense }' }],
    [
      'FORBIDDEN',
      { query: 'subscription { transactionPosted { cursor seq transaction { accounts { secret } } } }' },
    ],
    ['UNAUTHENTICATED', { authorize: () => ({ token: 'rubbish' }) }],
  ] as const)('throws %s, which no patience helps against', async (code, more) => {
    post(4);
    fixture.feed.oldest = 3;
    const error: unknown = await take(following(more), 1).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FollowError);
    expect(error).toMatchObject({ code, lastCursor: 'after' in more ? more.after : 'c0' });
  });

  it('waits for a gateway that is not there yet, longer and longer, and ends when told to', async () => {
    const statuses: FollowStatus[] = [];
    await proxy.close();
    const taking = take(following({}, statuses), 1);
    await expect.poll(() => statuses.filter(({ kind }) => kind === 'interrupted').length).toBeGreaterThan(3);
    stop.current.abort();
    expect(await taking).toEqual([]);
    expect(statuses.at(-1)).toEqual({ kind: 'ended' });
    proxy = await Proxy.start(() => fixture.gateway.port);
  });
});
