/** Owns when the next slice of reading begins: the earliest moment requested. */
export interface SliceTimer {
  /** Requests a slice after this long, in ms; does nothing if one is due earlier. */
  schedule(after: number): void;
}

/** @param slice may schedule the next slice. */
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
