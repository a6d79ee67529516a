/** Median and 99th percentile of durations; null when there is none. */
export interface Spread {
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
}

export function spreadOf(durations: readonly number[]): Spread {
  const sorted = Float64Array.from(durations).sort();
  const at = (share: number): number | null => sorted[Math.floor(sorted.length * share)] ?? null;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
