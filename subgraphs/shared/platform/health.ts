/** Whether something that a part depends on answers, and how fast. */
export interface DependencyHealth {
  readonly name: string;
  readonly status: 'up' | 'down';
  /** Milliseconds that the probe took. */
  readonly latencyMs: number;
  readonly error?: string;
}
