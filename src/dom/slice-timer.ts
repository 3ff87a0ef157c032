/** Owns when the next slice of reading begins: the earliest moment that was asked for. */
export interface SliceTimer {
  /** Asks for a slice after this long, in ms; one that comes sooner stands for it. */
  schedule(after: number): void;
}

/** @param slice may ask for the next one. */
export function makeSliceTimer(view: Window, slice: () => void, signal: AbortSignal): SliceTimer {
  let timer: number | undefined;
  let due = 0;
  signal.addEventListener("abort", () => view.clearTimeout(timer));
  const run = (): void => {
    timer = undefined;
    slice();
  };
  return {
    schedule(after) {
      const at = performance.now() + after;
      if (timer !== undefined && due <= at) return;
      view.clearTimeout(timer);
      due = at;
      timer = view.setTimeout(run, after);
    },
  };
}
