/** The longest slice of work, in ms: no click of the user waits for us longer than this. */
export const SLICE_MS = 4;

/**
 * Runs long work in slices that yield to the event loop.
 * @param evenHidden also runs in a hidden tab, for work the user asked for (a popup opened as a tab hides the page);
 *   otherwise work in a hidden tab is dropped.
 */
export function runInSlices<T>(
  doc: Document,
  work: Generator<unknown, T>,
  signal: AbortSignal,
  done: (value: T) => void,
  evenHidden = false,
): void {
  const view = doc.defaultView!;
  const slice = (): void => {
    if (signal.aborted || (doc.hidden && !evenHidden)) return;
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
