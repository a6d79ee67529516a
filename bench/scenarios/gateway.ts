import { startClient, messageOf } from '../clients/child.ts';
import type { FromHttpClient, HttpJob, HttpOutcome } from '../clients/http-job.ts';
import type { Bench } from '../bench.ts';
import { microsecondsEach, type CpuUse } from '../measure/meter.ts';
import { startProfile } from '../measure/profile.ts';
import type { Table } from '../report.ts';
import { startSystem } from '../workload/system.ts';
import { measureHotCompany, ratio } from './write-path.ts';

const CONNECTIONS = 64;
const BATCH = 200;
const BATCHES_IN_FLIGHT = 4;
const WARM_SECONDS = 2;

const NOOP = 'mutation Noop($input: NoopInput!) { noop(input: $input) { isDone } }';
const NOOP_TRANSACTION =
  'mutation NoopTransaction($input: NoopTransactionInput!) { noopTransaction(input: $input) { transaction { id number } } }';
const SINGLE =
  'mutation Record($input: TransactionInput!) { recordTransaction(input: $input) { transaction { id number } } }';
const BATCHES =
  'mutation RecordBatch($input: RecordTransactionsInput!) { recordTransactions(input: $input) { results { index transaction { id number } error { code field } } } }';

type Shape = Pick<HttpJob, 'query' | 'input' | 'connections'>;
const noop: Shape = { query: NOOP, input: 'nothing', connections: CONNECTIONS };
const noopTransaction: Shape = { query: NOOP_TRANSACTION, input: 'transaction', connections: CONNECTIONS };
const single: Shape = { query: SINGLE, input: 'transaction', connections: CONNECTIONS };
const batches: Shape = { query: BATCHES, input: 'batch', connections: BATCHES_IN_FLIGHT };

export interface Measured {
  readonly outcome: HttpOutcome;
  readonly cpu: CpuUse;
}

/**
 * Sends mutations over HTTP from another process to the system in this one. What is compared is measured in turns,
 * so that a change of the machine's mood touches all alike.
 */
export async function measureGateway(bench: Bench): Promise<void> {
  const { hot, fifty } = await bench.companies();
  const system = await startSystem(bench);
  try {
    const hotToken = [await system.tokenFor(hot)];
    const fiftyTokens = await Promise.all(fifty.map((actor) => system.tokenFor(actor)));
    const rows: Table['rows'][number][] = [];
    const run = async (name: string, shape: Shape, tokens: readonly string[]): Promise<number> => {
      bench.tell(`gateway, ${name}`);
      const measured = await measureRequests(bench, name, {
        ...shape,
        tokens,
        batch: BATCH,
        origin: system.gateway.url,
        warmSeconds: WARM_SECONDS,
        seconds: bench.options.seconds,
      });
      rows.push(rowOf(name, shape, measured));
      return measured.outcome.requests / measured.outcome.seconds;
    };

    const noopBefore = await run('no-op', noop, hotToken);
    const singleBefore = await run('recordTransaction', single, hotToken);
    const batchesBefore = await run(`recordTransactions × ${BATCH}`, batches, hotToken);
    bench.tell('gateway, the write path beside it');
    const beside = await measureHotCompany(bench);
    const noopAfter = await run('no-op, again', noop, hotToken);
    const singleAfter = await run('recordTransaction, again', single, hotToken);
    const batchesAfter = await run(`recordTransactions × ${BATCH}, again`, batches, hotToken);
    await run('no-op with a transaction as input', noopTransaction, hotToken);
    await run('recordTransaction, fifty companies', single, fiftyTokens);
    await run(`recordTransactions × ${BATCH}, fifty companies`, batches, fiftyTokens);

    const writePath = mean(beside, bench.known.get('write path, hot, 128') ?? beside);
    bench.tables.push({
      title: `Through the gateway, over HTTP, ${CONNECTIONS} connections (batches: ${BATCHES_IN_FLIGHT})`,
      columns: COLUMNS,
      rows,
      notes: [
        `the write path at 128 in flight beside it: ${Math.round(beside)} transactions/s; ` +
          `batches are compared with ${Math.round(writePath)}, the mean of this and its own scenario`,
        'the client is a process of its own and shares the cores with what it measures',
      ],
    });
    bench.goals.push(
      {
        what: 'recordTransaction through the gateway, against the no-op mutation',
        relation: '≥',
        wanted: 0.7,
        actual: ratio(mean(singleBefore, singleAfter), mean(noopBefore, noopAfter)),
        unit: '×',
      },
      {
        what: `recordTransactions by ${BATCH} through the gateway, against the write path at 128`,
        relation: '≥',
        wanted: 0.6,
        actual: ratio(mean(batchesBefore, batchesAfter) * BATCH, writePath),
        unit: '×',
      },
    );
  } finally {
    await system.close();
  }
}

const COLUMNS = [
  { key: 'name', heading: 'mutation' },
  { key: 'requests', heading: 'requests/s', digits: 0 },
  { key: 'transactions', heading: 'transactions/s', digits: 0 },
  { key: 'p50', heading: 'p50 ms', digits: 1 },
  { key: 'p99', heading: 'p99 ms', digits: 1 },
  { key: 'node', heading: 'node µs/req', digits: 0 },
  { key: 'postgres', heading: 'PG µs/req', digits: 0 },
  { key: 'client', heading: 'client cores', digits: 2 },
  { key: 'foreign', heading: 'foreign cores', digits: 2 },
] as const;

function rowOf(name: string, { input }: Shape, { outcome, cpu }: Measured): Table['rows'][number] {
  const perSecond = outcome.requests / outcome.seconds;
  const each = { nothing: null, issue: null, transaction: perSecond, batch: perSecond * BATCH }[input];
  return {
    name,
    requests: perSecond,
    transactions: name.startsWith('no-op') ? null : each,
    p50: outcome.p50,
    p99: outcome.p99,
    node: microsecondsEach(cpu.node, cpu.seconds, outcome.requests),
    postgres: microsecondsEach(cpu.postgres, cpu.seconds, outcome.requests),
    client: cpu.client,
    foreign: cpu.foreign,
  };
}

/** Sends one kind of request from another process, and tells what it cost this one. */
export async function measureRequests(bench: Bench, name: string, job: HttpJob): Promise<Measured> {
  const client = startClient('./http-client.ts');
  try {
    const isBroken = (message: FromHttpClient): boolean => message.kind === 'broken';
    const measuring = messageOf<FromHttpClient>(
      client,
      (message) => message.kind === 'measuring' || isBroken(message),
      60,
    );
    client.send(job);
    await measuring;
    const endProfile = await startProfile(bench.options.profile, `gateway ${name}`);
    const stop = bench.meter(client.pid);
    const message = await messageOf<FromHttpClient>(
      client,
      ({ kind }) => kind !== 'measuring',
      job.seconds + 60,
    );
    const cpu = stop();
    await endProfile();
    if (message.kind !== 'done')
      throw new Error(message.kind === 'broken' ? message.why : 'the client lost its way');
    const { outcome } = message;
    if (outcome.failed > 0)
      throw new Error(`${outcome.failed} requests failed: ${outcome.firstFailure ?? ''}`);
    return { outcome, cpu };
  } finally {
    client.kill();
  }
}

function mean(one: number, other: number): number {
  return (one + other) / 2;
}
