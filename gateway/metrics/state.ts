import { setTimeout as delay } from 'node:timers/promises';
import type { DependencyHealth } from '#shared/platform/health.ts';
import { processMetrics } from '#shared/platform/metrics.ts';

const up = processMetrics.level(
  'davtari_dependency_up',
  'Whether what the gateway stands on answers, asked when the metrics are read: 1 or 0.',
  ['dependency'],
);
const latency = processMetrics.level(
  'davtari_dependency_latency_seconds',
  'Time that the dependency took to answer; of revocations, how old the list is.',
  ['dependency'],
);
const breakers = processMetrics.level(
  'davtari_breaker_state',
  'Circuit breaker of one process of a subgraph: 0 closed, 1 half open, 2 open.',
  ['subgraph', 'replica'],
);

type BreakerState = 'closed' | 'half-open' | 'open';

/** What is read of a health report. */
export interface ShownHealth {
  readonly dependencies: readonly Pick<DependencyHealth, 'name' | 'status' | 'latencyMs'>[];
  readonly breakers?: readonly {
    readonly subgraph: string;
    readonly replica: number;
    readonly state: BreakerState;
  }[];
}

const STATES: Readonly<Record<BreakerState, number>> = { closed: 0, 'half-open': 1, open: 2 };
/** Whoever scrapes is not kept waiting for a dependency that hangs: the next reading shows it. */
const PATIENCE_MILLISECONDS = 1_500;

/** Shows the health of a gateway whenever the metrics are read. Answers how to stop. */
export function showHealth(health: { report(): Promise<ShownHealth> }): () => void {
  let asking: Promise<void> | undefined;
  let stopped = false;
  const ask = async (): Promise<void> => {
    try {
      const report = await health.report();
      if (!stopped) show(report);
    } finally {
      asking = undefined;
    }
  };
  const stop = processMetrics.collect(async () => {
    asking ??= ask();
    await Promise.race([asking, delay(PATIENCE_MILLISECONDS, undefined, { ref: false })]);
  });
  return () => {
    stopped = true;
    stop();
    for (const family of [up, latency, breakers]) family.clear();
  };
}

function show(report: ShownHealth): void {
  for (const { name, status, latencyMs } of report.dependencies) {
    up.of(name).set(status === 'up' ? 1 : 0);
    latency.of(name).set(latencyMs / 1000);
  }
  for (const { subgraph, replica, state } of report.breakers ?? []) {
    breakers.of(subgraph, String(replica)).set(STATES[state]);
  }
}
