/**
 * Detects and replays double clicks and double taps. Only adapters of sites that know the gesture import it, so that
 * the scripts of other sites do not contain it.
 */

/** Two taps within this time and distance are a double tap, in ms and CSS px (sites take about 300 ms). */
const WITHIN_MS = 350;
const WITHIN_PX = 60;

export interface DoubleTapInput {
  /** Additional events to listen to. */
  events: readonly string[];
  /** Makes a function that recognises the second of two taps; clicks are counted by the browser. */
  makeTapDetector(): (event: TouchEvent, moved: boolean) => boolean;
  /** Makes a function that dispatches this second click or tap again, on an element. */
  replay(event: MouseEvent | TouchEvent): (target: Element) => void;
}

/** A finger that moved has scrolled, not tapped. */
const makeTapDetector: DoubleTapInput["makeTapDetector"] = () => {
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

/** Replays both taps of a double tap, because the first one is too old for the site; of a double click the second. */
const replay: DoubleTapInput["replay"] = (event) => {
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

export const DOUBLE_TAP_INPUT: DoubleTapInput = { events: ["dblclick", "touchend"], makeTapDetector, replay };
