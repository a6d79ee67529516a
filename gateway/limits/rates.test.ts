import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DomainError } from '#shared/domain/errors.ts';
import type { Caller, Principal } from '#shared/platform/principal.ts';
import { openRedis, redisReady, type Redis } from '#shared/platform/redis.ts';
import {
  BOUNDLESS,
  composeSdl,
  EVENTS_SDL,
  fixtureSubgraphs,
  IDENTITY_SDL,
  LEDGER_SDL,
  READ,
  silent,
  startFixture,
  token,
} from '#gateway/testing/fixture.ts';
import { hasRedis, startTestRedis, type TestRedis } from '#test/redis.ts';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { RateWindows } from './rate-windows.ts';
import { createRates, networkOf } from './rates.ts';

const SETTINGS = { perMinute: 1_000, perHour: 10_000, taxPerMinute: 500, taxPerHour: 5_000 };
const NOON = Date.UTC(2026, 10, 22, 12);

function callerOf(userId: string | null, address = '192.0.2.1', partner?: Principal['partner']): Caller {
  const principal: Principal | null =
    userId === null
      ? null
      : {
          userId,
          companyId: 'c',
          roles: [],
          permissions: new Set(),
          tokenId: 't',
          sessionId: 's',
          issuedAt: 0,
          expiresAt: 0,
          ...(partner === undefined ? {} : { partner }),
        };
  return { principal, requestId: 'request', language: 'ka', address };
}

/** How often the call is let through before it is refused, and the refusal. */
function exhaust(call: () => void, atMost = 20_000): { passed: number; refusal: DomainError['details'] } {
  for (let passed = 0; passed < atMost; passed += 1) {
    try {
      call();
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'RATE_LIMITED') throw error;
      return { passed, refusal: error.details };
    }
  }
  throw new Error('It was never refused.');
}

describe('one user', () => {
  it('makes a thousand requests in a minute and not one more, until the minute is over', () => {
    let now = NOON + 20_000;
    const rates = createRates({ rates: SETTINGS, log: silent, now: () => now });
    const user = callerOf('u1');
    const first = exhaust(() => rates.countRequest(user, undefined));
    expect(first).toEqual({ passed: 1_000, refusal: { retryAfter: 40, limit: 1_000, windowSeconds: 60 } });
    now += 40_000;
    expect(exhaust(() => rates.countRequest(user, undefined)).passed).toBe(1_000);
  });

  it('makes ten thousand in an hour', () => {
    let now = NOON;
    const rates = createRates({ rates: SETTINGS, log: silent, now: () => now });
    let passed = 0;
    for (let minute = 0; minute < 11; minute += 1) {
      passed += exhaust(() => rates.countRequest(callerOf('u1'), undefined)).passed;
      now += 60_000;
    }
    expect(passed).toBe(10_000);
    const { refusal } = exhaust(() => rates.countRequest(callerOf('u1'), undefined));
    expect(refusal).toEqual({ retryAfter: 49 * 60, limit: 10_000, windowSeconds: 3_600 });
  });

  it('is one in every company and from every address, and nobody else pays for it', () => {
    const rates = createRates({ rates: SETTINGS, log: silent, now: () => NOON });
    exhaust(() => rates.countRequest(callerOf('u1', '192.0.2.1'), undefined));
    expect(() => rates.countRequest(callerOf('u1', '192.0.2.9'), undefined)).toThrow(DomainError);
    rates.countRequest(callerOf('u2'), undefined);
    rates.countRequest(callerOf(null), undefined);
  });

  it('asks for taxes half as often', () => {
    const rates = createRates({ rates: SETTINGS, log: silent, now: () => NOON });
    expect(exhaust(() => rates.countTaxRequest(callerOf('u1'))).passed).toBe(500);
    rates.countRequest(callerOf('u1'), undefined);
  });
});

describe('nobody in particular', () => {
  it('is counted by address, or by the network of an IPv6 address', () => {
    const rates = createRates({ rates: SETTINGS, log: silent, now: () => NOON });
    exhaust(() => rates.countRequest(callerOf(null, '2001:db8::1'), undefined));
    expect(() => rates.countRequest(callerOf(null, '2001:db8:0:0:ffff::2'), undefined)).toThrow(DomainError);
    rates.countRequest(callerOf(null, '2001:db8:0:1::1'), undefined);
  });

  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:0db8:0:0:1:2:3:4', '2001:db8:0:0::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s belongs to %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('a partner', () => {
  const limits = { requestsPerMinute: 30, requestsPerHour: 40, costPerMinute: 100 };
  const partner = callerOf('p1', '192.0.2.1', { id: 'p1', keyId: 'k1' });
  const otherKey = callerOf('p1', '192.0.2.1', { id: 'p1', keyId: 'k2' });

  it('has rates of its own, for all its keys together', () => {
    const rates = createRates({ rates: SETTINGS, log: silent, now: () => NOON });
    for (let times = 0; times < 15; times += 1) rates.countRequest(otherKey, { ...limits });
    expect(exhaust(() => rates.countRequest(partner, limits)).passed).toBe(15);
  });

  it('spends a budget of cost by the minute', () => {
    let now = NOON;
    const rates = createRates({ rates: SETTINGS, log: silent, now: () => now });
    rates.spend(partner, limits, 90);
    expect(() => rates.spend(partner, limits, 11)).toThrow(/cost/);
    rates.spend(partner, limits, 10);
    now += 60_000;
    rates.spend(partner, limits, 100);
  });
});

describe('through the gateway', () => {
  const few = { ...BOUNDLESS, perMinute: 3 };

  it('the refusal is 429 with Retry-After, and told once as a security event', async () => {
    const fixture = await startFixture({ rates: few });
    try {
      const reader = await token(READ);
      for (let times = 0; times < 3; times += 1) {
        expect((await fixture.run('{ version }', { token: reader })).status).toBe(200);
      }
      const { status, headers, body } = await fixture.run('{ version', { token: reader });
      expect(status).toBe(429);
      const retryAfter = Number(headers.get('retry-after'));
      expect(retryAfter).toBeGreaterThan(0);
      expect(retryAfter).toBeLessThanOrEqual(60);
      expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfter });
      await fixture.run('{ version }', { token: reader });
      await fixture.gateway.close();
      expect(fixture.authority.events.map(({ kind }) => kind)).toEqual(['RATE_LIMITED']);
    } finally {
      await fixture.close();
    }
  });

  it('operations over a WebSocket count with those over HTTP', async () => {
    const fixture = await startFixture({ rates: few });
    try {
      const reader = await token(READ);
      await fixture.run('{ version }', { token: reader });
      const client = fixture.socket(`Bearer ${reader}`);
      const ask = async (): Promise<unknown> => {
        for await (const { data } of client.iterate({ query: '{ version }' })) return data;
        return undefined;
      };
      await ask();
      await ask();
      await expect(ask()).rejects.toMatchObject([
        { extensions: { code: 'RATE_LIMITED', retryAfter: expect.any(Number) } },
      ]);
      expect((await fixture.run('{ version }', { token: reader })).status).toBe(429);
    } finally {
      await fixture.close();
    }
  });

  it('the root fields of the tax subgraph have a rate of their own, in fragments too', async () => {
    const sdl = `
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@authenticated"])
      type Query { vatReturn: String @authenticated }`;
    const tax = {
      name: 'tax',
      schema: buildSubgraphSchema({
        typeDefs: parse(sdl),
        resolvers: { Query: { vatReturn: () => 'paid' } },
      }),
      createContext: () => ({}),
      health: () => Promise.resolve([]),
      close: () => Promise.resolve(),
    };
    const { ledger, identity } = fixtureSubgraphs();
    const fixture = await startFixture({
      rates: { ...BOUNDLESS, taxPerMinute: 2 },
      supergraphSdl: composeSdl({ ledger: LEDGER_SDL, identity: IDENTITY_SDL, events: EVENTS_SDL, tax: sdl }),
      subgraphs: new Map([ledger, identity, tax].map((runtime) => [runtime.name, { runtime }])),
    });
    try {
      const reader = await token(READ);
      const query = 'query { ...f } fragment f on Query { due: vatReturn }';
      const statuses: number[] = [];
      for (let times = 0; times < 3; times += 1) {
        statuses.push((await fixture.run(query, { token: reader })).status);
      }
      expect(statuses).toEqual([200, 200, 429]);
      expect((await fixture.run('{ version }', { token: reader })).status).toBe(200);
    } finally {
      await fixture.close();
    }
  });
});

describe.skipIf(!hasRedis)('gateways that share a Redis', () => {
  let server: TestRedis;
  let redis: Redis;
  beforeAll(async () => {
    server = await startTestRedis();
    redis = openRedis(server.url, silent);
    await redisReady(redis);
  });
  afterAll(async () => {
    redis.disconnect();
    await server.stop();
  });
  const budget = [{ seconds: 60, limit: 10 }];

  it('know each other’s counts as soon as they have told them', async () => {
    const one = new RateWindows(redis, silent, () => NOON);
    const other = new RateWindows(redis, silent, () => NOON);
    expect(one.take('user u1', budget, 6)).toBeUndefined();
    await one.share();
    expect(other.take('user u1', budget, 2)).toBeUndefined();
    await other.share();
    expect(other.take('user u1', budget, 3)).toMatchObject({ retryAfter: 60 });
    expect(other.take('user u1', budget, 2)).toBeUndefined();
    expect(await redis.ttl(`rate:user u1:60:${NOON / 60_000}`)).toBeGreaterThan(60);
  });

  it('count by themselves while Redis is away', async () => {
    const dead = openRedis('redis://127.0.0.1:1', silent);
    try {
      const windows = new RateWindows(dead, silent, () => NOON);
      expect(windows.take('user u2', budget, 10)).toBeUndefined();
      await windows.share();
      expect(windows.take('user u2', budget, 1)).toMatchObject({ retryAfter: 60 });
    } finally {
      dead.disconnect();
    }
  });
});
