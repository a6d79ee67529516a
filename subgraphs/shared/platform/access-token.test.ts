import { createHmac } from 'node:crypto';
import { SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { DomainError } from '#shared/domain/errors.ts';
import { createAccessTokenVerifier, issueAccessToken, type AccessTokenVerifier } from './access-token.ts';
import { generateSigningKey, publicKeySet, type SigningKey } from './keys.ts';

const realm = { issuer: 'davtari', audience: 'davtari-api' };
const subject = {
  userId: '01890000-0000-7000-8000-000000000001',
  companyId: '01890000-0000-7000-8000-00000000000a',
  sessionId: '01890000-0000-7000-8000-0000000000f0',
  roles: ['accountant'],
  permissions: ['accounts:read', 'transactions:read'],
} as const;
const NOW = new Date('2026-11-22T12:00:00Z');
const SECONDS = NOW.getTime() / 1000;

let key: SigningKey;
let clock: Date;
let verifier: AccessTokenVerifier;
beforeAll(async () => {
  key = await generateSigningKey();
  clock = NOW;
  verifier = createAccessTokenVerifier(publicKeySet([key]), { ...realm, now: () => clock });
});

async function refusal(token: string, by = verifier): Promise<unknown> {
  try {
    await by.verify(token);
  } catch (error) {
    expect(error).toBeInstanceOf(DomainError);
    const { code, message, details } = error as DomainError;
    return { code, message, reason: details['reason'] };
  }
  throw new Error('the token was accepted');
}

const INVALID = { code: 'UNAUTHENTICATED', message: 'The access token is not valid.', reason: 'INVALID' };
const EXPIRED = { code: 'UNAUTHENTICATED', message: 'The access token has expired.', reason: 'EXPIRED' };

interface Forgery {
  readonly header?: Record<string, unknown>;
  readonly claims?: Record<string, unknown>;
  readonly signer?: SigningKey;
}

/** A token that is right in everything but what is given. */
function forge({ header = {}, claims = {}, signer = key }: Forgery): Promise<string> {
  const payload = {
    iss: realm.issuer,
    aud: realm.audience,
    sub: subject.userId,
    jti: 'x',
    iat: SECONDS,
    exp: SECONDS + 60,
    company: subject.companyId,
    sid: subject.sessionId,
    roles: subject.roles,
    permissions: subject.permissions,
    ...claims,
  };
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: key.kid, ...header })
    .sign(signer.privateKey);
}

test('a token tells who asks, in which company, with which rights', async () => {
  const principal = await verifier.verify(await issueAccessToken(key, realm, subject, 1800, NOW));
  expect(principal).toEqual({
    userId: subject.userId,
    companyId: subject.companyId,
    sessionId: subject.sessionId,
    roles: ['accountant'],
    permissions: new Set(['accounts:read', 'transactions:read']),
    tokenId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    issuedAt: SECONDS,
    expiresAt: SECONDS + 1800,
  });
});

test('a forgery without a fault is accepted, so the refusals below are for their fault', async () => {
  expect((await verifier.verify(await forge({}))).userId).toBe(subject.userId);
});

test('every token has an id of its own', async () => {
  const [one, two] = await Promise.all([1, 2].map(() => issueAccessToken(key, realm, subject, 60, NOW)));
  expect((await verifier.verify(one ?? '')).tokenId).not.toBe((await verifier.verify(two ?? '')).tokenId);
});

test('a token is refused from the second of its expiry, remembered or not', async () => {
  const token = await issueAccessToken(key, realm, subject, 60, NOW);
  const first = await verifier.verify(token);
  try {
    clock = new Date(NOW.getTime() + 59_999);
    expect(await verifier.verify(token)).toBe(first);
    clock = new Date(NOW.getTime() + 60_000);
    expect(await refusal(token)).toEqual(EXPIRED);
    expect(await refusal(token)).toEqual(EXPIRED);
  } finally {
    clock = NOW;
  }
});

describe('is not valid:', () => {
  const faults: [string, Forgery][] = [
    ['another issuer', { claims: { iss: 'evil' } }],
    ['another audience', { claims: { aud: 'other-api' } }],
    ['the type of an assertion', { header: { typ: 'davtari-caller+jwt' } }],
    ['the type of any JWT', { header: { typ: 'JWT' } }],
    ['no type', { header: { typ: undefined } }],
    ['an unknown key id', { header: { kid: 'unknown' } }],
    ['no user', { claims: { sub: undefined } }],
    ['no id', { claims: { jti: undefined } }],
    ['no expiry', { claims: { exp: undefined } }],
    ['no moment of issue', { claims: { iat: undefined } }],
    ['no company', { claims: { company: undefined } }],
    ['a company that is no UUID', { claims: { company: "' or true" } }],
    ['roles that are no list', { claims: { roles: 'admin' } }],
    ['permissions that are no list', { claims: { permissions: { 'admin:system': true } } }],
  ];
  test.each(faults)('%s', async (_fault, forgery) => {
    expect(await refusal(await forge(forgery))).toEqual(INVALID);
  });

  test('a signature by another key', async () => {
    expect(await refusal(await forge({ signer: await generateSigningKey() }))).toEqual(INVALID);
  });

  test('alg none, and HMAC with the public key as secret', async () => {
    const [, payload] = (await forge({})).split('.');
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const none = part({ alg: 'none', typ: 'at+jwt', kid: key.kid });
    expect(await refusal(`${none}.${payload ?? ''}.`)).toEqual(INVALID);
    const hmac = `${part({ alg: 'HS256', typ: 'at+jwt', kid: key.kid })}.${payload ?? ''}`;
    for (const secret of [key.publicJwk.x ?? '', JSON.stringify(key.publicJwk)]) {
      const signature = createHmac('sha256', secret).update(hmac).digest('base64url');
      expect(await refusal(`${hmac}.${signature}`)).toEqual(INVALID);
    }
  });

  test('any character changed, cut off or added', async () => {
    const token = await forge({});
    // The last character of a signature has bits that mean nothing.
    for (let at = 0; at < token.length - 1; at += 7) {
      const other = token[at] === 'A' ? 'B' : 'A';
      expect(await refusal(token.slice(0, at) + other + token.slice(at + 1))).toEqual(INVALID);
      expect(await refusal(token.slice(0, at))).toEqual(INVALID);
    }
    for (const text of [`${token}.x`, ` ${token}`, `${token}\0`, '', '.', '..', '…', 'x'.repeat(100_000)]) {
      expect(await refusal(text)).toEqual(INVALID);
    }
  });
});

test('a permission that this version does not know grants nothing', async () => {
  const token = await forge({ claims: { permissions: ['accounts:read', 'everything:write'] } });
  expect([...(await verifier.verify(token)).permissions]).toEqual(['accounts:read']);
});

test('a key set that cannot be fetched is our fault and not the caller’s', async () => {
  const broken = createAccessTokenVerifier(() => Promise.reject(new TypeError('fetch failed')), realm);
  expect(await refusal(await forge({}), broken)).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
});
