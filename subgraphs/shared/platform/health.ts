/** Whether something that a part depends on answers, and how fast. */
export interface DependencyHealth {
  readonly name: string;
  readonly status: 'up' | 'down';
  /** Milliseconds that the probe took. */
  readonly latencyMs: number;
  readonly error?: string;
}

/** Everything works without Redis, if each process for itself: no balancer may take all processes away with it. */
export function isNeeded(dependency: DependencyHealth): boolean {
  return dependency.name !== 'redis' && !dependency.name.endsWith('/redis');
}
