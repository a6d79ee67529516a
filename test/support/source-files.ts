import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const FOLDERS = ['bench', 'cli', 'client', 'db', 'docs', 'faults', 'gateway', 'subgraphs', 'test'];

export interface Import {
  /** What is imported: a path from the root of the project, or the name of a package. */
  readonly target: string;
  readonly isOurs: boolean;
  /** Types vanish when the program runs. */
  readonly isTypeOnly: boolean;
}

export interface SourceFile {
  /** From the root of the project: `db/client.ts`. */
  readonly path: string;
  readonly text: string;
  readonly isTest: boolean;
  readonly imports: readonly Import[];
}

/** Paths of all files of the project with this ending; generated ones and packages of others left out. */
export function filesEnding(...endings: readonly string[]): readonly string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
      .filter((path) => !/\/(generated|node_modules)\//.test(path)),
  ).sort();
}

/** Every source file with what it imports. */
export function sourceFiles(): readonly SourceFile[] {
  const { imports: aliases } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    imports: Record<string, string>;
  };
  return filesEnding('.ts', '.mjs').map((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    return { path, text, isTest: isTest(path), imports: importsOf(path, text, aliases) };
  });
}

/** Tests and what only they use. */
function isTest(path: string): boolean {
  return path.startsWith('test/') || path.includes('/testing/') || path.endsWith('.test.ts');
}

function importsOf(path: string, text: string, aliases: Readonly<Record<string, string>>): Import[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, false);
  const found: Import[] = [];
  const add = (specifier: ts.Expression | undefined, isTypeOnly: boolean) => {
    if (specifier !== undefined && ts.isStringLiteral(specifier)) {
      found.push({ ...resolved(path, specifier.text, aliases), isTypeOnly });
    }
  };
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isOnlyTypes(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isOnlyTypes(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const bindings = clause.namedBindings;
  return (
    clause.name === undefined &&
    bindings !== undefined &&
    ts.isNamedImports(bindings) &&
    bindings.elements.every((element) => element.isTypeOnly)
  );
}

function resolved(path: string, specifier: string, aliases: Readonly<Record<string, string>>) {
  if (specifier.startsWith('.')) return { target: join(dirname(path), specifier), isOurs: true };
  if (!specifier.startsWith('#')) return { target: specifier, isOurs: false };
  const [alias, folder] =
    Object.entries(aliases).find(([name]) => specifier.startsWith(name.slice(0, -1))) ?? [];
  if (alias === undefined || folder === undefined) throw new Error(`${path}: ${specifier} leads nowhere`);
  return { target: join(folder.slice(0, -1), specifier.slice(alias.length - 1)), isOurs: true };
}
