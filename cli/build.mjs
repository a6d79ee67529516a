// Puts our TypeScript into few files of JavaScript, so that a start neither strips types nor looks for hundreds of
// files. Packages stay where they are: there is one graphql, whoever loads it.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { BUILDS, freshBuild, RECORD, RULES, sha256 } from './built.mjs';

/** How long the files of older builds stay: a process that runs on one may still load a part of it. */
const KEPT_MILLISECONDS = 24 * 3_600_000;

/** Builds the command line of a project unless the build there is fresh; answers the path of the built one. */
export async function build(root) {
  const fresh = freshBuild(root);
  if (fresh !== undefined) return fresh;
  const { build: bundle } = await import('esbuild');
  mkdirSync(join(root, BUILDS), { recursive: true });
  // Every build has a folder of its own, and is the build only when it is whole.
  const folder = mkdtempSync(join(root, BUILDS, 'build-'));
  try {
    const read = new Map();
    for (const path of RULES) read.set(path, sourceOf(join(root, path)));
    await bundle({
      absWorkingDir: root,
      entryPoints: ['cli/main.ts'],
      outdir: folder,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      packages: 'external',
      sourcemap: true,
      sourcesContent: false,
      logLevel: 'silent',
      plugins: [readingSources(root, folder, read)],
    });
    const entry = relative(root, join(folder, 'main.js'));
    const sources = Object.fromEntries([...read].map(([path, { text, ...source }]) => [path, source]));
    const unfinished = join(folder, basename(RECORD));
    writeFileSync(unfinished, JSON.stringify({ entry, sources }));
    renameSync(unfinished, join(root, RECORD));
    removeOld(join(root, BUILDS), folder);
    return join(root, entry);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Notes each file as it was when it was read, so that a change during the build makes it stale. Files that lie beside a
 * source (SQL, SDL, charts) are found from `import.meta.url`, which goes on meaning the source.
 */
function readingSources(root, folder, read) {
  return {
    name: 'sources',
    setup(bundling) {
      bundling.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const source = sourceOf(path);
        read.set(relative(root, path), source);
        const place = JSON.stringify(relative(folder, path));
        return {
          contents: source.text.replaceAll('import.meta.url', `new URL(${place}, import.meta.url).href`),
          loader: 'ts',
          resolveDir: dirname(path),
        };
      });
    },
  };
}

function sourceOf(path) {
  const { size, mtimeMs } = statSync(path);
  const text = readFileSync(path, 'utf8');
  return { text, size, touched: mtimeMs, sha256: sha256(text) };
}

function removeOld(builds, current) {
  for (const name of readdirSync(builds)) {
    const path = join(builds, name);
    if (path === current || !name.startsWith('build-')) continue;
    const touched = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - touched > KEPT_MILLISECONDS) rmSync(path, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const root = resolve(process.argv[2] ?? dirname(dirname(fileURLToPath(import.meta.url))));
  try {
    process.stdout.write(`${relative(root, await build(root))}\n`);
  } catch (error) {
    // Where nothing can be written the program runs all the same, only its start takes longer.
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
    process.stderr.write(`Nothing was built: ${error.message}\n`);
  }
}
