import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { silent } from '#gateway/testing/fixture.ts';
import { LEAVING_HEADER, NOT_BEGUN_HEADER } from '#shared/graphql/runtime.ts';
import { createAssertionSigner } from '#shared/platform/assertion.ts';
import { generateSigningKey } from '#shared/platform/keys.ts';
import type { Caller } from '#shared/platform/principal.ts';
import type { Subgraph } from './data-source.ts';
import { httpSubgraph, type HttpSubgraphOptions } from './http-subgraph.ts';

const signer = createAssertionSigner(await generateSigningKey());
const anonymous: Caller = { principal: null, requestId: 'request-0001', language: 'en' };
const READ = { query: 'query Q { me { name } }', variables: {}, operationName: 'Q', caller: anonymous };
const CHANGE = { ...READ, query: 'mutation Q { post { id } }' };

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close();
});

type Behaviour = (response: ServerResponse, request: IncomingMessage, count: number) => void;

const answers: Behaviour = (response) => response.end('{"data":{"me":{"name":"Nino"}}}');
const resets: Behaviour = (_response, request) => request.socket.resetAndDestroy();
const stalls: Behaviour = () => undefined;
const fails =
  (status: number, headers: Record<string, string> = {}): Behaviour =>
  (response) =>
    response.writeHead(status, headers).end('{"errors":[{"message":"no"}]}');

interface Peer {
  readonly url: string;
  readonly port: number;
  behaviour: Behaviour;
  calls: number;
  /** What it answers when it is asked whether it is ready, and how often it was asked. */
  readiness: number;
  asked: number;
  stop(): Promise<void>;
}

/** A process of a subgraph that behaves as it is told. */
async function peer(behaviour: Behaviour, port = 0): Promise<Peer> {
  const server: Server = createServer((request, response) => {
    request.resume().on('end', () => {
      if (request.url === '/health/ready') {
        self.asked += 1;
        response.writeHead(self.readiness).end('{}');
        return;
      }
      self.calls += 1;
      self.behaviour(response, request, self.calls);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  const self: Peer = {
    url: `http://127.0.0.1:${address.port}/graphql`,
    port: address.port,
    behaviour,
    calls: 0,
    readiness: 200,
    asked: 0,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  opened.push(() => self.stop());
  return self;
}

function subgraph(peers: readonly Peer[], options: HttpSubgraphOptions = {}): Subgraph {
  const made = httpSubgraph(
    'identity',
    peers.map(({ url }) => url),
    signer,
    silent,
    { ...options, retry: { firstWaitMs: 1, longestWaitMs: 2, ...options.retry } },
  );
  opened.push(() => made.close());
  return made;
}

const UNAVAILABLE = {
  errors: [
    {
      message: expect.stringContaining('identity') as string,
      path: ['me'],
      extensions: { code: 'SERVICE_UNAVAILABLE' },
    },
  ],
};
const WELL = { data: { me: { name: 'Nino' } } };

describe('a read of a subgraph behind a URL', () => {
  it.each([
    ['is reset', resets],
    ['is answered 500', fails(500)],
    ['is answered with something that is no GraphQL', (response) => response.end('<html>')],
  ])('that %s is tried again', async (_what, trouble) => {
    const one = await peer((response, request, count) => {
      (count === 1 ? trouble : answers)(response, request, count);
    });
    expect(await subgraph([one]).run(READ)).toEqual(WELL);
    expect(one.calls).toBe(2);
  });

  it('is given up after three tries, and names what is missing', async () => {
    const one = await peer(resets);
    expect(await subgraph([one]).run(READ)).toEqual(UNAVAILABLE);
    expect(one.calls).toBe(3);
  });

  it.each([400, 401, 404, 429])(
    'that is answered %s is not tried again and opens nothing',
    async (status) => {
      const one = await peer(fails(status));
      const source = subgraph([one]);
      for (let time = 0; time < 7; time += 1) expect(await source.run(READ)).toEqual(UNAVAILABLE);
      expect(one.calls).toBe(7);
      expect(source.breakers?.()).toEqual([{ url: one.url, state: 'closed' }]);
    },
  );

  it('that is refused by GraphQL is an answer', async () => {
    const refusal = {
      errors: [{ message: 'no', path: ['me'], extensions: { code: 'FORBIDDEN' } }],
      data: null,
    };
    const one = await peer((response) => response.end(JSON.stringify(refusal)));
    expect(await subgraph([one]).run(READ)).toEqual(refusal);
    expect(one.calls).toBe(1);
  });

  it('names each field of each entity that is missing', async () => {
    const one = await peer(fails(500));
    const { errors } = await subgraph([one]).run({
      ...READ,
      query:
        'query Q($representations: [_Any!]!, $all: Boolean!) { _entities(representations: $representations) { ...F ... on Company { title } } } fragment F on User { __typename id: name mail @include(if: $all) }',
      variables: {
        all: false,
        representations: [
          { __typename: 'User', id: '1' },
          { __typename: 'Company', id: '2' },
        ],
      },
    });
    expect(errors?.map(({ path }) => path)).toEqual([
      ['_entities', 0, 'id'],
      ['_entities', 1, 'title'],
    ]);
  });

  it('shares its answer with an equal one of the same operation, under way at the same time', async () => {
    const one = await peer((response) => void setTimeout(() => response.end('{"data":{"n":1}}'), 20));
    const source = subgraph([one]);
    const operation = {};
    const runs = [operation, operation, {}].map((of) => source.run({ ...READ, operation: of }));
    expect(await Promise.all(runs)).toEqual(Array(3).fill({ data: { n: 1 } }));
    expect(one.calls).toBe(2);
    await Promise.all([CHANGE, CHANGE].map((change) => source.run({ ...change, operation })));
    expect(one.calls).toBe(4);
  });
});

describe('a change', () => {
  it.each([
    ['is reset', resets],
    ['is answered 500', fails(500)],
    ['is answered 503', fails(503)],
  ])('that %s is never sent a second time', async (_what, trouble) => {
    const [one, two] = [await peer(trouble), await peer(trouble)];
    const { errors } = await subgraph([one, two]).run(CHANGE);
    expect(errors?.[0]).toMatchObject({ path: ['post'], extensions: { outcome: 'UNKNOWN' } });
    expect(errors?.[0]?.message).toContain('same idempotency key');
    expect(one.calls + two.calls).toBe(1);
  });

  it('that a process has not begun goes to another one', async () => {
    const stopping = await peer(fails(503, { [NOT_BEGUN_HEADER]: '1' }));
    const well = await peer(answers);
    const gone = await peer(answers);
    await gone.stop();
    const source = subgraph([stopping, gone, well]);
    expect(await source.run(CHANGE)).toEqual(WELL);
    expect([stopping.calls, gone.calls, well.calls]).toEqual([1, 0, 1]);
  });
});

describe('replicas of a subgraph', () => {
  it('are asked in turn', async () => {
    const peers = [await peer(answers), await peer(answers), await peer(answers)];
    const source = subgraph(peers);
    for (let time = 0; time < 9; time += 1) await source.run(READ);
    expect(peers.map(({ calls }) => calls)).toEqual([3, 3, 3]);
  });

  it('that fail are left out, and the others answer everything', async () => {
    const bad = await peer(fails(500));
    const good = await peer(answers);
    const source = subgraph([bad, good]);
    for (let time = 0; time < 50; time += 1) expect(await source.run(READ)).toEqual(WELL);
    expect(bad.calls).toBe(5);
    expect(good.calls).toBe(50);
    expect(source.breakers?.().map(({ state }) => state)).toEqual(['open', 'closed']);
  });
});

describe('a replica that is about to stop', () => {
  const saysGoodbye: Behaviour = (response) => {
    response.setHeader(LEAVING_HEADER, '1').end('{"data":{"me":{"name":"Nino"}}}');
  };

  it('is asked no more once it has said so with an answer, until it is ready again', async () => {
    const leaving = await peer(saysGoodbye);
    leaving.readiness = 503;
    const staying = await peer(answers);
    const source = subgraph([leaving, staying], { recheckMs: 5 });
    for (let time = 0; time < 10; time += 1) expect(await source.run(CHANGE)).toEqual(WELL);
    expect([leaving.calls, staying.calls]).toEqual([1, 9]);

    leaving.behaviour = answers;
    leaving.readiness = 200;
    while (leaving.calls === 1) expect(await source.run(CHANGE)).toEqual(WELL);
    expect(source.breakers?.().map(({ state }) => state)).toEqual(['closed', 'closed']);
  });

  it('is known also to who has not called it', async () => {
    const leaving = await peer(fails(500));
    leaving.readiness = 503;
    const staying = await peer(answers);
    const source = subgraph([leaving, staying], { recheckMs: 5 });
    // Asked for the third time, its second answer has certainly come.
    while (leaving.asked < 3) await delay(1);
    for (let time = 0; time < 10; time += 1) expect(await source.run(CHANGE)).toEqual(WELL);
    expect(leaving.calls).toBe(0);
  });

  it('is asked after all when no other stays', async () => {
    const peers = [await peer(saysGoodbye), await peer(saysGoodbye)];
    for (const each of peers) each.readiness = 503;
    const source = subgraph(peers, { recheckMs: 5 });
    for (let time = 0; time < 10; time += 1) expect(await source.run(CHANGE)).toEqual(WELL);
    expect(peers.map(({ calls }) => calls)).toEqual([5, 5]);
  });

  it('hands on more calls than trouble would be allowed to', async () => {
    const refusing = await peer(fails(503, { [NOT_BEGUN_HEADER]: '1', [LEAVING_HEADER]: '1' }));
    const staying = await peer(answers);
    const source = subgraph([refusing, staying], { breaker: { failures: 1_000 } });
    const changes = Array.from({ length: 100 }, () => source.run(CHANGE));
    for (const answer of await Promise.all(changes)) expect(answer).toEqual(WELL);
    expect(staying.calls).toBe(100);
  });
});

describe('a subgraph that is away', () => {
  it('is left alone after five failures, tried after a while, and believed after two answers', async () => {
    const clock = { now: 0 };
    const one = await peer(fails(500));
    const source = subgraph([one], { breaker: { now: () => clock.now }, retry: { attempts: 1 } });
    const state = (): unknown => source.breakers?.()[0]?.state;
    for (let time = 0; time < 5; time += 1) await source.run(READ);
    expect(state()).toBe('open');
    expect(await source.run(READ)).toEqual(UNAVAILABLE);
    expect(one.calls).toBe(5);

    one.behaviour = answers;
    clock.now = 60_000;
    expect(state()).toBe('half-open');
    expect(await source.run(READ)).toEqual(WELL);
    expect(state()).toBe('half-open');
    expect(await source.run(READ)).toEqual(WELL);
    expect(state()).toBe('closed');
  });

  it('is let in again as soon as it says that it is ready, when it was gone', async () => {
    const one = await peer(answers);
    const source = subgraph([one], { recheckMs: 5, retry: { attempts: 1 } });
    const state = (): unknown => source.breakers?.()[0]?.state;
    await one.stop();
    for (let time = 0; time < 5; time += 1) expect(await source.run(READ)).toEqual(UNAVAILABLE);
    expect(state()).toBe('open');
    const again = await peer(answers, one.port);
    again.readiness = 503;
    while (again.asked < 3) await delay(1);
    expect(state()).toBe('open');
    again.readiness = 200;
    while (state() === 'open') await delay(1);
    expect(await source.run(READ)).toEqual(WELL);
    expect(await source.run(READ)).toEqual(WELL);
    expect(state()).toBe('closed');
  });

  it('is asked again by a part of the reads only', async () => {
    const one = await peer(fails(500));
    const source = subgraph([one], { breaker: { failures: Infinity } });
    for (let time = 0; time < 200; time += 1) await source.run(READ);
    // Twenty tries were saved up, and each request earns a fifth of one.
    expect(one.calls).toBeGreaterThan(200);
    expect(one.calls).toBeLessThanOrEqual(200 + 20 + 40);
  });
});

describe('a subgraph that stalls', () => {
  it('is given up when the time is over, and that speaks against it', async () => {
    const one = await peer(stalls);
    const source = subgraph([one], { breaker: { failures: 2 }, patienceMs: 20 });
    for (let time = 0; time < 2; time += 1) {
      const deadline = Date.now() + 40;
      // A timer may be early by a millisecond.
      const signal = AbortSignal.timeout(45);
      expect(await source.run({ ...READ, caller: { ...anonymous, deadline, signal } })).toEqual(UNAVAILABLE);
    }
    expect(one.calls).toBe(2);
    expect(source.breakers?.()[0]?.state).toBe('open');
  });

  it('is not blamed for a client that goes away', async () => {
    const one = await peer(stalls);
    const source = subgraph([one], { breaker: { failures: 1 }, patienceMs: 0 });
    const gone = new AbortController();
    const caller = { ...anonymous, deadline: Date.now() + 60_000, signal: gone.signal };
    const run = source.run({ ...READ, caller });
    while (one.calls === 0) await delay(1);
    gone.abort();
    expect(await run).toEqual(UNAVAILABLE);
    expect(source.breakers?.()[0]?.state).toBe('closed');
  });

  it('is not tried again past the deadline', async () => {
    const one = await peer(resets);
    const source = subgraph([one], {
      retry: { firstWaitMs: 10_000, longestWaitMs: 10_000, random: () => 1 },
    });
    const began = performance.now();
    await source.run({ ...READ, caller: { ...anonymous, deadline: Date.now() + 500 } });
    expect(performance.now() - began).toBeLessThan(500);
    expect(one.calls).toBe(1);
  });

  it('holds so many calls and no more; the rest are refused at once', async () => {
    const waiting: ServerResponse[] = [];
    const one = await peer((response) => void waiting.push(response));
    const source = subgraph([one], { bulkhead: { running: 2, waiting: 1 } });
    const held = [1, 2, 3].map(() => source.run(READ));
    while (waiting.length < 2) await delay(1);
    expect(await source.run(READ)).toEqual(UNAVAILABLE);
    expect(one.calls).toBe(2);
    one.behaviour = answers;
    for (const response of waiting) response.end('{"data":{"me":{"name":"Nino"}}}');
    expect(await Promise.all(held)).toEqual([WELL, WELL, WELL]);
  });
});
