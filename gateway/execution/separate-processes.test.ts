import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MemoryFeed } from '#gateway/testing/fake-feed.ts';
import {
  COMPANY,
  COST,
  fixtureSubgraphs,
  OTHER_COMPANY,
  READ,
  silent,
  startFixture,
  token,
  type Asked,
  type Fixture,
} from '#gateway/testing/fixture.ts';
import { httpEventFeed } from '#gateway/subscriptions/http-feed.ts';
import { serveSubgraph, type SubgraphServer } from '#shared/graphql/server.ts';
import { createAssertionSigner, createAssertionVerifier } from '#shared/platform/assertion.ts';
import { generateSigningKey, publicKeySet } from '#shared/platform/keys.ts';

let ledger: SubgraphServer;
let identity: SubgraphServer;
let fixture: Fixture;
let reader: string;
let ledgerFeed: ReturnType<typeof httpEventFeed>;
const asked: Asked[] = [];
const feed = new MemoryFeed();

beforeAll(async () => {
  const key = await generateSigningKey();
  const runtimes = fixtureSubgraphs(asked);
  const serve = (name: 'ledger' | 'identity') =>
    serveSubgraph(runtimes[name], {
      port: 0,
      host: '127.0.0.1',
      log: silent,
      assertions: createAssertionVerifier(publicKeySet([key]), { subgraph: name }),
      ...(name === 'ledger' ? { feed } : {}),
    });
  ledger = await serve('ledger');
  identity = await serve('identity');
  const assertions = createAssertionSigner(key);
  ledgerFeed = httpEventFeed(ledger.url, assertions);
  fixture = await startFixture({
    subgraphs: new Map([
      ['ledger', { url: `${ledger.url}/graphql` }],
      ['identity', { url: `${identity.url}/graphql` }],
    ]),
    assertions,
    feed: ledgerFeed,
  });
  reader = await token(READ);
});
afterAll(async () => {
  await fixture.close();
  await ledgerFeed.close();
  await ledger.close();
});

describe('subgraphs in processes of their own', () => {
  it('answer the gateway, knowing who asks', async () => {
    const { body } = await fixture.run('{ transaction(id: "t1") { description author { name } } }', {
      token: reader,
      headers: { 'x-request-id': 'request-0002' },
    });
    expect(body).toEqual({
      data: { transaction: { description: 'Posting t1', author: { name: 'Name of u1' } } },
      extensions: COST,
    });
    expect(asked.map(({ caller }) => [caller.requestId, caller.principal?.companyId])).toEqual([
      ['request-0002', COMPANY],
      ['request-0002', COMPANY],
    ]);
  });

  it('keep the codes and details of their refusals', async () => {
    const { body } = await fixture.run('{ refuse }', { token: reader });
    expect(body.errors?.[0]?.extensions).toEqual({
      code: 'PERIOD_CLOSED',
      field: 'date',
      value: '2026-03-01',
    });
  });

  it('refuse a caller whom the gateway does not vouch for', async () => {
    for (const headers of [{}, { 'x-davtari-caller': 'forged' }]) {
      const response = await fetch(`${ledger.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: '{"query":"{ refuse }"}',
      });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
    expect((await fetch(`${ledger.url}/feed?companyId=${COMPANY}&after=c0`)).status).toBe(401);
  });

  it('serve the events: backlog, then live, then the end of it', async () => {
    feed.post(COMPANY);
    feed.post(OTHER_COMPANY);
    feed.post(COMPANY);
    const seqs: number[] = [];
    const stop = new AbortController();
    const following = (async () => {
      for await (const batch of ledgerFeed.follow(COMPANY, 'c0', stop.signal)) {
        seqs.push(...batch.map(({ seq }) => seq));
      }
    })();
    while (seqs.length < 2) await delay(5);
    expect(await ledgerFeed.latest(COMPANY)).toBe('c2');
    feed.post(COMPANY);
    while (seqs.length < 3) await delay(5);
    expect(seqs).toEqual([1, 2, 3]);
    stop.abort();
    await following;
    while (feed.follows > 0) await delay(5);
  });

  it('let the reader of events know when the connection breaks', async () => {
    const key = await generateSigningKey();
    const broken = await serveSubgraph(fixtureSubgraphs().ledger, {
      port: 0,
      host: '127.0.0.1',
      log: silent,
      assertions: createAssertionVerifier(publicKeySet([key]), { subgraph: 'ledger' }),
      feed,
    });
    const reading = httpEventFeed(broken.url, createAssertionSigner(key));
    const events = reading.follow(COMPANY, 'c0', new AbortController().signal)[Symbol.asyncIterator]();
    await events.next();
    const next = expect(events.next()).rejects.toThrow();
    await broken.close();
    await next;
    await reading.close();
  });

  it('pass on the refusal of a cursor', async () => {
    const signal = new AbortController().signal;
    await expect(
      ledgerFeed.follow(COMPANY, 'nonsense', signal)[Symbol.asyncIterator]().next(),
    ).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });

  it('carry subscriptions', async () => {
    const client = fixture.socket(`Bearer ${reader}`);
    const events = client.iterate<{ transactionPosted: { seq: number } }>({
      query: 'subscription { transactionPosted(after: "c0") { seq transaction { author { name } } } }',
    });
    const first = (await events.next()).value as unknown;
    expect(first).toEqual({
      data: { transactionPosted: { seq: 1, transaction: { author: { name: 'Name of u1' } } } },
    });
    await events.return?.();
  });

  // Last, because it ends one of them.
  it('that are away make their fields SERVICE_UNAVAILABLE and the gateway not ready', async () => {
    await identity.close();
    const { body } = await fixture.run('{ transaction(id: "t1") { description } me { name } }', {
      token: reader,
    });
    expect(body.data).toMatchObject({ transaction: { description: 'Posting t1' }, me: null });
    expect(body.errors?.[0]?.extensions['code']).toBe('SERVICE_UNAVAILABLE');
    const ready = await fetch(`${fixture.gateway.url}/health/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({
      dependencies: expect.arrayContaining([
        { name: 'identity', status: 'down', latencyMs: expect.any(Number), error: expect.any(String) },
      ]),
    });
  });
});
