import { enterCompany, signIn } from '../test/topology/books.ts';
import { startTopology } from '../test/topology/topology.ts';
import { ask, pause, type Course } from './course.ts';
import { defectsIn } from './defects.ts';
import { judge } from './judge.ts';
import { randomFrom } from './random.ts';
import { startReaders } from './readers.ts';
import { watchSources } from './sources.ts';
import { startSubscribers, type Subscriber } from './subscribers.ts';
import { makeTrouble } from './trouble.ts';
import { startWriters } from './writers.ts';

export interface FaultOptions {
  readonly seconds: number;
  readonly seed: number;
  /** A slow machine takes longer, until so many parts were killed; three times the seconds at most. */
  readonly kills: number;
  readonly writers: number;
  readonly subscribers: number;
  readonly readers: number;
  readonly ledgers: number;
  readonly gateways: number;
  /** Pause between two troubles, milliseconds. */
  readonly pauseMs: readonly [low: number, high: number];
  readonly tell: (words: string) => void;
}

export interface FaultReport {
  readonly seed: number;
  readonly seconds: number;
  readonly kills: { readonly total: number; readonly byPart: Readonly<Record<string, number>> };
  readonly cutConnections: number;
  readonly stalls: number;
  readonly postings: {
    readonly acknowledged: number;
    readonly retries: Readonly<Record<string, number>>;
    readonly slowestSeconds: number;
  };
  readonly reads: { readonly balanced: number; readonly failures: Readonly<Record<string, number>> };
  readonly subscribers: {
    readonly deliveries: number;
    /** Times that each kind of subscriber had to come back. */
    readonly resumes: Readonly<Record<'follow' | 'socket', number>>;
    /** Events by where the gateways read them. */
    readonly readFrom: Readonly<Record<string, number>>;
    readonly endings: Readonly<Record<string, number>>;
    readonly delayMs: { readonly p50: number; readonly p95: number; readonly worst: number };
  };
  readonly recoverySeconds: Readonly<Record<string, { readonly mean: number; readonly worst: number }>>;
  readonly books: { readonly postings: number; readonly accounts: number; readonly isIntact: boolean };
  /** What the parts called defects of their own in their logs. */
  readonly defectsLogged: Readonly<Record<string, number>>;
  readonly violations: readonly string[];
}

const CATCH_UP_MILLISECONDS = 60_000;

/** Runs the system under load and trouble, then judges what everybody was told. */
export async function runFaults(options: FaultOptions): Promise<FaultReport> {
  const random = randomFrom(options.seed);
  const topology = await startTopology({
    ledgers: options.ledgers,
    gateways: options.gateways,
    proxied: true,
  });
  const sources = watchSources(topology.of('gateway'));
  try {
    const company = await enterCompany(topology.ownerUrl, 'შპს გამძლე');
    const violations: string[] = [];
    let end = Infinity;
    let killed: () => number = () => 0;
    const course: Course = {
      gateways: topology
        .of('gateway')
        .map(({ name, port }) => `http://127.0.0.1:${String(topology.proxies.get(name)?.port ?? port)}`),
      token: await signIn(topology.of('gateway')[0]?.url ?? '', company),
      random,
      isOver: () => {
        const over = performance.now() - end;
        return over > 0 && (killed() >= options.kills || over > 2_000 * options.seconds);
      },
      violated: (what) => {
        options.tell(`VIOLATED: ${what}`);
        if (violations.length < 100) violations.push(what);
      },
      acknowledged: 0,
    };
    await postFirst(course);
    const subscribers = startSubscribers(course, options.subscribers);
    await subscribers.placed;
    const began = performance.now();
    end = began + options.seconds * 1_000;
    const writers = startWriters(course, options.writers);
    const readers = startReaders(course, options.readers);
    const trouble = makeTrouble(course, topology, { pauseMs: options.pauseMs, away: 3, tell: options.tell });
    killed = () => trouble.kills.total;
    await Promise.all([trouble.ended, writers.ended, readers.ended]);
    const seconds = (performance.now() - began) / 1_000;
    options.tell('everything serves again; waiting until all have caught up');
    const late = performance.now() + CATCH_UP_MILLISECONDS;
    while (
      performance.now() < late &&
      subscribers.all.some(({ last }) => last === undefined || last < course.acknowledged)
    ) {
      await pause(100);
    }
    // A double would come now.
    await pause(500);
    const books = await judge(
      course,
      company.id,
      topology.ownerUrl,
      topology.environment,
      writers,
      subscribers.all,
    );
    await subscribers.stop();
    const resumesOf = (kind: Subscriber['kind']): number =>
      subscribers.all.reduce((sum, each) => sum + (each.kind === kind ? each.resumes : 0), 0);
    const delays = [...subscribers.delays].sort((a, b) => a - b);
    const quantile = (share: number): number => delays[Math.floor(delays.length * share)] ?? 0;
    return {
      seed: options.seed,
      seconds: Math.round(seconds),
      kills: { total: trouble.kills.total, byPart: trouble.kills.toJSON() },
      cutConnections: trouble.cuts.total,
      stalls: trouble.stalls.total,
      postings: {
        acknowledged: writers.acknowledged.length,
        retries: writers.retries.toJSON(),
        slowestSeconds: rounded(writers.slowest() / 1000),
      },
      reads: { balanced: readers.reads(), failures: readers.failures.toJSON() },
      subscribers: {
        deliveries: subscribers.deliveries(),
        resumes: { follow: resumesOf('follow'), socket: resumesOf('socket') },
        readFrom: sources.events(),
        endings: subscribers.endings.toJSON(),
        delayMs: { p50: quantile(0.5), p95: quantile(0.95), worst: subscribers.worstDelay() },
      },
      recoverySeconds: summed(trouble.recoveries),
      books,
      defectsLogged: defectsIn(topology.folder),
      violations,
    };
  } finally {
    await sources.stop();
    await topology.close();
  }
}

/** A stream without events has no snapshot to begin with. */
async function postFirst(course: Course): Promise<void> {
  const { data, errors } = await ask(
    course,
    'mutation($input: TransactionInput!) { recordTransaction(input: $input) { transaction { id } } }',
    {
      input: {
        date: '2026-01-01',
        description: 'Opening',
        idempotencyKey: 'opening',
        entries: [
          { accountCode: '1210', debit: '1000.00' },
          { accountCode: '5150', credit: '1000.00' },
        ],
      },
    },
  );
  if (data === undefined || data === null)
    throw new Error(`The first posting failed: ${JSON.stringify(errors)}`);
}

function summed(
  recoveries: readonly { readonly part: string; readonly seconds: number }[],
): Record<string, { mean: number; worst: number }> {
  const byPart = new Map<string, number[]>();
  for (const { part, seconds } of recoveries) byPart.set(part, [...(byPart.get(part) ?? []), seconds]);
  return Object.fromEntries(
    [...byPart].sort().map(([part, all]) => {
      const mean = all.reduce((sum, each) => sum + each, 0) / all.length;
      return [part, { mean: rounded(mean), worst: rounded(Math.max(...all)) }];
    }),
  );
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
