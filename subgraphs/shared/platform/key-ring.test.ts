import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAccessTokenVerifier, issueAccessToken } from './access-token.ts';
import { openKeyRing, readKeyRing, rotateKeyRing, signingAt, type KeyRing } from './key-ring.ts';
import { loadOrCreateSigningKey } from './keys.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const REALM = { issuer: 'davtari', audience: 'davtari-api' };
const SUBJECT = {
  userId: '01890000-0000-7000-8000-000000000001',
  companyId: '01890000-0000-7000-8000-00000000000a',
  sessionId: '01890000-0000-7000-8000-0000000000f0',
  roles: ['accountant'],
  permissions: ['accounts:read'],
} as const;

let folder: string;
let file: string;
let clock: number;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'davtari-ring-'));
  file = join(folder, 'keys', 'access-token.jwk.json');
  clock = NOW;
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const after = (seconds: number): number => NOW + seconds * 1000;
/** A process: it looks at the file whenever it is asked. */
const open = () => openKeyRing(file, { now: () => clock, lookMilliseconds: 0 });
const rotate = (aheadSeconds = 300, now = clock) =>
  rotateKeyRing(file, { aheadSeconds, tokenSeconds: 1800, now });
const kidsOf = async (ring: KeyRing) => (await ring.keySet()).keys.map(({ kid }) => kid);
const issue = async (ring: KeyRing) =>
  issueAccessToken(await ring.signingKey(), REALM, SUBJECT, 1800, clock / 1000);

/** A verifier that asks the ring for each token, as one does that has just started. */
async function verify(ring: KeyRing, token: string): Promise<string> {
  const verifier = createAccessTokenVerifier(
    async (header, jws) => createLocalJWKSet(await ring.keySet())(header, jws),
    { ...REALM, now: () => new Date(clock) },
  );
  return (await verifier.verify(token)).userId;
}

test('the key file of an existing installation is a ring of one', async () => {
  const { kid } = await loadOrCreateSigningKey(file);
  const ring = await open();
  expect((await ring.signingKey()).kid).toBe(kid);
  expect(await kidsOf(ring)).toEqual([kid]);
});

test('an installation that never started can rotate', async () => {
  expect(await rotate()).toHaveLength(2);
});

test('a ring is made where there is none, readable by its owner only', async () => {
  const ring = await open();
  expect(await kidsOf(ring)).toEqual([(await ring.signingKey()).kid]);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('a new key is published at once, signs after five minutes, and the old one stays until its last token has expired', async () => {
  const ring = await open();
  const old = (await ring.signingKey()).kid;
  const fresh = (await rotate()).at(-1)?.key.kid ?? '';
  expect(await kidsOf(ring)).toEqual([old, fresh]);
  expect((await ring.signingKey()).kid).toBe(old);
  clock = after(299.999);
  expect((await ring.signingKey()).kid).toBe(old);
  const lastOfOld = await issue(ring);
  clock = after(300);
  expect((await ring.signingKey()).kid).toBe(fresh);
  expect(await kidsOf(ring)).toEqual([old, fresh]);
  clock = after(299 + 1799.9);
  expect(await verify(ring, lastOfOld)).toBe(SUBJECT.userId);
  clock = after(300 + 1800 + 60);
  expect(await kidsOf(ring)).toEqual([fresh]);
});

test('tokens of both keys are good during a rotation, and in a process that starts meanwhile', async () => {
  const ring = await open();
  const before = await issue(ring);
  await rotate();
  clock = after(301);
  const since = await issue(ring);
  const restarted = await open();
  for (const process of [ring, restarted]) {
    expect(await verify(process, before)).toBe(SUBJECT.userId);
    expect(await verify(process, since)).toBe(SUBJECT.userId);
    expect(await kidsOf(process)).toHaveLength(2);
  }
  expect((await restarted.signingKey()).kid).toBe((await ring.signingKey()).kid);
});

test('a rotation may take effect at once, also when another is under way', async () => {
  const ring = await open();
  await rotate(300);
  const now = (await rotate(0)).at(-1)?.key.kid;
  expect((await ring.signingKey()).kid).toBe(now);
  expect(await kidsOf(ring)).toHaveLength(2);
});

test('a second rotation is refused until the first has taken effect, and keys that are over go', async () => {
  const ring = await open();
  await rotate();
  await expect(rotate()).rejects.toThrow(/begins to sign at 2026-11-22T12:05:00/);
  clock = after(301);
  await rotate();
  expect(await kidsOf(ring)).toHaveLength(3);
  clock = after(3_000);
  await rotate();
  expect(await readKeyRing(file)).toHaveLength(2);
});

test('of rotations at once one happens, and nothing is left behind', async () => {
  await open();
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => rotate()));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await readdir(join(folder, 'keys'))).toEqual(['access-token.jwk.json']);
  expect(await readKeyRing(file)).toHaveLength(2);
});

test('a file that was broken under a running process leaves it the keys it had', async () => {
  const ring = await open();
  const { kid } = await ring.signingKey();
  await writeFile(file, 'secret-text');
  expect(await kidsOf(ring)).toEqual([kid]);
  const refusal = await openKeyRing(file).catch((error: unknown) => String(error));
  expect(refusal).toContain(`${file} holds no private Ed25519 key`);
  expect(refusal).not.toContain('secret-text');
});

test('a ring names its keys in the file and publishes no private half', async () => {
  const ring = await open();
  await rotate();
  const { keys } = JSON.parse(await readFile(file, 'utf8')) as { keys: Record<string, string>[] };
  expect(keys.map(({ signsFrom }) => signsFrom)).toEqual([
    '1970-01-01T00:00:00.000Z',
    '2026-11-22T12:05:00.000Z',
  ]);
  expect(JSON.stringify(await ring.keySet())).not.toContain(keys[0]?.['d'] ?? 'none');
});

test('signs with the last key that has begun to', async () => {
  await open();
  await rotate(0);
  clock = after(10);
  const keys = await rotate(0);
  expect(signingAt([...keys].reverse(), after(11))).toEqual(keys.at(-1));
});
