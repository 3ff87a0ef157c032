import type { Intent, Site } from "../sites/types.ts";
import { stop, targetOf } from "./events.ts";
import type { Judge } from "./judge.ts";
import { replay, type Way, wayOf, wayOfTwice } from "./replay.ts";
import { doubleTaps } from "./twice.ts";

/** A press shorter than this is never a long press, in ms (sites open their picker after about 500). */
export const LONG_PRESS_MS = 450;
/**
 * What can wait is done so long after the pointer went down, in ms: a plain click is over by then. A picker that stands
 * open by then came by hovering, not by pressing long.
 */
export const AFTER_PRESS_MS = 400;
/** A finger that moved farther than this between down and up has scrolled, in CSS px. */
const MOVED_PX = 24;

/** Actions by pointer: click, tap, long press, double click and double tap. */
export function pressActions(
  site: Site,
  view: Window,
  judge: Judge,
  wouldStop: (intent: Intent) => boolean,
  /** Told of what the pointer went down on, `AFTER_PRESS_MS` later; of several presses in a row once. */
  afterwards: (target: Element) => void,
) {
  /** `over`: the click came, nothing is opened by a long press any more. */
  let press = { at: 0, picker: false, over: true };
  let later = 0;
  const isSecondTap = doubleTaps();
  /** Where the pointer went down last. */
  let from: { x: number; y: number } | null = null;
  /** A second click was stopped: the double click behind it is the same act. */
  let stoppedClick = false;
  /** The site was not let hear the button go down here: it hears of it with the click, where that is let through. */
  let keptDown: Element | null = null;

  /** The second click or tap of two, where the site likes by it. @returns true where it was stopped. */
  function twice(event: MouseEvent | TouchEvent): boolean {
    const target = targetOf(event);
    const intent = target && site.twice?.(target);
    return !!intent && judge(intent, event, wayOfTwice(event, target));
  }

  return {
    click(event: MouseEvent): void {
      if (event.button !== 0) return;
      press.over = true;
      stoppedClick = event.detail > 1 && !!site.twice && twice(event);
      if (stoppedClick) return;
      const target = targetOf(event);
      if (!target) return;
      const intent = site.press(target);
      site.remember(target, "press");
      if (!intent) return;
      /* A long press that opened the site's own picker is not yet a choice; the choice is held. */
      const pressed = event.timeStamp - press.at;
      if (
        event.detail > 0 &&
        pressed >= LONG_PRESS_MS &&
        !press.picker &&
        site.pickerOpen() &&
        intent.action === "like"
      )
        return;
      const way: Way = { ...wayOf(event, target, false), ...(keptDown === target && { down: true }) };
      const stopped = judge(intent, event, way);
      /* What was kept from the site is made up for should it turn out to be nothing. */
      if (!stopped && keptDown === target) {
        stop(event);
        replay(way, null);
      }
    },
    /** The button goes down, where the site acts by that already: judged is the click that follows. */
    early(event: MouseEvent): void {
      keptDown = null;
      const target = event.button === 0 ? targetOf(event) : null;
      const intent = target && site.press(target);
      if (!intent || !wouldStop(intent)) return;
      stop(event);
      keptDown = target;
    },
    doubleClick(event: Event): void {
      if (stoppedClick) stop(event);
    },
    tap(event: TouchEvent): void {
      const { clientX: x = 0, clientY: y = 0 } = event.changedTouches[0] ?? {};
      const moved = !!from && Math.abs(x - from.x) + Math.abs(y - from.y) > MOVED_PX;
      if (isSecondTap(event, moved)) twice(event);
    },
    down(event: MouseEvent): void {
      from = { x: event.clientX, y: event.clientY };
      const target = targetOf(event);
      if (target) site.touch?.(target);
      press = { at: event.timeStamp, picker: false, over: false };
      /* Never on the path of a plain click; no site opens its picker this early. */
      view.clearTimeout(later);
      later = view.setTimeout(() => {
        if (!press.over) press.picker = site.pickerOpen();
        if (target) afterwards(target);
      }, AFTER_PRESS_MS) as unknown as number;
    },
  };
}
