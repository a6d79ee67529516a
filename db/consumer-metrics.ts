import { processMetrics } from '#shared/platform/metrics.ts';

/** How far one consumer of the feed is behind, over all companies. */
export interface ConsumerState {
  readonly consumer: string;
  /** Events that it has not handled yet. */
  readonly events: number;
  /** Age of the oldest of them. */
  readonly seconds: number;
  /** Events that it has given up on and that wait to be looked at. */
  readonly deadLetters: number;
}

const lagEvents = processMetrics.level(
  'davtari_feed_lag_events',
  'Events that a consumer of the feed has not handled yet.',
  ['consumer'],
);
const lagSeconds = processMetrics.level(
  'davtari_feed_lag_seconds',
  'Age of the oldest event that a consumer of the feed has not handled yet.',
  ['consumer'],
);
const deadLetters = processMetrics.level(
  'davtari_dead_letters',
  'Events that a consumer has given up on and that wait for `davtari dead-letters`.',
  ['consumer'],
);

/** Shows how the consumers keep up whenever the metrics are read. Answers how to stop. */
export function showConsumers(states: () => Promise<readonly ConsumerState[]>): () => void {
  const stop = processMetrics.collect(async () => {
    for (const { consumer, events, seconds, deadLetters: dead } of await states()) {
      lagEvents.of(consumer).set(events);
      lagSeconds.of(consumer).set(seconds);
      deadLetters.of(consumer).set(dead);
    }
  });
  return () => {
    stop();
    for (const family of [lagEvents, lagSeconds, deadLetters]) family.clear();
  };
}
