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

const askedOf = (subgraph: string): number =>
  fixture.asked.filter((asked) => asked.subgraph === subgraph).length;

describe('a query with a denied field', () => {
  it('answers null and the path there, and everything else as asked', async () => {
    const { body } = await fixture.run('{ account(id: "a1") { code hidden: secret } }', { token: reader });
    expect(body.data).toEqual({ account: { code: 'code-a1', hidden: null } });
    expect(body.errors).toEqual([
      {
        message: 'This needs the permission admin:system.',
        path: ['account', 'hidden'],
        extensions: { code: 'FORBIDDEN', needed: [['admin:system']] },
      },
    ]);
  });

  it('lets null climb where the field may not be null, item by item', async () => {
    const { body } = await fixture.run('{ accounts { code audited } }', { token: reader });
    expect(body.data).toBeNull();
    const nullable = await fixture.run('{ account(id: "a1") { parent { audited } code } }', {
      token: reader,
    });
    expect(nullable.body.data).toEqual({ account: { parent: null, code: 'code-a1' } });
    expect(nullable.body.errors?.[0]?.path).toEqual(['account', 'parent', 'audited']);
  });

  it('names the path of each item of a list', async () => {
    const { body } = await fixture.run('{ accounts { secret } }', { token: reader });
    expect(body.data).toEqual({ accounts: [{ secret: null }, { secret: null }] });
    expect(body.errors?.map(({ path }) => path)).toEqual([
      ['accounts', 0, 'secret'],
      ['accounts', 1, 'secret'],
    ]);
  });

  it('never asks the subgraph for it', async () => {
    const nobody = await token([]);
    const { body } = await fixture.run('{ account(id: "a1") { code } me { id } }', { token: nobody });
    expect(body.data).toMatchObject({ account: null });
    expect(askedOf('ledger')).toBe(0);
    expect(askedOf('identity')).toBe(1);
  });

  it('is denied through fragments, aliases and inline fragments alike', async () => {
    const { body } = await fixture.run(
      `query { account(id: "a1") { ...f ... on Account { two: secret } ... { three: secret } } }
       fragment f on Account { one: secret }`,
      { token: reader },
    );
    expect(body.data).toEqual({ account: { one: null, two: null, three: null } });
    expect(body.errors).toHaveLength(3);
  });

  it('is not denied when @skip leaves the field out', async () => {
    const query = 'query($no: Boolean = true) { account(id: "a1") { code secret @skip(if: $no) } }';
    expect((await fixture.run(query, { token: reader })).body).toEqual({
      data: { account: { code: 'code-a1' } },
      extensions: COST,
    });
    const shown = await fixture.run(query, { token: reader, variables: { no: false } });
    expect(shown.body.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(shown.body.data).toEqual({ account: { code: 'code-a1', secret: null } });
  });

  it('does not spoil the plan of those who may see the field, nor they its', async () => {
    const query = '{ account(id: "a1") { code secret } }';
    const admin = await token([...READ, 'admin:system']);
    for (const round of [1, 2]) {
      const denied = await fixture.run(query, { token: reader });
      expect(denied.body.data, `round ${round}`).toEqual({ account: { code: 'code-a1', secret: null } });
      const allowed = await fixture.run(query, { token: admin });
      expect(allowed.body, `round ${round}`).toEqual({
        data: { account: { code: 'code-a1', secret: 'secret' } },
        extensions: COST,
      });
    }
  });

  it('looks at the named operation only', async () => {
    const query = 'query Public { version } query Secret { account(id: "a1") { secret } }';
    expect((await fixture.run(query, { operationName: 'Public' })).body).toEqual({
      data: { version: '1' },
      extensions: COST,
    });
    const secret = await fixture.run(query, { operationName: 'Secret' });
    expect(secret.body.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });
});

describe('a mutation', () => {
  const post = `mutation {
    post(input: { date: "2026-01-01", entries: [{ accountCode: "1110" }] }) { transaction { id accounts { secret } } }
  }`;

  it('is refused whole, without reaching a subgraph, for one denied field', async () => {
    const writer = await token([...READ, 'transactions:write']);
    const { body } = await fixture.run(post, { token: writer });
    expect(body.data).toBeNull();
    expect(body.errors?.[0]).toMatchObject({
      path: ['post', 'transaction', 'accounts', 'secret'],
      extensions: { code: 'FORBIDDEN' },
    });
    expect(askedOf('ledger')).toBe(0);
  });

  it('is refused whole without its permission, and UNAUTHENTICATED without a token', async () => {
    const forbidden = await fixture.run(post, { token: reader });
    expect(forbidden.body.errors?.[0]).toMatchObject({ path: ['post'], extensions: { code: 'FORBIDDEN' } });
    const nobody = await fixture.run(post);
    expect(nobody.body.errors?.[0]).toMatchObject({
      path: ['post'],
      extensions: { code: 'UNAUTHENTICATED' },
    });
    expect(askedOf('ledger')).toBe(0);
  });

  it('runs when everything in it is allowed', async () => {
    const admin = await token([...READ, 'transactions:write', 'admin:system']);
    const { body } = await fixture.run(post, { token: admin });
    expect(body.errors).toBeUndefined();
    expect(body.data).toMatchObject({ post: { transaction: { id: 't1' } } });
  });
});
