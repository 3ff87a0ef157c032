/** Two taps within this time and distance are a double tap, in ms and CSS px (sites take about 300 ms). */
const WITHIN_MS = 350;
const WITHIN_PX = 60;

/** What is listened to besides, on sites where a double click or double tap acts. */
export const TWICE_ACTS = ["dblclick", "touchend"] as const;

/** Tells the second tap of two; the browser itself counts clicks. A finger that moved has scrolled and tapped nothing. */
export function doubleTaps(): (event: TouchEvent, moved: boolean) => boolean {
  let last: { at: number; x: number; y: number } | null = null;
  return ({ timeStamp: at, changedTouches, touches }, moved) => {
    const touch = changedTouches[0];
    if (!touch || touches.length > 0 || moved) {
      last = null;
      return false;
    }
    const { clientX: x, clientY: y } = touch;
    const second =
      !!last && at - last.at < WITHIN_MS && Math.abs(x - last.x) + Math.abs(y - last.y) < WITHIN_PX;
    last = second ? null : { at, x, y };
    return second;
  };
}
