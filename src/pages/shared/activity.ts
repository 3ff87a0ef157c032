import { forTrusted } from "../../dom/trusted.ts";

/** Events that count as activity, and how often activity is reported at most. */
const ACTIVITY_EVENTS = ["pointerdown", "keydown", "wheel"] as const;
const REPORT_INTERVAL_MS = 15_000;

/** Calls `touch` on activity while the book is open, so that it does not lock itself. Returns a function that stops this. */
export function reportActivity(isOpen: () => boolean, touch: () => void): () => void {
  let reportedAt = 0;
  const onActivity = forTrusted(() => {
    if (!isOpen() || Math.abs(Date.now() - reportedAt) < REPORT_INTERVAL_MS) return;
    reportedAt = Date.now();
    touch();
  });
  for (const kind of ACTIVITY_EVENTS) addEventListener(kind, onActivity, true);
  return () => {
    for (const kind of ACTIVITY_EVENTS) removeEventListener(kind, onActivity, true);
  };
}
