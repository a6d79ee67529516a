import { Redis } from 'ioredis';
import { expect, it } from 'vitest';
import { hasRedis, startTestRedis } from '#test/redis.ts';

it.skipIf(!hasRedis)('a Redis of one’s own answers, and is gone after its stop', async () => {
  const server = await startTestRedis();
  const client = new Redis(server.url, { retryStrategy: () => null });
  client.on('error', () => undefined);
  await client.set('key', 'value');
  expect(await client.get('key')).toBe('value');
  const closed = new Promise((done) => client.once('end', done));
  await server.stop();
  await closed;
  await expect(client.get('key')).rejects.toThrow();
});
