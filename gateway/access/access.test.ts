import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import {
  COMPANY,
  READ,
  signingKey,
  startFixture,
  token,
  USER,
  type Fixture,
} from '#gateway/testing/fixture.ts';
import type { OperationResolver } from '#gateway/operations/resolve.ts';
import { generateSigningKey, publicKeySet } from '#shared/platform/keys.ts';
import type { AdmittedPartner } from '#shared/platform/access-authority.ts';
import { revoked } from '#shared/platform/revocation.ts';

const SESSION = '0190f5a0-0000-7000-8000-0000000000bb';
const PARTNER = { id: '0190f5a0-0000-7000-8000-0000000000cc', keyId: '0190f5a0-0000-7000-8000-0000000000dd' };
const FAST = { firstRetryMs: 5, lastRetryMs: 20, staleMs: 30 };
const soon = (): number => Math.floor(Date.now() / 1000) + 600;

let fixture: Fixture;
afterEach(() => fixture.close());

function partner(changes: Partial<AdmittedPartner['principal']> = {}): AdmittedPartner {
  return {
    principal: {
      userId: PARTNER.id,
      companyId: COMPANY,
      roles: [],
      permissions: new Set(READ),
      tokenId: PARTNER.keyId,
      sessionId: PARTNER.keyId,
      issuedAt: Date.now() / 1000,
      expiresAt: soon(),
      partner: PARTNER,
      ...changes,
    },
    limits: { requestsPerMinute: 1_000, requestsPerHour: 1_000, costPerMinute: 1_000 },
  };
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await isSo()) return;
    await delay(5);
  }
  throw new Error('It did not become so within two seconds.');
}

/** A socket that speaks the protocol word by word. */
function rawSocket(payload: object): { socket: WebSocket; closed: Promise<number>; messages: unknown[] } {
  const socket = new WebSocket(`ws://127.0.0.1:${fixture.gateway.port}/graphql`, 'graphql-transport-ws');
  const messages: unknown[] = [];
  socket.on('message', (data: Buffer) => messages.push(JSON.parse(data.toString())));
  socket.once('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload })));
  return { socket, messages, closed: new Promise((resolve) => socket.once('close', resolve)) };
}

const acknowledged = (messages: readonly unknown[]): boolean =>
  messages.some((message) => (message as { type: string }).type === 'connection_ack');

describe('a revocation', () => {
  it.each([
    ['of the session', () => ({ subject: revoked.session(SESSION), issuedBefore: null, until: soon() })],
    [
      'of rights that the token was issued before',
      () => ({ subject: revoked.member(COMPANY, USER), issuedBefore: Date.now() / 1000 + 1, until: soon() }),
    ],
  ])('%s refuses the token from the next request on', async (_of, revocation) => {
    fixture = await startFixture();
    const reader = await token(READ);
    expect((await fixture.run('{ me { id } }', { token: reader })).status).toBe(200);
    fixture.authority.revoke(revocation());
    await until(async () => (await fixture.run('{ me { id } }', { token: reader })).status === 401);
    const { body } = await fixture.run('{ version }', { token: reader });
    expect(body.errors?.[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED', reason: 'REVOKED' });
  });

  it('of rights spares a token that was issued after it', async () => {
    fixture = await startFixture();
    fixture.authority.revoke({
      subject: revoked.member(COMPANY, USER),
      issuedBefore: Date.now() / 1000 - 5,
      until: soon(),
    });
    await delay(20);
    expect((await fixture.run('{ me { id } }', { token: await token(READ) })).status).toBe(200);
  });

  it('closes open sockets with 4403 at once, and no others', async () => {
    fixture = await startFixture();
    const one = rawSocket({ authorization: `Bearer ${await token(READ)}` });
    const key = 'dvt_test';
    fixture.authority.partners.set(key, partner());
    const other = rawSocket({ apiKey: key });
    await until(() => acknowledged(one.messages) && acknowledged(other.messages));
    const began = performance.now();
    fixture.authority.revoke({ subject: revoked.session(SESSION), issuedBefore: null, until: soon() });
    expect(await one.closed).toBe(4403);
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(other.socket.readyState).toBe(WebSocket.OPEN);
    fixture.authority.revoke({ subject: revoked.key(PARTNER.keyId), issuedBefore: null, until: soon() });
    expect(await other.closed).toBe(4403);
  });

  it('is heard again after the authority was away', async () => {
    fixture = await startFixture({ revocationTimings: FAST });
    const reader = await token(READ);
    const { authority } = fixture;
    await until(() => authority.asked.revocations === 1);
    authority.isAway = true;
    authority.wake();
    await until(() => authority.asked.revocations > 3);
    authority.revoke({ subject: revoked.session(SESSION), issuedBefore: null, until: soon() });
    authority.isAway = false;
    await until(async () => (await fixture.run('{ me { id } }', { token: reader })).status === 401);
  });
});

describe('a gateway that', () => {
  const health = async (path = '/health'): Promise<{ status: number; own: unknown }> => {
    const response = await fetch(`${fixture.gateway.url}${path}`);
    const { dependencies } = (await response.json()) as { dependencies: { name: string }[] };
    return { status: response.status, own: dependencies.find(({ name }) => name === 'revocations') };
  };

  it('has never heard the list is not ready, and vouches for nobody', async () => {
    const reader = await token(READ);
    const silent = startFixture({
      revocationTimings: FAST,
      authority: {
        keySet: () => Promise.resolve(publicKeySet([signingKey])),
        revocations: () => {
          throw new Error('away');
        },
        admitPartner: () => Promise.reject(new Error('never')),
        registeredOperation: () => Promise.resolve(undefined),
        registeredOperationsAfter: () => Promise.resolve([]),
        recordSecurityEvents: () => Promise.resolve(),
      },
    });
    fixture = await silent;
    expect(await health('/health/ready')).toMatchObject({ status: 503, own: { status: 'down' } });
    const { status, body } = await fixture.run('{ me { id } }', { token: reader });
    expect([status, body.errors?.[0]?.extensions['code']]).toEqual([503, 'SERVICE_UNAVAILABLE']);
    expect((await fixture.run('{ version }')).status).toBe(200);
  });

  it('has lost the list for long says so', async () => {
    fixture = await startFixture({ revocationTimings: FAST });
    expect(await health()).toMatchObject({ status: 200, own: { status: 'up' } });
    fixture.authority.isAway = true;
    fixture.authority.wake();
    await until(async () => (await health()).status === 503);
    expect((await health()).own).toMatchObject({ error: 'the list is out of date' });
  });
});

describe('the keys of access tokens', () => {
  it('are asked for again when a token names an unknown one, and not at every such token', async () => {
    fixture = await startFixture();
    const { authority } = fixture;
    await fixture.run('{ me { id } }', { token: await token(READ) });
    expect(authority.asked.keySet).toBe(1);
    const stranger = await generateSigningKey();
    const { issueAccessToken } = await import('#shared/platform/access-token.ts');
    const forged = await issueAccessToken(
      stranger,
      { issuer: 'davtari', audience: 'davtari-api' },
      { userId: USER, companyId: COMPANY, sessionId: SESSION, roles: [], permissions: READ },
      600,
    );
    for (let times = 0; times < 5; times += 1) {
      expect((await fixture.run('{ version }', { token: forged })).status).toBe(401);
    }
    expect(authority.asked.keySet).toBe(1);
  });
});

describe('an API key', () => {
  const run = (headers: Record<string, string>) =>
    fixture.run('{ account(id: "a") { code } me { id } }', { headers });

  it('makes its partner the caller, and is asked about once', async () => {
    fixture = await startFixture({ operations: onlyTexts });
    fixture.authority.partners.set('dvt_good', partner());
    for (let times = 0; times < 3; times += 1) {
      expect((await run({ 'x-api-key': 'dvt_good' })).body.data).toEqual({
        account: { code: 'code-a' },
        me: { id: PARTNER.id },
      });
    }
    expect(fixture.authority.asked.admitPartner).toBe(1);
  });

  it('is asked about again once the answer has run out or its rights have changed', async () => {
    fixture = await startFixture({ operations: onlyTexts });
    const { authority } = fixture;
    authority.partners.set('dvt_good', partner());
    await run({ 'x-api-key': 'dvt_good' });
    authority.revoke({
      subject: revoked.member(COMPANY, PARTNER.id),
      issuedBefore: Date.now() / 1000,
      until: soon(),
    });
    authority.partners.set('dvt_good', partner({ permissions: new Set(), issuedAt: Date.now() / 1000 + 1 }));
    await until(() => authority.asked.revocations > 0);
    await delay(10);
    const { body } = await run({ 'x-api-key': 'dvt_good' });
    expect(body.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(authority.asked.admitPartner).toBe(2);
  });

  it('that is wrong is refused, remembered as wrong, and not tried without end', async () => {
    fixture = await startFixture({ operations: onlyTexts });
    for (let times = 0; times < 3; times += 1) {
      const { status, body } = await run({ 'x-api-key': 'dvt_wrong' });
      expect([status, body.errors?.[0]?.extensions['code']]).toEqual([401, 'UNAUTHENTICATED']);
    }
    expect(fixture.authority.asked.admitPartner).toBe(1);
    const statuses = new Set<number>();
    for (let guess = 0; guess < 40; guess += 1) {
      statuses.add((await run({ 'x-api-key': `dvt_guess_${guess}` })).status);
    }
    expect([...statuses]).toEqual([401, 429]);
    expect(fixture.authority.asked.admitPartner).toBeLessThanOrEqual(30);
  });

  it('together with a token is refused', async () => {
    fixture = await startFixture();
    fixture.authority.partners.set('dvt_good', partner());
    const { status, body } = await run({
      'x-api-key': 'dvt_good',
      authorization: `Bearer ${await token(READ)}`,
    });
    expect([status, body.errors?.[0]?.extensions['reason']]).toEqual([401, 'AMBIGUOUS']);
  });

  it('keeps its socket open beyond one answer about it, and not beyond its own end', async () => {
    fixture = await startFixture({ operations: onlyTexts });
    const { authority } = fixture;
    const seconds = (): number => Date.now() / 1000;
    authority.partners.set('dvt_short', partner({ expiresAt: seconds() + 0.1 }));
    const { messages, closed, socket } = rawSocket({ apiKey: 'dvt_short' });
    await until(() => acknowledged(messages));
    authority.partners.set('dvt_short', partner({ expiresAt: seconds() + 0.3 }));
    await until(() => authority.asked.admitPartner === 2);
    expect(socket.readyState).toBe(WebSocket.OPEN);
    authority.partners.delete('dvt_short');
    expect(await closed).toBe(4403);
  });
});

/** Partners may send texts here: what they may run is told elsewhere. */
const onlyTexts: OperationResolver = (_caller, { query = '', operationName }) =>
  Promise.resolve({ query, operationName });

describe('security events', () => {
  it('tell which field was denied to whom, once a minute', async () => {
    fixture = await startFixture();
    const reader = await token(READ);
    for (let times = 0; times < 3; times += 1) {
      await fixture.run('{ account(id: "a") { one: secret two: secret audited } }', {
        token: reader,
        headers: { 'x-request-id': 'request-0007' },
      });
    }
    const writer = await token(READ);
    await fixture.run(
      'mutation { post(input: { date: "2026-01-01", entries: [] }) { transaction { id } } }',
      {
        token: writer,
      },
    );
    const { authority } = fixture;
    await until(() => authority.events.length >= 3);
    expect(authority.events).toEqual([
      {
        kind: 'ACCESS_DENIED',
        companyId: COMPANY,
        actorId: USER,
        address: '127.0.0.1',
        requestId: 'request-0007',
        details: { field: 'Account.secret' },
      },
      expect.objectContaining({ kind: 'ACCESS_DENIED', details: { field: 'Account.audited' } }),
      expect.objectContaining({ kind: 'ACCESS_DENIED', details: { field: 'Mutation.post' } }),
    ]);
  });

  it('wait for an authority that is away, and never keep a request waiting', async () => {
    fixture = await startFixture();
    const { authority } = fixture;
    const reader = await token(READ);
    await fixture.run('{ version }', { token: reader });
    authority.isAway = true;
    const { status } = await fixture.run('{ account(id: "a") { secret } }', { token: reader });
    expect(status).toBe(200);
    await until(() => authority.asked.recordSecurityEvents > 0);
    expect(authority.events).toEqual([]);
    authority.isAway = false;
    await until(() => authority.events.length === 1);
  });
});

describe('what a client says about itself in headers', () => {
  it('goes nowhere', async () => {
    fixture = await startFixture();
    const { body } = await fixture.run('{ me { id } }', {
      token: await token(READ),
      headers: {
        'x-davtari-caller': 'forged',
        'x-davtari-company': COMPANY.replace('1', '9'),
        'x-user-id': 'someone',
        'x-forwarded-user': 'someone',
        'x-forwarded-for': '203.0.113.9',
      },
    });
    expect(body.data).toEqual({ me: { id: USER } });
    expect(fixture.asked[0]?.caller).toMatchObject({
      address: '127.0.0.1',
      principal: { companyId: COMPANY },
    });
  });

  it('tells its address behind a proxy of our own: the last that the proxy has written', async () => {
    fixture = await startFixture({ trustProxy: true });
    await fixture.run('{ me { id } }', {
      token: await token(READ),
      headers: { 'x-forwarded-for': '198.51.100.1, 203.0.113.9' },
    });
    expect(fixture.asked[0]?.caller.address).toBe('203.0.113.9');
  });
});
