import type { GuardRoot } from "./overlay-root.ts";

const WATCH_EVERY_MS = 200;

/**
 * Watches whether the page removes or covers the question; owns the observer and the timer for that.
 * @param onHidden called each time the question is found invisible. @returns ends the watch
 */
export function watchQuestion(
  doc: Document,
  guard: GuardRoot,
  isVisible: () => boolean,
  onHidden: () => void,
): () => void {
  const view = doc.defaultView!;
  const watcher = new view.MutationObserver(() => {
    if (!guard.inPlace()) onHidden();
  });
  watcher.observe(doc.documentElement, { childList: true });
  const timer = view.setInterval(() => {
    if (!isVisible()) onHidden();
  }, WATCH_EVERY_MS);
  return () => {
    view.clearInterval(timer);
    watcher.disconnect();
  };
}
