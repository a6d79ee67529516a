#!/usr/bin/env node
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { freshBuild } from './built.mjs';

// V8 lets the heap of a busy server double before it looks for garbage. Looking after a growth of 30 % halves the
// memory of an import that subscribers watch, and costs a tenth of its time.
setFlagsFromString('--heap-growing-percent=30');

const built = freshBuild(dirname(dirname(fileURLToPath(import.meta.url))));
if (built === undefined) {
  // TypeScript is run as it is: tsx strips the types while loading.
  const { register } = await import('tsx/esm/api');
  register();
  await import('./main.ts');
} else {
  // Stacks name the sources, as they do with tsx.
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(built).href);
}
