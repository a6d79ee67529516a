import { SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { DomainError } from '#shared/domain/errors.ts';
import { issueAccessToken } from './access-token.ts';
import { createAssertionSigner, createAssertionVerifier } from './assertion.ts';
import { generateSigningKey, publicKeySet, type SigningKey } from './keys.ts';
import type { Caller, Principal } from './principal.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const SECONDS = NOW.getTime() / 1000;
const principal: Principal = {
  userId: '01890000-0000-7000-8000-000000000001',
  companyId: '01890000-0000-7000-8000-00000000000a',
  sessionId: '01890000-0000-7000-8000-0000000000f0',
  roles: ['accountant'],
  permissions: new Set(['accounts:read']),
  tokenId: 'token-1',
  issuedAt: SECONDS - 60,
  expiresAt: SECONDS + 1800,
};
const caller: Caller = {
  principal,
  requestId: 'r-1',
  language: 'ka',
  address: '192.0.2.7',
  userAgent: 'Browser/1',
};

let key: SigningKey;
beforeAll(async () => {
  key = await generateSigningKey();
});

const at = (seconds: number) => () => new Date(NOW.getTime() + seconds * 1000);

function verifier(now = at(0), subgraph = 'ledger', keys = [key]) {
  return createAssertionVerifier(publicKeySet(keys), { subgraph, now });
}

async function expectRefused(verification: Promise<unknown>): Promise<void> {
  await expect(verification).rejects.toBeInstanceOf(DomainError);
  await expect(verification).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
    message: 'The call carries no valid assertion of the gateway.',
  });
}

test('a subgraph learns from the gateway who asks', async () => {
  const assertion = await createAssertionSigner(key, { now: at(0) }).sign(caller);
  expect(await verifier().verify(assertion, 'r-2')).toEqual({ ...caller, requestId: 'r-2' });
});

test('nobody is vouched for as nobody', async () => {
  const assertion = await createAssertionSigner(key, { now: at(0) }).sign({
    principal: null,
    requestId: 'r-1',
    language: 'en',
  });
  expect(await verifier().verify(assertion, 'r-1')).toEqual({
    principal: null,
    requestId: 'r-1',
    language: 'en',
  });
});

test('a client that calls itself by an endless name is cut short', async () => {
  const assertion = await createAssertionSigner(key, { now: at(0) }).sign({
    ...caller,
    userAgent: 'x'.repeat(5_000),
  });
  expect((await verifier().verify(assertion, 'r')).userAgent).toBe('x'.repeat(200));
});

test('a signature serves some seconds, and only the same principal, language, address and client', async () => {
  let now = NOW;
  const signer = createAssertionSigner(key, { now: () => now });
  const first = await signer.sign(caller);
  expect(await signer.sign({ ...caller, requestId: 'r-9' })).toBe(first);
  expect(await signer.sign({ ...caller, language: 'en' })).not.toBe(first);
  expect(await signer.sign({ ...caller, address: '192.0.2.8' })).not.toBe(first);
  expect(await signer.sign({ ...caller, userAgent: 'Browser/2' })).not.toBe(first);
  expect(await signer.sign({ ...caller, principal: null })).not.toBe(first);
  expect(await signer.sign({ ...caller, principal: { ...principal, roles: ['admin'] } })).not.toBe(first);
  now = at(5)();
  expect(await signer.sign(caller)).not.toBe(first);
});

test('an assertion outlives neither its seconds nor the access token', async () => {
  const signer = createAssertionSigner(key, { now: at(0) });
  const assertion = await signer.sign(caller);
  await verifier(at(34)).verify(assertion, 'r');
  await expectRefused(verifier(at(35)).verify(assertion, 'r'));
  const ending = await signer.sign({ ...caller, principal: { ...principal, expiresAt: SECONDS + 2 } });
  await expectRefused(verifier(at(7)).verify(ending, 'r'));
  const ended = { ...caller, principal: { ...principal, expiresAt: SECONDS } };
  await expect(signer.sign(ended)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('a remembered assertion expires like any other', async () => {
  let now = NOW;
  const remembering = verifier(() => now);
  const assertion = await createAssertionSigner(key, { now: at(0) }).sign(caller);
  const { principal: first } = await remembering.verify(assertion, 'r');
  expect((await remembering.verify(assertion, 'r')).principal).toBe(first);
  now = at(35)();
  await expectRefused(remembering.verify(assertion, 'r'));
});

describe('is refused:', () => {
  test('no assertion, an empty one, any text', async () => {
    for (const text of [undefined, '', 'x', 'a.b.c', 'x'.repeat(10_000)]) {
      await expectRefused(verifier().verify(text, 'r'));
    }
  });

  test('an assertion for another subgraph', async () => {
    const assertion = await createAssertionSigner(key, { audience: 'tax', now: at(0) }).sign(caller);
    await expectRefused(verifier().verify(assertion, 'r'));
    expect(await verifier(at(0), 'tax').verify(assertion, 'r')).toMatchObject({ principal });
  });

  test('an assertion of another key', async () => {
    const assertion = await createAssertionSigner(await generateSigningKey(), { now: at(0) }).sign(caller);
    await expectRefused(verifier().verify(assertion, 'r'));
  });

  test('an access token, even one signed by the gateway’s own key', async () => {
    const token = await issueAccessToken(
      key,
      { issuer: 'davtari-gateway', audience: 'subgraphs' },
      { ...principal, permissions: ['accounts:read'] },
      60,
      NOW,
    );
    await expectRefused(verifier().verify(token, 'r'));
  });

  test('an assertion that gives itself a long life, or a principal by half', async () => {
    const sign = (claims: Record<string, unknown>) =>
      new SignJWT({ lang: 'ka', iat: SECONDS, exp: SECONDS + 3600, ...claims })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'davtari-caller+jwt', kid: key.kid })
        .setIssuer('davtari-gateway')
        .setAudience('subgraphs')
        .sign(key.privateKey);
    const longLived = await sign({});
    await verifier(at(30)).verify(longLived, 'r');
    await expectRefused(verifier(at(120)).verify(longLived, 'r'));
    const remembering = verifier(at(0));
    await expectRefused(remembering.verify(await sign({ sub: principal.userId }), 'r'));
    await expectRefused(remembering.verify(await sign({ lang: 'xx' }), 'r'));
  });
});
