import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, decodeProtectedHeader } from 'jose';
import { expect, test } from 'vitest';
import { createAccessTokenVerifier } from '#shared/platform/access-token.ts';
import { openKeyRing, rotateKeyRing } from '#shared/platform/key-ring.ts';
import { CONFIG, createWorld } from '../testing/world.ts';

test('while keys are rotated everybody stays signed in, in this process and in one that starts meanwhile', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'davtari-rotation-'));
  const file = join(folder, 'keys.json');
  const world = await createWorld({ accessToken: await openKeyRing(file, { lookMilliseconds: 0 }) });
  try {
    const { authority } = world.identity;
    const verifier = createAccessTokenVerifier(
      async (header, token) => createLocalJWKSet(await authority.keySet())(header, token),
      { issuer: CONFIG.tokenIssuer, audience: CONFIG.tokenAudience },
    );
    const kidOf = ({ accessToken }: { accessToken: string }) => decodeProtectedHeader(accessToken).kid;
    const before = await world.signIn('chief@demo.ge');
    const keys = await rotateKeyRing(file, { aheadSeconds: 0, tokenSeconds: CONFIG.accessTokenSeconds });
    const after = await world.signIn('chief@demo.ge');
    expect([kidOf(before), kidOf(after)]).toEqual(keys.map(({ key }) => key.kid));
    for (const { accessToken } of [before, after]) {
      expect((await verifier.verify(accessToken)).userId).toBe(world.users.chief);
    }
    const started = await openKeyRing(file);
    for (const keySet of [await authority.keySet(), await started.keySet()]) {
      expect(keySet.keys.map(({ kid }) => kid)).toEqual([kidOf(before), kidOf(after)]);
    }
    await world.restart();
    expect(kidOf(await world.signIn('chief@demo.ge'))).toBe(kidOf(after));
  } finally {
    await world.close();
    await rm(folder, { recursive: true, force: true });
  }
});
