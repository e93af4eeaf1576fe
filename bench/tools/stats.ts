/** Median with its spread over the rounds. */
export type Stat = { median: number; min: number; max: number };

export function statOf(values: readonly number[]): Stat {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: quantile(sorted, 0.5), min: sorted[0] ?? Number.NaN, max: sorted.at(-1) ?? Number.NaN };
}

/** @param sorted ascending */
function quantile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Milliseconds at the middle and at the far end. */
export type Latency = { p50: number; p99: number };

export function latencyOf(values: number[]): Latency {
  const sorted = Float64Array.from(values).sort();
  return { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) };
}
