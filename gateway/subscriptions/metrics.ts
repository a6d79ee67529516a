import type { FeedEvent } from '#shared/platform/event-feed.ts';
import { BATCHES, processMetrics, SECONDS } from '#shared/platform/metrics.ts';
import { tracedRequest } from '#shared/platform/tracing.ts';

/** Subscriptions that run. */
export const subscribers = processMetrics.level(
  'davtari_subscribers',
  'Running subscriptions by the field they ask for.',
  ['field'],
);
/** Payloads that subscribers have taken. */
export const deliveries = processMetrics.tally(
  'davtari_deliveries_total',
  'Payloads handed to subscribers.',
  ['field'],
);
export const slowConsumers = processMetrics
  .tally('davtari_slow_consumers_total', 'Subscribers that were dropped for reading too slowly.')
  .of();

const hydrationTimes = processMetrics
  .distribution(
    'davtari_hydration_seconds',
    'Time that one hydration took: completing the payloads of one group of subscribers from the subgraphs.',
    SECONDS,
  )
  .of();
const hydrationSizes = processMetrics
  .distribution('davtari_hydration_payloads', 'Payloads that one hydration completed.', BATCHES)
  .of();
const feedDelay = processMetrics
  .distribution(
    'davtari_feed_delay_seconds',
    'Time from the recording of an event to its arrival where subscribers are told; the newest of each batch.',
    SECONDS,
  )
  .of();

/** Measures one hydration of so many payloads. */
export async function measuredHydration<T>(payloads: number, hydrate: () => Promise<T>): Promise<T> {
  const began = performance.now();
  try {
    return await tracedRequest({ name: 'hydration', attributes: { 'davtari.payloads': payloads } }, hydrate);
  } finally {
    hydrationTimes.observe((performance.now() - began) / 1000);
    hydrationSizes.observe(payloads);
  }
}

/** Measures how late events arrive. The clocks are those of the database and of this machine. */
export function measureArrival(batch: readonly FeedEvent[]): void {
  const newest = batch.at(-1);
  if (newest === undefined) return;
  const seconds = (Date.now() - Date.parse(newest.recordedAt)) / 1000;
  feedDelay.observe(Math.max(0, seconds));
}
