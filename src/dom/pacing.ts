/** What costs more is done less often: it takes at most one part in so many of the time … */
const PART = 400;
/** … and is done all the same after this long, in ms. */
export const LATEST_MS = 1_000;

/** Paces work whose cost grows with the page. */
export interface Pace {
  /** So many ms until it may be done again. */
  wait(): number;
  /** It was done, from this moment (`performance.now()`) until now. */
  spent(from: number): void;
}

export function newPace(part = PART, latest = (): number => LATEST_MS): Pace {
  let next = 0;
  return {
    wait: () => Math.max(0, next - performance.now()),
    spent(from) {
      const now = performance.now();
      next = now + Math.min(latest(), (now - from) * part);
    },
  };
}
