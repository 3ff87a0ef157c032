/**
 * Firefox ends our scripts when the extension is switched off, removed or updated, and leaves in the page what they
 * drew: marks that open nothing, a question of which only *Batal* still works. So what is drawn carries an animation
 * that would change its look after a while and is put off for as long as the script lives. Standing in a closed root, it
 * is on no list of animations that a page can get (measured in both browsers: tests/browser/disabled.spec.ts).
 */
const AFTER_MS = 5_000;
const PUT_OFF_MS = 2_000;

const waiting = new Set<Animation>();
let timer: ReturnType<typeof setInterval> | undefined;

const putOff = (): void => {
  for (const one of waiting) one.currentTime = 0;
};

/** Gives an element this look once the script is gone. @returns ends the wait */
export function onceGone(element: Element | null, look: Keyframe): () => void {
  const animation = element?.animate?.([look], { delay: AFTER_MS, duration: 1, fill: "forwards" });
  if (!animation) return () => {};
  waiting.add(animation);
  timer ??= setInterval(putOff, PUT_OFF_MS);
  /* In a hidden tab timers come once a minute; what ran out meanwhile is not to be seen when it is shown. */
  const doc = element!.ownerDocument;
  doc.addEventListener("visibilitychange", putOff);
  return () => {
    animation.cancel();
    waiting.delete(animation);
    if (waiting.size) return;
    doc.removeEventListener("visibilitychange", putOff);
    clearInterval(timer);
    timer = undefined;
  };
}
