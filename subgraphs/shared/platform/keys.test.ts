import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { generateSigningKey, loadOrCreateSigningKey, publicKeySet } from './keys.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'davtari-keys-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('a key is made once and found again, readable by its owner only', async () => {
  const file = join(folder, 'keys', 'access-token.jwk.json');
  const made = await loadOrCreateSigningKey(file);
  const found = await loadOrCreateSigningKey(file);
  expect(found.kid).toBe(made.kid);
  expect(found.privateKey.equals(made.privateKey)).toBe(true);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder, 'keys'))).mode & 0o777).toBe(0o700);
});

test('twenty that start together end up with one key and leave no drafts behind', async () => {
  const file = join(folder, 'key.json');
  const keys = await Promise.all(Array.from({ length: 20 }, () => loadOrCreateSigningKey(file)));
  expect(new Set(keys.map((key) => key.kid)).size).toBe(1);
  expect(await readdir(folder)).toEqual(['key.json']);
});

test('processes that start together end up with one key', async () => {
  const file = join(folder, 'key.json');
  const program = `import { loadOrCreateSigningKey } from '#shared/platform/keys.ts';
    process.stdout.write((await loadOrCreateSigningKey(${JSON.stringify(file)})).kid);`;
  const kids = await Promise.all(
    Array.from({ length: 3 }, async () => {
      const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let kid = '';
      child.stdout.on('data', (chunk: Buffer) => (kid += chunk.toString()));
      await once(child, 'close');
      return kid;
    }),
  );
  expect(new Set(kids).size).toBe(1);
  expect(kids[0]).toBe((await loadOrCreateSigningKey(file)).kid);
}, 30_000);

test('what is published holds no private half', async () => {
  const key = await generateSigningKey();
  const published = publicKeySet([key]);
  expect(Object.keys(published.keys[0] ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
});

test('a file that holds something else is refused without being quoted', async () => {
  const file = join(folder, 'key.json');
  for (const content of [
    '',
    'secret-text',
    '{"kty":"oct","k":"secret-text"}',
    '{"kty":"OKP","crv":"Ed25519"}',
  ]) {
    await writeFile(file, content);
    const refusal = await loadOrCreateSigningKey(file).catch((error: unknown) => String(error));
    expect(refusal).toContain(`${file} holds no private Ed25519 key`);
    expect(refusal).not.toContain('secret-text');
    expect(await readFile(file, 'utf8')).toBe(content);
  }
});

test('the public half is computed, whatever the file claims', async () => {
  const file = join(folder, 'key.json');
  const { kid } = await loadOrCreateSigningKey(file);
  const jwk = JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
  const other = await generateSigningKey();
  await chmod(file, 0o600);
  await writeFile(file, JSON.stringify({ ...jwk, x: other.publicJwk.x }));
  expect((await loadOrCreateSigningKey(file)).kid).toBe(kid);
});
