/** Timing: medians of three runs, with a calibration loop of the same run. */

export const RUNS = 3;
/** Rounds over all items before any timing: the compiler has then settled, as on a page in use. */
const WARM_UP = 3;

export const say = (figure: string, values: Record<string, number | string>): void =>
  console.log(JSON.stringify({ figure, ...values }));
export const round = (value: number, digits = 2): number => Number(value.toFixed(digits));
const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
export const middle = (values: readonly number[]): number => sorted(values)[Math.floor(values.length / 2)]!;
export const share = (values: readonly number[], part: number): number =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * part))]!;

/** Milliseconds for ten million integer multiplications. */
export function calibration(): number {
  const from = performance.now();
  let value = 1;
  for (let i = 0; i < 10_000_000; i++) value = Math.imul(value ^ i, 0x01000193);
  return value === 0 ? 0 : performance.now() - from;
}

export interface Timed {
  /** Microseconds for each call: median of the runs' medians, and of their 99th percentiles. */
  median: number;
  p99: number;
  calibration: number;
}

function once<T>(items: readonly T[], work: (item: T) => void): number[] {
  return items.map((item) => {
    const from = performance.now();
    work(item);
    return (performance.now() - from) * 1000;
  });
}

/** Times several variants in turn, run by run, so that a busy moment of the machine affects all of them. */
export function timedInTurn<T>(ways: readonly { items: readonly T[]; work: (item: T) => void }[]): Timed[] {
  for (const { items, work } of ways) for (let i = 0; i < WARM_UP; i++) for (const item of items) work(item);
  const runs = Array.from({ length: RUNS }, () => {
    const loop = calibration();
    return ways.map(({ items, work }) => ({ times: once(items, work), loop }));
  });
  return ways.map((_, way) => ({
    median: round(middle(runs.map((run) => middle(run[way]!.times)))),
    p99: round(middle(runs.map((run) => share(run[way]!.times, 0.99)))),
    calibration: round(middle(runs.map((run) => run[way]!.loop))),
  }));
}

export function timed<T>(items: readonly T[], work: (item: T) => void): Timed {
  return timedInTurn([{ items, work }])[0]!;
}
