/**
 * Double clicks and double taps: what tells them, and what makes them again. A part of the sites that know the gesture, so
 * that the scripts of the others do not carry it.
 */

/** Two taps within this time and distance are a double tap, in ms and CSS px (sites take about 300 ms). */
const WITHIN_MS = 350;
const WITHIN_PX = 60;

export interface Double {
  /** What is listened to besides. */
  acts: readonly string[];
  /** Tells the second tap of two; the browser itself counts clicks. */
  taps(): (event: TouchEvent, moved: boolean) => boolean;
  /** Makes this second click or tap anew, on an element. */
  again(event: MouseEvent | TouchEvent): (target: Element) => void;
}

/** A finger that moved has scrolled and tapped nothing. */
const taps: Double["taps"] = () => {
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
};

/** Of a double tap both taps, as the site heard the first one long ago; of a double click the second click on. */
const again: Double["again"] = (event) => {
  const touch = "changedTouches" in event;
  const { clientX, clientY } = touch ? event.changedTouches[0]! : event;
  const common = { bubbles: true, cancelable: true, composed: true };
  return (target) => {
    if (touch && typeof Touch === "function") {
      const changedTouches = [new Touch({ identifier: 0, target, clientX, clientY })];
      for (let tap = 0; tap < 2; tap++)
        target.dispatchEvent(new TouchEvent("touchend", { ...common, changedTouches }));
      return;
    }
    for (const type of ["click", "dblclick"])
      target.dispatchEvent(new MouseEvent(type, { ...common, clientX, clientY, detail: 2, button: 0 }));
  };
};

export const DOUBLE: Double = { acts: ["dblclick", "touchend"], taps, again };
