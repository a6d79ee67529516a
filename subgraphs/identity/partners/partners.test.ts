import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#db/client.ts';
import { expectDrizzleMatchesCatalog } from '#test/catalog.ts';
import { executeSubgraph, type SubgraphResponse } from '#shared/graphql/execute.ts';
import { BUILT_IN_ROLES, type Permission } from '#shared/domain/permissions.ts';
import { generateSigningKey } from '#shared/platform/keys.ts';
import { createLog } from '#shared/platform/log.ts';
import type { ManifestChecker } from '#shared/platform/operation-manifest.ts';
import type { Principal } from '#shared/platform/principal.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import type { Database } from '#db/client.ts';
import { apiKeys } from '../api-keys/tables.ts';
import { operationManifests, registeredOperations } from '../operations/tables.ts';
import { ensureCompany, ensureUser } from '../seed.ts';
import { createIdentity, type Identity } from '../subgraph.ts';
import { CONFIG } from '../testing/world.ts';
import { partnerCompanies, partners } from './tables.ts';

/** Says yes to whatever is no `mutation`, so that what identity itself does can be seen. */
const checkManifest: ManifestChecker = (operations) =>
  Promise.resolve({
    operations: operations.map(({ id, body }) => ({ id, body, name: id, type: 'query' as const })),
    faults: operations
      .filter(({ body }) => body.startsWith('mutation'))
      .map(({ id }) => ({ operationId: id, message: 'is a mutation', line: 1, column: 1 })),
  });

const log = createLog({ logLevel: 'silent' });
let database: TestDatabase;
let owner: Database;
let identity: Identity;
/** Administrators of two companies. */
let first: Principal;
let second: Principal;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = openDatabase(database.ownerUrl, { max: 2 });
  identity = await createIdentity({
    databaseUrl: database.urlFor('identity'),
    keys: { accessToken: await generateSigningKey(), secret: new Uint8Array(32) },
    config: CONFIG,
    checkManifest,
    log,
  });
  first = await administrator('პირველი', 'one');
  second = await administrator('მეორე', 'two');
});
afterAll(async () => {
  await identity.close();
  await owner.close();
  await database.drop();
});

async function administrator(name: string, email: string): Promise<Principal> {
  const { id: companyId } = await ensureCompany(owner.sql, { name });
  const { id: userId } = await ensureUser(
    owner.sql,
    { email: `${email}@admin.ge`, name: 'ადმინი', password: 'a-long-password' },
    [{ companyId, roles: ['admin'] }],
  );
  return {
    userId,
    companyId,
    roles: ['admin'],
    permissions: new Set(BUILT_IN_ROLES.admin),
    tokenId: userId,
    sessionId: userId,
    issuedAt: 0,
    expiresAt: 4_000_000_000,
  };
}

type Answer = Record<string, Record<string, unknown>>;

function run(query: string, input: object, principal: Principal): Promise<SubgraphResponse> {
  const caller = { principal, requestId: 'partners-test', language: 'ka', address: '192.0.2.7' } as const;
  return executeSubgraph(identity, { query, variables: { input }, operationName: undefined, caller }, log);
}

async function done(query: string, input: object, principal = first): Promise<Answer> {
  const { data, errors } = await run(query, input, principal);
  if (errors !== undefined || data === undefined || data === null) throw new Error(JSON.stringify(errors));
  return data as Answer;
}

async function refused(query: string, input: object, principal = first): Promise<Record<string, unknown>> {
  const { errors } = await run(query, input, principal);
  expect(errors).toHaveLength(1);
  return { ...errors?.[0]?.extensions };
}

const PARTNER = 'id name isOwn scopes limits { requestsPerMinute requestsPerHour costPerMinute }';
const CREATE = `mutation ($input: CreatePartnerInput!) { createPartner(input: $input) { partner { ${PARTNER} } } }`;
const UPDATE = `mutation ($input: UpdatePartnerInput!) { updatePartner(input: $input) { partner { ${PARTNER} } } }`;
const CONSENT = `mutation ($input: ConsentToPartnerInput!) { consentToPartner(input: $input) { partner { ${PARTNER} } } }`;
const WITHDRAW = `mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { partner { ${PARTNER} } } }`;
const KEY = 'id prefix scopes expiresAt lastUsedAt revokedAt isActive successorId';
const NEW_KEY = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { text apiKey { ${KEY} } } }`;
const ROTATE = `mutation ($input: RotateApiKeyInput!) { rotateApiKey(input: $input) { text apiKey { ${KEY} } } }`;
const REVOKE = `mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { apiKey { ${KEY} } } }`;
const REGISTER = `mutation ($input: RegisterOperationsInput!) {
  registerOperations(input: $input) { isNew manifest { version operationCount revokedAt } } }`;

let names = 0;
async function newPartner(
  scopes: readonly Permission[] = ['accounts:read', 'transactions:read'],
): Promise<string> {
  const { createPartner } = await done(CREATE, { name: `Partner ${String((names += 1))}`, scopes });
  return (createPartner?.['partner'] as { id: string }).id;
}

async function newKey(partnerId: string, more: object = {}): Promise<{ id: string; text: string }> {
  const { createApiKey } = await done(NEW_KEY, { partnerId, scopes: ['accounts:read'], ...more });
  return { id: (createApiKey?.['apiKey'] as { id: string }).id, text: String(createApiKey?.['text']) };
}

const admit = (apiKey: string, companyId?: string) =>
  identity.authority.admitPartner({
    apiKey,
    ...(companyId === undefined ? {} : { companyId }),
    address: '192.0.2.8',
    requestId: 'admission',
  });

const kinds = async (subjectId: string): Promise<string[]> => {
  const rows = await owner.sql<{ kind: string }[]>`
    select kind from identity.security_events where subject_id = ${subjectId} order by recorded_at, id`;
  return rows.map(({ kind }) => kind);
};

test('the tables are what the code thinks they are', async () => {
  const tables = [partners, partnerCompanies, apiKeys, operationManifests, registeredOperations];
  await expectDrizzleMatchesCatalog(database.ownerUrl, tables);
});

describe('a partner', () => {
  test('is created with limits, and its company consents', async () => {
    const { createPartner } = await done(CREATE, {
      name: 'ბანკი',
      scopes: ['transactions:read', 'accounts:read'],
    });
    expect(createPartner).toMatchObject({
      partner: {
        name: 'ბანკი',
        isOwn: true,
        scopes: ['accounts:read', 'transactions:read'],
        limits: { requestsPerMinute: 1_000, requestsPerHour: 10_000, costPerMinute: 100_000 },
      },
    });
    const { id } = createPartner?.['partner'] as { id: string };
    expect(await kinds(id)).toEqual(['PARTNER_CREATED', 'PARTNER_CONSENT_GIVEN']);
  });

  test('is created once for one idempotency key, and not for another input', async () => {
    const input = { name: 'ერთხელ', scopes: ['accounts:read'], idempotencyKey: 'once' };
    expect(await done(CREATE, input)).toEqual(await done(CREATE, input));
    expect(await refused(CREATE, { ...input, name: 'ორჯერ' })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  test.each([
    ['a name that is taken', { name: 'დაკავებული', scopes: ['accounts:read'] }, 'CONFLICT', 'name'],
    ['a blank name', { name: ' ', scopes: ['accounts:read'] }, 'BAD_USER_INPUT', 'name'],
    ['an endless name', { name: 'x'.repeat(101), scopes: ['accounts:read'] }, 'BAD_USER_INPUT', 'name'],
    ['no scope', { name: 'x', scopes: [] }, 'BAD_USER_INPUT', 'scopes'],
    ['an unknown scope', { name: 'x', scopes: ['everything'] }, 'BAD_USER_INPUT', 'scopes'],
    ['a scope that administers', { name: 'x', scopes: ['admin:users'] }, 'BAD_USER_INPUT', 'scopes'],
    [
      'no requests at all',
      { name: 'x', scopes: ['accounts:read'], limits: { requestsPerMinute: 0 } },
      'BAD_USER_INPUT',
      'limits.requestsPerMinute',
    ],
  ])('is refused with %s', async (_what, input, code, field) => {
    if (code === 'CONFLICT') await done(CREATE, input);
    expect(await refused(CREATE, input)).toMatchObject({ code, field });
  });

  test('gets no scope that its creator lacks', async () => {
    const clerk = { ...first, permissions: new Set<Permission>(['admin:system', 'accounts:read']) };
    const input = { name: 'ზედმეტი', scopes: ['accounts:read', 'payroll:read'] };
    expect(await refused(CREATE, input, clerk)).toMatchObject({ code: 'FORBIDDEN', field: 'scopes' });
  });

  test('has its limits changed by its own company alone', async () => {
    const id = await newPartner();
    const { updatePartner } = await done(UPDATE, { id, limits: { requestsPerMinute: 5 } });
    expect(updatePartner).toMatchObject({
      partner: { limits: { requestsPerMinute: 5, requestsPerHour: 10_000 } },
    });
    expect(await refused(UPDATE, { id, name: 'x' }, second)).toMatchObject({ code: 'NOT_FOUND' });
    await done(CONSENT, { partnerId: id, scopes: ['accounts:read'] }, second);
    expect(await refused(UPDATE, { id, name: 'x' }, second)).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('is unseen by other companies until they consent, and its keys stay so', async () => {
    const id = await newPartner();
    await newKey(id);
    const look =
      'query ($input: ID!) { partner(id: $input) { isOwn scopes consents { companyId } keys(first: 5) { edges { node { id } } } } }';
    const see = async (principal: Principal) => {
      const caller = { principal, requestId: 'look', language: 'ka' } as const;
      const request = { query: look, variables: { input: id }, operationName: undefined, caller };
      return (await executeSubgraph(identity, request, log)).data?.['partner'];
    };
    expect(await see(second)).toBeNull();
    await done(CONSENT, { partnerId: id, scopes: ['accounts:read'] }, second);
    expect(await see(second)).toEqual({
      isOwn: false,
      scopes: ['accounts:read'],
      consents: [{ companyId: second.companyId }],
      keys: { edges: [] },
    });
    expect(await see(first)).toMatchObject({
      consents: [{ companyId: first.companyId }, { companyId: second.companyId }],
    });
  });
});

describe('an API key', () => {
  test('is told once, and only a digest of it is kept', async () => {
    const partnerId = await newPartner();
    const { id, text } = await newKey(partnerId);
    expect(text).toMatch(/^dvt_[a-z0-9]{8}_[A-Za-z0-9_-]{43}$/);
    const dump = await owner.sql<{ row: string }[]>`select to_jsonb(k)::text as row from identity.api_keys k`;
    expect(JSON.stringify(dump)).not.toContain(text.slice(13));
    expect(JSON.stringify(dump)).toContain(text.slice(4, 12));
    expect(await kinds(id)).toEqual(['API_KEY_CREATED']);
  });

  test('is not told again when its making is repeated', async () => {
    const partnerId = await newPartner();
    const input = { partnerId, scopes: ['accounts:read'], idempotencyKey: `key of ${partnerId}` };
    const made = (await done(NEW_KEY, input))['createApiKey'];
    expect((await done(NEW_KEY, input))['createApiKey']).toEqual({ ...made, text: null });
  });

  test('lets its partner in, with what both the key and the company allow', async () => {
    const partnerId = await newPartner(['accounts:read', 'transactions:read']);
    const { id, text } = await newKey(partnerId, { scopes: ['accounts:read', 'reports:financial'] });
    const { principal, limits } = await admit(text);
    expect(principal).toMatchObject({
      userId: partnerId,
      companyId: first.companyId,
      partner: { id: partnerId, keyId: id },
      permissions: new Set(['accounts:read']),
    });
    expect(principal.expiresAt - principal.issuedAt).toBeLessThanOrEqual(60);
    expect(limits.costPerMinute).toBe(100_000);
    expect(await kinds(id)).toEqual(['API_KEY_CREATED', 'API_KEY_USED']);
  });

  test('notes its last use at most once a minute', async () => {
    const { id, text } = await newKey(await newPartner());
    const lastUse = async () => {
      const [row] = await owner.sql<{ at: string }[]>`
        select last_used_at::text as at from identity.api_keys where id = ${id}`;
      return row?.at;
    };
    await admit(text);
    const noted = await lastUse();
    expect(noted).toMatch(/^2/);
    await admit(text);
    expect(await lastUse()).toBe(noted);
    await owner.sql`update identity.api_keys set last_used_at = now() - interval '2 minutes' where id = ${id}`;
    await admit(text);
    expect(await lastUse()).not.toBe(noted);
  });

  test.each([
    ['nothing', ''],
    ['half a key', 'dvt_'],
    ['a short secret', 'dvt_aaaaaaaa_bbb'],
    ['an unknown prefix', `dvt_aaaaaaaa_${'b'.repeat(43)}`],
    ['SQL', `dvt_'; --aa_${'b'.repeat(43)}`],
    ['an endless text', 'x'.repeat(400)],
  ])('that was never made is refused: %s', async (_what, text) => {
    await expect(admit(text)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('is refused when its secret is another’s', async () => {
    const partnerId = await newPartner();
    const [one, other] = [await newKey(partnerId), await newKey(partnerId)];
    const mixed = one.text.slice(0, 13) + other.text.slice(13);
    await expect(admit(mixed)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('is refused once it has expired or was revoked, and says so to the auditor', async () => {
    const partnerId = await newPartner();
    const expired = await newKey(partnerId, { expiresAt: '2199-01-01T00:00:00Z' });
    await owner.sql`update identity.api_keys set expires_at = now() where id = ${expired.id}`;
    await expect(admit(expired.text)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    const revoked = await newKey(partnerId);
    await done(REVOKE, { id: revoked.id });
    await expect(admit(revoked.text)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await kinds(revoked.id)).toEqual(['API_KEY_CREATED', 'API_KEY_REVOKED', 'API_KEY_REFUSED']);
    const told = await owner.sql`
      select from identity.access_revocations where subject = ${`key:${revoked.id}`} and issued_before is null`;
    expect(told).toHaveLength(1);
  });

  test('is followed by another for an overlap, and ends with it', async () => {
    const { id, text } = await newKey(await newPartner());
    const { rotateApiKey } = await done(ROTATE, { id, overlapSeconds: 3_600 });
    await admit(text);
    const { principal } = await admit(String(rotateApiKey?.['text']));
    expect([...principal.permissions]).toEqual(['accounts:read']);
    await owner.sql`update identity.api_keys set expires_at = expires_at - interval '1 hour' where id = ${id}`;
    await expect(admit(text)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await admit(String(rotateApiKey?.['text']));
    expect(await refused(ROTATE, { id, overlapSeconds: 0 })).toMatchObject({ code: 'INVALID_TRANSITION' });
  });

  test('is not rotated by someone who lacks what it may', async () => {
    const { id } = await newKey(await newPartner());
    const clerk = { ...first, permissions: new Set<Permission>(['admin:system']) };
    expect(await refused(ROTATE, { id, overlapSeconds: 0 }, clerk)).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('is another company’s business to nobody', async () => {
    const partnerId = await newPartner();
    const { id } = await newKey(partnerId);
    await done(CONSENT, { partnerId, scopes: ['accounts:read'] }, second);
    for (const [query, input] of [
      [NEW_KEY, { partnerId, scopes: ['accounts:read'] }],
      [ROTATE, { id, overlapSeconds: 0 }],
      [REVOKE, { id }],
      [REGISTER, { partnerId, manifest: '{"a":"{ version }"}' }],
    ] as const) {
      expect(await refused(query, input, second)).toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

describe('consent', () => {
  test('lets a partner into another company, with what that company allows', async () => {
    const partnerId = await newPartner();
    const { text } = await newKey(partnerId, { scopes: ['accounts:read', 'transactions:read'] });
    await expect(admit(text, second.companyId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await done(CONSENT, { partnerId, scopes: ['transactions:read', 'payroll:read'] }, second);
    const there = await admit(text, second.companyId);
    expect(there.principal).toMatchObject({
      companyId: second.companyId,
      permissions: new Set(['transactions:read']),
    });
    expect((await admit(text)).principal.companyId).toBe(first.companyId);
    expect((await admit(text, first.companyId.toUpperCase())).principal.permissions.size).toBe(2);
  });

  test('withdrawn ends what it allowed, and can be given again', async () => {
    const partnerId = await newPartner();
    const { text } = await newKey(partnerId);
    const { principal } = await admit(text);
    const { withdrawConsent } = await done(WITHDRAW, { partnerId });
    expect(withdrawConsent).toMatchObject({ partner: { scopes: [] } });
    await expect(admit(text)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const [told] = await owner.sql<{ before: number }[]>`
      select extract(epoch from issued_before)::float8 as before from identity.access_revocations
      where subject = ${`member:${first.companyId}:${partnerId}`}`;
    expect(principal.issuedAt).toBeLessThan(told?.before ?? 0);
    await done(CONSENT, { partnerId, scopes: ['accounts:read'] });
    expect((await admit(text)).principal.issuedAt).toBeGreaterThan(told?.before ?? Infinity);
  });

  test('is given to known partners only', async () => {
    const nobody = '01890000-0000-7000-8000-000000000000';
    for (const partnerId of [nobody, 'x']) {
      const input = { partnerId, scopes: ['accounts:read'] };
      expect(await refused(CONSENT, input, second)).toMatchObject({ code: 'NOT_FOUND', field: 'partnerId' });
      expect(await refused(WITHDRAW, { partnerId }, second)).toMatchObject({ code: 'NOT_FOUND' });
    }
    const stranger = await newPartner();
    expect(await refused(WITHDRAW, { partnerId: stranger }, second)).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('operations', () => {
  const lookUp = (partnerId: string, id: string) => identity.authority.registeredOperation(partnerId, id);
  const register = async (partnerId: string, manifest: object) =>
    (await done(REGISTER, { partnerId, manifest: JSON.stringify(manifest) }))['registerOperations'];

  test('are registered in either format, version by version, and the same content once', async () => {
    const partnerId = await newPartner();
    expect(await register(partnerId, { a: '{ one }', b: '{ two }' })).toMatchObject({
      isNew: true,
      manifest: { version: 1, operationCount: 2 },
    });
    const apollo = {
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: [
        { id: 'b', name: 'B', type: 'query', body: '{ two }' },
        { id: 'a', name: 'A', type: 'query', body: '{ one }' },
      ],
    };
    expect(await register(partnerId, apollo)).toMatchObject({ isNew: false, manifest: { version: 1 } });
    expect(await register(partnerId, { b: '{ two and more }', c: '{ three }' })).toMatchObject({
      isNew: true,
      manifest: { version: 2 },
    });
    expect(await lookUp(partnerId, 'a')).toMatchObject({ body: '{ one }', version: 1 });
    expect(await lookUp(partnerId, 'b')).toMatchObject({ body: '{ two and more }', version: 2 });
    expect(await lookUp(partnerId, 'd')).toBeUndefined();
    expect(await lookUp(await newPartner(), 'a')).toBeUndefined();
    expect(await kinds(partnerId)).toContain('OPERATIONS_REGISTERED');
  });

  test('are revoked by version or by id, and can be registered again', async () => {
    const partnerId = await newPartner();
    await register(partnerId, { a: '{ one }', b: '{ two }' });
    await register(partnerId, { a: '{ newer }' });
    const byVersion =
      'mutation ($input: RevokeManifestInput!) { revokeManifest(input: $input) { manifest { revokedAt } } }';
    await done(byVersion, { partnerId, version: 2 });
    expect(await lookUp(partnerId, 'a')).toMatchObject({ body: '{ one }' });
    const byId = 'mutation ($input: RevokeOperationsInput!) { revokeOperations(input: $input) { revoked } }';
    expect(await done(byId, { partnerId, ids: ['a', 'unknown'] })).toEqual({
      revokeOperations: { revoked: 2 },
    });
    expect(await lookUp(partnerId, 'a')).toBeUndefined();
    expect(await lookUp(partnerId, 'b')).toMatchObject({ body: '{ two }' });
    expect(await register(partnerId, { a: '{ newer }' })).toMatchObject({
      isNew: true,
      manifest: { version: 3 },
    });
    expect(await lookUp(partnerId, 'a')).toMatchObject({ body: '{ newer }' });
    expect(await refused(byVersion, { partnerId, version: 9 })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'version',
    });
  });

  test('of all companies are told to the gateway in one order, with all that some company allows', async () => {
    const [mine, other] = [await newPartner(), await newPartner()].sort() as [string, string];
    await done(CONSENT, { partnerId: mine, scopes: ['accounts:read'] });
    await done(CONSENT, { partnerId: mine, scopes: ['transactions:read'] }, second);
    await register(mine, { a: '{ one }', b: '{ two }' });
    await register(mine, { b: '{ two and more }' });
    await register(other, { a: '{ three }', gone: '{ four }' });
    const revoke =
      'mutation ($input: RevokeOperationsInput!) { revokeOperations(input: $input) { revoked } }';
    await done(revoke, { partnerId: other, ids: ['gone'] });
    const after = (partnerId: string, operationId: string) =>
      identity.authority.registeredOperationsAfter({ partnerId, operationId });
    const told = (await after(mine, '')).filter(({ partnerId }) => [mine, other].includes(partnerId));
    expect(told.map(({ partnerId, operationId, body }) => [partnerId, operationId, body])).toEqual([
      [mine, 'a', '{ one }'],
      [mine, 'b', '{ two and more }'],
      [other, 'a', '{ three }'],
    ]);
    expect(told[0]?.scopes).toEqual(['accounts:read', 'transactions:read']);
    expect(await identity.authority.registeredOperationsAfter(undefined)).not.toEqual([]);
    expect(await after('ffffffff-ffff-ffff-ffff-ffffffffffff', '')).toEqual([]);
    expect((await after(mine, 'a'))[0]).toMatchObject({ partnerId: mine, operationId: 'b' });
  });

  test('are listed as they run, page by page', async () => {
    const partnerId = await newPartner();
    await register(partnerId, { a: '{ one }', b: '{ two }' });
    await register(partnerId, { b: '{ two }', c: '{ three }' });
    const query = `query ($input: ID!) { partner(id: $input) {
      operations(first: 2) { edges { node { id type version } } pageInfo { hasNextPage } }
      manifests(first: 5) { edges { node { version } } } } }`;
    const caller = { principal: first, requestId: 'look', language: 'ka' } as const;
    const request = { query, variables: { input: partnerId }, operationName: undefined, caller };
    expect((await executeSubgraph(identity, request, log)).data?.['partner']).toEqual({
      operations: {
        edges: [
          { node: { id: 'a', type: 'QUERY', version: 1 } },
          { node: { id: 'b', type: 'QUERY', version: 2 } },
        ],
        pageInfo: { hasNextPage: true },
      },
      manifests: { edges: [{ node: { version: 2 } }, { node: { version: 1 } }] },
    });
  });

  test('with any fault are registered not at all, and every fault is told', async () => {
    const partnerId = await newPartner();
    const manifest = {
      good: '{ one }',
      bad: 'mutation { two }',
      worse: 'mutation { three }',
      empty: '',
      ['x'.repeat(129)]: '{ four }',
    };
    const refusal = await refused(REGISTER, { partnerId, manifest: JSON.stringify(manifest) });
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', field: 'manifest', faultCount: 4 });
    expect(refusal['faults']).toMatchObject([
      { operationId: 'empty' },
      { operationId: 'x'.repeat(128) },
      { operationId: 'bad', line: 1, column: 1 },
      { operationId: 'worse' },
    ]);
    expect(await lookUp(partnerId, 'good')).toBeUndefined();
  });

  test.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['nothing', '{}'],
    ['another format', '{"format":"relay","version":1,"operations":[]}'],
    ['another version', '{"format":"apollo-persisted-query-manifest","version":2,"operations":[]}'],
    ['no operations', '{"format":"apollo-persisted-query-manifest","version":1}'],
    [
      'too many',
      JSON.stringify(Object.fromEntries(Array.from({ length: 1_001 }, (_, i) => [`o${i}`, '{ a }']))),
    ],
  ])('are refused as %s', async (_what, manifest) => {
    const partnerId = await newPartner();
    expect(await refused(REGISTER, { partnerId, manifest })).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test('of an id with capitals or a prefix are one and the same', async () => {
    const partnerId = await newPartner();
    const id = 'ab'.repeat(32);
    await register(partnerId, { [`sha256:${id.toUpperCase()}`]: '{ one }' });
    expect(await lookUp(partnerId, id)).toMatchObject({ id });
  });
});
