import type { Part } from '../test/topology/part.ts';
import { pause } from './course.ts';

/** Where the gateways read the events that they hand on: `redis`, or the `ledger` while that is better. */
export interface Sources {
  readonly events: () => Readonly<Record<string, number>>;
  stop(): Promise<void>;
}

const EACH_MILLISECONDS = 250;

/** Reads what gateways count, and goes on counting over their deaths; what one read right before it died is missing. */
export function watchSources(gateways: readonly Part[]): Sources {
  const sums = new Map<string, number>();
  let isStopping = false;

  async function watch({ url }: Part): Promise<void> {
    let known = new Map<string, number>();
    while (!isStopping) {
      const told = await countsAt(url);
      for (const [source, count] of told) {
        const before = known.get(source) ?? 0;
        // A process that was started again counts from nothing.
        sums.set(source, (sums.get(source) ?? 0) + (count >= before ? count - before : count));
      }
      if (told.size > 0) known = told;
      await pause(EACH_MILLISECONDS);
    }
  }
  const ended = Promise.all(gateways.map(watch));
  return {
    events: () => Object.fromEntries([...sums].sort()),
    async stop() {
      isStopping = true;
      await ended;
    },
  };
}

/** Nothing while the gateway is away. */
async function countsAt(url: string): Promise<Map<string, number>> {
  try {
    const page = await fetch(`${url}/metrics`, { signal: AbortSignal.timeout(1_000) });
    const lines = (await page.text()).matchAll(/^davtari_feed_events_total{from="(\w+)"} (\d+)$/gm);
    return new Map([...lines].map(([, source, count]) => [source ?? '', Number(count)]));
  } catch (error) {
    if (error instanceof Error) return new Map();
    throw error;
  }
}
