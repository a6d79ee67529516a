import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type Client } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { davtari } from '#cli/testing/run-davtari.ts';
import type { Answer } from '#test/caller.ts';
import { keepSecret } from '#test/log-watch.ts';
import { startSystem, type System } from '#test/system.ts';

const ACCOUNTS = 'query Accounts($first: Int!) { accounts(first: $first) { edges { node { code } } } }';
const CASH = 'query Cash { account(code: "1110") { code } }';
const RECORD = `mutation Record($input: TransactionInput!) {
  recordTransaction(input: $input) { transaction { id createdBy { id kind name } } } }`;
const POSTED = 'subscription Posted { transactionPosted { seq transaction { description } } }';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const manifestOf = (...texts: string[]): string =>
  JSON.stringify(Object.fromEntries(texts.map((text) => [digest(text), text])));

let system: System;
let partner: string;
let key: string;
let keyId: string;
const clients: Client[] = [];

beforeAll(async () => {
  system = await startSystem({ companies: 2 });
  partner = await createPartner('სს ბანკი');
  ({ text: key, id: keyId } = await createKey(partner));
  await register(partner, manifestOf(ACCOUNTS, CASH, RECORD, POSTED));
});
afterAll(async () => {
  for (const client of clients) await client.dispose();
  await system.close();
});

const SCOPES = ['accounts:read', 'transactions:read', 'transactions:write', 'transactions:approve'];

async function createPartner(name: string, scopes = SCOPES): Promise<string> {
  const { createPartner: made } = await system
    .company(0)
    .as('admin')
    .query<{ createPartner: { partner: { id: string } } }>(
      'mutation ($input: CreatePartnerInput!) { createPartner(input: $input) { partner { id } } }',
      { input: { name, scopes } },
    );
  return made.partner.id;
}

async function createKey(partnerId: string, scopes = SCOPES): Promise<{ id: string; text: string }> {
  const { createApiKey: made } = await system
    .company(0)
    .as('admin')
    .query<{ createApiKey: { text: string; apiKey: { id: string } } }>(
      'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { text apiKey { id } } }',
      { input: { partnerId, scopes } },
    );
  keepSecret(made.text, 'an API key');
  return { id: made.apiKey.id, text: made.text };
}

const REGISTER = `mutation ($input: RegisterOperationsInput!) {
  registerOperations(input: $input) { isNew manifest { version operationCount } } }`;

async function register(partnerId: string, manifest: string): Promise<void> {
  await system.company(0).as('admin').query(REGISTER, { input: { partnerId, manifest } });
}

interface Told {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Answer<Record<string, unknown>>;
}

async function told(response: Response): Promise<Told> {
  const text = await response.text();
  const body = (text === '' ? {} : JSON.parse(text)) as Told['body'];
  return { status: response.status, headers: response.headers, body };
}

async function post(body: object, headers: Record<string, string> = { 'x-api-key': key }): Promise<Told> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
  return told(await fetch(`${system.url}/graphql`, init));
}

async function get(parameters: Record<string, string>, headers: Record<string, string> = {}): Promise<Told> {
  const url = `${system.url}/graphql?${new URLSearchParams(parameters).toString()}`;
  return told(await fetch(url, { headers: { 'x-api-key': key, ...headers } }));
}

const byHash = (text: string, variables: object = {}): object => ({
  variables,
  extensions: { persistedQuery: { version: 1, sha256Hash: digest(text) } },
});

const codeOf = ({ body }: Told): unknown => body.errors?.[0]?.extensions['code'];

function open(connectionParams: Record<string, unknown>): Client {
  const client = createClient({
    url: `${system.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams,
    retryAttempts: 0,
    lazy: false,
    onNonLazyError: () => undefined,
  });
  clients.push(client);
  return client;
}

/** The first payload of an operation over a socket, or the errors or the close code that came instead. */
function firstOf(client: Client, payload: object): Promise<unknown> {
  return new Promise((resolve) => {
    const stop = client.subscribe(payload as { query: string }, {
      next: (value) => {
        resolve(value);
        stop();
      },
      error: (error) => {
        resolve(
          Array.isArray(error) ? { errors: error as unknown } : { closed: (error as { code?: number }).code },
        );
      },
      complete: () => {
        resolve('complete');
      },
    });
  });
}

const draft = (description: string): object => ({
  input: {
    date: '2026-03-01',
    description,
    entries: [
      { accountCode: '1110', debit: '10.00' },
      { accountCode: '5150', credit: '10.00' },
    ],
  },
});

describe('a partner runs what it has registered', () => {
  const codes = { data: { account: { code: '1110' } } };

  it('by digest and by document id, over POST', async () => {
    const ways = [
      byHash(CASH),
      { documentId: digest(CASH) },
      { documentId: `sha256:${digest(CASH)}` },
      { documentId: digest(CASH).toUpperCase(), operationName: 'Cash', query: '' },
    ];
    for (const body of ways) {
      const { status, body: answer } = await post(body);
      expect(answer).toMatchObject(codes);
      expect(status).toBe(200);
    }
    const { body } = await post(byHash(ACCOUNTS, { first: 2 }));
    expect(body).toMatchObject({ data: { accounts: { edges: [{}, {}] } } });
  });

  it('over GET, where its own cache may keep the answer', async () => {
    const first = await get({ documentId: digest(ACCOUNTS), variables: '{"first":2}' });
    expect(first.body).toMatchObject({ data: { accounts: { edges: [{}, {}] } } });
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    expect(first.headers.get('vary')).toContain('X-Api-Key');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"/);
    const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash: digest(ACCOUNTS) } });
    const again = await get({ extensions, variables: '{"first":2}' }, { 'if-none-match': etag });
    expect([again.status, again.body]).toEqual([304, {}]);
    const other = await get(
      { documentId: digest(ACCOUNTS), variables: '{"first":3}' },
      { 'if-none-match': etag },
    );
    expect(other.status).toBe(200);
  });

  it('and writes in its own name', async () => {
    const { body } = await post(byHash(RECORD, draft('ბანკის ჩანაწერი')));
    expect(body).toMatchObject({
      data: {
        recordTransaction: { transaction: { createdBy: { id: partner, kind: 'PARTNER', name: 'სს ბანკი' } } },
      },
    });
  });

  it('over a WebSocket: query, mutation and subscription', async () => {
    const client = open({ apiKey: key });
    const named = (text: string, variables: object = {}) => ({ query: '', ...byHash(text, variables) });
    expect(await firstOf(client, named(CASH))).toMatchObject(codes);
    expect(await firstOf(client, { query: '', extensions: { documentId: digest(CASH) } })).toMatchObject(
      codes,
    );
    const posted = firstOf(client, named(POSTED));
    // The subscription counts from its start, so postings go on until it has told of one.
    let postings = 0;
    const isTold = posted.then(() => true);
    do {
      postings += 1;
      await firstOf(client, named(RECORD, draft('სოკეტით')));
    } while (postings < 20 && !(await Promise.race([isTold, Promise.resolve(false)])));
    expect(await posted).toMatchObject({
      data: { transactionPosted: { transaction: { description: 'სოკეტით' } } },
    });
  });
});

describe('a partner runs nothing else', () => {
  it.each([
    ['free text', { query: CASH }, 400, 'PERSISTED_QUERY_ID_REQUIRED'],
    ['introspection', { query: '{ __schema { types { name } } }' }, 400, 'PERSISTED_QUERY_ID_REQUIRED'],
    ['a text beside its digest', { query: CASH, ...byHash(CASH) }, 400, 'PERSISTED_QUERY_ID_REQUIRED'],
    [
      'a new text with its digest',
      { query: '{ version }', ...byHash('{ version }') },
      400,
      'PERSISTED_QUERY_ID_REQUIRED',
    ],
    ['nothing', {}, 400, 'PERSISTED_QUERY_ID_REQUIRED'],
    ['an unknown digest', byHash('{ version }'), 404, 'PERSISTED_QUERY_NOT_FOUND'],
    ['an unknown id', { documentId: 'nothing of ours' }, 404, 'PERSISTED_QUERY_NOT_FOUND'],
    ['two ids at once', { documentId: 'x', ...byHash(CASH) }, 400, 'BAD_USER_INPUT'],
    [
      'a digest that is a number',
      { extensions: { persistedQuery: { version: 1, sha256Hash: 5 } } },
      400,
      'BAD_USER_INPUT',
    ],
    [
      'another protocol',
      { extensions: { persistedQuery: { version: 2, sha256Hash: 'x' } } },
      400,
      'BAD_USER_INPUT',
    ],
    ['an endless id', { documentId: 'x'.repeat(10_000) }, 400, 'BAD_USER_INPUT'],
  ])('not %s', async (_what, body, status, code) => {
    const answer = await post(body);
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
    expect(JSON.stringify(answer.body)).not.toMatch(/Did you mean|recordTransaction/);
  });

  it('not what frontends have persisted', async () => {
    const text = 'query Frontend { account(code: "1110") { id } }';
    const frontend = system.company(0).as('admin');
    await frontend.send(JSON.stringify({ query: text, ...byHash(text) }));
    const again = await told(await frontend.send(JSON.stringify(byHash(text))));
    expect(again.body.errors).toBeUndefined();
    expect(codeOf(await post(byHash(text)))).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  it('not what another partner has registered', async () => {
    const { text: other } = await createKey(await createPartner('სხვა'));
    expect(codeOf(await post(byHash(CASH), { 'x-api-key': other }))).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  it('not a mutation by GET', async () => {
    const answer = await get({ documentId: digest(RECORD), variables: JSON.stringify(draft('GET')) });
    expect(answer.status).toBe(405);
    expect(codeOf(answer)).toBe('BAD_USER_INPUT');
  });

  it('and is given no hints about what else there is', async () => {
    const answer = await post(
      byHash(RECORD, { input: { dat: '2026-03-01', description: 'x', entries: [] } }),
    );
    expect(codeOf(answer)).toBe('BAD_USER_INPUT');
    expect(JSON.stringify(answer.body)).not.toContain('Did you mean');
    const person = await system
      .company(0)
      .as('chief_accountant')
      .answer(RECORD, { input: { dat: '2026-03-01', description: 'x', entries: [] } });
    expect(JSON.stringify(person)).toContain('Did you mean');
  });

  it('not free text over a WebSocket', async () => {
    const client = open({ apiKey: key });
    const code = (value: string) => ({ errors: [{ extensions: { code: value } }] });
    expect(await firstOf(client, { query: CASH })).toMatchObject(code('PERSISTED_QUERY_ID_REQUIRED'));
    expect(await firstOf(client, { query: POSTED })).toMatchObject(code('PERSISTED_QUERY_ID_REQUIRED'));
    expect(await firstOf(client, { query: '', ...byHash('{ version }') })).toMatchObject(
      code('PERSISTED_QUERY_NOT_FOUND'),
    );
  });

  it('not with a key that is unknown, expired or revoked', async () => {
    const wrong = await post(byHash(CASH), { 'x-api-key': `dvt_aaaaaaaa_${'a'.repeat(43)}` });
    expect([wrong.status, codeOf(wrong)]).toEqual([401, 'UNAUTHENTICATED']);
    const expired = await createKey(partner);
    await system.owner.sql`update identity.api_keys set expires_at = now() where id = ${expired.id}`;
    expect(codeOf(await post(byHash(CASH), { 'x-api-key': expired.text }))).toBe('UNAUTHENTICATED');

    const revoked = await createKey(partner);
    const socket = open({ apiKey: revoked.text });
    expect(await firstOf(socket, { query: '', ...byHash(CASH) })).toMatchObject({ data: {} });
    const listening = firstOf(socket, { query: '', ...byHash(POSTED) });
    expect((await post(byHash(CASH), { 'x-api-key': revoked.text })).status).toBe(200);
    await system
      .company(0)
      .as('admin')
      .query(
        'mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { apiKey { isActive } } }',
        {
          input: { id: revoked.id },
        },
      );
    await expect
      .poll(async () => codeOf(await post(byHash(CASH), { 'x-api-key': revoked.text })), { timeout: 5_000 })
      .toBe('UNAUTHENTICATED');
    expect(await listening).toEqual({ closed: 4403 });
    expect(await firstOf(open({ apiKey: revoked.text }), { query: '', ...byHash(CASH) })).toEqual({
      closed: 4403,
    });
  });

  it('not what its key does not allow, though another key of it does', async () => {
    const narrow = await createKey(partner, ['accounts:read']);
    const headers = { 'x-api-key': narrow.text };
    expect((await post(byHash(CASH), headers)).body.errors).toBeUndefined();
    expect(codeOf(await post(byHash(RECORD, draft('x')), headers))).toBe('FORBIDDEN');
  });
});

describe('another company', () => {
  const CONSENT =
    'mutation ($input: ConsentToPartnerInput!) { consentToPartner(input: $input) { partner { id } } }';
  const WITHDRAW =
    'mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { partner { id } } }';
  const there = () => ({ 'x-api-key': key, 'x-davtari-company': system.company(1).id });

  it('lets a partner in by its own consent, as far as that goes, and out again at once', async () => {
    const admin = system.company(1).as('admin');
    const before = await post(byHash(CASH), there());
    expect([before.status, codeOf(before)]).toEqual([403, 'FORBIDDEN']);
    await admin.query(CONSENT, { input: { partnerId: partner, scopes: ['accounts:read'] } });
    // The refusal is remembered for a few seconds.
    await expect
      .poll(async () => (await post(byHash(ACCOUNTS, { first: 1 }), there())).status, { timeout: 10_000 })
      .toBe(200);
    expect(codeOf(await post(byHash(RECORD, draft('x')), there()))).toBe('FORBIDDEN');
    expect((await post(byHash(CASH))).status).toBe(200);
    await admin.query(WITHDRAW, { input: { partnerId: partner } });
    await expect
      .poll(async () => codeOf(await post(byHash(CASH), there())), { timeout: 5_000 })
      .toBe('FORBIDDEN');
    expect(
      (await post(byHash(CASH), { 'x-api-key': key, 'x-davtari-company': system.company(0).id })).status,
    ).toBe(200);
  });
});

describe('rotation', () => {
  it('lets both keys in for the overlap, and then the new one alone', async () => {
    const old = await createKey(partner);
    const rotate = async (id: string, overlapSeconds: number) => {
      const { rotateApiKey } = await system
        .company(0)
        .as('admin')
        .query<{ rotateApiKey: { text: string; apiKey: { id: string } } }>(
          'mutation ($input: RotateApiKeyInput!) { rotateApiKey(input: $input) { text apiKey { id } } }',
          { input: { id, overlapSeconds } },
        );
      return rotateApiKey;
    };
    expect((await post(byHash(CASH), { 'x-api-key': old.text })).status).toBe(200);
    const next = await rotate(old.id, 3_600);
    for (const text of [old.text, next.text]) {
      await expect.poll(async () => (await post(byHash(CASH), { 'x-api-key': text })).status).toBe(200);
    }
    const last = await rotate(next.apiKey.id, 0);
    await expect
      .poll(async () => (await post(byHash(CASH), { 'x-api-key': next.text })).status, { timeout: 5_000 })
      .toBe(401);
    expect((await post(byHash(CASH), { 'x-api-key': last.text })).status).toBe(200);
  });
});

describe('registering', () => {
  const refusal = (partnerId: string, manifest: string) =>
    system.company(0).as('admin').refusal(REGISTER, { input: { partnerId, manifest } });

  it('is refused whole, with every fault of every operation', async () => {
    const manifest = JSON.stringify({
      good: CASH,
      unknown: 'query U { account(code: "1") { colour } }',
      introspects: '{ __schema { types { name } } }',
      endless: 'query E { accounts { edges { node { id } } } }',
      dear: `{ ${Array.from({ length: 40 }, (_, i) => `a${String(i)}: accounts(first: 100) { edges { node { id parent { id } history(first: 100) { edges { node { id } } } } } }`).join(' ')} }`,
      personal: 'mutation S($input: SignOutInput!) { signOut(input: $input) { signedOut } }',
      several: 'query A { version } query B { version }',
      beyond: 'query P { partners(first: 1) { edges { node { name } } } }',
      conditional: 'query C($x: Boolean!) { users(first: 1) @skip(if: $x) { edges { node { id } } } }',
      broken: 'query {',
      huge: `{ ${Array.from({ length: 60 }, (_, i) => `a${String(i)}: account(code: "1") { id }`).join(' ')} }`,
      ['0'.repeat(64)]: CASH,
    });
    const { code, faults } = await refusal(partner, manifest);
    expect(code).toBe('BAD_USER_INPUT');
    const byId = new Map<string, { readonly message: string; readonly line?: number }>();
    for (const fault of faults as { operationId: string; message: string; line?: number }[])
      if (!byId.has(fault.operationId)) byId.set(fault.operationId, fault);
    expect([...byId.keys()].sort()).toEqual(
      [
        '0'.repeat(64),
        'beyond',
        'broken',
        'conditional',
        'dear',
        'endless',
        'huge',
        'introspects',
        'personal',
        'several',
        'unknown',
      ].sort(),
    );
    expect(byId.get('unknown')).toMatchObject({
      line: 1,
      message: expect.stringContaining('colour') as string,
    });
    expect(byId.get('beyond')?.message).toContain('admin:system');
    expect(byId.get('personal')?.message).toContain('for people');
    expect(byId.get('conditional')?.message).toContain('admin:users');
    expect(codeOf(await post({ documentId: 'good' }))).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  it('is nobody’s business but an administrator’s', async () => {
    const input = { partnerId: partner, manifest: manifestOf(CASH) };
    for (const role of ['chief_accountant', 'auditor'] as const) {
      expect((await system.company(0).as(role).refusal(REGISTER, { input })).code).toBe('FORBIDDEN');
    }
    expect((await system.company(1).as('admin').refusal(REGISTER, { input })).code).toBe('NOT_FOUND');
  });

  it('is undone by revoking: the operation stops within seconds', async () => {
    const own = await createPartner('დროებითი');
    const headers = { 'x-api-key': (await createKey(own)).text };
    await register(own, manifestOf(CASH, ACCOUNTS));
    expect((await post(byHash(CASH), headers)).status).toBe(200);
    await system
      .company(0)
      .as('admin')
      .query('mutation ($input: RevokeOperationsInput!) { revokeOperations(input: $input) { revoked } }', {
        input: { partnerId: own, ids: [digest(CASH)] },
      });
    await expect
      .poll(async () => codeOf(await post(byHash(CASH), headers)), { timeout: 5_000 })
      .toBe('PERSISTED_QUERY_NOT_FOUND');
    expect((await post(byHash(ACCOUNTS, { first: 1 }), headers)).status).toBe(200);
  });

  it('is undone by revoking a version, which ends subscriptions that run', async () => {
    const own = await createPartner('მოწყვეტილი');
    const { text } = await createKey(own);
    await register(own, manifestOf(POSTED, RECORD));
    const seen: unknown[] = [];
    const ended = new Promise<unknown>((resolve) => {
      open({ apiKey: text }).subscribe(
        { query: '', ...byHash(POSTED) },
        { next: (value) => seen.push(value), error: resolve, complete: () => resolve('complete') },
      );
    });
    // It runs: something posted is told.
    const isTold = async (): Promise<boolean> => {
      await post(byHash(RECORD, draft('ზის')), { 'x-api-key': text });
      return seen.length > 0;
    };
    await expect.poll(isTold, { timeout: 10_000 }).toBe(true);
    await system
      .company(0)
      .as('admin')
      .query(
        'mutation ($input: RevokeManifestInput!) { revokeManifest(input: $input) { manifest { version } } }',
        {
          input: { partnerId: own, version: 1 },
        },
      );
    expect(await ended).toMatchObject([{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }]);
  });
});

describe('davtari partners', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'davtari-partners-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const file = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const run = (...words: string[]) =>
    davtari(['partners', ...words], { DATABASE_URL: system.database.ownerUrl });

  it('registers a manifest, which the partner then runs, and registers it once', async () => {
    const own = await createPartner('CLI');
    const headers = { 'x-api-key': (await createKey(own)).text };
    const apollo = JSON.stringify({
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: [{ id: digest(CASH), name: 'Cash', type: 'query', body: CASH }],
    });
    const words = ['register', 'CLI', file('manifest.json', apollo), '--company', system.company(0).name];
    const first = await run(...words, '--json');
    expect([first.stderr, first.exitCode]).toEqual(['', 0]);
    expect(first.json()).toMatchObject([{ partner: own, version: 1, operations: 1, isNew: true }]);
    expect((await post(byHash(CASH), headers)).body).toMatchObject({ data: { account: { code: '1110' } } });
    const again = await run(...words);
    expect(again.stdout).toContain('has this content already');
    const list = await run('list', '--company', system.company(0).name);
    expect(list.stdout).toContain(`${own}  CLI  1 operations`);
  });

  it('tells every fault of a manifest, and exits with 1', async () => {
    const path = file('bad.json', JSON.stringify({ a: '{ nothing }', b: '{ version' }));
    const { exitCode, stdout } = await run('register', partner, path, '--company', system.company(0).name);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/a:1:3: Cannot query field "nothing"/);
    expect(stdout).toMatch(/b:1:\d+: Syntax Error/);
  });

  it('lets nobody register who may not', async () => {
    const { email } = system.company(0).users.chief_accountant;
    const path = file('good.json', manifestOf(CASH));
    const words = ['register', partner, path, '--company', system.company(0).name, '--as', email];
    expect(await run(...words)).toMatchObject({ exitCode: 2, stdout: '' });
  });

  it('checks all registered operations against the supergraph of today and of tomorrow', async () => {
    const today = await run('check');
    expect([today.exitCode, today.stdout]).toEqual([
      0,
      expect.stringMatching(/^All \d+ registered operations go on/),
    ]);
    const sdl = readFileSync(new URL('../../supergraph.graphql', import.meta.url), 'utf8');
    // Tomorrow's accounts have a number instead of a code.
    const renamed = sdl.replace(/(type Account\b[^}]*?\n {2})code: String!/, '$1number: String!');
    expect(renamed).not.toBe(sdl);
    const tomorrow = await run('check', '--json', '--supergraph', file('tomorrow.graphql', renamed));
    expect(tomorrow.exitCode).toBe(1);
    const [{ broken }] = tomorrow.json<{
      broken: { operationId: string; message: string; partner: string }[];
    }>() as [{ broken: { operationId: string; message: string; partner: string }[] }];
    expect(broken).toContainEqual(
      expect.objectContaining({
        partner: 'სს ბანკი',
        operationId: digest(CASH),
        message: expect.stringContaining('"code"') as string,
      }),
    );
    expect(broken.map(({ operationId }) => operationId)).not.toContain(digest(POSTED));
  });

  it('checks the rules of tomorrow too', async () => {
    const sdl = readFileSync(new URL('../../supergraph.graphql', import.meta.url), 'utf8');
    const stricter = sdl.replaceAll(
      '@requiresScopes(scopes: [["accounts:read"]])',
      '@requiresScopes(scopes: [["payroll:read"]])',
    );
    expect(stricter).not.toBe(sdl);
    const { exitCode, stdout } = await run('check', '--supergraph', file('stricter.graphql', stricter));
    expect(exitCode).toBe(1);
    expect(stdout).toContain('payroll:read');
  });
});

describe('what partners do', () => {
  it('is counted for each of them', async () => {
    const metrics = await (await fetch(`${system.url}/metrics`)).text();
    expect(metrics).toMatch(
      new RegExp(`davtari_partner_requests_total\\{partner="${partner}",outcome="ok"\\} [1-9]`),
    );
    for (const code of ['PERSISTED_QUERY_ID_REQUIRED', 'PERSISTED_QUERY_NOT_FOUND', 'FORBIDDEN']) {
      expect(metrics).toContain(`davtari_partner_requests_total{partner="${partner}",outcome="${code}"}`);
    }
    expect(metrics).toMatch(new RegExp(`davtari_partner_cost_total\\{partner="${partner}"\\} [1-9]`));
    expect(metrics).toMatch(
      /http_request_duration_seconds_count\{method="POST",endpoint="\/graphql",status="200"\} [1-9]/,
    );
    expect(metrics).toMatch(/davtari_persisted_queries_total\{outcome="hit"\} [1-9]/);
  });

  it('is told to callers of this machine only, unless they show the token', async () => {
    const passedOn = await fetch(`${system.url}/metrics`, { headers: { 'x-forwarded-for': '192.0.2.1' } });
    expect(passedOn.status).toBe(401);
    await passedOn.text();
  });

  it('is written down for the auditor', async () => {
    const rows = await system.owner.sql<{ kind: string; address: string | null }[]>`
      select distinct kind, address from identity.security_events where subject_id = ${keyId} and kind = 'API_KEY_USED'`;
    expect(rows).toEqual([expect.objectContaining({ kind: 'API_KEY_USED', address: '127.0.0.1' })]);
  });
});

describe('frontends', () => {
  it('persist their queries by Apollo’s protocol', async () => {
    const text = 'query Screen { account(code: "1210") { code } }';
    const caller = system.company(0).as('accountant');
    const send = async (body: object) => told(await caller.send(JSON.stringify(body)));
    const missing = await send(byHash(text));
    expect(missing.body.errors).toMatchObject([
      { message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } },
    ]);
    expect((await send({ query: text, ...byHash(text) })).body).toMatchObject({
      data: { account: { code: '1210' } },
    });
    expect((await send(byHash(text))).body).toMatchObject({ data: { account: { code: '1210' } } });
    expect((await send({ documentId: `sha256:${digest(text)}` })).body.errors).toBeUndefined();
  });

  it('cannot give a text another’s digest, nor have what cannot be parsed kept', async () => {
    const caller = system.company(0).as('accountant');
    const send = async (body: object) => told(await caller.send(JSON.stringify(body)));
    expect(codeOf(await send({ query: '{ version }', ...byHash(CASH) }))).toBe('BAD_USER_INPUT');
    const broken = '{ version';
    expect(codeOf(await send({ query: broken, ...byHash(broken) }))).toBe('BAD_USER_INPUT');
    expect(codeOf(await send(byHash(broken)))).toBe('PERSISTED_QUERY_NOT_FOUND');
  });
});
