import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compose, CompositionError, staleFiles } from './compose.ts';

let folder: string;

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
  write('ledger/schema.graphql', [
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])',
    'type Query',
  ]);
  write('ledger/accounts/account.graphql', [
    'type Account @key(fields: "id") { id: ID! code: String! }',
    'extend type Query { account: Account }',
  ]);
  write('tax/schema.graphql', [
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])',
    'type Query { rate: String }',
  ]);
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
    const [ledger, tax, supergraph] = run();
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
      'supergraph.graphql',
    ]);
    writeAll();
    expect(staleFiles(run())).toEqual([]);
  });

  it('is stale when a noun file changes', () => {
    writeAll();
    write('tax/schema.graphql', ['type Query { rate: String year: Int }']);
    expect(names(staleFiles(run()))).toEqual(['tax/generated/subgraph.graphql', 'supergraph.graphql']);
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
