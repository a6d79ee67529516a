import { openDatabase } from '#db/client.ts';
import { roleUrl } from '#db/roles.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { recordTransactionOrder } from '#ledger/transactions/commands.ts';
import { createLedgerWriter, type LedgerWriter } from '#ledger/writer.ts';
import { v7 as uuidv7 } from 'uuid';
import type { Bench } from '../bench.ts';
import { closedLoop, type LoopResult } from '../measure/closed-loop.ts';
import { microsecondsEach } from '../measure/meter.ts';
import { startProfile } from '../measure/profile.ts';
import type { Table } from '../report.ts';
import { createDrafts, datesBack } from '../workload/drafts.ts';

interface Case {
  readonly name: string;
  readonly companies: 'hot' | 'fifty';
  readonly inFlight: number;
  /** Posting dates lie so many days back at most; 1 is today only. */
  readonly days: number;
  readonly keys: boolean;
}

const plain = { days: 1, keys: false } as const;
const CASES: readonly Case[] = [
  ...[1, 8, 32, 128, 512].map((inFlight): Case => ({
    name: 'one hot company',
    companies: 'hot',
    inFlight,
    ...plain,
  })),
  ...[1, 8, 32, 128, 512].map((inFlight): Case => ({
    name: 'fifty companies',
    companies: 'fifty',
    inFlight,
    ...plain,
  })),
  { name: 'hot, dates of 30 days', companies: 'hot', inFlight: 128, days: 30, keys: false },
  { name: 'hot, idempotency keys', companies: 'hot', inFlight: 128, days: 1, keys: true },
];

/** Posts entries of three lines through the write path, as the resolvers do, without GraphQL in front. */
export async function measureWritePath(bench: Bench): Promise<void> {
  await bench.companies();
  const rows: Table['rows'][number][] = [];
  for (const each of CASES) {
    bench.tell(`write path, ${each.name}, ${each.inFlight} in flight`);
    const result = await measureCase(bench, each);
    if (each.inFlight === 128 && each.days === 1 && !each.keys) {
      bench.known.set(
        each.companies === 'hot' ? 'write path, hot, 128' : 'write path, fifty, 128',
        result.perSecond,
      );
    }
    const { cpu, done } = result;
    rows.push({
      name: each.name,
      inFlight: each.inFlight,
      perSecond: result.perSecond,
      ratio: ratio(result.perSecond, bench.known.get('TPC-B')),
      p50: result.p50,
      p99: result.p99,
      node: microsecondsEach(cpu.node, cpu.seconds, done),
      postgres: microsecondsEach(cpu.postgres, cpu.seconds, done),
      foreign: cpu.foreign,
    });
  }
  bench.tables.push({
    title: 'Write path: postings of three entries',
    columns: [
      { key: 'name', heading: 'case' },
      { key: 'inFlight', heading: 'in flight' },
      { key: 'perSecond', heading: 'transactions/s', digits: 0 },
      { key: 'ratio', heading: '× TPC-B before', digits: 2 },
      { key: 'p50', heading: 'p50 ms', digits: 1 },
      { key: 'p99', heading: 'p99 ms', digits: 1 },
      { key: 'node', heading: 'node µs/tx', digits: 0 },
      { key: 'postgres', heading: 'PG µs/tx', digits: 0 },
      { key: 'foreign', heading: 'foreign cores', digits: 2 },
    ],
    rows,
  });
  bench.goals.push({
    what: 'fifty companies, 128 in flight, against one hot company',
    relation: '≥',
    wanted: 0.6,
    actual: ratio(bench.known.get('write path, fifty, 128'), bench.known.get('write path, hot, 128')),
    unit: '×',
  });
}

async function measureCase(
  bench: Bench,
  { name, companies, inFlight, days, keys }: Case,
): Promise<LoopResult> {
  const { hot, fifty } = await bench.companies();
  const database = openDatabase(roleUrl(bench.server.url, 'ledger'), {
    name: 'davtari bench',
    log: bench.log,
  });
  try {
    const post = poster(createLedgerWriter(database), companies === 'hot' ? [hot] : fifty, days, keys);
    const endProfile = await startProfile(bench.options.profile, `write path ${name} ${inFlight}`);
    const result = await closedLoop({ inFlight, seconds: bench.options.seconds, meter: bench.meter }, post);
    await endProfile();
    return result;
  } finally {
    await database.close();
  }
}

/** Posts one transaction a call, in one company after the other. */
function poster(
  writer: LedgerWriter,
  actors: readonly Actor[],
  days: number,
  keys: boolean,
): () => Promise<unknown> {
  const draft = createDrafts(SEED, datesBack(days));
  let calls = 0;
  return () => {
    const actor = actors[calls++ % actors.length];
    if (actor === undefined) throw new Error('There is no company to post in');
    const given = draft();
    return writer.writePath.execute(
      recordTransactionOrder(writer, actor, keys ? { ...given, idempotencyKey: uuidv7() } : given),
    );
  };
}

const SEED = 17;

/** The hot company at 128 in flight once more, for scenarios that compare with it in their own minute. */
export async function measureHotCompany(bench: Bench): Promise<number> {
  const { perSecond } = await measureCase(bench, {
    name: 'one hot company',
    companies: 'hot',
    inFlight: 128,
    ...plain,
  });
  return perSecond;
}

export function ratio(one: number | null | undefined, other: number | null | undefined): number | null {
  return one == null || other == null || other === 0 ? null : one / other;
}
