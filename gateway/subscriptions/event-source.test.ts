import { createServer, connect, type Socket } from 'node:net';
import { createClient } from 'graphql-sse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { revoked } from '#shared/platform/revocation.ts';
import { COMPANY, READ, startFixture, token, USER, type Fixture } from '#gateway/testing/fixture.ts';

let fixture: Fixture;
let reader: string;
beforeEach(async () => {
  fixture = await startFixture({
    queuedEvents: 50,
    timings: { slowConsumerMs: 300, stalledMs: 60_000, pingMs: 40 },
  });
  reader = await token(READ);
});
afterEach(() => fixture.close());

const POSTED = 'subscription($after: Cursor) { transactionPosted(after: $after) { cursor seq } }';

interface Event {
  readonly type: string;
  readonly id?: string;
  readonly data: {
    data?: Record<string, { seq: number; cursor: string }> | null;
    errors?: { extensions: Record<string, unknown> }[];
  } | null;
}

/** Reads a stream as a browser does: fields of lines, events between blank lines, comments dropped but counted. */
class Reading {
  readonly events: Event[] = [];
  comments = 0;
  ended = false;
  /** What came behind the last event, or instead of any. */
  rest = '';
  readonly #wake = new Set<() => void>();
  readonly #stop = new AbortController();
  readonly opened: Promise<Response>;

  constructor(request: RequestInit & { url?: string; query?: string; variables?: object; token?: string }) {
    const { url = fixture.gateway.url, query = POSTED, variables, token: bearer = reader, ...init } = request;
    this.opened = fetch(`${url}/graphql/stream`, {
      method: 'POST',
      body: JSON.stringify({ query, variables }),
      ...init,
      signal: this.#stop.signal,
      headers: {
        accept: 'text/event-stream',
        'content-type': 'application/json',
        authorization: `Bearer ${bearer}`,
        ...(init.headers as Record<string, string> | undefined),
      },
    });
    void this.#read().catch(() => undefined);
  }

  async until(condition: () => boolean): Promise<void> {
    const deadline = Date.now() + 10_000;
    while (!condition()) {
      if (Date.now() > deadline)
        throw new Error(`Waited in vain; got ${JSON.stringify(this.events.slice(-3))}`);
      await new Promise<void>((resolve) => {
        this.#wake.add(resolve);
        setTimeout(resolve, 100);
      });
    }
  }

  get seqs(): (number | undefined)[] {
    return this.events.map(({ data }) => data?.data?.['transactionPosted']?.seq);
  }

  leave(): void {
    this.#stop.abort();
  }

  async #read(): Promise<void> {
    try {
      for await (const piece of ((await this.opened).body ?? []) as AsyncIterable<Uint8Array>) {
        const blocks = (this.rest + Buffer.from(piece).toString()).split('\n\n');
        this.rest = blocks.pop() ?? '';
        for (const block of blocks) this.#take(block.split('\n'));
        for (const wake of this.#wake) wake();
      }
    } finally {
      this.ended = true;
    }
  }

  #take(lines: readonly string[]): void {
    if (lines.every((line) => line.startsWith(':'))) {
      this.comments += 1;
      return;
    }
    const of = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
    const data = of('data');
    const id = of('id');
    this.events.push({
      type: of('event') ?? '',
      data: data === undefined || data === '' ? null : (JSON.parse(data) as Event['data']),
      ...(id === undefined ? {} : { id }),
    });
  }
}

/** A proxy that hands on each piece as it comes. */
async function startProxy(): Promise<{ url: string; cut: () => void; close: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((inbound) => {
    const outbound = connect(fixture.gateway.port, '127.0.0.1');
    for (const socket of [inbound, outbound]) {
      socket.on('error', () => undefined);
      sockets.add(socket);
    }
    inbound.pipe(outbound).pipe(inbound);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    cut,
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describe('server-sent events', () => {
  it('tell each event with its cursor as id, and comments in between', async () => {
    const reading = new Reading({
      query: 'subscription { transactionPosted(after: "c0") { cursor seq transaction { description } } }',
    });
    fixture.feed.post(COMPANY);
    fixture.feed.post(COMPANY);
    await reading.until(() => reading.events.length === 2 && reading.comments > 3);
    expect(reading.events).toEqual(
      [1, 2].map((seq) => ({
        type: 'next',
        id: `c${seq}`,
        data: {
          data: {
            transactionPosted: { cursor: `c${seq}`, seq, transaction: { description: `Posting t${seq}` } },
          },
        },
      })),
    );
    const { headers, status } = await reading.opened;
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/event-stream');
    expect(headers.get('x-accel-buffering')).toBe('no');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    reading.leave();
    await expect.poll(() => fixture.feed.follows).toBe(0);
  });

  it('go on after Last-Event-ID, whatever the operation says itself', async () => {
    for (let i = 0; i < 5; i += 1) fixture.feed.post(COMPANY);
    const reading = new Reading({ variables: { after: 'c0' }, headers: { 'last-event-id': 'c3' } });
    await reading.until(() => reading.events.length === 2);
    expect(reading.seqs).toEqual([4, 5]);
    reading.leave();
  });

  it('are what a client of the protocol gets, through a proxy that cuts its connections, each once', async () => {
    const proxy = await startProxy();
    const seen: number[] = [];
    let after = 'c0';
    const client = createClient({
      url: `${proxy.url}/graphql/stream`,
      headers: { authorization: `Bearer ${reader}` },
      retryAttempts: 0,
    });
    for (let i = 0; i < 40; i += 1) fixture.feed.post(COMPANY);
    while (seen.length < 40) {
      const wanted = seen.length + 10;
      await new Promise<void>((resolve) => {
        client.subscribe<{ transactionPosted: { seq: number; cursor: string } }>(
          { query: POSTED, variables: { after } },
          {
            next: ({ data }) => {
              if (seen.length >= wanted || data == null) return;
              seen.push(data.transactionPosted.seq);
              after = data.transactionPosted.cursor;
              if (seen.length === wanted) proxy.cut();
            },
            error: () => resolve(),
            complete: resolve,
          },
        );
      });
    }
    expect(seen).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    client.dispose();
    await proxy.close();
  });

  it('answer a query too, and are complete then', async () => {
    const reading = new Reading({ query: '{ account(id: "a1") { code secret } }' });
    await reading.until(() => reading.ended);
    expect(reading.events.map(({ type }) => type)).toEqual(['next', 'complete']);
    expect(reading.events[0]?.data).toMatchObject({
      data: { account: { code: 'code-a1', secret: null } },
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
  });

  it.each([
    ['without a token', { headers: { authorization: '' } }, 401, 'UNAUTHENTICATED'],
    ['with a false token', { token: 'rubbish' }, 401, 'UNAUTHENTICATED'],
    ['without asking for a stream', { headers: { accept: 'application/json' } }, 400, 'BAD_USER_INPUT'],
    [
      'for a field that is denied',
      { query: 'subscription { transactionPosted { transaction { accounts { secret } } } }' },
      403,
      'FORBIDDEN',
    ],
    [
      'for what costs too much',
      { query: `subscription { transactionPosted { ${'seq '.repeat(3_000)} } }` },
      400,
      'COST_LIMIT_EXCEEDED',
    ],
  ])('are refused %s', async (_how, request, status, code) => {
    const reading = new Reading(request);
    expect((await reading.opened).status).toBe(status);
    await reading.until(() => reading.ended);
    expect(JSON.parse(reading.rest)).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  it.each([
    ['nonsense', 'BAD_USER_INPUT'],
    ['c1', 'CURSOR_EXPIRED'],
  ])('after the cursor "%s" end with %s', async (after, code) => {
    for (let i = 0; i < 4; i += 1) fixture.feed.post(COMPANY);
    fixture.feed.oldest = 3;
    const reading = new Reading({ variables: { after } });
    await reading.until(() => reading.ended);
    expect(reading.events).toMatchObject([
      { type: 'next', data: { errors: [{ extensions: { code } }] } },
      { type: 'complete', data: null },
    ]);
  });

  it('end when the token expires, and tell from where to go on', async () => {
    const reading = new Reading({ token: await token(READ, { seconds: 3 }), variables: { after: 'c0' } });
    fixture.feed.post(COMPANY);
    await reading.until(() => reading.ended);
    expect(reading.events).toMatchObject([
      { id: 'c1' },
      {
        data: {
          errors: [{ extensions: { code: 'UNAUTHENTICATED', reason: 'TOKEN_EXPIRED', lastCursor: 'c1' } }],
        },
      },
      { type: 'complete' },
    ]);
  });

  it('end at once when the rights are withdrawn', async () => {
    const reading = new Reading({ variables: { after: 'c0' } });
    fixture.feed.post(COMPANY);
    await reading.until(() => reading.events.length === 1);
    fixture.authority.revoke({
      subject: revoked.member(COMPANY, USER),
      issuedBefore: Date.now() / 1000 + 1,
      until: Date.now() / 1000 + 60,
    });
    await reading.until(() => reading.ended);
    expect(reading.events.slice(1)).toMatchObject([
      { data: { errors: [{ extensions: { code: 'UNAUTHENTICATED', reason: 'REVOKED' } }] } },
      { type: 'complete' },
    ]);
  });

  it('end without completing when the gateway stops, after what has come already', async () => {
    const reading = new Reading({ variables: { after: 'c0' } });
    fixture.feed.post(COMPANY);
    await reading.until(() => reading.events.length === 1);
    for (let i = 0; i < 20; i += 1) fixture.feed.post(COMPANY);
    await fixture.gateway.close();
    await reading.until(() => reading.ended);
    expect(reading.events.every(({ type }) => type === 'next')).toBe(true);
    expect(reading.seqs).toEqual(Array.from({ length: reading.events.length }, (_, index) => index + 1));
    fixture.close = () => Promise.resolve();
  });

  it('end with SLOW_CONSUMER for whoever stops reading, who can go on without loss', async () => {
    const body = JSON.stringify({
      query: `subscription { transactionPosted(after: "c0") { cursor seq transaction { ${Array.from({ length: 60 }, (_, i) => `d${i}: description`).join(' ')} } } }`,
    });
    const socket = connect(fixture.gateway.port, '127.0.0.1');
    let text = '';
    socket.on('error', () => undefined).on('data', (piece) => (text += piece.toString()));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.write(
      `POST /graphql/stream HTTP/1.1\r\nhost: x\r\nconnection: close\r\naccept: text/event-stream\r\ncontent-type: application/json\r\n` +
        `authorization: Bearer ${reader}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
    await expect.poll(() => text).toContain('text/event-stream');
    fixture.feed.post(COMPANY);
    await expect.poll(() => text).toContain('"seq":1,');
    socket.pause();
    for (let i = 0; i < 12_000; i += 1) {
      fixture.feed.post(COMPANY);
      if (i % 100 === 0) await new Promise((resolve) => setTimeout(resolve, 4));
    }
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    socket.resume();
    await closed;
    const seqs = [...text.matchAll(/"seq":(\d+),/g)].map(([, seq]) => Number(seq));
    expect(seqs.length).toBeLessThan(12_001);
    expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, index) => index + 1));
    const resumed = new Reading({ headers: { 'last-event-id': `c${seqs.length}` } });
    await resumed.until(() => resumed.events.length === 12_001 - seqs.length);
    expect(resumed.seqs[0]).toBe(seqs.length + 1);
    resumed.leave();
  }, 60_000);
});
