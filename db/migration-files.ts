import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { subgraphRoles } from './roles.ts';

export interface Migration {
  readonly number: number;
  /** File name without folder: `0003_balances.sql`. */
  readonly name: string;
  /** The text that is run: files included, placeholders replaced. */
  readonly text: string;
  readonly sha256: string;
}

export interface MigrationSet {
  /** A subgraph, or `davtari` for what all share. Also the name of the PostgreSQL schema. */
  readonly name: string;
  readonly isSubgraph: boolean;
  readonly migrations: readonly Migration[];
}

/** The schema that all subgraphs share; it also keeps the record of what was applied. */
export const COMMON = 'davtari';

/** Reads `db/migrations` and every `subgraphs/<name>/migrations` below the root of the project. */
export function readMigrationSets(root: string): MigrationSet[] {
  const subgraphs = join(root, 'subgraphs');
  const names = existsSync(subgraphs)
    ? readdirSync(subgraphs, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && existsSync(join(subgraphs, entry.name, 'migrations')))
        .map((entry) => entry.name)
        .sort()
    : [];
  const templates = join(root, 'db', 'sql');
  return [
    readSet(COMMON, false, join(root, 'db', 'migrations'), templates),
    ...names.map((name) => readSet(name, true, join(subgraphs, name, 'migrations'), templates, names)),
  ];
}

const FILE_NAME = /^(\d{4})_[a-z0-9_]+\.sql$/;

function readSet(
  name: string,
  isSubgraph: boolean,
  folder: string,
  templates: string,
  subgraphs: readonly string[] = [],
): MigrationSet {
  const values = isSubgraph
    ? { schema: name, app_role: subgraphRoles(name).app, writer_role: subgraphRoles(name).writer }
    : { schema: name };
  // Whom a migration gives rights to: the roles of all subgraphs are there before the first migration runs.
  const others = subgraphs.flatMap((other) => {
    const { app, writer } = subgraphRoles(other);
    return [
      [`app_role_of_${other}`, app],
      [`writer_role_of_${other}`, writer],
    ] as const;
  });
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.sql')) : [];
  const migrations = files.sort().map((file) => {
    const number = FILE_NAME.exec(file)?.[1];
    if (number === undefined) {
      throw new Error(`${join(folder, file)}: a migration is named like 0001_what_it_does.sql`);
    }
    const text = expand(join(folder, file), templates, { ...values, ...Object.fromEntries(others) });
    const sha256 = createHash('sha256').update(text).digest('hex');
    return { number: Number(number), name: file, text, sha256 };
  });
  for (const [index, migration] of migrations.entries()) {
    const previous = migrations[index - 1];
    if (previous?.number === migration.number) {
      throw new Error(`${folder}: ${previous.name} and ${migration.name} have the same number`);
    }
  }
  return { name, isSubgraph, migrations };
}

const DIRECTIVE = /^--!.*$/gm;
const INCLUDE = /^--! include ([a-z0-9_]+\.sql)\s*$/;
const PLACEHOLDER = /\{\{\s*(\w+)\s*\}\}/g;

function expand(path: string, templates: string, values: Readonly<Record<string, string>>): string {
  const text = readText(path).replace(DIRECTIVE, (line) => {
    const file = INCLUDE.exec(line)?.[1];
    if (file === undefined) throw new Error(`${path}: cannot read the line "${line}"`);
    const included = readText(join(templates, file));
    if (new RegExp(DIRECTIVE.source, 'm').test(included)) {
      throw new Error(`${basename(path)}: the included ${file} may not include in its turn`);
    }
    return included;
  });
  return text.replace(PLACEHOLDER, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${path}: nothing is known to put for {{${name}}}`);
    return value;
  });
}

/** Line ends are made equal, so that a checkout on another system gives the same checksum. */
function readText(path: string): string {
  return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
}
