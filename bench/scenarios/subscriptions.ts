import { setTimeout as delay } from 'node:timers/promises';
import type { Actor } from '#ledger/ledger.ts';
import type { Bench } from '../bench.ts';
import { messageOf, startClient } from '../clients/child.ts';
import { stampedDescription, type FromSocketClient, type ToSocketClient } from '../clients/socket-job.ts';
import { microsecondsEach } from '../measure/meter.ts';
import type { Table } from '../report.ts';
import { createDrafts, datesBack } from '../workload/drafts.ts';
import { startSystem, type System } from '../workload/system.ts';

const EVERY_MILLISECONDS = 20;
const QUERY = `subscription { transactionPosted { cursor seq transaction {
  id number description totalAmount entries { account { code name } debit credit } } } }`;
const SUBSCRIBED_MILLISECONDS = 1_500;

/** One company posts at a steady pace while many dashboards watch it. */
export async function measureSubscriptions(bench: Bench): Promise<void> {
  const { hot } = await bench.companies();
  const system = await startSystem(bench);
  try {
    const rows: Table['rows'][number][] = [];
    for (const sockets of [0, 200, 1_000]) {
      bench.tell(`subscriptions, ${sockets} sockets`);
      rows.push(await watch(bench, system, hot, sockets));
    }
    bench.tables.push({
      title: `Subscriptions: one posting each ${EVERY_MILLISECONDS} ms, all sockets on one company`,
      columns: [
        { key: 'sockets', heading: 'sockets' },
        { key: 'posted', heading: 'posted' },
        { key: 'delivered', heading: 'delivered %', digits: 1 },
        { key: 'p50', heading: 'p50 ms', digits: 1 },
        { key: 'p99', heading: 'p99 ms', digits: 1 },
        { key: 'node', heading: 'node ms/event', digits: 2 },
        { key: 'client', heading: 'client cores', digits: 2 },
        { key: 'closed', heading: 'closed sockets' },
        { key: 'foreign', heading: 'foreign cores', digits: 2 },
      ],
      rows,
      notes: [
        'latency is counted from before the posting until a subscriber has the event, with its entries and accounts',
        'the first row is the posting alone: what the others cost more is the delivery',
      ],
    });
  } finally {
    await system.close();
  }
}

async function watch(
  bench: Bench,
  system: System,
  actor: Actor,
  sockets: number,
): Promise<Table['rows'][number]> {
  const client = startClient('./socket-client.ts');
  const order = (given: ToSocketClient): void => void client.send(given);
  try {
    const subscribed = messageOf<FromSocketClient>(client, () => true, 60);
    const url = `ws://127.0.0.1:${system.gateway.port}/graphql`;
    order({ kind: 'subscribe', url, token: await system.tokenFor(actor), query: QUERY, sockets });
    demand(await subscribed, 'subscribed');
    // The protocol acknowledges no subscription; this is long enough for all of them to stand.
    await delay(SUBSCRIBED_MILLISECONDS);
    await post(bench, actor, 0.5);
    await delay(500);

    order({ kind: 'measure' });
    const stop = bench.meter(client.pid);
    const posted = await post(bench, actor, bench.options.seconds);
    // What is late may still arrive, and costs what it costs.
    await delay(1_000);
    const cpu = stop();
    const finished = messageOf<FromSocketClient>(client, ({ kind }) => kind === 'done', 60);
    order({ kind: 'finish' });
    const { outcome } = demand(await finished, 'done');
    return {
      sockets,
      posted,
      delivered: sockets === 0 ? null : (100 * outcome.received) / (posted * sockets),
      p50: outcome.p50,
      p99: outcome.p99,
      node: (microsecondsEach(cpu.node, cpu.seconds, posted) ?? 0) / 1000,
      client: cpu.client,
      closed: Object.entries(outcome.closed)
        .map(([code, count]) => `${count} × ${code}`)
        .join(', '),
      foreign: cpu.foreign,
    };
  } finally {
    client.kill();
  }
}

/** Posts at the pace whatever the answers take; answers how many there were once all are in the books. */
async function post({ ledger }: Bench, actor: Actor, seconds: number): Promise<number> {
  const draft = createDrafts(41, datesBack(1));
  const posting: Promise<unknown>[] = [];
  const began = performance.now();
  while (performance.now() - began < seconds * 1000) {
    posting.push(ledger.recordTransactions(actor, [{ ...draft(), description: stampedDescription() }]));
    const next = began + posting.length * EVERY_MILLISECONDS;
    await delay(Math.max(0, next - performance.now()));
  }
  await Promise.all(posting);
  return posting.length;
}

function demand<Kind extends FromSocketClient['kind']>(
  message: FromSocketClient,
  kind: Kind,
): Extract<FromSocketClient, { kind: Kind }> {
  if (message.kind === kind) return message as Extract<FromSocketClient, { kind: Kind }>;
  throw new Error(message.kind === 'broken' ? message.why : `the subscribers answered ${message.kind}`);
}
