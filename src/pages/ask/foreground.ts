/**
 * How long the window must be visible and in front before an answer can confirm, in ms: a page that moves its own window
 * away during a double click must not direct the second click here.
 */
const FOREGROUND_MS = 500;

/** Reports whether the window has been visible and in front for long enough, at each change, until `signal` aborts. */
export function watchForeground(signal: AbortSignal, report: (inForeground: boolean) => void): void {
  let timer = 0;
  const restart = () => {
    report(false);
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (!signal.aborted && !document.hidden) report(true);
    }, FOREGROUND_MS);
  };
  signal.addEventListener("abort", () => clearTimeout(timer));
  window.addEventListener("focus", restart, { signal });
  window.addEventListener("resize", restart, { signal });
  document.addEventListener("visibilitychange", restart, { signal });
  restart();
}
