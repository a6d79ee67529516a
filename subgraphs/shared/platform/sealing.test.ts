import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadOrCreateSecret, sealingBy } from './sealing.ts';

const SECRET = Buffer.alloc(32, 7);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'davtari-sealing-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('what is sealed is opened by the same secret, for the same purpose and subject', () => {
  const sealing = sealingBy(SECRET, 'tests');
  const sealed = sealing.seal('ღია ტექსტი', 'user-1');
  expect(sealed).not.toContain(Buffer.from('ღია').toString('base64url'));
  expect(sealing.seal('ღია ტექსტი', 'user-1')).not.toBe(sealed);
  expect(sealingBy(SECRET, 'tests').open(sealed, 'user-1')).toBe('ღია ტექსტი');
  expect(() => sealing.open(sealed, 'user-2')).toThrow();
  expect(() => sealingBy(SECRET, 'other').open(sealed, 'user-1')).toThrow();
  expect(() => sealingBy(Buffer.alloc(32, 8), 'tests').open(sealed, 'user-1')).toThrow();
});

test('what was changed or cut is not opened', () => {
  const sealing = sealingBy(SECRET, 'tests');
  const sealed = sealing.seal('secret', 'user-1');
  for (let at = 0; at < sealed.length - 1; at += 1) {
    const other = sealed[at] === 'A' ? 'B' : 'A';
    expect(() => sealing.open(sealed.slice(0, at) + other + sealed.slice(at + 1), 'user-1')).toThrow();
    expect(() => sealing.open(sealed.slice(0, at), 'user-1')).toThrow();
  }
});

test('digests are equal for equal texts of one purpose only', () => {
  const digest = sealingBy(SECRET, 'tests').digest('a@b.ge');
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
  expect(sealingBy(SECRET, 'tests').digest('a@b.ge')).toBe(digest);
  expect(sealingBy(SECRET, 'other').digest('a@b.ge')).not.toBe(digest);
});

test('a secret is made once and found again, readable by its owner only', async () => {
  const file = join(folder, 'keys', 'secrets.jwk.json');
  const secrets = await Promise.all(Array.from({ length: 5 }, () => loadOrCreateSecret(file)));
  expect(secrets[0]).toHaveLength(32);
  for (const secret of secrets) expect(secret).toEqual(secrets[0]);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('a file that holds something else is refused without being quoted', async () => {
  const file = join(folder, 'secrets.jwk.json');
  for (const content of ['', 'secret-text', '{"kty":"oct","k":"short"}', '{"kty":"OKP","x":"secret-text"}']) {
    await writeFile(file, content);
    const refusal = await loadOrCreateSecret(file).catch((error: unknown) => String(error));
    expect(refusal).toContain(`${file} holds no symmetric key`);
    expect(refusal).not.toContain('secret-text');
  }
});
