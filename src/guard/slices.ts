import { SLICE_MS } from "./scan.ts";

/** Runs something long in slices that really yield, in a tab that is shown; in a hidden one it is given up. */
export function inSlices<T>(
  doc: Document,
  work: Generator<unknown, T>,
  signal: AbortSignal,
  done: (value: T) => void,
): void {
  const view = doc.defaultView!;
  const slice = (): void => {
    if (signal.aborted || doc.hidden) return;
    const start = performance.now();
    for (;;) {
      const step = work.next();
      if (step.done) {
        done(step.value);
        return;
      }
      if (performance.now() - start >= SLICE_MS) break;
    }
    view.setTimeout(slice, 0);
  };
  slice();
}
