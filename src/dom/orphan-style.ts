/**
 * Firefox ends our scripts when the extension is switched off, removed or updated, and leaves in the page what they
 * drew: marks that open nothing, a question of which only *Batal* still works. So what is drawn carries an animation
 * that would change its look after a while and is put off for as long as the script lives. Standing in a closed root, it
 * is on no list of animations that a page can get (measured in both browsers: tests/browser/disabled.spec.ts).
 */
const DELAY_MS = 5_000;
const POSTPONE_EVERY_MS = 2_000;

const postponed = new Set<Animation>();
let timer: ReturnType<typeof setInterval> | undefined;

const postpone = (): void => {
  for (const one of postponed) one.currentTime = 0;
};

/** Gives an element this look once the script is gone. @returns ends the wait */
export function styleWhenOrphaned(element: Element | null, style: Keyframe): () => void {
  const animation = element?.animate?.([style], { delay: DELAY_MS, duration: 1, fill: "forwards" });
  if (!animation) return () => {};
  postponed.add(animation);
  timer ??= setInterval(postpone, POSTPONE_EVERY_MS);
  /* In a hidden tab timers come once a minute; what ran out meanwhile is not to be seen when it is shown. */
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
