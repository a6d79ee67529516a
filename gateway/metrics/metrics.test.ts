import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { serveMetrics } from '#shared/platform/metrics-route.ts';
import { outcomeOf, outcomeOfText } from './metrics.ts';

const TOKEN = 'a-token-of-some-length';
let app: FastifyInstance | undefined;
afterEach(() => app?.close());

/** The status that a caller from this address gets. */
async function statusFor(
  remoteAddress: string,
  headers: Record<string, string>,
  token?: string,
): Promise<number> {
  await app?.close();
  app = Fastify();
  app.setErrorHandler(async (_error, _request, reply) => reply.code(401).send());
  serveMetrics(app, token);
  return (await app.inject({ url: '/metrics', remoteAddress, headers })).statusCode;
}

describe('/metrics', () => {
  it.each(['127.0.0.1', '127.8.0.1', '::1', '::ffff:127.0.0.1'])('is open to %s', async (address) => {
    expect(await statusFor(address, {})).toBe(200);
  });

  it.each(['192.0.2.1', '::ffff:192.0.2.1', '2001:db8::1'])('needs its token from %s', async (address) => {
    expect(await statusFor(address, {})).toBe(401);
    expect(await statusFor(address, { authorization: `Bearer ${TOKEN}` })).toBe(401);
    expect(await statusFor(address, {}, TOKEN)).toBe(401);
    expect(await statusFor(address, { authorization: 'Bearer another' }, TOKEN)).toBe(401);
    expect(await statusFor(address, { authorization: `Bearer ${TOKEN}` }, TOKEN)).toBe(200);
  });

  it('takes what a proxy of this machine passes on for what it is', async () => {
    expect(await statusFor('127.0.0.1', { 'x-forwarded-for': '192.0.2.1' })).toBe(401);
    expect(await statusFor('127.0.0.1', { forwarded: 'for=192.0.2.1' })).toBe(401);
  });
});

describe('the outcome of an operation', () => {
  it('is the code of its first error, or ok', () => {
    expect(outcomeOf(undefined)).toBe('ok');
    expect(outcomeOf([{ extensions: { code: 'FORBIDDEN' } }])).toBe('FORBIDDEN');
    const failed = { data: null, errors: [{ message: 'x', extensions: { field: 'a', code: 'NOT_FOUND' } }] };
    expect(outcomeOfText(JSON.stringify(failed))).toBe('NOT_FOUND');
    expect(outcomeOfText(JSON.stringify({ data: { description: '"errors":[{"code":"FORBIDDEN"' } }))).toBe(
      'ok',
    );
  });
});
