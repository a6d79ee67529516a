import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Actor } from '#shared/domain/actor.ts';
import type { Bench } from '../bench.ts';
import { messageOf, startClient } from '../clients/child.ts';
import {
  stampedDescription,
  type FromSocketClient,
  type SocketOutcome,
  type ToSocketClient,
} from '../clients/socket-job.ts';
import { microsecondsEach } from '../measure/meter.ts';
import { memoryOf, processSeconds } from '../measure/processes.ts';
import { startProfile } from '../measure/profile.ts';
import type { Table } from '../report.ts';
import { createDrafts, datesBack } from '../workload/drafts.ts';
import { startGatewayApart } from '../workload/gateway-apart.ts';
import { startSystem } from '../workload/system.ts';

/** One posting at a time, and so many together that 500 a second go into the books. */
const STEADY: Pace = { everyMs: 20, together: 1 };
const BUSY: Pace = { everyMs: 20, together: 10 };
/** More than a thousand subscribers can be told, so that it shows how much they can. */
const TOO_MUCH: Pace = { everyMs: 20, together: 5 };
const FAN_OUT = 1_000;
const DASHBOARDS = 200;
/** Longest time to wait until everything has arrived. */
const LATE_MILLISECONDS = 30_000;

interface Pace {
  readonly everyMs: number;
  readonly together: number;
}
const QUERY = `subscription { transactionPosted { cursor seq transaction {
  id number description totalAmount entries { account { code name } debit credit } } } }`;
const SUBSCRIBED_MILLISECONDS = 1_500;

/** A gateway to subscribe at. */
interface Place {
  readonly name: string;
  readonly port: number;
  readonly token: string;
  /** Its process, when it is another than this one, in which the ledger is. */
  readonly pid?: number;
  readonly startProfile: (name: string) => Promise<() => Promise<void>>;
}

/**
 * One company posts at a steady pace while many dashboards watch it: first with ledger and gateway in one process, then
 * with the gateway in a process of its own, which asks the ledger over HTTP.
 */
export async function measureSubscriptions(bench: Bench): Promise<void> {
  const { hot } = await bench.companies();
  const rows: Table['rows'][number][] = [];
  const measured = async (place: Place, sockets: number, pace: Pace): Promise<Watched> => {
    const perSecond = (pace.together * 1000) / pace.everyMs;
    bench.tell(`subscriptions, ${place.name}, ${sockets} sockets, ${perSecond} postings/s`);
    const watched = await watch(bench, place, hot, sockets, pace);
    rows.push({ place: place.name, sockets, perSecond, ...watched });
    return watched;
  };
  const system = await startSystem(bench);
  let together: readonly [Watched, Watched, Watched];
  try {
    const here: Place = {
      name: 'one process',
      port: system.gateway.port,
      token: await system.tokenFor(hot),
      startProfile: (name) => startProfile(bench.options.profile, name),
    };
    await measured(here, 0, STEADY);
    await measured(here, DASHBOARDS, STEADY);
    together = [
      await measured(here, FAN_OUT, STEADY),
      await measured(here, DASHBOARDS, BUSY),
      await measured(here, FAN_OUT, TOO_MUCH),
    ];
  } finally {
    await system.close();
  }
  const gateway = await startGatewayApart(bench, hot);
  let apart: readonly [Watched, Watched];
  try {
    const there: Place = { name: 'gateway apart', ...gateway };
    await measured(there, FAN_OUT, STEADY);
    apart = [await measured(there, DASHBOARDS, BUSY), await measured(there, FAN_OUT, TOO_MUCH)];
  } finally {
    await gateway.close();
  }
  bench.tables.push({
    title: 'Subscriptions: all sockets on one company and one selection',
    columns: [
      { key: 'place', heading: 'gateway and ledger' },
      { key: 'sockets', heading: 'sockets' },
      { key: 'perSecond', heading: 'postings/s' },
      { key: 'posted', heading: 'posted' },
      { key: 'delivered', heading: 'delivered %', digits: 1 },
      { key: 'rate', heading: 'deliveries/s' },
      { key: 'p50', heading: 'p50 ms', digits: 1 },
      { key: 'p95', heading: 'p95 ms', digits: 1 },
      { key: 'p99', heading: 'p99 ms', digits: 1 },
      { key: 'node', heading: 'node ms/event', digits: 2 },
      { key: 'gateway', heading: 'of it gateway', digits: 2 },
      { key: 'client', heading: 'client cores', digits: 2 },
      { key: 'idle', heading: 'kB/subscriber', digits: 1 },
      { key: 'resident', heading: 'RSS kB/subscriber', digits: 1 },
      { key: 'closed', heading: 'closed sockets' },
      { key: 'foreign', heading: 'foreign cores', digits: 2 },
    ],
    rows,
    notes: [
      'latency is counted from before the posting until a subscriber has the event, with its entries and accounts',
      'the first row is the posting alone: what the others cost more is the delivery',
      'kB/subscriber: heap and buffers of the gateway after the sockets stood idle, less before, over their number;',
      'RSS: the same of the memory that the kernel counts for the process, which keeps what it had for earlier rows',
      'gateway apart: it asks the ledger over HTTP; the ledger posts and answers in the process of the benchmark',
    ],
  });
  for (const [name, [dashboards, fanOut]] of [
    ['one process', together.slice(1)],
    ['gateway apart', apart],
  ] as const) {
    bench.goals.push(
      {
        what: `fan-out to ${FAN_OUT} subscribers, ${name}`,
        relation: '≥',
        wanted: 20_000,
        actual: fanOut?.rate ?? null,
        unit: 'deliveries/s',
      },
      {
        what: `p95 from commit to client, 500 postings/s, ${DASHBOARDS} subscribers, ${name}`,
        relation: '≤',
        wanted: 250,
        actual: dashboards?.p95 ?? null,
        unit: 'ms',
      },
    );
  }
  bench.goals.push({
    what: 'memory of an idle subscriber',
    relation: '≤',
    wanted: 40,
    actual: together[0].idle,
    unit: 'kB',
  });
}

interface Watched {
  readonly posted: number;
  readonly delivered: number | null;
  readonly rate: number | null;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  readonly node: number;
  readonly gateway: number | null;
  readonly client: number | null;
  readonly resident: number | null;
  readonly idle: number | null;
  readonly closed: string;
  readonly foreign: number | null;
}

async function watch(
  bench: Bench,
  place: Place,
  actor: Actor,
  sockets: number,
  pace: Pace,
): Promise<Watched> {
  const client = startClient('./socket-client.ts');
  const order = (given: ToSocketClient): void => void client.send(given);
  const ask = async (): Promise<SocketOutcome> => {
    const told = messageOf<FromSocketClient>(client, () => true, 60);
    order({ kind: 'tell' });
    return demand(await told, 'told').outcome;
  };
  try {
    const empty = bytesHeld();
    const emptyResident = residentOf(place);
    const subscribed = messageOf<FromSocketClient>(client, () => true, 60);
    const url = `ws://127.0.0.1:${place.port}/graphql`;
    order({ kind: 'subscribe', url, token: place.token, query: QUERY, sockets });
    demand(await subscribed, 'subscribed');
    // The protocol acknowledges no subscription; this is long enough for all of them to stand.
    await delay(SUBSCRIBED_MILLISECONDS);
    // What earlier sockets left behind goes while these stand, and would be taken for theirs.
    const isIdle = sockets > 0 && pace === STEADY;
    const idle = isIdle && place.pid === undefined ? (bytesHeld() - empty) / sockets / 1000 : null;
    const resident = isIdle ? (residentOf(place) - emptyResident) / sockets / 1000 : null;
    const warm = await post(bench, actor, 0.5, STEADY);
    const untilReceived = async (count: number): Promise<void> => {
      const deadline = performance.now() + LATE_MILLISECONDS;
      while ((await ask()).received < count && performance.now() < deadline) await delay(250);
    };
    await untilReceived(warm * sockets);

    order({ kind: 'measure' });
    const endProfile = await place.startProfile(`subscriptions ${place.name} ${sockets} ${pace.together}`);
    const stop = bench.meter(client.pid);
    const gatewayBegan = secondsOf(place);
    const posted = await post(bench, actor, bench.options.seconds, pace);
    // What is late may still arrive, and costs what it costs.
    await untilReceived(posted * sockets);
    const cpu = stop();
    const gatewayEnded = secondsOf(place);
    await endProfile();
    const gateway =
      gatewayBegan === null || gatewayEnded === null ? null : (1000 * (gatewayEnded - gatewayBegan)) / posted;
    const here = (microsecondsEach(cpu.node, cpu.seconds, posted) ?? 0) / 1000;
    const outcome = await ask();
    order({ kind: 'finish' });
    return {
      posted,
      delivered: sockets === 0 ? null : (100 * outcome.received) / (posted * sockets),
      rate: sockets === 0 ? null : Math.round(outcome.received / outcome.seconds),
      p50: outcome.p50,
      p95: outcome.p95,
      p99: outcome.p99,
      node: here + (gateway ?? 0),
      gateway,
      client: cpu.client,
      idle,
      resident,
      closed: Object.entries(outcome.closed)
        .map(([code, count]) => `${count} × ${code}`)
        .join(', '),
      foreign:
        cpu.foreign === null
          ? null
          : Math.max(0, cpu.foreign - ((gateway ?? 0) * posted) / 1000 / cpu.seconds),
    };
  } finally {
    client.kill();
  }
}

function secondsOf({ pid }: Place): number | null {
  return pid === undefined ? null : processSeconds(pid);
}

/** Bytes that the kernel counts for the process of the gateway. */
function residentOf({ pid }: Place): number {
  return (memoryOf(pid ?? process.pid).resident ?? 0) * 2 ** 20;
}

/** What this process holds once everything is swept that nobody needs. */
function bytesHeld(): number {
  setFlagsFromString('--expose-gc');
  const sweep = runInNewContext('gc') as () => void;
  sweep();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Posts at the pace whatever the answers take; answers how many there were once all are in the books. */
async function post(
  { ledger }: Bench,
  actor: Actor,
  seconds: number,
  { everyMs, together }: Pace,
): Promise<number> {
  const draft = createDrafts(41, datesBack(1));
  const posting: Promise<unknown>[] = [];
  const began = performance.now();
  for (let rounds = 1; performance.now() - began < seconds * 1000; rounds += 1) {
    for (let i = 0; i < together; i += 1)
      posting.push(ledger.recordTransactions(actor, [{ ...draft(), description: stampedDescription() }]));
    await delay(Math.max(0, began + rounds * everyMs - performance.now()));
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
