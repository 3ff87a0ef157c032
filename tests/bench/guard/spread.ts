/** Median and tail of a list of times, in their own unit. */
export interface Spread {
  median: number;
  p95: number;
  p99: number;
}

/** Does not change the list. @throws Error for an empty list. */
export function spread(times: readonly number[]): Spread {
  if (times.length === 0) throw new Error("nothing was measured");
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!;
  return { median: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** The middle one by a value, of any number of runs. */
export function middle<T>(runs: readonly T[], by: (run: T) => number): T {
  return [...runs].sort((a, b) => by(a) - by(b))[runs.length >> 1]!;
}

/** "median 1.23, p95 2.34, p99 3.45" */
export const formatSpread = ({ median, p95, p99 }: Spread, digits = 2): string =>
  `median ${median.toFixed(digits)}, p95 ${p95.toFixed(digits)}, p99 ${p99.toFixed(digits)}`;
