import { execFileSync, fork, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { fileURLToPath } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import { readRequirements } from '#gateway/authorization/requirements.ts';
import type { Bench } from '../bench.ts';
import { messageOf, startClient } from '../clients/child.ts';
import type { FromHttpClient, HttpJob, HttpOutcome } from '../clients/http-job.ts';
import { familySeconds } from '../measure/processes.ts';
import type { FromRival, ToRival } from '../rivals/rival.ts';

const ROUNDS = 3;
const WARM_SECONDS = 4;
const SUBGRAPHS = ['ledger', 'identity', 'tax', 'payroll', 'inventory', 'reporting'] as const;

const OPERATIONS = {
  'small query, two subgraphs': {
    query:
      'query Small { transaction(id: "t1") { id number date description status totalAmount createdBy { id name } } }',
    connections: 32,
    goals: { 'Apollo gateway': 6, 'Hive gateway, router runtime': 5 },
  },
  'list of 50 with nested entities': {
    query:
      'query List { transactions(first: 50) { edges { node { id number date description status totalAmount createdBy { id name } entries { debit credit account { code name } } } } } }',
    connections: 16,
    goals: { 'Apollo gateway': 4, 'Hive gateway, router runtime': 2.5 },
  },
} as const;

interface Gateway {
  readonly name: string;
  readonly origin: string;
  readonly token: string;
  readonly process: ChildProcess;
}

/**
 * The same operations over the same supergraph and the same light subgraphs through three gateways: ours with access
 * control on, Apollo's as it comes, and Hive's with its router runtime. Their answers are compared first. Rounds are
 * interleaved, medians compared.
 */
export async function measureFederation(bench: Bench): Promise<void> {
  const children: ChildProcess[] = [];
  try {
    const subgraphs: Record<string, string> = {};
    for (const name of SUBGRAPHS) {
      const child = startRival('light-subgraph.ts', children);
      subgraphs[name] = (await ready(child, { subgraph: name })).url;
      pin(child.pid, 1);
    }
    const gateways = await startGateways(bench, subgraphs, children);
    for (const { process: child } of gateways) pin(child.pid, 0);

    const rows = [];
    for (const [operation, { query, connections, goals }] of Object.entries(OPERATIONS)) {
      await demandEqualAnswers(gateways, query);
      const measured = new Map(gateways.map(({ name }) => [name, [] as Measured[]]));
      for (let round = 0; round < ROUNDS; round += 1) {
        // Who begins changes from round to round.
        const turns = round % 2 === 0 ? gateways : gateways.toReversed();
        for (const gateway of turns) {
          bench.tell(`federation, ${operation}, ${gateway.name}, round ${round + 1} of ${ROUNDS}`);
          measured.get(gateway.name)?.push(await measure(bench, gateway, query, connections));
        }
      }
      const perSecond = (name: string): number | null => {
        const rounds = measured.get(name);
        return rounds === undefined ? null : median(rounds.map((round) => round.perSecond));
      };
      const ours = perSecond(OURS) ?? Number.NaN;
      for (const { name } of gateways) {
        const rounds = measured.get(name) ?? [];
        rows.push({
          operation,
          gateway: name,
          perSecond: perSecond(name),
          cpu: median(rounds.map((round) => round.cpu)),
          p50: median(rounds.map((round) => round.outcome.p50 ?? Number.NaN)),
          p99: median(rounds.map((round) => round.outcome.p99 ?? Number.NaN)),
          times: ours / (perSecond(name) ?? Number.NaN),
        });
      }
      for (const [name, wanted] of Object.entries(goals)) {
        const theirs = perSecond(name);
        const actual = theirs === null ? null : ours / theirs;
        bench.goals.push({
          what: `${operation}: ours against ${name}`,
          relation: '≥',
          wanted,
          actual,
          unit: '×',
        });
      }
    }
    bench.tables.push({
      title: `Federated queries over HTTP, light subgraphs, medians of ${ROUNDS} rounds in turns`,
      columns: [
        { key: 'operation', heading: 'operation' },
        { key: 'gateway', heading: 'gateway' },
        { key: 'perSecond', heading: 'requests/s', digits: 0 },
        { key: 'cpu', heading: 'gateway µs/req', digits: 0 },
        { key: 'p50', heading: 'p50 ms', digits: 1 },
        { key: 'p99', heading: 'p99 ms', digits: 1 },
        { key: 'times', heading: 'ours ×', digits: 2 },
      ],
      rows,
      notes: [
        'ours authenticates, limits and asks the rules; the others do nothing of that',
        'gateways have the first core, subgraphs and client the second; all answers were equal',
      ],
    });
  } finally {
    for (const child of children) child.kill('SIGKILL');
  }
}

const OURS = 'ours, access control on';

async function startGateways(
  bench: Bench,
  subgraphs: Readonly<Record<string, string>>,
  children: ChildProcess[],
): Promise<readonly Gateway[]> {
  const committed = readFileSync(new URL('../../supergraph.graphql', import.meta.url), 'utf8');
  const supergraphSdl = Object.entries(subgraphs).reduce(
    // The others find the subgraphs by what the supergraph says.
    (sdl, [name, url]) =>
      sdl.replace(new RegExp(`(name: "${name}", url: )"[^"]*"`), (_, head: string) => `${head}"${url}"`),
    committed,
  );
  // The others refuse to load access directives.
  const plain = readRequirements(supergraphSdl).supergraphSdl;
  const ours = startRival('our-gateway.ts', children);
  const started = await ready(ours, { supergraphSdl, subgraphs });
  const gateways: Gateway[] = [
    { name: OURS, origin: started.url, token: started.token ?? '', process: ours },
  ];
  const stock = startRival('stock-gateway.ts', children);
  const stockUrl = (await ready(stock, { supergraphSdl: plain })).url;
  gateways.push({ name: 'Apollo gateway', origin: stockUrl, token: '', process: stock });

  const hive = await startHive(bench, plain, children);
  if (hive !== undefined) gateways.push(hive);
  return gateways;
}

const RIVALS = fileURLToPath(new URL('../rivals/', import.meta.url));
const HIVE = join(RIVALS, 'hive/node_modules/.bin/hive-gateway');

/** Hive's gateway is half a gigabyte of packages, so it is installed for this benchmark only, when it is first run. */
async function startHive(
  bench: Bench,
  supergraphSdl: string,
  children: ChildProcess[],
): Promise<Gateway | undefined> {
  if (!existsSync(HIVE)) {
    bench.tell('installing the other gateways from the registry into bench/rivals/hive (once)');
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
      cwd: join(RIVALS, 'hive'),
      stdio: 'ignore',
    });
  }
  const file = join(bench.folder, 'supergraph.graphql');
  writeFileSync(file, supergraphSdl);
  const port = await freePort();
  const child = spawn(
    HIVE,
    [
      'supergraph',
      file,
      '--port',
      String(port),
      '--host',
      '127.0.0.1',
      '--hive-router-runtime',
      '--fork',
      '1',
    ],
    { cwd: join(RIVALS, 'hive'), stdio: 'ignore' },
  );
  children.push(child);
  const origin = `http://127.0.0.1:${port}`;
  const name = 'Hive gateway, router runtime';
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await ask(origin, '', '{ __typename }').catch(() => undefined);
    if (answer !== undefined) return { name, origin, token: '', process: child };
    await delay(200);
  }
  throw new Error('Hive gateway does not start.');
}

async function ask(origin: string, token: string, query: string): Promise<unknown> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

/** A gateway that answers something else, or errors quickly, would win. */
async function demandEqualAnswers(gateways: readonly Gateway[], query: string): Promise<void> {
  let first: unknown;
  for (const { name, origin, token } of gateways) {
    const { data, errors } = (await ask(origin, token, query)) as { data: unknown; errors?: unknown };
    if (errors !== undefined) throw new Error(`${name} answers errors: ${JSON.stringify(errors)}`);
    first ??= data;
    if (!isDeepStrictEqual(data, first))
      throw new Error(`${name} answers otherwise: ${JSON.stringify(data)}`);
  }
}

interface Measured {
  readonly outcome: HttpOutcome;
  readonly perSecond: number;
  /** Microseconds of the gateway's CPU for each request. */
  readonly cpu: number;
}

async function measure(
  bench: Bench,
  { name, origin, token, process: child }: Gateway,
  query: string,
  connections: number,
): Promise<Measured> {
  const client = startClient('http-client.ts');
  try {
    pin(client.pid, 1);
    const { seconds } = bench.options;
    const job: HttpJob = {
      origin,
      query,
      input: 'nothing',
      batch: 0,
      tokens: [token === '' ? 'none' : token],
      connections,
      warmSeconds: WARM_SECONDS,
      seconds,
    };
    client.send(job);
    await messageOf<FromHttpClient>(client, ({ kind }) => kind !== 'done', WARM_SECONDS + 30);
    const before = familySeconds(child.pid ?? 0) ?? Number.NaN;
    const message = await messageOf<FromHttpClient>(client, ({ kind }) => kind !== 'measuring', seconds + 30);
    const used = (familySeconds(child.pid ?? 0) ?? Number.NaN) - before;
    if (message.kind !== 'done') throw new Error(`${name}: ${JSON.stringify(message)}`);
    const { outcome } = message;
    if (outcome.failed > 0) throw new Error(`${name} failed: ${outcome.firstFailure ?? ''}`);
    return { outcome, perSecond: outcome.requests / outcome.seconds, cpu: (used / outcome.requests) * 1e6 };
  } finally {
    client.kill('SIGKILL');
  }
}

function startRival(file: string, children: ChildProcess[]): ChildProcess {
  const child = fork(join(RIVALS, file), { execArgv: ['--import', 'tsx'] });
  children.push(child);
  return child;
}

async function ready(child: ChildProcess, told: ToRival): Promise<FromRival & { kind: 'ready' }> {
  const answer = messageOf<FromRival>(child, () => true, 60);
  child.send(told);
  const message = await answer;
  if (message.kind !== 'ready') throw new Error(message.why);
  return message;
}

/** Keeps a process on one core where the machine has the program for it; without it cores are shared. */
function pin(pid: number | undefined, core: number): void {
  if (pid === undefined || !existsSync('/usr/bin/taskset')) return;
  execFileSync('/usr/bin/taskset', ['-a', '-c', '-p', String(core), String(pid)], { stdio: 'ignore' });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
