import { lastWords, type Part } from '../test/topology/part.ts';
import type { Topology } from '../test/topology/topology.ts';
import { pause, Tally, type Course } from './course.ts';

export interface Trouble {
  readonly kills: Tally;
  readonly cuts: Tally;
  readonly stalls: Tally;
  /** Seconds from the start after a kill until the part serves again. */
  readonly recoveries: readonly { readonly part: string; readonly seconds: number }[];
  /** Resolves when the last part serves again. */
  readonly ended: Promise<void>;
}

export interface TroubleOptions {
  /** Pause between two troubles, milliseconds. */
  readonly pauseMs: readonly [low: number, high: number];
  /** Parts that may be away at once. */
  readonly away: number;
  /** Told of each trouble as it is made. */
  readonly tell: (words: string) => void;
}

const ATTEMPTS = 20;

/** Kills parts and disturbs connections at random until the course is over, then waits until everything serves. */
export function makeTrouble(course: Course, topology: Topology, options: TroubleOptions): Trouble {
  const { random } = course;
  const kills = new Tally();
  const cuts = new Tally();
  const stalls = new Tally();
  const recoveries: { part: string; seconds: number }[] = [];
  const away = new Map<Part, Promise<void>>();

  /** As containers are started again when they end: the database may not be there yet when a subgraph starts. */
  async function revive(part: Part, downMs: number): Promise<void> {
    await pause(downMs);
    const began = performance.now();
    for (let attempt = 1; ; attempt += 1) {
      try {
        if (!part.isRunning) await part.launch();
        await part.ready();
        break;
      } catch (error) {
        if (attempt === ATTEMPTS) {
          course.violated(`${part.name} does not come back: ${String(error)}`);
          break;
        }
        await pause(500);
      }
    }
    recoveries.push({ part: part.name, seconds: (performance.now() - began) / 1000 });
    away.delete(part);
  }

  async function kill(part: Part): Promise<void> {
    options.tell(`kill -9 ${part.name}`);
    kills.add(part.name);
    // Claimed before the first wait, so that its end is not taken for a crash.
    let claim: () => void = () => undefined;
    away.set(part, new Promise<void>((resolve) => (claim = resolve)));
    await part.kill();
    const revived = revive(part, random.between(100, 1_500));
    away.set(part, revived);
    claim();
  }

  function disturb(): void {
    const [name, proxy] = random.pick([...topology.proxies]);
    if (random.next() < 0.5) {
      const count = proxy.cut(random.next());
      options.tell(`cut ${String(count)} connections to ${name}`);
      cuts.add(name, count);
    } else {
      const milliseconds = random.between(200, 2_500);
      options.tell(`stall ${name} for ${String(milliseconds)} ms`);
      stalls.add(name);
      proxy.stall(milliseconds);
    }
  }

  /** Nobody but us ends a process. */
  const watch = setInterval(() => {
    for (const part of topology.parts) {
      if (part.isRunning || away.has(part)) continue;
      course.violated(
        `${part.name} ended by itself: ${lastWords(`${topology.folder}/${part.name}.log`).slice(-1_500)}`,
      );
      away.set(part, revive(part, 0));
    }
  }, 500);

  async function run(): Promise<void> {
    let queue: Part[] = [];
    while (!course.isOver()) {
      if (queue.length === 0) {
        // Each part has its turn before any has another.
        queue = [...topology.parts].sort(() => random.next() - 0.5);
      }
      const next = queue.find((part) => !away.has(part));
      if (next !== undefined && away.size < options.away) {
        queue = queue.filter((part) => part !== next);
        await kill(next);
      }
      await pause(random.between(options.pauseMs[0] / 2, options.pauseMs[1] / 2));
      if (course.isOver()) break;
      if (topology.proxies.size > 0) disturb();
      await pause(random.between(options.pauseMs[0] / 2, options.pauseMs[1] / 2));
    }
    for (const proxy of topology.proxies.values()) proxy.stall(0);
    while (away.size > 0) await Promise.all(away.values());
    clearInterval(watch);
  }
  return { kills, cuts, stalls, recoveries, ended: run() };
}
