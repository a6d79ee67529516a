import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { READ, startFixture, token, type Fixture } from '#gateway/testing/fixture.ts';

let fixture: Fixture;
let reader: string;

beforeAll(async () => {
  fixture = await startFixture();
  reader = await token(READ);
});
afterAll(() => fixture.close());

/** The audits of the specification "GraphQL over HTTP", asked by somebody who has signed in. */
const audits = serverAudits({
  url: () => `${fixture.gateway.url}/graphql`,
  fetchFn: (url: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${reader}`);
    return fetch(url, { ...init, headers });
  },
});

describe('GraphQL over HTTP', () => {
  it('has as many audits as are meant', () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.map((audit) => [`${audit.id} ${audit.name}`, audit] as const))(
    '%s',
    async (_name, audit) => {
      const result = await audit.fn();
      expect(
        result,
        'reason' in result
          ? `${result.reason} ${await result.response
              .clone()
              .text()
              .catch(() => '')}`
          : '',
      ).toMatchObject({ status: 'ok' });
    },
  );
});
