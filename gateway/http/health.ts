import type { BreakerStates, ReplicaBreaker } from '#gateway/execution/breaker-states.ts';
import type { Subgraph } from '#gateway/execution/data-source.ts';
import { isNeeded, type DependencyHealth } from '#shared/platform/health.ts';

export interface HealthReport {
  /** Degraded while a circuit breaker is not closed, although everything that was asked answers. */
  readonly status: 'up' | 'degraded' | 'down';
  /** True when requests should be sent here: nothing is down and the gateway is not stopping. */
  readonly ready: boolean;
  /** SHA-256 of the supergraph that is answered. */
  readonly supergraph?: string;
  readonly dependencies: readonly DependencyHealth[];
  /** One for each process of a subgraph that is called over HTTP. */
  readonly breakers: readonly ReplicaBreaker[];
}

export interface Health {
  report(): Promise<HealthReport>;
  /** From now on the gateway is not ready, so that balancers send nobody here any more. */
  stopping(): void;
}

const PROBE_MILLISECONDS = 5_000;

/** What the report tells without asking anybody. */
export interface OwnState {
  readonly breakers?: BreakerStates;
  readonly supergraphHash?: () => string;
}

/** Asks the subgraphs, and what else the gateway stands on. */
export function createHealth(
  subgraphs: ReadonlyMap<string, Subgraph>,
  others: readonly (() => Promise<DependencyHealth>)[],
  { breakers: statesOfBreakers = () => [], supergraphHash }: OwnState = {},
): Health {
  let stopping = false;
  return {
    async report() {
      const [probes, own] = await Promise.all([
        Promise.all([...subgraphs.values()].map(probe)),
        Promise.all(others.map((ask) => ask())),
      ]);
      const dependencies = [...probes.flat(), ...own].map(withoutTheInside);
      const breakers = statesOfBreakers();
      const isUp = dependencies.every((known) => known.status === 'up' || !isNeeded(known));
      const isWhole =
        breakers.every(({ state }) => state === 'closed') &&
        dependencies.every(({ status }) => status === 'up');
      return {
        status: isUp ? (isWhole ? 'up' : 'degraded') : 'down',
        ready: isUp && !stopping,
        ...(supergraphHash === undefined ? {} : { supergraph: supergraphHash() }),
        dependencies,
        breakers,
      };
    },
    stopping() {
      stopping = true;
    },
  };
}

/** Anybody may read the report: what a dependency said when it failed, with its host perhaps, goes no further. */
function withoutTheInside({ name, status, latencyMs, error }: DependencyHealth): DependencyHealth {
  return {
    name,
    status,
    latencyMs,
    ...(error === undefined ? {} : { error: PUBLIC_REASONS.get(error) ?? 'fails' }),
  };
}

const PUBLIC_REASONS: ReadonlyMap<string, string> = new Map(
  ['does not answer', 'the list has not been heard yet', 'the list is out of date'].map((text) => [
    text,
    text,
  ]),
);

async function probe(subgraph: Subgraph): Promise<readonly DependencyHealth[]> {
  const started = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('does not answer')), PROBE_MILLISECONDS);
  });
  try {
    const dependencies = await Promise.race([subgraph.health(), late]);
    return dependencies.map((dependency) =>
      dependency.name === subgraph.name
        ? dependency
        : { ...dependency, name: `${subgraph.name}/${dependency.name}` },
    );
  } catch (error) {
    const latencyMs = Math.round(performance.now() - started);
    return [
      {
        name: subgraph.name,
        status: 'down',
        latencyMs,
        error: error instanceof Error ? error.message : String(error),
      },
    ];
  } finally {
    clearTimeout(timer);
  }
}
