import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MemoryAuthority } from '#gateway/testing/fake-authority.ts';
import {
  COMPANY,
  fixtureSubgraphs,
  READ,
  signingKey,
  silent,
  startFixture,
  token,
  type Fixture,
} from '#gateway/testing/fixture.ts';
import { authorityRoutes } from '#identity/authority-routes.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { PERMISSIONS } from '#shared/domain/permissions.ts';
import { serveSubgraph, type SubgraphServer } from '#shared/graphql/server.ts';
import { createAssertionSigner, createAssertionVerifier } from '#shared/platform/assertion.ts';
import { AUTHORITY_PATHS } from '#shared/platform/authority-wire.ts';
import { generateSigningKey, publicKeySet } from '#shared/platform/keys.ts';
import { revoked } from '#shared/platform/revocation.ts';
import { httpAuthority } from './http-authority.ts';

const SESSION = '0190f5a0-0000-7000-8000-0000000000bb';
const PARTNER = { id: '0190f5a0-0000-7000-8000-0000000000cc', keyId: '0190f5a0-0000-7000-8000-0000000000dd' };
const gatewayKey = await generateSigningKey();
const soon = (): number => Math.floor(Date.now() / 1000) + 600;

let authority: MemoryAuthority;
let server: SubgraphServer;
let client: ReturnType<typeof httpAuthority>;
let fixture: Fixture | undefined;

function serve(port = 0): Promise<SubgraphServer> {
  const assertions = createAssertionVerifier(publicKeySet([gatewayKey]), { subgraph: 'identity' });
  return serveSubgraph(fixtureSubgraphs().identity, {
    port,
    host: '127.0.0.1',
    log: silent,
    assertions,
    routes: authorityRoutes(authority, assertions),
  });
}

beforeEach(async () => {
  authority = new MemoryAuthority(publicKeySet([signingKey]));
  server = await serve();
  client = httpAuthority(server.url, createAssertionSigner(gatewayKey));
});
afterEach(async () => {
  await fixture?.close();
  fixture = undefined;
  await client.close();
  await server.close();
});

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await isSo()) return;
    await delay(5);
  }
  throw new Error('It did not become so within two seconds.');
}

const admitted = {
  principal: {
    userId: PARTNER.id,
    companyId: COMPANY,
    roles: [],
    permissions: new Set(READ),
    tokenId: PARTNER.keyId,
    sessionId: PARTNER.keyId,
    issuedAt: 1.5,
    expiresAt: soon(),
    partner: PARTNER,
  },
  limits: { requestsPerMinute: 1, requestsPerHour: 2, costPerMinute: 3 },
};

describe('an authority in another process', () => {
  it('answers what the port promises', async () => {
    authority.partners.set('dvt_good', admitted);
    const operation = { id: 'op', name: 'Op', type: 'query', body: '{ version }', version: 1 } as const;
    authority.registered.set(`${PARTNER.id} op`, operation);
    expect(await client.keySet()).toEqual(publicKeySet([signingKey]));
    expect(await client.admitPartner({ apiKey: 'dvt_good', companyId: COMPANY })).toEqual(admitted);
    expect(await client.registeredOperation(PARTNER.id, 'op')).toEqual(operation);
    expect(await client.registeredOperation(PARTNER.id, 'other')).toBeUndefined();
    const place = { partnerId: PARTNER.id, operationId: 'op' };
    expect(await client.registeredOperationsAfter(undefined)).toEqual([
      { ...place, body: '{ version }', scopes: PERMISSIONS },
    ]);
    expect(await client.registeredOperationsAfter(place)).toEqual([]);
    const event = { kind: 'RATE_LIMITED', companyId: null, actorId: null, address: '192.0.2.1' } as const;
    await client.recordSecurityEvents([event]);
    expect(authority.events).toEqual([event]);
  });

  it('keeps the codes of its refusals, and is unavailable when it fails', async () => {
    await expect(client.admitPartner({ apiKey: 'dvt_wrong' })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    authority.isAway = true;
    await expect(client.keySet()).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    await expect(client.keySet()).rejects.toBeInstanceOf(DomainError);
  });

  it('tells revocations: those that are, then those that come', async () => {
    const old = { subject: revoked.session('old'), issuedBefore: null, until: soon() };
    const next = { subject: revoked.member(COMPANY, 'u'), issuedBefore: 12.5, until: soon() };
    authority.revoke(old);
    const stop = new AbortController();
    const stream = client.revocations(stop.signal)[Symbol.asyncIterator]();
    expect((await stream.next()).value).toEqual([old]);
    const coming = stream.next();
    authority.revoke(next);
    expect((await coming).value).toEqual([next]);
    const over = stream.next();
    stop.abort();
    expect(await over).toEqual({ done: true, value: undefined });
  });

  it.each(Object.values(AUTHORITY_PATHS))(
    'answers %s to nobody without the gateway’s assertion',
    async (path) => {
      for (const headers of [{}, { 'x-davtari-caller': 'forged' }]) {
        for (const method of ['GET', 'POST']) {
          const response = await fetch(`${server.url}${path}`, { method, headers });
          expect([401, 404]).toContain(response.status);
          const text = await response.text();
          expect(text).not.toContain('kty');
        }
      }
      expect(authority.asked).toEqual({
        keySet: 0,
        revocations: 0,
        admitPartner: 0,
        recordSecurityEvents: 0,
      });
    },
  );

  it('serves a gateway, which finds it again when it comes back', async () => {
    fixture = await startFixture({
      authority: client,
      revocationTimings: { firstRetryMs: 5, lastRetryMs: 50, staleMs: 100 },
    });
    const reader = await token(READ);
    const running = fixture;
    const status = async (): Promise<number> =>
      (await running.run('{ me { id } }', { token: reader })).status;
    await until(async () => (await status()) === 200);
    const port = Number(new URL(server.url).port);
    await server.close();
    // Who was good stays good while nothing can be heard, and the report says that nothing is.
    expect(await status()).toBe(200);
    await until(async () => (await fetch(`${running.gateway.url}/health`)).status === 503);
    authority.revoke({ subject: revoked.session(SESSION), issuedBefore: null, until: soon() });
    server = await serve(port);
    await until(async () => (await status()) === 401);
    await until(async () => (await fetch(`${running.gateway.url}/health`)).status === 200);
  });
});

describe('a subgraph server', () => {
  it.each([
    ['_service', '{ _service { sdl } }'],
    ['_entities', '{ _entities(representations: [{ __typename: "User", id: "u1" }]) { __typename } }'],
    ['introspection', '{ __schema { types { name } } }'],
  ])('answers %s to nobody without the gateway’s assertion', async (_what, query) => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('tells by its health what is up, and neither where it is nor what it said', async () => {
    const { identity } = fixtureSubgraphs();
    const broken = await serveSubgraph(
      {
        ...identity,
        health: () =>
          Promise.resolve([
            { name: 'postgres', status: 'down', latencyMs: 1, error: 'connect ECONNREFUSED 10.1.2.3:5432' },
          ]),
      },
      {
        port: 0,
        host: '127.0.0.1',
        log: silent,
        assertions: createAssertionVerifier(publicKeySet([gatewayKey]), { subgraph: 'identity' }),
      },
    );
    try {
      const response = await fetch(`${broken.url}/health`);
      expect(response.status).toBe(503);
      const text = await response.text();
      expect(text).not.toContain('10.1.2.3');
      expect(JSON.parse(text)).toMatchObject({ dependencies: [{ name: 'postgres', status: 'down' }] });
    } finally {
      await broken.close();
    }
  });
});
