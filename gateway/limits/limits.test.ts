import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COST, READ, startFixture, token, type Fixture } from '#gateway/testing/fixture.ts';

let fixture: Fixture;
let reader: string;

beforeAll(async () => {
  fixture = await startFixture();
  reader = await token(READ);
  await fixture.run('{ version }');
});
afterAll(() => fixture.close());

/** Milliseconds on an idle machine; what is guarded against takes minutes. */
const LIMIT_MS = 1_500;

async function refusedWithin(milliseconds: number, query: string): Promise<string> {
  const started = performance.now();
  const { body } = await fixture.run(query, { token: reader });
  expect(performance.now() - started).toBeLessThan(milliseconds);
  expect(body.data ?? null).toBeNull();
  return String(body.errors?.[0]?.extensions['code']);
}

describe('an operation is refused in milliseconds', () => {
  it('when a kilobyte of nested fragments expands without end', async () => {
    const fragments = Array.from(
      { length: 20 },
      (_, level) =>
        `fragment f${level} on Account { p${level}: parent { ...f${level + 1} } q${level}: parent { ...f${level + 1} } }`,
    );
    const query = `{ account(id: "a1") { ...f0 } } ${fragments.join(' ')} fragment f20 on Account { id }`;
    expect(query.length).toBeLessThan(2_000);
    expect(await refusedWithin(LIMIT_MS, query)).toBe('COST_LIMIT_EXCEEDED');
  });

  it('when its unused fragments expand without end', async () => {
    const fragments = Array.from(
      { length: 14 },
      (_, level) => `fragment f${level} on Account { parent { ...f${level + 1} ...f${level + 1} } }`,
    );
    const query = `{ version } ${fragments.join(' ')} fragment f14 on Account { id }`;
    expect(await refusedWithin(LIMIT_MS, query)).toBe('COST_LIMIT_EXCEEDED');
  });

  it.each([
    ['it nests too deeply', `{ account(id: "a") ${'{ parent '.repeat(20)}{ id }${' }'.repeat(20)} }`],
    [
      'it asks for too much at the root',
      `{ ${Array.from({ length: 51 }, (_, i) => `v${i}: version`).join(' ')} }`,
    ],
    [
      'it has too many aliases',
      `{ account(id: "a") { ${Array.from({ length: 201 }, (_, i) => `c${i}: code`).join(' ')} } }`,
    ],
    ['it selects the same field thousands of times', `{ account(id: "a") { ${'code '.repeat(2_001)} } }`],
    ['it has too many tokens', `{ version ${'# \n version '.repeat(10_001)} }`],
  ])('when %s', async (_why, query) => {
    expect(await refusedWithin(LIMIT_MS, query)).toBe('COST_LIMIT_EXCEEDED');
  });

  it('when a fragment contains itself', async () => {
    const query = '{ account(id: "a") { ...f } } fragment f on Account { parent { ...f } }';
    expect(await refusedWithin(LIMIT_MS, query)).toBe('BAD_USER_INPUT');
  });
});

describe('the largest operation that is allowed', () => {
  it('is validated in good time when it repeats one field', async () => {
    const { body } = await fixture.run(`{ account(id: "a") { ${'code '.repeat(100)} } }`, { token: reader });
    expect(body).toEqual({ data: { account: { code: 'code-a' } }, extensions: COST });
    const often = `{ account(id: "a") { ${'code '.repeat(1_990)} } }`;
    expect(await refusedWithin(4_000, often)).toBe('COST_LIMIT_EXCEEDED');
  });

  it('holds the introspection that GraphiQL sends', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    const { body } = await fixture.run(
      getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true }),
    );
    expect(body.errors).toBeUndefined();
    expect(JSON.stringify(body.data)).not.toContain('join__');
  });
});
