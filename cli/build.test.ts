import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { ROOT } from '#test/source-files.ts';
import { build } from './build.mjs';
import { freshBuild } from './built.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'davtari-build-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, 'cli'));
  for (const path of ['package.json', 'tsconfig.json', 'cli/build.mjs', 'cli/built.mjs', 'cli/davtari.mjs'])
    cpSync(join(ROOT, path), join(root, path));
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  mkdirSync(join(root, 'db'));
  write('db/word.txt', 'beside');
  write(
    'db/word.ts',
    `
    import { readFileSync } from 'node:fs';
    export const word: string = readFileSync(new URL('./word.txt', import.meta.url), 'utf8');`,
  );
  write('cli/late.ts', `export const late: string = 'late';`);
  write(
    'cli/main.ts',
    `
    import { word } from '#db/word.ts';
    const { late } = await import('./late.ts');
    process.stdout.write([word, late, import.meta.url.endsWith('/cli/main.ts')].join(' ') as string);`,
  );
});

function write(path: string, text: string): void {
  writeFileSync(join(root, path), text);
}

async function say(): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'cli/davtari.mjs')]);
  return stdout;
}

it('says the same with a build and without one', async () => {
  expect(freshBuild(root)).toBeUndefined();
  const unbuilt = await say();
  await build(root);
  expect([unbuilt, await say()]).toEqual(['beside late true', 'beside late true']);
});

it('is what runs while it is fresh', async () => {
  const entry = await build(root);
  writeFileSync(
    entry,
    readFileSync(entry, 'utf8').replaceAll(
      'process.stdout',
      'process.stdout.write("built "), process.stdout',
    ),
  );
  expect(await say()).toBe('built beside late true');
});

it('is fresh until a source changes, wherever that is loaded, and built anew only then', async () => {
  const entry = await build(root);
  expect(await build(root)).toBe(entry);
  // What is only touched, as a checkout and an image do, is the same still.
  utimesSync(join(root, 'cli/late.ts'), new Date(0), new Date(0));
  expect(freshBuild(root)).toBe(entry);

  write('cli/late.ts', `export const late: string = 'lame';`);
  expect(freshBuild(root)).toBeUndefined();
  expect(await say()).toBe('beside lame true');
  const next = await build(root);
  expect([next === entry, freshBuild(root)]).toEqual([false, next]);
  expect(await say()).toBe('beside lame true');
});

it.each(['package.json', 'cli/built.mjs'])('is stale when %s changes', async (path) => {
  await build(root);
  write(path, `${readFileSync(join(root, path), 'utf8')}\n`);
  expect(freshBuild(root)).toBeUndefined();
});

it('is stale when a source or the build itself is gone', async () => {
  const entry = await build(root);
  rmSync(join(root, 'db/word.ts'));
  expect(freshBuild(root)).toBeUndefined();
  write('db/word.ts', `export const word: string = 'new';`);
  await build(root);
  rmSync(join(root, 'dist'), { recursive: true });
  expect([freshBuild(root), entry.startsWith(root)]).toEqual([undefined, true]);
});

it('leaves nothing behind that could run when a source cannot be built', async () => {
  write('cli/late.ts', 'export const late = ;');
  await expect(build(root)).rejects.toThrow('Unexpected');
  expect(freshBuild(root)).toBeUndefined();
});
