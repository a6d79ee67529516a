import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { build } from '../../cli/build.mjs';
import { makeRunFolder } from './run-folder.ts';
import { ROOT } from './source-files.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Superuser's URL of the maintenance database of the one server that all tests share. */
    readonly serverUrl: string;
    /** Why the template could not be migrated; empty when it could. Tests without a database run all the same. */
    readonly templateFailure: string;
    /** Name of the migrated database that every test file clones. */
    readonly templateDatabase: string;
  }
}

const TEMPLATE = 'davtari_template';

/**
 * Starts one PostgreSQL for the whole run, in a folder that is removed however the run ends, and builds the program that
 * tests start as processes. A build that is stale by then is not run, so what is tested is always what is written.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const built = build(ROOT).catch((error: unknown) => {
    // Whoever works on a broken file still runs the tests of others; processes then say themselves what they miss.
    process.stderr.write(`Processes run without a build: ${String(error)}\n`);
  });
  const folder = makeRunFolder();
  // The workers are started later, and what tests write goes where the run's own files are.
  process.env['TMPDIR'] = folder.path;
  const server = await startEmbeddedPostgres({
    dataDir: join(folder.path, 'server'),
    durable: false,
    settings: { max_connections: '200' },
  });
  const serverUrl = databaseUrl(server.url, 'postgres');
  project.provide('serverUrl', serverUrl);
  project.provide('templateDatabase', TEMPLATE);
  project.provide('templateFailure', await buildTemplate(serverUrl));
  await built;
  return async () => {
    await server.stop();
    folder.remove();
  };
}

async function buildTemplate(serverUrl: string): Promise<string> {
  const sql = postgres(serverUrl, { max: 1, fetch_types: false });
  try {
    await sql.unsafe(`create database ${TEMPLATE} strategy file_copy`);
    await migrate(databaseUrl(serverUrl, TEMPLATE));
    // A template with a connection cannot be cloned, so none is let in any more.
    await sql.unsafe(`alter database ${TEMPLATE} with is_template true allow_connections false`);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function databaseUrl(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}
