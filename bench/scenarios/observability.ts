import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMetrics, type OperationRecord } from '#gateway/metrics/metrics.ts';
import { countTransactions } from '#ledger/transactions/metrics.ts';
import { BATCHES, MetricRegistry, SECONDS } from '#shared/platform/metrics.ts';
import { startTracing, traced, tracedRequest, traceHeaders } from '#shared/platform/tracing.ts';
import type { Bench } from '../bench.ts';

const CALLS = 50_000;
const ROUNDS = 7;

const QUERY: OperationRecord = { type: 'query', name: 'Bench', outcome: 'ok', milliseconds: 3, cost: 10 };
const POSTED = {
  aggregateType: 'Transaction',
  aggregateId: '',
  version: 1,
  type: 'TransactionPosted',
  data: { totalGel: '42.10' },
};

/** What counting, telling and tracing add to the thing that is counted, told and traced. */
export async function measureObservability(bench: Bench): Promise<void> {
  const metrics = createMetrics({ log: bench.log, slowMs: 1_000 });
  const registry = new MetricRegistry();
  const size = registry.distribution('bench_batch', 'Bench.', BATCHES).of();
  const time = registry.distribution('bench_seconds', 'Bench.', SECONDS).of();
  const delivered = registry.tally('bench_total', 'Bench.').of();
  const caller = { principal: null, requestId: 'bench' };
  const request = (): void => {
    metrics.operation(caller, QUERY);
    metrics.httpAnswer('POST', '/graphql', 200, 3);
  };
  const six = (): number =>
    tracedRequest({ name: 'request', kind: 'server' }, () =>
      traced('plan', () =>
        traced('fetch', () => traced('field', () => traced('transaction', () => traced('sql', () => 1)))),
      ),
    );

  bench.tell('what counting and tracing cost');
  const rows = [
    {
      what: 'a request: operation and answer counted, the line of a query not written',
      each: medianOf(request),
    },
    {
      what: 'a flush of the write path: its size and time',
      each: medianOf(() => {
        size.observe(20);
        time.observe(0.003);
      }),
    },
    { what: 'a posted transaction', each: medianOf(() => countTransactions([POSTED])) },
    { what: 'a delivery to a subscriber', each: medianOf(() => delivered.add()) },
    { what: 'six spans, tracing off', each: medianOf(six) },
    { what: 'the headers of a fetch, tracing off', each: medianOf(() => ({ ...traceHeaders() })) },
  ];
  const collector = createServer((given, answer) => {
    given.resume();
    given.once('end', () => answer.end('{}'));
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  for (const ratio of [0, 1]) {
    const stop = await startTracing({ endpoint, ratio }, 'bench');
    rows.push({ what: `six spans, tracing on, ${ratio === 0 ? 'not ' : ''}sampled`, each: medianOf(six) });
    await stop();
  }
  collector.close();
  bench.tables.push({
    title: `What observing costs, medians of ${ROUNDS} rounds of ${CALLS} calls`,
    columns: [
      { key: 'what', heading: 'for' },
      { key: 'each', heading: 'µs', digits: 3 },
    ],
    rows,
  });
}

/** Microseconds of one call. */
function medianOf(work: () => unknown): number {
  const rounds = Array.from({ length: ROUNDS + 1 }, () => {
    const began = performance.now();
    for (let call = 0; call < CALLS; call += 1) work();
    return ((performance.now() - began) * 1000) / CALLS;
  });
  // The first one warms up.
  return rounds.slice(1).sort((a, b) => a - b)[ROUNDS >> 1] ?? 0;
}
