import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COST, READ, startFixture, token, type Fixture } from '#gateway/testing/fixture.ts';

let fixture: Fixture;
let reader: string;

beforeAll(async () => {
  fixture = await startFixture();
  reader = await token(READ);
});
afterAll(() => fixture.close());
beforeEach(() => {
  fixture.asked.length = 0;
});

describe('a query', () => {
  it('is answered from several subgraphs', async () => {
    const { status, body } = await fixture.run(
      'query($id: ID!) { transaction(id: $id) { description who: author { name } } version }',
      { token: reader, variables: { id: 't1' } },
    );
    expect(body).toEqual({
      data: { transaction: { description: 'Posting t1', who: { name: 'Name of u1' } }, version: '1' },
      extensions: COST,
    });
    expect(status).toBe(200);
  });

  it('may be sent by GET, a mutation may not', async () => {
    const get = (query: string): Promise<Response> =>
      fetch(`${fixture.gateway.url}/graphql?query=${encodeURIComponent(query)}`, {
        headers: { 'apollo-require-preflight': '1', authorization: `Bearer ${reader}` },
      });
    expect(await (await get('{ version }')).json()).toEqual({ data: { version: '1' }, extensions: COST });
    const refused = await get(
      'mutation { post(input: { date: "2026-01-01", entries: [] }) { transaction { id } } }',
    );
    expect(refused.status).toBe(405);
    expect(fixture.asked.filter(({ subgraph }) => subgraph === 'ledger')).toEqual([]);
  });

  it('is refused by GET without the header that browsers cannot send across sites', async () => {
    const response = await fetch(`${fixture.gateway.url}/graphql?query=%7Bversion%7D`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  it('is refused in batches', async () => {
    const response = await fetch(`${fixture.gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '[{"query":"{version}"},{"query":"{version}"}]',
    });
    expect(response.status).toBe(400);
  });
});

describe('who asks', () => {
  it('is nobody without a token, who may ask for public fields only', async () => {
    expect((await fixture.run('{ version }')).body).toEqual({
      data: { version: '1' },
      extensions: COST,
    });
    const { body } = await fixture.run('{ me { name } }');
    expect(body.data).toEqual({ me: null });
    expect(body.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });

  it('is refused with a bad token, even for a public field', async () => {
    const { status, body } = await fixture.run('{ version }', { token: 'not.a.token' });
    expect(status).toBe(401);
    expect(body.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });

  it('cannot be claimed by headers', async () => {
    const { body } = await fixture.run('{ me { id } }', {
      headers: { 'x-davtari-caller': 'forged', 'x-user-id': 'someone', 'x-company-id': 'other' },
    });
    expect(body.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    expect(fixture.asked).toEqual([]);
  });

  it('travels to the subgraph with the id of the request', async () => {
    const { headers } = await fixture.run('{ me { id } }', {
      token: reader,
      headers: { 'x-request-id': 'request-0001' },
    });
    expect(headers.get('x-request-id')).toBe('request-0001');
    expect(fixture.asked[0]?.caller).toMatchObject({
      requestId: 'request-0001',
      principal: { roles: ['accountant'] },
    });
    const { headers: replaced } = await fixture.run('{ version }', { headers: { 'x-request-id': 'a b;c' } });
    expect(replaced.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('an error', () => {
  it('of the subgraph keeps its code, its details and its path', async () => {
    const { body } = await fixture.run('{ why: refuse }', { token: reader });
    expect(body).toEqual({
      data: { why: null },
      errors: [
        {
          message: 'March is closed.',
          path: ['why'],
          extensions: { code: 'PERIOD_CLOSED', field: 'date', value: '2026-03-01' },
        },
      ],
      extensions: COST,
    });
  });

  it('of ours says nothing of the inside', async () => {
    const { body } = await fixture.run('{ broken }', { token: reader });
    expect(body.errors).toEqual([
      {
        message: 'Something went wrong on our side.',
        path: ['broken'],
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      },
    ]);
    expect(JSON.stringify(body)).not.toContain('hunter2');
  });

  it.each([
    [
      'in a variable of the gateway’s own types',
      { quantity: 'many', accountCode: '1110' },
      'entries[0].quantity',
      'many',
    ],
    [
      'in a scalar that only the subgraph knows',
      { debit: '1e5', accountCode: '1110' },
      'entries[0].debit',
      '1e5',
    ],
  ])('names field and value %s', async (_where, entry, field, value) => {
    const writer = await token([...READ, 'transactions:write']);
    const { body } = await fixture.run(
      'mutation($i: PostInput!) { post(input: $i) { transaction { id } } }',
      {
        token: writer,
        variables: { i: { date: '2026-01-01', entries: [entry] } },
      },
    );
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field, value });
  });

  it('names the argument behind a variable', async () => {
    const { body } = await fixture.run('query($d: Date) { account(id: "a1", asOf: $d) { code } }', {
      token: reader,
      variables: { d: '2026-02-30' },
    });
    expect(body.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'asOf',
      value: '2026-02-30',
    });
  });

  it.each([
    ['a literal that the subgraph refuses', '{ account(id: "a1", asOf: "2026-02-30") { code } }', 'asOf'],
    ['a literal that the gateway refuses', '{ accounts(first: "many") { code } }', 'first'],
  ])('names field and value of %s', async (_which, query, field) => {
    const { body } = await fixture.run(query, { token: reader });
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  it.each([
    ['that does not parse', '{ version '],
    ['with an unknown field', '{ nonsense }'],
    ['without its variable', 'query($id: ID!) { account(id: $id) { code } }'],
    ['without the variable of a condition', 'query($on: Boolean!) { version @include(if: $on) }'],
  ])('BAD_USER_INPUT answers an operation %s', async (_which, query) => {
    const { body } = await fixture.run(query, { token: reader });
    expect(body.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  it('BAD_USER_INPUT answers a body that is no JSON', async () => {
    const response = await fetch(`${fixture.gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":',
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });
});

describe('the edge', () => {
  it('lets listed origins call and no others', async () => {
    const preflight = (origin: string): Promise<Response> =>
      fetch(`${fixture.gateway.url}/graphql`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      });
    const listed = await preflight('https://books.example');
    expect(listed.status).toBe(204);
    expect(listed.headers.get('access-control-allow-origin')).toBe('https://books.example');
    expect((await preflight('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('tells the state of each dependency', async () => {
    const response = await fetch(`${fixture.gateway.url}/health`);
    expect(await response.json()).toMatchObject({
      status: 'up',
      dependencies: [
        { name: 'ledger/postgres', status: 'up' },
        { name: 'identity/postgres' },
        { name: 'revocations' },
      ],
    });
    expect((await fetch(`${fixture.gateway.url}/health/ready`)).status).toBe(200);
  });

  it('publishes the keys of its tokens without their private halves', async () => {
    const response = await fetch(`${fixture.gateway.url}/.well-known/jwks.json`);
    const { keys } = (await response.json()) as { keys: Record<string, unknown>[] };
    expect(keys).toHaveLength(1);
    expect(keys[0]).not.toHaveProperty('d');
  });

  it('refuses bodies above 10 MB', async () => {
    const { status, body } = await fixture.run('{ version }', {
      variables: { x: 'x'.repeat(10 * 1024 * 1024) },
    });
    expect(status).toBe(413);
    expect(body.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });
});
