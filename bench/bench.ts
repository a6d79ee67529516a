import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase, type Database } from '#db/client.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { roleUrl } from '#db/roles.ts';
import type { Ledger } from '#ledger/ledger.ts';
import { createLedger } from '#ledger/subgraph.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { createLog, type Logger } from '#shared/platform/log.ts';
import { createMeter, type Meter } from './measure/meter.ts';
import type { BenchOptions } from './options.ts';
import type { Goal, Table } from './report.ts';
import { openCompanies } from './workload/companies.ts';

/** What scenarios share: one durable server with one database, the companies in it, and a place for figures. */
export interface Bench {
  readonly options: BenchOptions;
  readonly server: EmbeddedPostgres;
  /** The superuser. */
  readonly owner: Database;
  readonly ledger: Ledger;
  readonly meter: Meter;
  readonly log: Logger;
  /** A temporary folder, gone after the run. */
  readonly folder: string;
  /** The company that everything hits at once, and fifty that share the work. */
  companies(): Promise<{ readonly hot: Actor; readonly fifty: readonly Actor[] }>;
  /** Runs a scenario under conditions like those of the others: nothing left to write back to the disk or to vacuum. */
  settle(): Promise<void>;
  /** Figures that later scenarios compare with; absent when that scenario was not run. */
  readonly known: Map<KnownFigure, number>;
  readonly tables: Table[];
  readonly goals: Goal[];
  tell(words: string): void;
}

export type KnownFigure = 'TPC-B' | 'write path, hot, 128' | 'write path, fifty, 128';

export async function openBench(options: BenchOptions, tell: (words: string) => void): Promise<Bench> {
  const folder = mkdtempSync(join(options.directory, 'davtari-bench-'));
  const log = createLog({ logLevel: 'error' }, process.stderr);
  tell('starting a durable server');
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), log });
  await migrate(server.url, { log });
  const owner = openDatabase(server.url, { max: 4, name: 'davtari bench', log });
  const ledger = await createLedger({
    databaseUrl: roleUrl(server.url, 'ledger'),
    ownerUrl: server.url,
    log,
  });
  let companies: Promise<{ hot: Actor; fifty: readonly Actor[] }> | undefined;
  return {
    options,
    server,
    owner,
    ledger,
    meter: createMeter(() => server.pid),
    log,
    folder,
    companies() {
      companies ??= (async () => {
        tell('opening the books of 51 companies');
        const [hot, ...fifty] = await openCompanies(ledger, 51);
        if (hot === undefined) throw new Error('There is no company');
        return { hot, fifty };
      })();
      return companies;
    },
    async settle() {
      while (await isVacuuming(owner)) await delay(500);
      await owner.sql`checkpoint`;
    },
    known: new Map(),
    tables: [],
    goals: [],
    tell,
  };
}

/** Whether the server tidies up what was written before, beside what is to be measured. */
async function isVacuuming(owner: Database): Promise<boolean> {
  const [row] = await owner.sql<{ is: boolean }[]>`
    select exists (select from pg_stat_activity where backend_type = 'autovacuum worker') as is`;
  return row?.is === true;
}

export async function closeBench({ ledger, owner, server, folder }: Bench): Promise<void> {
  await ledger.close();
  await owner.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** What the figures were taken on; without it none of them means anything. */
export async function machineFacts({ owner, folder }: Bench): Promise<Record<string, string | number>> {
  const [row] = await owner.sql<{ version: string; buffers: string; fsync: string; commit: string }[]>`
    select current_setting('server_version') as version, current_setting('shared_buffers') as buffers,
           current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`;
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    disk: diskOf(folder),
    node: process.version,
    postgres: row?.version ?? 'unknown',
    sharedBuffers: row?.buffers ?? 'unknown',
    fsync: row?.fsync ?? 'unknown',
    synchronousCommit: row?.commit ?? 'unknown',
    loadAverage: loadavg()
      .map((load) => load.toFixed(2))
      .join(' '),
  };
}

function diskOf(folder: string): string {
  try {
    const [, line = ''] = execFileSync('df', ['--output=source,fstype', folder], { encoding: 'utf8' }).split(
      '\n',
    );
    return line.trim().replace(/\s+/g, ' ');
  } catch {
    // Not every system has this df; the figures do not depend on its answer.
    return 'unknown';
  }
}
