import { setTimeout as delay } from 'node:timers/promises';
import type { CpuUse, Meter } from './meter.ts';
import { spreadOf, type Spread } from './latencies.ts';

export interface LoopResult extends Spread {
  readonly done: number;
  readonly perSecond: number;
  readonly cpu: CpuUse;
}

export interface LoopOptions {
  /** Callers that each wait for their answer before they ask again. */
  readonly inFlight: number;
  readonly seconds: number;
  readonly meter: Meter;
}

const WARM_SECONDS = 1;

/** Lets callers work in a closed loop, and measures them once they are warm. The first failure ends it. */
export async function closedLoop(
  { inFlight, seconds, meter }: LoopOptions,
  task: () => Promise<unknown>,
): Promise<LoopResult> {
  let isOver = false;
  let durations: number[] = [];
  const caller = async (): Promise<void> => {
    while (!isOver) {
      const began = performance.now();
      await task();
      durations.push(performance.now() - began);
    }
  };
  const callers = Promise.all(Array.from({ length: inFlight }, caller)).catch((error: unknown) => {
    isOver = true;
    throw error;
  });
  const measuring = (async () => {
    await delay(WARM_SECONDS * 1000);
    durations = [];
    const stop = meter();
    await delay(seconds * 1000);
    const cpu = stop();
    const measured = durations;
    isOver = true;
    return { done: measured.length, perSecond: measured.length / cpu.seconds, ...spreadOf(measured), cpu };
  })();
  const [result] = await Promise.all([measuring, callers]);
  return result;
}
