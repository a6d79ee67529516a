import { execFile } from 'node:child_process';
import { closeSync, existsSync, fdatasyncSync, openSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Bench } from '../bench.ts';
import { microsecondsEach } from '../measure/meter.ts';
import type { Table } from '../report.ts';

const SCALE = 50;
const CLIENTS = 32;
const DATABASE = 'bench_tpcb';
const TITLE = 'Reference on the same server: pgbench, TPC-B-like';

const run = promisify(execFile);

/**
 * Runs pgbench's TPC-B-like load, once before the other scenarios and once after them; the mean of both is what the
 * rest is compared with. Each of its transactions changes three rows, reads one and inserts one.
 */
export async function measureReference(bench: Bench): Promise<void> {
  const isAgain = bench.tables.some(({ title }) => title === TITLE);
  const program = findPgbench();
  const rows: Table['rows'][number][] = [];
  const notes: string[] = [
    `a commit waits for the disk: fdatasync of 8 kB takes ${(1e6 / syncsPerSecond(bench.folder)).toFixed(0)} µs`,
  ];
  if (program === undefined) {
    notes.push('pgbench is not installed (Debian: postgresql-contrib), so there is nothing to compare with');
  } else {
    if (!isAgain) await makeTables(bench, program);
    bench.tell(`pgbench, ${CLIENTS} clients`);
    const stop = bench.meter();
    const tps = await tpcB(bench, program);
    const cpu = stop();
    const first = isAgain ? bench.known.get('TPC-B') : undefined;
    const mean = first === undefined ? tps : (first + tps) / 2;
    bench.known.set('TPC-B', mean);
    rows.push({
      run: isAgain ? 'after' : 'before',
      clients: CLIENTS,
      perSecond: tps,
      cost: microsecondsEach(cpu.postgres, cpu.seconds, tps * cpu.seconds),
      postgres: cpu.postgres,
      foreign: cpu.foreign,
    });
    if (isAgain)
      rows.push({
        run: 'mean',
        clients: CLIENTS,
        perSecond: mean,
        cost: null,
        postgres: null,
        foreign: null,
      });
  }
  bench.tables.push({
    title: isAgain ? `${TITLE}, again` : TITLE,
    columns: [
      { key: 'run', heading: 'run' },
      { key: 'clients', heading: 'clients' },
      { key: 'perSecond', heading: 'transactions/s', digits: 0 },
      { key: 'cost', heading: 'PG µs/tx', digits: 0 },
      { key: 'postgres', heading: 'PG cores', digits: 2 },
      { key: 'foreign', heading: 'foreign cores', digits: 2 },
    ],
    rows,
    notes,
  });
  if (isAgain) compareWritePath(bench);
}

function compareWritePath(bench: Bench): void {
  const tpcB = bench.known.get('TPC-B');
  const writePath = bench.known.get('write path, hot, 128');
  bench.goals.unshift({
    what: 'write path, one hot company, 128 in flight, against TPC-B',
    relation: '≥',
    wanted: 2,
    actual: tpcB === undefined || writePath === undefined ? null : writePath / tpcB,
    unit: '×',
  });
}

function findPgbench(): string | undefined {
  const versions = existsSync('/usr/lib/postgresql')
    ? readdirSync('/usr/lib/postgresql').sort().reverse()
    : [];
  const folders = [
    ...versions.map((version) => `/usr/lib/postgresql/${version}/bin`),
    '/usr/local/bin',
    '/usr/bin',
  ];
  return folders.map((folder) => join(folder, 'pgbench')).find((file) => existsSync(file));
}

async function makeTables(bench: Bench, program: string): Promise<void> {
  bench.tell(`pgbench, making tables of scale ${SCALE}`);
  await bench.owner.sql.unsafe(`create database ${DATABASE}`);
  await pgbench(bench, program, ['-i', '-s', String(SCALE), '-q']);
  await bench.settle();
}

async function tpcB(bench: Bench, program: string): Promise<number> {
  const seconds = String(Math.ceil(bench.options.seconds) + 2);
  const words = ['-n', '-M', 'prepared', '-c', String(CLIENTS), '-j', '2', '-T', seconds];
  const text = await pgbench(bench, program, words);
  const tps = /^tps = ([\d.]+)/m.exec(text)?.[1];
  if (tps === undefined) throw new Error(`pgbench told no figure:\n${text}`);
  return Number(tps);
}

async function pgbench({ server }: Bench, program: string, words: readonly string[]): Promise<string> {
  const url = new URL(server.url);
  const { stdout } = await run(
    program,
    ['-h', url.hostname, '-p', url.port, '-U', url.username, ...words, DATABASE],
    { env: { PGPASSWORD: decodeURIComponent(url.password), PATH: '/usr/bin:/bin' }, timeout: 180_000 },
  );
  return stdout;
}

/** What `pg_test_fsync` calls fdatasync: one block written and forced to the disk, over and over. */
function syncsPerSecond(folder: string): number {
  const file = openSync(join(folder, 'sync-test'), 'w');
  try {
    const block = Buffer.alloc(8192);
    const began = performance.now();
    let done = 0;
    while (performance.now() - began < 500) {
      writeSync(file, block, 0, block.length, 0);
      fdatasyncSync(file);
      done += 1;
    }
    return (done * 1000) / (performance.now() - began);
  } finally {
    closeSync(file);
  }
}
