/** Costly work runs less often: it may take one part in this many of the time … */
const COST_FACTOR = 400;
/** … and runs after this long in any case, in ms. */
export const MAX_INTERVAL_MS = 1_000;

/** Paces work whose cost grows with the page. */
export interface Pace {
  /** ms until the work may run again. */
  wait(): number;
  /** Records that the work ran from this moment (`performance.now()`) until now. */
  record(from: number): void;
}

/** @param factor how many times its own duration the work must pause. @param maxInterval the longest pause, in ms. */
export function makePace(factor = COST_FACTOR, maxInterval = (): number => MAX_INTERVAL_MS): Pace {
  let next = 0;
  return {
    wait: () => Math.max(0, next - performance.now()),
    record(from) {
      const now = performance.now();
      next = now + Math.min(maxInterval(), (now - from) * factor);
    },
  };
}
