import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knownOperations } from '#gateway/composition/registered.ts';
import { READ, startFixture, token } from '#gateway/testing/fixture.ts';
import { createLog } from '#shared/platform/log.ts';
import { processMetrics } from '#shared/platform/metrics.ts';
import { openRedis, redisReady, type Redis } from '#shared/platform/redis.ts';
import { hasRedis, startTestRedis, type TestRedis } from '#test/redis.ts';
import { createAutomaticQueries } from './automatic.ts';

const log = createLog({ logLevel: 'silent' });
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('the most used of the automatically persisted queries', () => {
  it('are told from memory without Redis, the most used first', async () => {
    const queries = createAutomaticQueries({ log });
    for (const text of ['{ rare }', '{ often }']) queries.keep(digest(text), text);
    for (let time = 0; time < 3; time += 1) await queries.find(digest('{ often }'));
    expect(await queries.mostUsed()).toEqual(['{ often }', '{ rare }']);
    await queries.close();
  });

  it('come behind what partners have registered', async () => {
    const registered = { partnerId: 'p', operationId: 'o', body: '{ registered }', scopes: [] };
    const authority = {
      registeredOperationsAfter: (place: unknown) => Promise.resolve(place === undefined ? [registered] : []),
    };
    const bodies: string[] = [];
    const automatic = { mostUsed: () => Promise.resolve(['{ used }']) };
    for await (const page of knownOperations(authority, automatic))
      bodies.push(...page.map(({ body }) => body));
    expect(bodies).toEqual(['{ registered }', '{ used }']);
  });
});

describe.skipIf(!hasRedis)('gateways with a Redis', () => {
  let server: TestRedis;
  let redis: Redis;
  beforeAll(async () => {
    server = await startTestRedis();
    redis = openRedis(server.url, log);
    await redisReady(redis);
  });
  afterAll(async () => {
    redis.disconnect();
    await server.stop();
  });

  it('count together what is used, and believe no text that is not what its digest says', async () => {
    const one = createAutomaticQueries({ redis, log });
    const other = createAutomaticQueries({ redis, log });
    for (const text of ['{ a }', '{ b }', '{ gone }', '{ forged }']) one.keep(digest(text), text);
    await one.find(digest('{ a }'));
    await one.close();
    for (let time = 0; time < 3; time += 1) await other.find(digest('{ b }'));
    await other.close();
    await redis.del(`apq:${digest('{ gone }')}`);
    await redis.set(`apq:${digest('{ forged }')}`, '{ other }');

    const fresh = createAutomaticQueries({ redis, log });
    expect(await fresh.mostUsed()).toEqual(['{ b }', '{ a }']);
    expect(await redis.zscore('apq-uses', digest('{ gone }'))).toBeNull();
    await fresh.close();
  });

  it('plan at their start what was used before it', async () => {
    const query = 'query Warmed { transaction(id: "t1") { description author { name } } }';
    const extensions = { persistedQuery: { version: 1, sha256Hash: digest(query) } };
    const ask = async (url: string, body: object): Promise<unknown> => {
      const answer = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${await token(READ)}` },
        body: JSON.stringify({ ...body, extensions }),
      });
      return answer.json();
    };
    const first = await startFixture({ redis });
    expect(await ask(first.gateway.url, { query })).toMatchObject({ data: { transaction: {} } });
    await first.close();

    const second = await startFixture({ redis });
    const planned = await plansMade();
    expect(await ask(second.gateway.url, {})).toMatchObject({ data: { transaction: {} } });
    expect(await plansMade()).toBe(planned);
    await second.close();
  });
});

async function plansMade(): Promise<string | undefined> {
  const { text } = await processMetrics.page();
  return /^davtari_plan_cache_misses_total (\d+)$/m.exec(text)?.[1];
}
