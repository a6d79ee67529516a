import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { READ, startFixture, token, type Fixture } from '#gateway/testing/fixture.ts';

let fixture: Fixture;
let reader: string;

beforeAll(async () => {
  fixture = await startFixture();
  reader = await token(READ);
  // What is measured is the work, not the first run of the code that does it.
  for (let times = 0; times < 20; times += 1) {
    await ask(
      `{ version account(id: "${times}") { ${'code '.repeat(times)} ...f } } fragment f on Account { id }`,
    );
    await ask(`{ nonsense${times} `);
  }
});
afterAll(() => fixture.close());

const CPU_MILLISECONDS = 200;

async function ask(query: string, variables?: string): Promise<{ code: unknown; cpu: number }> {
  const body = `{"query":${JSON.stringify(query)}${variables === undefined ? '' : `,"variables":${variables}`}}`;
  const before = process.cpuUsage();
  const response = await fetch(`${fixture.gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${reader}` },
    body,
  });
  const answer = (await response.json()) as { errors?: { extensions: { code: unknown } }[] };
  const { user, system } = process.cpuUsage(before);
  return { code: answer.errors?.[0]?.extensions.code, cpu: (user + system) / 1000 };
}

const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join(' ');

/** Each is refused; what would happen otherwise is anything between a long wait and a dead process. */
const HOSTILE: readonly (readonly [what: string, query: string, variables?: string])[] = [
  [
    'a kilobyte of fragments that double at each level',
    `{ account(id: "a") { ...f0 } } ${times(18, (i) => `fragment f${i} on Account { parent { ...f${i + 1} ...f${i + 1} } }`)} fragment f18 on Account { id }`,
  ],
  [
    'the same without a field in between',
    `{ account(id: "a") { ...f0 } } ${times(30, (i) => `fragment f${i} on Account { ...f${i + 1} ...f${i + 1} }`)} fragment f30 on Account { id }`,
  ],
  ['a thousand aliases', `{ account(id: "a") { ${times(1_000, (i) => `c${i}: code`)} } }`],
  ['a thousand aliases at the root', `{ ${times(1_000, (i) => `v${i}: version`)} }`],
  ['a thousand fields nested', `${'{ parent '.repeat(1_000)}{ id }${' }'.repeat(1_000)}`],
  ['five thousand brackets of a list', `{ account(id: ${'['.repeat(4_900)}${']'.repeat(4_900)}) { id } }`],
  ['lists that are never closed', `{ account(id: ${'['.repeat(9_900)}`],
  ['objects within objects', `{ account(id: ${'{a:'.repeat(3_000)}1${'}'.repeat(3_000)}) { id } }`],
  ['a type of lists of lists', `query($x: ${'['.repeat(4_900)}Int${']'.repeat(4_900)}) { version }`],
  ['a thousand directives', `{ version ${'@include(if: true) '.repeat(1_000)} }`],
  ['a thousand directives on fragments', `{ ${times(1_000, () => '... @include(if: true) { version }')} }`],
  ['a thousand operations', times(1_000, (i) => `query q${i} { version }`)],
  [
    'a chain of a thousand fragments',
    `{ account(id: "a") { ...f0 } } ${times(1_000, (i) => `fragment f${i} on Account { ...f${i + 1} }`)} fragment f1000 on Account { id }`,
  ],
  [
    'fragments that contain each other',
    '{ account(id: "a") { ...a } } fragment a on Account { ...b } fragment b on Account { ...a }',
  ],
  ['the same field two thousand times', `{ account(id: "a") { ${'code '.repeat(2_001)} } }`],
  ['the same field as often as is allowed', `{ account(id: "a") { ${'code '.repeat(1_990)} } }`],
  ['as many unknown fields as are allowed', `{ account(id: "a") { ${times(1_990, (i) => `codee${i}`)} } }`],
  [
    'as many different arguments on one field as are allowed',
    `{ ${times(45, (i) => `account(id: "${i}") { ${times(40, (j) => `parent { p${j}: id }`).slice(0, 300)} }`)} }`,
  ],
  ['a hundred thousand tokens', `{ ${'version '.repeat(100_000)} }`],
  ['a megabyte of brackets', `{ version ${'('.repeat(1_000_000)}`],
  ['a megabyte of text', `{ account(id: "${'x'.repeat(1_000_000)}") { id nonsense } }`],
  [
    'variables nested a hundred thousand times',
    'query($x: Int) { version }',
    `{"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
  ],
  [
    'variables of objects in objects',
    'query($x: Int) { version }',
    `{"x":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`,
  ],
  [
    'a number of a million digits',
    'query($n: Int) { pages(first: $n) { totalCount } }',
    `{"n":${'9'.repeat(1_000_000)}}`,
  ],
  [
    'a page of a thousand million',
    '{ pages(first: 1000000000) { edges { node { pages(first: 1000000000) { edges { node { id } } } } } } }',
  ],
  ['a query that is not one', '\u0000'.repeat(100_000)],
];

describe('an abusive document is refused', () => {
  it('when it is ten megabytes of numbers', async () => {
    const { cpu, code } = await ask(
      'query($n: Int) { pages(first: $n) { totalCount } }',
      `{"n":[${'1,'.repeat(5_000_000)}1]}`,
    );
    expect(code).toBe('BAD_USER_INPUT');
    expect(cpu).toBeLessThan(3 * CPU_MILLISECONDS);
  });

  it.each(HOSTILE)('%s', async (_what, query = '', variables) => {
    const { code, cpu } = await ask(query, variables);
    expect(['COST_LIMIT_EXCEEDED', 'BAD_USER_INPUT']).toContain(code);
    expect(cpu).toBeLessThan(CPU_MILLISECONDS);
  });
});
