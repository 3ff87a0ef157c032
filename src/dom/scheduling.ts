/** One slice of reading never takes longer, in ms: no click of the user waits for us by more than this. */
export const SLICE_MS = 4;

/**
 * Runs something long in slices that really yield.
 * @param evenHidden goes on in a hidden tab too, where the user asked for it (a popup that is a tab of its own hides the
 *   page); else it is given up there.
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
