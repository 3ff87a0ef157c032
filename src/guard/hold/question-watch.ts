import type { GuardRoot } from "./overlay-root.ts";

const WATCH_EVERY_MS = 200;

/**
 * Owns observer and timer that see when the page took the question away or covered it.
 * @param onHidden called each time it is no longer to be seen. @returns ends the watch
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
