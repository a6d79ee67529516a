import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { READ, startFixture, token, type Fixture } from '#gateway/testing/fixture.ts';

let fixture: Fixture;
let reader: string;

beforeAll(async () => {
  fixture = await startFixture();
  reader = await token([...READ, 'transactions:write']);
});
afterAll(() => fixture.close());

const POST = 'mutation { post(input: { date: "2026-01-01", entries: [] }) { transaction { id } } }';

function send(init: RequestInit & { path?: string } = {}): Promise<Response> {
  const { path = '/graphql', ...rest } = init;
  return fetch(`${fixture.gateway.url}${path}`, { redirect: 'manual', ...rest });
}

async function codeOf(response: Response): Promise<unknown> {
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
  return errors[0]?.extensions.code;
}

describe('a request is refused', () => {
  it.each([
    'text/plain',
    'text/plain;charset=UTF-8',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'application/graphql',
  ])('with 415 when its body is %s', async (type) => {
    const body = JSON.stringify({ query: POST });
    const headers = { 'content-type': type, authorization: `Bearer ${reader}` };
    const response = await send({ method: 'POST', headers, body });
    expect([response.status, await codeOf(response)]).toEqual([415, 'BAD_USER_INPUT']);
  });

  it('with 413 when its body is larger than 10 MB', async () => {
    const body = JSON.stringify({ query: '{ version }', variables: { x: 'x'.repeat(11 * 1024 * 1024) } });
    const response = await send({ method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect([response.status, await codeOf(response)]).toEqual([413, 'BAD_USER_INPUT']);
  });

  it.each([
    '[]',
    '[{"query":"{version}"}]',
    '"{version}"',
    '1',
    'null',
    '{}',
    '{"query":1}',
    '{"query":"{version}","variables":[]}',
    '{"query":"{version}","variables":"{}"}',
    '{"query":"{version}","operationName":1}',
    '{"query":"{version}","extensions":1}',
  ])('with 400 when its body is %s', async (body) => {
    const response = await send({ method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect([response.status, await codeOf(response)]).toEqual([400, 'BAD_USER_INPUT']);
  });

  it('with 405 when it is a change by GET', async () => {
    fixture.asked.length = 0;
    const response = await send({
      path: `/graphql?query=${encodeURIComponent(POST)}`,
      headers: { authorization: `Bearer ${reader}` },
    });
    expect([response.status, await codeOf(response)]).toEqual([405, 'BAD_USER_INPUT']);
    expect(fixture.asked).toEqual([]);
  });

  it.each([{}, { accept: 'text/html' }, { 'content-type': 'text/plain' }])(
    'as forged across sites when it is a GET with %j',
    async (headers) => {
      const response = await send({ path: '/graphql?query=%7Bversion%7D', headers });
      expect([response.status, await codeOf(response)]).toEqual([400, 'BAD_USER_INPUT']);
    },
  );

  it.each([
    ['another address', '/admin', 'GET', 404],
    ['another method', '/graphql', 'DELETE', 404],
    ['the inside', '/feed?companyId=x', 'GET', 404],
    ['the inside, too', '/authority/keys', 'GET', 404],
  ])('at %s', async (_what, path, method, status) => {
    const response = await send({ path, method });
    expect(response.status).toBe(status);
    expect(await codeOf(response)).toBe('NOT_FOUND');
  });
});

describe('every answer', () => {
  const cases: readonly (readonly [string, RequestInit & { path?: string }])[] = [
    [
      'to a query',
      { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{version}"}' },
    ],
    [
      'that refuses',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'Bearer x' },
        body: '{}',
      },
    ],
    ['that finds nothing', { path: '/nothing' }],
    ['to a preflight', { method: 'OPTIONS' }],
    ['of a page', { path: '/graphiql' }],
    ['about health', { path: '/health' }],
  ];
  it.each(cases)(
    '%s carries headers that keep browsers from doing harm, and its id',
    async (_which, init) => {
      const { headers } = await send(init);
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'strict-transport-security': expect.stringContaining('max-age='),
        'content-security-policy': expect.stringContaining("default-src 'none'"),
      });
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('server')).toBeNull();
    },
  );

  it('lets listed origins read it, never all, and never with cookies', async () => {
    for (const origin of [
      'https://books.example',
      'https://evil.example',
      'null',
      'https://books.example.evil.example',
    ]) {
      const { headers } = await send({
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      });
      expect(headers.get('access-control-allow-origin')).toBe(
        origin === 'https://books.example' ? origin : null,
      );
      expect(headers.get('access-control-allow-credentials')).toBeNull();
      expect(headers.get('vary')).toContain('Origin');
    }
  });
});

describe('the report of health', () => {
  it('tells nobody where things are, nor what they said', async () => {
    const { ledger, identity } = (await import('#gateway/testing/fixture.ts')).fixtureSubgraphs();
    const broken = await startFixture({
      subgraphs: new Map([
        [
          'ledger',
          {
            runtime: {
              ...ledger,
              health: () => Promise.reject(new Error('connect ECONNREFUSED 10.1.2.3:5432')),
            },
          },
        ],
        [
          'identity',
          {
            runtime: {
              ...identity,
              health: () =>
                Promise.resolve([
                  {
                    name: 'postgres',
                    status: 'down' as const,
                    latencyMs: 1,
                    error: 'password of davtari_identity at db.internal is wrong',
                  },
                ]),
            },
          },
        ],
      ]),
    });
    try {
      const response = await fetch(`${broken.gateway.url}/health`);
      const text = await response.text();
      expect(response.status).toBe(503);
      expect(text).not.toMatch(/10\.1\.2\.3|db\.internal|password/);
      expect(JSON.parse(text)).toMatchObject({
        dependencies: [
          { name: 'ledger', status: 'down', error: 'fails' },
          { name: 'identity/postgres', error: 'fails' },
          {},
        ],
      });
    } finally {
      await broken.close();
    }
  });
});

describe('bytes that are no request', () => {
  it.each([
    'GARBAGE\r\n\r\n',
    'GET / HTTP/1.1\r\n\r\n',
    `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`,
    'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
  ])('%j end the connection and nothing else', async (bytes) => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(fixture.gateway.port, '127.0.0.1', () => socket.end(bytes));
      let text = '';
      socket.on('data', (data) => (text += data.toString()));
      socket.on('close', () => resolve(text));
      socket.on('error', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d/);
    expect(answer).not.toContain('at ');
    expect((await fixture.run('{ version }')).status).toBe(200);
  });
});
