import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compose, CompositionError, staleFiles } from './compose.ts';

let folder: string;

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated", "@requiresScopes"])';
const READ = '@requiresScopes(scopes: [["accounts:read"]])';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'supergraph-'));
  write('supergraph.yaml', [
    'federation_version: =2.9.0',
    'subgraphs:',
    ...['ledger', 'tax'].flatMap((name) => [
      `  ${name}:`,
      `    routing_url: http://${name}`,
      `    schema: { file: ./${name}/generated/subgraph.graphql }`,
    ]),
  ]);
  write('ledger/schema.graphql', [LINK, 'type Query']);
  write('ledger/accounts/account.graphql', [
    `type Account @key(fields: "id") ${READ} { id: ID! code: String! }`,
    `extend type Query { account: Account ${READ} }`,
  ]);
  write('tax/schema.graphql', [LINK, 'type Query { rate: String @authenticated }']);
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, lines: readonly string[]): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), `${lines.join('\n')}\n`);
}

const run = () => compose(join(folder, 'supergraph.yaml'));
const names = (files: ReturnType<typeof run>) => files.map(({ path }) => path.slice(folder.length + 1));

function writeAll(): void {
  for (const { path, content } of run()) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

describe('the supergraph', () => {
  it('is composed from the noun files of each subgraph, the schema first', () => {
    const [ledger, tax, , supergraph] = run();
    expect(ledger?.content.indexOf('schema.graphql')).toBeLessThan(
      ledger?.content.indexOf('account.graphql') ?? -1,
    );
    expect(tax?.content).toContain('rate: String');
    expect(supergraph?.content).toContain('type Account');
  });

  it('is fresh once written, and composes to the same text again', () => {
    expect(names(staleFiles(run()))).toEqual([
      'ledger/generated/subgraph.graphql',
      'tax/generated/subgraph.graphql',
      'test/contracts/access-matrix.csv',
      'supergraph.graphql',
    ]);
    writeAll();
    expect(staleFiles(run())).toEqual([]);
  });

  it('is stale when a noun file changes', () => {
    writeAll();
    write('tax/schema.graphql', [
      LINK,
      'type Query { rate: String @authenticated year: Int @authenticated }',
    ]);
    expect(names(staleFiles(run()))).toEqual([
      'tax/generated/subgraph.graphql',
      'test/contracts/access-matrix.csv',
      'supergraph.graphql',
    ]);
  });

  it('does not compose when subgraphs contradict each other, and says who', () => {
    write('tax/account.graphql', ['type Account @key(fields: "id") { id: ID! code: Int! }']);
    expect(run).toThrow(CompositionError);
    expect(run).toThrow(/FIELD_TYPE_MISMATCH.*ledger.*tax|INVALID_FIELD_SHARING.*ledger.*tax/s);
  });

  it('names the noun file that does not parse', () => {
    write('tax/broken.graphql', ['type {']);
    expect(run).toThrow(/Expected Name/);
  });
});

describe('who may ask for what', () => {
  const matrix = () =>
    run()
      .find(({ path }) => path.endsWith('access-matrix.csv'))
      ?.content.split('\n');

  it('is written down for every field and every kind of caller', () => {
    expect(matrix()).toEqual([
      'field,anonymous,any signed-in,accountant,chief_accountant,tax_specialist,auditor,admin',
      'Account.code,needs-sign-in,deny,allow,allow,allow,allow,allow',
      'Account.id,needs-sign-in,deny,allow,allow,allow,allow,allow',
      'Query.account,needs-sign-in,deny,allow,allow,allow,allow,allow',
      'Query.rate,needs-sign-in,allow,allow,allow,allow,allow,allow',
      '',
    ]);
  });

  it('makes the approved copy stale when a permission changes', () => {
    writeAll();
    write('ledger/accounts/account.graphql', [
      `type Account @key(fields: "id") ${READ} { id: ID! code: String! @requiresScopes(scopes: [["audit:read"]]) }`,
      `extend type Query { account: Account ${READ} }`,
    ]);
    expect(names(staleFiles(run()))).toContain('test/contracts/access-matrix.csv');
    expect(matrix()).toContain('Account.code,needs-sign-in,deny,deny,deny,deny,allow,allow');
  });

  const broken: readonly (readonly [name: string, field: string, reason: string])[] = [
    ['a field without a permission', 'year: Int', 'No access rule on Query.year'],
    [
      'a field of a type without a permission',
      'year: Year @authenticated } type Year { number: Int',
      'No access rule on Year.number',
    ],
    [
      'an unknown permission',
      'year: Int @requiresScopes(scopes: [["reports:taxes"]])',
      'Query.year: there is no permission "reports:taxes"',
    ],
    ['no permission at all', 'year: Int @requiresScopes(scopes: [])', 'Query.year'],
    ['a set without a permission', 'year: Int @requiresScopes(scopes: [[]])', 'has an empty set'],
  ];
  it.each(broken)('stops the build for %s, and names the field', (_name, field, reason) => {
    write('tax/schema.graphql', [LINK, `type Query { rate: String @authenticated ${field} }`]);
    expect(run).toThrow(CompositionError);
    expect(run).toThrow(reason);
  });
});
