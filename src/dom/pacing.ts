/** What costs more is done less often: it takes at most one part in so many of the time … */
const COST_FACTOR = 400;
/** … and is done all the same after this long, in ms. */
export const MAX_INTERVAL_MS = 1_000;

/** Paces work whose cost grows with the page. */
export interface Pace {
  /** So many ms until it may be done again. */
  remaining(): number;
  /** It was done, from this moment (`performance.now()`) until now. */
  record(from: number): void;
}

export function makePace(factor = COST_FACTOR, maxInterval = (): number => MAX_INTERVAL_MS): Pace {
  let next = 0;
  return {
    remaining: () => Math.max(0, next - performance.now()),
    record(from) {
      const now = performance.now();
      next = now + Math.min(maxInterval(), (now - from) * factor);
    },
  };
}
