/** Median and 99th percentile of durations; null when there is none. */
export interface Spread {
  readonly p50: number | null;
  readonly p99: number | null;
}

export function spreadOf(durations: readonly number[]): Spread {
  const sorted = Float64Array.from(durations).sort();
  return { p50: sorted[sorted.length >> 1] ?? null, p99: sorted[Math.floor(sorted.length * 0.99)] ?? null };
}
