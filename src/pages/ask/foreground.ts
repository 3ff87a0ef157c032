/**
 * A confirmation counts only when the window was in sight and in front for this long, in ms: a page that moves a window
 * of its own away under a double click must not have the second click here.
 */
const FOREGROUND_MS = 500;

/** Tells whether the window has been in sight and in front for long enough, and each change of it, until `signal`. */
export function watchForeground(signal: AbortSignal, tell: (inFront: boolean) => void): void {
  let waiting = 0;
  const restart = () => {
    tell(false);
    clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      if (!signal.aborted && !document.hidden) tell(true);
    }, FOREGROUND_MS);
  };
  signal.addEventListener("abort", () => clearTimeout(waiting));
  window.addEventListener("focus", restart, { signal });
  window.addEventListener("resize", restart, { signal });
  document.addEventListener("visibilitychange", restart, { signal });
  restart();
}
