import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publishedSchemas } from '#ledger/events/json-schema.ts';
import { EXIT } from '#cli/exit.ts';
import type { CommandContext } from './context.ts';

/** `davtari events schema`: the JSON Schemas of the events, on stdout or as files. */
export async function runEventsSchema(
  given: { readonly out?: string },
  { output }: CommandContext,
): Promise<number> {
  const schemas = publishedSchemas();
  if (given.out === undefined) {
    const byName = Object.fromEntries(schemas.map(({ name, schema }) => [name, schema]));
    output.result(byName, JSON.stringify(byName, undefined, 2));
    return EXIT.ok;
  }
  await mkdir(given.out, { recursive: true });
  for (const { name, schema } of schemas) {
    const path = join(given.out, `${name}.json`);
    await writeFile(path, `${JSON.stringify(schema, undefined, 2)}\n`);
    output.item({ name, path }, path);
  }
  return EXIT.ok;
}
