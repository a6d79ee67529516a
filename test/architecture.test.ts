import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Kind, parse, visit, type ASTNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { errorsDocument } from '../docs/write-errors.ts';
import { filesEnding, ROOT, sourceFiles, type SourceFile } from './support/source-files.ts';

const files = sourceFiles();
const code = files.filter(({ isTest }) => !isTest);

/** What the files of a folder import of ours, besides the folders named: `file → import`. */
function strayImports(within: string, allowed: readonly string[]): string[] {
  return code
    .filter(({ path }) => path.startsWith(within))
    .flatMap((file) =>
      file.imports
        .filter(({ isOurs, target }) => isOurs && !allowed.some((folder) => target.startsWith(folder)))
        .map(({ target }) => `${file.path} → ${target}`),
    );
}

function folderOfSubgraph(path: string): string | undefined {
  return /^subgraphs\/(?!shared\/)[^/]+\//.exec(path)?.[0];
}

const SUBGRAPHS = [...new Set(code.flatMap(({ path }) => folderOfSubgraph(path) ?? []))];

/** Rules and folds, and everything of ours that they run: found by name, followed by import. */
function pureFiles(): readonly SourceFile[] {
  const byPath = new Map(code.map((file) => [file.path, file]));
  const found = new Set(
    code.filter(
      ({ path, text }) =>
        folderOfSubgraph(path) !== undefined &&
        (basename(path) === 'decide.ts' || /^export function (decide|evolve)/m.test(text)),
    ),
  );
  for (const file of found) {
    for (const { isOurs, isTypeOnly, target } of file.imports) {
      const next = byPath.get(target);
      if (isOurs && !isTypeOnly && next !== undefined) found.add(next);
    }
  }
  return [...found];
}

describe('who may import whom', () => {
  it('finds the files it speaks of', () => {
    expect(code.length).toBeGreaterThan(100);
    expect(SUBGRAPHS).toEqual([
      'subgraphs/identity/',
      'subgraphs/inventory/',
      'subgraphs/ledger/',
      'subgraphs/payroll/',
      'subgraphs/reporting/',
      'subgraphs/tax/',
    ]);
    expect(files.flatMap(({ imports }) => imports).filter(({ isOurs }) => isOurs).length).toBeGreaterThan(
      500,
    );
  });

  it('the shared domain stands on nothing', () => {
    expect(strayImports('subgraphs/shared/domain/', ['subgraphs/shared/domain/'])).toEqual([]);
  });

  it('the shared platform stands on the shared domain', () => {
    const allowed = ['subgraphs/shared/domain/', 'subgraphs/shared/platform/'];
    expect(strayImports('subgraphs/shared/platform/', allowed)).toEqual([]);
  });

  it('documents are drawn from what they are given: subgraphs import them, and they know money and dates only', () => {
    const allowed = ['subgraphs/shared/domain/', 'subgraphs/shared/documents/'];
    expect(strayImports('subgraphs/shared/documents/', allowed)).toEqual([]);
    const callers = code.filter(
      ({ path, imports }) =>
        folderOfSubgraph(path) === undefined &&
        !path.startsWith('subgraphs/shared/documents/') &&
        imports.some(({ target }) => target.startsWith('subgraphs/shared/documents/')),
    );
    expect(callers.map(({ path }) => path)).toEqual([]);
  });

  it('the way to RS.ge stands on domain and platform: which services there are, subgraphs know', () => {
    const allowed = ['subgraphs/shared/domain/', 'subgraphs/shared/platform/', 'subgraphs/shared/rs-ge/'];
    expect(strayImports('subgraphs/shared/rs-ge/', allowed)).toEqual([]);
  });

  it('the database stands on domain and platform, and knows no GraphQL', () => {
    expect(strayImports('db/', ['db/', 'subgraphs/shared/domain/', 'subgraphs/shared/platform/'])).toEqual(
      [],
    );
    const graphql = code.filter(
      ({ path, imports }) => path.startsWith('db/') && imports.some(({ target }) => target === 'graphql'),
    );
    expect(graphql.map(({ path }) => path)).toEqual([]);
  });

  it('shared GraphQL stands on the shared folders and the database', () => {
    expect(strayImports('subgraphs/shared/graphql/', ['subgraphs/shared/', 'db/'])).toEqual([]);
  });

  it.each(SUBGRAPHS)('%s imports what is shared and itself, never another subgraph', (folder) => {
    expect(strayImports(folder, [folder, 'subgraphs/shared/', 'db/'])).toEqual([]);
  });

  it('the gateway knows what is shared, never the database or the code of a subgraph', () => {
    expect(strayImports('gateway/', ['gateway/', 'subgraphs/shared/'])).toEqual([]);
  });

  it('the client stands alone, as whoever copies it needs it to', () => {
    expect(strayImports('client/', ['client/'])).toEqual([]);
  });

  it('nobody imports the command line', () => {
    const callers = code.filter(
      ({ path, imports }) =>
        !/^(cli|bench)\//.test(path) && imports.some(({ target }) => target.startsWith('cli/')),
    );
    expect(callers.map(({ path }) => path)).toEqual([]);
  });

  it('the program imports no test and no support of tests', () => {
    const testing = /^test\/|\/testing\/|\.test\.ts$|^vitest|^fast-check/;
    const callers = code
      // Benchmarks and the run of faults measure and judge the program; they are no part of it.
      .filter(({ path }) => !/^(bench|faults)\//.test(path))
      .filter(({ imports }) => imports.some(({ target }) => testing.test(target)));
    expect(callers.map(({ path }) => path)).toEqual([]);
  });

  it('nothing is imported from a build', () => {
    const callers = files.filter(({ imports }) =>
      imports.some(({ isOurs, target }) => isOurs && /(^|\/)(dist|build)\//.test(target)),
    );
    expect(callers.map(({ path }) => path)).toEqual([]);
  });
});

describe('rules and folds', () => {
  const pure = pureFiles();

  it('are found in every noun that has commands', () => {
    const nouns = filesEnding('commands.ts').map((path) => dirname(path));
    const pureNouns = new Set(pure.map(({ path }) => dirname(path)));
    expect(nouns.length).toBeGreaterThan(4);
    expect(nouns.filter((noun) => !pureNouns.has(noun))).toEqual([]);
  });

  it('import the shared domain and pure files of their own subgraph, and of all others types only', () => {
    const paths = new Set(pure.map(({ path }) => path));
    const strays = pure.flatMap(({ path, imports }) =>
      imports
        .filter(({ isOurs, isTypeOnly }) => isOurs && !isTypeOnly)
        .filter(({ target }) => {
          if (target.startsWith('subgraphs/shared/domain/')) return false;
          return folderOfSubgraph(target) !== folderOfSubgraph(path) || !paths.has(target);
        })
        .map(({ target }) => `${path} → ${target}`),
    );
    expect(strays).toEqual([]);
  });

  it('import no package but exact numbers, and identifiers made of names', () => {
    const packages = pure.flatMap(({ path, imports }) =>
      imports
        .filter(({ isOurs, isTypeOnly }) => !isOurs && !isTypeOnly)
        .filter(({ target }) => target !== 'uuid' || path !== 'subgraphs/shared/domain/named-id.ts')
        .map(({ target }) => target),
    );
    expect(packages.filter((name) => name !== 'decimal.js')).toEqual([]);
  });

  it('know no clock, chance, environment, console or waiting', () => {
    const impure =
      /Date\.now|new Date\(\)|performance\.|Math\.random|randomUUID|getRandomValues|process\.|console\.|setTimeout|setInterval|fetch\(|\basync\b|\bawait\b/;
    const found = pure.flatMap(({ path, text }) =>
      text
        .split('\n')
        .filter((line) => !/^\s*(\/\/|\*|\/\*\*)/.test(line) && impure.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
    expect(found).toEqual([]);
  });
});

describe('the source', () => {
  it('reads the environment in one file', () => {
    const readers = code.filter(({ text }) => /process\.env\b|process\['env'\]/.test(text));
    expect(readers.map(({ path }) => path)).toEqual(['subgraphs/shared/platform/config.ts']);
  });

  it('has nothing that is named for having no better name', () => {
    const vague = /^(utils?|helpers?|services?|managers?|misc|common)(\.|$)/i;
    const paths = files.filter(({ path }) => path.split('/').some((part) => vague.test(part)));
    const types = files.flatMap(({ path, text }) =>
      [
        ...text.matchAll(/\b(?:class|interface|type|function) (\w+(?:Utils?|Helpers?|Service|Manager))\b/g),
      ].map(([, name]) => `${path}: ${name ?? ''}`),
    );
    expect([...paths.map(({ path }) => path), ...types]).toEqual([]);
  });

  it('has a test in every test file', () => {
    const empty = files.filter(
      ({ path, text }) =>
        path.endsWith('.test.ts') &&
        !/\b(it|test)\b(\.\w+)*[(`]|\b(it|test)\.each|\b(it|test)\.(skipIf|runIf)/.test(text),
    );
    expect(empty.map(({ path }) => path)).toEqual([]);
  });

  it('has no test that is switched off or runs alone', () => {
    const marked = files.filter(({ text }) => /\b(it|describe|test)\.(only|skip|todo)\b[(.]/.test(text));
    expect(marked.map(({ path }) => path)).toEqual([]);
  });
});

describe('the schema', () => {
  it('describes every type, field and argument', () => {
    const published = filesEnding('.graphql').filter((path) => /^(subgraphs|gateway)\//.test(path));
    const silent = published.flatMap((path) => undescribed(path, readFileSync(join(ROOT, path), 'utf8')));
    expect(published.length).toBeGreaterThan(8);
    expect(silent).toEqual([]);
  });
});

/** Definitions without a description. The roots speak through their fields; what is extended is described once. */
function undescribed(path: string, sdl: string): string[] {
  const silent: string[] = [];
  const roots = new Set(['Query', 'Mutation', 'Subscription']);
  const note = (node: ASTNode, ancestors: readonly (ASTNode | readonly ASTNode[])[]) => {
    if (!('name' in node) || node.name === undefined) return;
    if ('description' in node && node.description !== undefined) return;
    if (node.kind === Kind.OBJECT_TYPE_DEFINITION && roots.has(node.name.value)) return;
    const holders = ancestors.flatMap((step) =>
      'kind' in step && 'name' in step && step.name !== undefined ? [step.name.value] : [],
    );
    silent.push(`${path}: ${[...holders, node.name.value].join('.')}`);
  };
  visit(parse(sdl), {
    ObjectTypeDefinition: (node, _key, _parent, _path, ancestors) => {
      note(node, ancestors);
    },
    InterfaceTypeDefinition: (node, _key, _parent, _path, ancestors) => {
      note(node, ancestors);
    },
    UnionTypeDefinition: (node, _key, _parent, _path, ancestors) => {
      note(node, ancestors);
    },
    EnumTypeDefinition: (node, _key, _parent, _path, ancestors) => {
      note(node, ancestors);
    },
    ScalarTypeDefinition: (node, _key, _parent, _path, ancestors) => {
      note(node, ancestors);
    },
    InputObjectTypeDefinition: (node, _key, _parent, _path, ancestors) => {
      note(node, ancestors);
    },
    FieldDefinition: (node, _key, _parent, _path, ancestors) => {
      note(node, ancestors);
    },
    // Arguments of fields and fields of inputs are of one kind.
    InputValueDefinition: (node, _key, _parent, _path, ancestors) => {
      note(node, ancestors);
    },
  });
  return silent;
}

describe('what is published', () => {
  it('lists in docs/errors.md the refusals of the code, no more and no fewer', () => {
    expect(readFileSync(join(ROOT, 'docs/errors.md'), 'utf8')).toBe(errorsDocument());
  });

  it.each(SUBGRAPHS)('%s numbers its migrations without gaps and names each for its one idea', (folder) => {
    const names = filesEnding('.sql')
      .filter((path) => path.startsWith(`${folder}migrations/`))
      .map((path) => basename(path));
    expect(names.length).toBeGreaterThan(0);
    names.forEach((name, index) => {
      expect(name).toMatch(new RegExp(`^${String(index + 1).padStart(4, '0')}_[a-z][a-z0-9_]+\\.sql$`));
    });
  });
});
