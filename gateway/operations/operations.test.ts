import { createHash } from 'node:crypto';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DomainError } from '#shared/domain/errors.ts';
import type { RegisteredOperation } from '#shared/platform/access-authority.ts';
import { createLog } from '#shared/platform/log.ts';
import type { Caller } from '#shared/platform/principal.ts';
import { openRedis, redisReady, type Redis } from '#shared/platform/redis.ts';
import { hasRedis, startTestRedis, type TestRedis } from '#test/redis.ts';
import { createAdmission } from '#gateway/limits/admit.ts';
import { conditionalAnswer } from './conditional-get.ts';
import { rememberRegistered } from './registered.ts';
import { createOperationResolver, type PersistedOutcome } from './resolve.ts';
import { readableText } from './suggestions.ts';
import { whileRegistered } from './while-registered.ts';

const log = createLog({ logLevel: 'silent' });
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const operation = (body: string, version = 1): RegisteredOperation => ({
  id: 'o',
  name: 'O',
  type: 'query',
  body,
  version,
});

const partner: Caller = {
  principal: {
    userId: 'p',
    companyId: 'c',
    roles: [],
    permissions: new Set(),
    tokenId: 'k',
    sessionId: 'k',
    issuedAt: 0,
    expiresAt: 4_000_000_000,
    partner: { id: 'p', keyId: 'k' },
  },
  requestId: 'r',
  language: 'ka',
};
const anonymous: Caller = { principal: null, requestId: 'r', language: 'ka' };

/** Operations that can be changed, over a clock that is set by hand. */
function registry() {
  const state = {
    now: 0,
    asked: 0,
    isAway: false,
    answer: operation('{ one }') as RegisteredOperation | undefined,
  };
  const operations = rememberRegistered(
    {
      registeredOperation: () => {
        state.asked += 1;
        return state.isAway ? Promise.reject(new Error('away')) : Promise.resolve(state.answer);
      },
    },
    { freshMs: 1_000, lastMs: 3_000, unknownMs: 1_000 },
    () => state.now,
  );
  return { state, find: async () => (await operations.find('p', 'o'))?.body };
}

describe('a registered operation', () => {
  it('is asked for once while it is fresh, however many ask at once', async () => {
    const { state, find } = registry();
    await Promise.all([find(), find(), find()]);
    state.now = 999;
    await find();
    expect(state.asked).toBe(1);
  });

  it('is renewed while it is used, and nobody waits for that', async () => {
    const { state, find } = registry();
    await find();
    state.answer = operation('{ two }');
    state.now = 1_000;
    expect(await find()).toBe('{ one }');
    expect(state.asked).toBe(2);
    expect(await find()).toBe('{ two }');
  });

  it('lives no longer than its last moment once it is revoked, used or not', async () => {
    const { state, find } = registry();
    await find();
    state.answer = undefined;
    state.now = 3_000;
    expect(await find()).toBeUndefined();
  });

  it('runs on while the authority is away for a moment, and not for longer', async () => {
    const { state, find } = registry();
    await find();
    state.isAway = true;
    state.now = 2_999;
    expect(await find()).toBe('{ one }');
    state.now = 3_000;
    await expect(find()).rejects.toThrow('away');
  });

  it('that is unknown is not asked for at every try, and is found soon after it was registered', async () => {
    const { state, find } = registry();
    state.answer = undefined;
    for (let time = 0; time < 100; time += 1) expect(await find()).toBeUndefined();
    expect(state.asked).toBe(1);
    state.answer = operation('{ one }');
    state.now = 1_000;
    expect(await find()).toBe('{ one }');
  });
});

describe('automatically persisted queries', () => {
  let server: TestRedis | undefined;
  let redis: Redis | undefined;
  beforeAll(async () => {
    if (!hasRedis) return;
    server = await startTestRedis();
    redis = openRedis(server.url, log);
    await redisReady(redis);
  });
  afterAll(async () => {
    redis?.disconnect();
    await server?.stop();
  });

  const text = 'query Screen { version }';
  const byHash = { extensions: { persistedQuery: { version: 1, sha256Hash: digest(text) } } };
  const nothing = { registeredOperation: () => Promise.resolve(undefined) };

  function frontend(store?: Redis) {
    const outcomes: PersistedOutcome[] = [];
    const resolve = createOperationResolver({
      authority: nothing,
      redis: store,
      admit: createAdmission(),
      onPersisted: (outcome) => outcomes.push(outcome),
      log,
    });
    return { outcomes, ask: (request: object) => resolve(anonymous, request) };
  }

  it('are kept in memory without Redis', async () => {
    const { ask, outcomes } = frontend();
    await expect(ask(byHash)).rejects.toMatchObject({
      code: 'PERSISTED_QUERY_NOT_FOUND',
      message: 'PersistedQueryNotFound',
    });
    await ask({ query: text, ...byHash });
    expect(await ask(byHash)).toMatchObject({ query: text });
    expect(outcomes).toEqual(['miss', 'kept', 'hit']);
  });

  it('are not kept when they could not run', async () => {
    const { ask } = frontend();
    const huge = `{ ${'version '.repeat(3_000)} }`;
    const hash = { extensions: { persistedQuery: { version: 1, sha256Hash: digest(huge) } } };
    await expect(ask({ query: huge, ...hash })).rejects.toThrow('fields');
    await expect(ask(hash)).rejects.toMatchObject({ code: 'PERSISTED_QUERY_NOT_FOUND' });
  });

  it('are answered and not kept when they are very long', async () => {
    const { ask } = frontend();
    const long = `${getIntrospectionQuery()}${' '.repeat(70_000)}`;
    const hash = { extensions: { persistedQuery: { version: 1, sha256Hash: digest(long) } } };
    expect(await ask({ query: long, ...hash })).toMatchObject({ query: long });
    await expect(ask(hash)).rejects.toMatchObject({ code: 'PERSISTED_QUERY_NOT_FOUND' });
  });

  it.skipIf(!hasRedis)('are shared by gateways through Redis, for a day, and go on without it', async () => {
    const one = frontend(redis);
    const other = frontend(redis);
    await one.ask({ query: text, ...byHash });
    expect(await other.ask(byHash)).toMatchObject({ query: text });
    const lifetime = (await redis?.ttl(`apq:${digest(text)}`)) ?? 0;
    expect(lifetime).toBeGreaterThan(86_000);
    // What somebody else wrote there is not what the digest says.
    const forged = digest('{ forged }');
    await redis?.set(`apq:${forged}`, '{ other }');
    const forgedHash = { extensions: { persistedQuery: { version: 1, sha256Hash: forged } } };
    await expect(other.ask(forgedHash)).rejects.toMatchObject({ code: 'PERSISTED_QUERY_NOT_FOUND' });

    await server?.stop();
    expect(await other.ask(byHash)).toMatchObject({ query: text });
    await expect(frontend(redis).ask(byHash)).rejects.toMatchObject({ code: 'PERSISTED_QUERY_NOT_FOUND' });
  });

  it('are not for partners, in neither direction', async () => {
    const resolve = createOperationResolver({ authority: nothing, log });
    await resolve(anonymous, { query: text, ...byHash });
    await expect(resolve(partner, byHash)).rejects.toMatchObject({ code: 'PERSISTED_QUERY_NOT_FOUND' });
    await expect(resolve(partner, { query: text, ...byHash })).rejects.toMatchObject({
      code: 'PERSISTED_QUERY_ID_REQUIRED',
    });
  });
});

describe('an answer', () => {
  it('to a partner suggests nothing, and its data is left as it is', () => {
    const answer = JSON.stringify({
      errors: [{ message: 'No field "nam". Did you mean "name" or "nameEn"? Try.' }],
      data: { description: 'Did you mean it?' },
    });
    expect(JSON.parse(readableText(partner.principal, answer))).toEqual({
      errors: [{ message: 'No field "nam". Try.' }],
      data: { description: 'Did you mean it?' },
    });
    expect(readableText(null, answer)).toBe(answer);
  });

  it('that the caller has already is not sent again', () => {
    const first = conditionalAnswer(200, '{"data":1}', undefined);
    const tag = first.headers['etag'] ?? '';
    expect(conditionalAnswer(200, '{"data":1}', `"x", ${tag}`).status).toBe(304);
    expect(conditionalAnswer(200, '{"data":2}', tag).status).toBe(200);
    expect(conditionalAnswer(400, '{"data":1}', tag).status).toBe(400);
  });
});

describe('a running subscription of a partner', () => {
  /** A stream that never tells anything until it is told to. */
  function silent() {
    let wake: (step: IteratorResult<number, void>) => void = () => undefined;
    const state = { returned: false };
    const stream = {
      next: () => new Promise<IteratorResult<number, void>>((resolve) => (wake = resolve)),
      return: () => {
        state.returned = true;
        return Promise.resolve({ done: true, value: undefined });
      },
    } as unknown as AsyncGenerator<number, void>;
    return { state, stream, tell: (value: number) => wake({ done: false, value }) };
  }

  it('is told what there is to tell, while its operation cannot be asked about too', async () => {
    const { stream, tell } = silent();
    const watched = whileRegistered(stream, 'q', () => Promise.reject(new Error('away')), 1);
    const next = watched.next();
    await new Promise((resolve) => setTimeout(resolve, 10));
    tell(7);
    expect(await next).toEqual({ done: false, value: 7 });
    await watched.return();
  });

  it.each([
    ['revoked', () => Promise.reject(new DomainError('PERSISTED_QUERY_NOT_FOUND', 'gone'))],
    ['replaced', () => Promise.resolve({ query: 'another' })],
  ])('ends once its operation is %s', async (_what, find) => {
    const { stream, state } = silent();
    const watched = whileRegistered(stream, 'q', find, 1);
    await expect(watched.next()).rejects.toMatchObject({ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } });
    await expect(watched.next()).rejects.toMatchObject({ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } });
    expect(state.returned).toBe(true);
  });
});
