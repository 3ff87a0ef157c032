/**
 * Firefox ends our scripts when the extension is switched off, removed or updated, and leaves what they drew in the
 * page: marks that open nothing, a question in which only *Batal* still works. So drawn elements carry an animation that
 * would change their style after a delay, and that is postponed for as long as the script lives. Inside a closed shadow
 * root no page can list that animation (measured in both browsers: tests/browser/disabled.spec.ts).
 */
const DELAY_MS = 5_000;
const POSTPONE_EVERY_MS = 2_000;

const postponed = new Set<Animation>();
let timer: ReturnType<typeof setInterval> | undefined;

const postpone = (): void => {
  for (const animation of postponed) animation.currentTime = 0;
};

/** Gives an element this style once the script is gone. @returns cancels that */
export function styleWhenOrphaned(element: Element | null, style: Keyframe): () => void {
  const animation = element?.animate?.([style], { delay: DELAY_MS, duration: 1, fill: "forwards" });
  if (!animation) return () => {};
  postponed.add(animation);
  timer ??= setInterval(postpone, POSTPONE_EVERY_MS);
  /* Timers of a hidden tab run once a minute: postpone at once when it is shown, before the style is seen. */
  const doc = element!.ownerDocument;
  doc.addEventListener("visibilitychange", postpone);
  return () => {
    animation.cancel();
    postponed.delete(animation);
    if (postponed.size) return;
    doc.removeEventListener("visibilitychange", postpone);
    clearInterval(timer);
    timer = undefined;
  };
}
