import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { READ, startFixture, token, type Fixture, type GraphqlAnswer } from '#gateway/testing/fixture.ts';

let fixture: Fixture;
let reader: string;

beforeAll(async () => {
  fixture = await startFixture();
  reader = await token(READ);
});
afterAll(() => fixture.close());

async function run(query: string, variables?: object, operationName?: string): Promise<GraphqlAnswer> {
  const options = { token: reader, ...(variables === undefined ? {} : { variables }) };
  return (await fixture.run(query, operationName === undefined ? options : { ...options, operationName }))
    .body;
}

async function costOf(query: string, variables?: object): Promise<number | undefined> {
  const body = await run(query, variables);
  return body.extensions?.cost?.requested ?? Number(body.errors?.[0]?.extensions['cost']);
}

describe('the cost of an operation', () => {
  it.each([
    ['nothing for scalars', '{ version }', 0],
    ['one for an object', '{ account(id: "a") { code } }', 1],
    ['one for each object below', '{ account(id: "a") { parent { parent { id } } } }', 3],
    ['the weight of a dear field', '{ dear }', 60],
    ['the weight of a dear argument on top', '{ dear(twice: true) }', 100],
    ['the assumed size of a list times what is below', '{ tree { parent { id } } }', 14],
    ['ten for a list of which nothing is known', '{ transaction(id: "t") { accounts { id } } }', 11],
    ['`first` times the edges', '{ pages(first: 10) { totalCount edges { node { id } } } }', 21],
    ['nothing for edges that are not asked for', '{ pages(first: 100) { totalCount } }', 1],
    [
      '`first` times `first` when connections are nested',
      '{ pages(first: 10) { edges { node { pages(first: 5) { edges { node { id } } } } } } }',
      1 + 10 * (1 + 1 + 5 + 5 * 2),
    ],
    [
      'edges in a fragment as elsewhere',
      '{ pages(first: 10) { ...p } } fragment p on AccountConnection { edges { node { id } } }',
      21,
    ],
    [
      'a fragment as often as it is spread',
      '{ a: account(id: "a") { ...f } b: account(id: "b") { ...f } } fragment f on Account { parent { id } }',
      4,
    ],
    ['nothing for what is skipped', '{ account(id: "a") { parent @skip(if: true) { id } } }', 1],
  ])('is %s', async (_why, query, cost) => {
    expect(await costOf(query)).toBe(cost);
  });

  it('follows the variables of each request', async () => {
    const query =
      'query($n: Int = 3, $deep: Boolean = true) { pages(first: $n) { edges { node { parent @include(if: $deep) { id } } } } }';
    expect(await costOf(query)).toBe(1 + 3 * 3);
    expect(await costOf(query, { n: 20 })).toBe(1 + 20 * 3);
    expect(await costOf(query, { n: 20, deep: false })).toBe(1 + 20 * 2);
    expect(await costOf(query, { n: 2 })).toBe(1 + 2 * 3);
  });

  it('is that of the named operation only', async () => {
    const query = 'query A { version } query B { dear }';
    expect((await run(query, undefined, 'A')).extensions?.cost?.requested).toBe(0);
    expect((await run(query, undefined, 'B')).extensions?.cost?.requested).toBe(60);
  });

  it('of a change begins with ten', async () => {
    const writer = await token([...READ, 'transactions:write']);
    const query =
      'mutation { post(input: { date: "2026-01-01", entries: [] }) { transaction { description } } }';
    const { body } = await fixture.run(query, { token: writer });
    expect(body.extensions?.cost).toEqual({ requested: 11, limit: 10_000 });
  });

  it('is told by answers over a WebSocket too', async () => {
    const answers = fixture.socket(`Bearer ${reader}`).iterate({ query: '{ account(id: "a") { code } }' });
    const { value } = (await answers.next()) as { value: GraphqlAnswer };
    expect(value).toMatchObject({ extensions: { cost: { requested: 1, limit: 10_000 } } });
  });

  it('of the introspection that GraphiQL sends is within the limit, of nested introspection it is not', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    expect(await costOf(getIntrospectionQuery())).toBeLessThan(5_000);
    const many = Array.from({ length: 20 }, (_, i) => `f${i}: fields { name }`).join(' ');
    const types = Array.from({ length: 16 }, (_, i) => `t${i}: types { fields { type { ...t } } }`).join(' ');
    const refused = await run(`{ __schema { ${types} } } fragment t on __Type { ${many} }`);
    expect(refused.errors?.[0]?.extensions['code']).toBe('COST_LIMIT_EXCEEDED');
  });
});

describe('an operation above the limit', () => {
  it('is refused with its cost, before anything is asked', async () => {
    fixture.asked.length = 0;
    const nested = (inner: string): string => `pages(first: 100) { edges { node { ${inner} } } }`;
    const { body, status } = await fixture.run(`{ ${nested(nested('id'))} }`, { token: reader });
    expect(status).toBe(400);
    expect(body.errors?.[0]?.extensions).toEqual({
      code: 'COST_LIMIT_EXCEEDED',
      cost: 1 + 100 * (2 + 5 + 100 * 2),
      limit: 10_000,
    });
    expect(fixture.asked).toEqual([]);
  });

  it('is one that fits when its variables ask for less', async () => {
    const query =
      'query($n: Int!) { pages(first: $n) { edges { node { pages(first: $n) { edges { node { id } } } } } } }';
    expect((await run(query, { n: 3 })).errors).toBeUndefined();
    expect((await run(query, { n: 100 })).errors?.[0]?.extensions['code']).toBe('COST_LIMIT_EXCEEDED');
  });
});

describe('a connection', () => {
  it.each([
    ['without `first`', '{ pages { totalCount } }', undefined],
    ['with a null', '{ pages(first: null) { totalCount } }', undefined],
    ['with a variable that is not given', 'query($n: Int) { pages(first: $n) { totalCount } }', undefined],
    ['with a variable that is null', 'query($n: Int) { pages(first: $n) { totalCount } }', { n: null }],
    ['nested, without `first`', '{ account(id: "a") { pages { totalCount } } }', undefined],
    [
      'in a fragment, without `first`',
      '{ account(id: "a") { ...f } } fragment f on Account { pages { totalCount } }',
      undefined,
    ],
  ])('%s is refused by name', async (_how, query, variables) => {
    const body = await run(query, variables);
    expect(body.data).toBeUndefined();
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'first' });
  });

  it('is answered with a default of the variable', async () => {
    expect((await run('query($n: Int = 2) { pages(first: $n) { totalCount } }')).errors).toBeUndefined();
  });

  it('of the wrong type is refused as any other value', async () => {
    const body = await run('query($n: Int) { pages(first: $n) { totalCount } }', { n: 'many' });
    expect(body.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'first',
      value: 'many',
    });
  });
});
