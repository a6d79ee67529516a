import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Logger } from '#shared/platform/log.ts';
import {
  documentsOf,
  issue,
  openWorld,
  SECRET_HEX,
  SIGN_IN,
  submissionsOf,
  type DocumentRow,
  type SubmissionRow,
} from './outbox-world.ts';
import type { Channel } from '#tax/rs-ge/authority.ts';
import { BUYER, SELLER } from './parties.ts';
import { seededRandom } from './random.ts';
import type { HeldInvoice } from './registry.ts';
import { startSimulator, type Counted } from './simulator.ts';

export interface StormOptions {
  readonly databaseUrl: string;
  readonly log: Logger;
  /** Invoices of a company for each interface; the companies send at the same time. */
  readonly invoices: Readonly<Record<Channel, number>>;
  /** Chance that a call meets a fault, from 0 to 1. */
  readonly faults: number;
  readonly seed: number;
  /** Processes that send at the same time. */
  readonly processes: number;
  /** A process is killed about so often. */
  readonly killEveryMs: number;
  /** On a busy machine a process takes longer to start than another lives; without a bound nobody would get to work. */
  readonly mostKills?: number;
  /** Whether the simulator saves a repeated `TransactionId` once: without it only our asking keeps documents single. */
  readonly isIdempotent: boolean;
  /** The pause that both sides keep between two calls of a company: RS.ge asks for 300. */
  readonly paceMs?: number;
  readonly limitMs: number;
  /** Hears every second or so how far it is. */
  readonly onProgress?: (progress: StormProgress) => void;
}

export interface StormProgress {
  readonly seconds: number;
  readonly operations: number;
  readonly settled: number;
  /** Sent, and nobody knows what became of it. */
  readonly inDoubt: number;
  readonly kills: number;
}

export interface StormOutcome {
  readonly seconds: number;
  readonly kills: number;
  readonly counted: Counted;
  readonly repeatedTransactions: number;
  readonly companies: readonly CompanyOutcome[];
  readonly held: ReadonlyMap<string, readonly HeldInvoice[]>;
  readonly mostAttempts: number;
}

export interface CompanyOutcome {
  readonly channel: Channel;
  /** The documents that were to be sent. */
  readonly ids: readonly string[];
  /** What our register tells of them. */
  readonly documents: readonly DocumentRow[];
  /** Operations by state, when the storm ended. */
  readonly submissions: Readonly<Record<string, number>>;
}

const CHANNELS = ['EAPI', 'NTOS'] as const;
const SETTLED = new Set(['DONE', 'REFUSED', 'DEAD']);

/** Longer than a call that comes too late, shorter than the time after which is asked what became of it. */
const LATE_MILLISECONDS = 400;
const PACE_MILLISECONDS = 2;
const SECONDS_BETWEEN_WORDS = 2;

/**
 * Sends invoices through trouble: every kind of fault, while processes that send are killed (SIGKILL) and others take
 * their place. Ends when everything is settled, or when the time is over.
 */
export async function storm(options: StormOptions): Promise<StormOutcome> {
  const { databaseUrl, log, invoices, seed, paceMs = PACE_MILLISECONDS, mostKills = Infinity } = options;
  const random = seededRandom(seed);
  const simulator = await startSimulator({
    users: [SELLER, BUYER],
    seed,
    paceMs,
    isIdempotent: options.isIdempotent,
    trouble: { probability: options.faults, lateMs: LATE_MILLISECONDS },
  });
  const where = {
    databaseUrl,
    simulator: { eapiUrl: simulator.eapiUrl, ntosUrl: simulator.ntosUrl },
    secretHex: SECRET_HEX,
    paceMs,
  };
  const world = openWorld({ ...where, log });
  const companies = CHANNELS.map((channel) => ({ channel, id: randomUUID() }));
  const running = new Set<ChildProcess>();
  const working = new Set<ChildProcess>();
  const started = (): void => {
    const child = fork(
      fileURLToPath(new URL('worker-process.ts', import.meta.url)),
      [JSON.stringify(where)],
      {
        execArgv: ['--import', 'tsx'],
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      },
    );
    running.add(child);
    child.once('message', () => working.add(child));
    child.once('exit', () => {
      running.delete(child);
      working.delete(child);
    });
  };
  const began = performance.now();
  let kills = 0;
  try {
    const ids = new Map<string, readonly string[]>();
    for (const { channel, id } of companies) {
      await world.connections.keep(id, SIGN_IN[channel]);
      const wanted = Array.from({ length: invoices[channel] }, () => issue(world, id));
      ids.set(id, await Promise.all(wanted));
    }
    const look = (): Promise<SubmissionRow[][]> =>
      Promise.all(companies.map(({ id }) => submissionsOf(world, id)));
    const expected = 2 * (invoices.EAPI + invoices.NTOS);
    for (let at = 0; at < options.processes; at += 1) started();
    let nextKill = performance.now() + options.killEveryMs;
    let submissions = await look();
    let nextWord = 0;
    while (performance.now() - began < options.limitMs) {
      submissions = await look();
      const all = submissions.flat();
      const seconds = (performance.now() - began) / 1_000;
      if (seconds >= nextWord) {
        nextWord = seconds + SECONDS_BETWEEN_WORDS;
        options.onProgress?.({
          seconds,
          operations: expected,
          settled: all.filter(({ state }) => SETTLED.has(state)).length,
          inDoubt: all.filter(({ state }) => state === 'UNKNOWN').length,
          kills,
        });
      }
      if (all.length === expected && all.every(({ state }) => SETTLED.has(state))) break;
      // A storm in which nobody is left to work would only take long.
      if (performance.now() > nextKill && working.size > 1 && kills < mostKills) {
        // The one that was started first is most likely to be in the middle of something.
        const [victim] = working;
        victim?.kill('SIGKILL');
        kills += 1;
        started();
        nextKill = performance.now() + options.killEveryMs * (0.5 + random());
      }
      await delay(100);
    }
    // What comes late may still come.
    await delay(LATE_MILLISECONDS * 1.5);
    return {
      seconds: (performance.now() - began) / 1_000,
      kills,
      counted: simulator.counted,
      repeatedTransactions: simulator.eapi.repeatedTransactions,
      held: simulator.registry.byReference(),
      mostAttempts: Math.max(...submissions.flat().map(({ attempts }) => attempts)),
      companies: await Promise.all(
        companies.map(async ({ channel, id }, at) => ({
          channel,
          ids: ids.get(id) ?? [],
          documents: await documentsOf(world, id),
          submissions: countedByState(submissions[at] ?? []),
        })),
      ),
    };
  } finally {
    for (const child of running) child.kill('SIGKILL');
    for (const { id } of companies) await world.connections.forget(id);
    await world.close();
    await simulator.close();
  }
}

function countedByState(rows: readonly SubmissionRow[]): Record<string, number> {
  const byState: Record<string, number> = {};
  for (const { state } of rows) byState[state] = (byState[state] ?? 0) + 1;
  return byState;
}
