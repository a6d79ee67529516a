import { readFile } from 'node:fs/promises';
import { openDatabase } from '#db/client.ts';
import type { Bench } from '../bench.ts';

/** Runs a script of this folder as the superuser, `{{names}}` in it filled in. */
export async function runScript(
  { server, log }: Bench,
  file: string,
  values: Readonly<Record<string, string | number>>,
): Promise<void> {
  const text = await readFile(new URL(file, import.meta.url), 'utf8');
  const filled = text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${file} wants ${name}`);
    return String(value);
  });
  // The settings of the script stay in its own connection.
  const owner = openDatabase(server.url, { max: 1, name: 'davtari bench load', log });
  try {
    await owner.sql.unsafe(filled).simple();
  } finally {
    await owner.close();
  }
}
