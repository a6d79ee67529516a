import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { READ, startFixture, token, type Fixture } from '#gateway/testing/fixture.ts';

let fixture: Fixture;
let reader: string;

beforeAll(async () => {
  fixture = await startFixture();
  reader = await token(READ);
});
afterAll(() => fixture.close());

interface Sent {
  readonly status: number;
  readonly type: string | null;
  readonly body: unknown;
}

async function send(accept: string, body: object): Promise<Sent> {
  const response = await fetch(`${fixture.gateway.url}/graphql`, {
    method: 'POST',
    headers: { accept, 'content-type': 'application/json', authorization: `Bearer ${reader}` },
    body: JSON.stringify(body),
  });
  return { status: response.status, type: response.headers.get('content-type'), body: await response.json() };
}

const POST = 'mutation ($input: PostInput!) { post(input: $input) { transaction { id } } }';

describe('the direct way and the way through Apollo Server answer the same', () => {
  it.each<[string, object]>([
    [
      'fields of several subgraphs',
      {
        query: 'query ($id: ID!) { transaction(id: $id) { a: id author { name } } }',
        variables: { id: 't1' },
      },
    ],
    ['nothing', { query: '{ account(id: "none") { code } }' }],
    ['a field that is denied', { query: '{ account(id: "a1") { code secret } version }' }],
    ['a required field that is denied', { query: '{ account(id: "a1") { code audited } version }' }],
    ['a mutation that is denied', { query: POST, variables: { input: { date: '2026-01-01', entries: [] } } }],
    ['a refusal of the domain', { query: '{ refuse version }' }],
    ['a defect', { query: '{ broken version }' }],
    ['a variable that is missing', { query: 'query ($id: ID!) { account(id: $id) { code } }' }],
    [
      'a variable of the wrong type',
      {
        query: 'query ($id: ID!, $on: Date) { account(id: $id, asOf: $on) { code } }',
        variables: { id: [1] },
      },
    ],
    ['a missing condition', { query: 'query ($yes: Boolean!) { version me @include(if: $yes) { name } }' }],
    [
      'one of several operations',
      { query: 'query A { version } query B { me { name } }', operationName: 'B' },
    ],
    ['an operation that is not there', { query: 'query A { version }', operationName: 'B' }],
    ['a document that is not valid', { query: '{ versoin }' }],
    ['a subscription', { query: 'subscription { transactionPosted { seq } }' }],
    ['introspection', { query: '{ __type(name: "Account") { name } version }' }],
  ])('%s', async (_what, body) => {
    for (const type of ['application/json', 'application/graphql-response+json']) {
      // Whoever names another type first is left to Apollo Server, which finds the same type among the rest.
      const [direct, through] = [await send(type, body), await send(`text/html;q=0.1, ${type}`, body)];
      expect(direct).toEqual(through);
      expect(direct.type).toMatch(type);
    }
  });
});
