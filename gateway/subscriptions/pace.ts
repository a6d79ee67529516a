import type { Logger } from '#shared/platform/log.ts';
import type { Principal } from '#shared/platform/principal.ts';
import { slowConsumers } from './metrics.ts';
import type { Pace, RunningSubscription } from './running.ts';

export interface PaceTimings {
  /** How long a live subscriber may take no payload while more events wait than are kept for it. */
  readonly slowConsumerMs: number;
  /** How long a subscriber may take no payload at all, replaying included. */
  readonly stalledMs: number;
}

/**
 * Tells of a subscriber that has stopped reading where it may go on, and counts it. A busy reader is waited for.
 */
export function stoppedReading(
  running: RunningSubscription,
  timings: PaceTimings,
  now: number,
  log: Logger,
  principal: Principal | null,
): Pace | undefined {
  const pace = running.pace();
  if (pace.waitingSince === undefined) return undefined;
  const waited = now - pace.waitingSince;
  if (waited < timings.slowConsumerMs) return undefined;
  if (!pace.overflowed && waited < timings.stalledMs) return undefined;
  slowConsumers.add();
  log.warn({ event: 'slow_consumer', waitedMs: Math.round(waited), companyId: principal?.companyId });
  return pace;
}

/** How often to look. */
export function paceCheckMs({ slowConsumerMs }: PaceTimings): number {
  return Math.min(1_000, slowConsumerMs / 2);
}

/** Longest time that a stopping gateway waits until what has come already is written. */
const DRAIN_MILLISECONDS = 2_000;

/** Lets subscriptions write what has come already, for a bounded time. */
export async function drained(running: Iterable<RunningSubscription>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, DRAIN_MILLISECONDS)));
  await Promise.race([Promise.all([...running].map((each) => each.drain())), late]);
  clearTimeout(timer);
}
