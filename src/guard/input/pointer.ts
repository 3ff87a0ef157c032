import { stop, targetOf } from "../../dom/events.ts";
import type { Intent, Site } from "../../sites/adapter.ts";
import type { Judge } from "../decision/pipeline.ts";
import { replay, type Way, wayOf } from "../hold/replay.ts";
import { longPresses } from "./long-press.ts";

/** Where a link leads to a place of its own: pressed with the middle button it acts there, unasked. */
const LEADS = 'a[href]:not([href^="#"],[href^="javascript:"])';

/** Actions by pointer: click, tap, long press, slide, middle click, double click and double tap. */
export function pressActions(
  site: Site,
  view: Window,
  judge: Judge,
  wouldStop: (intent: Intent) => boolean,
  /** Told of what the pointer went down on, `AFTER_PRESS_MS` later; of several presses in a row once. */
  afterwards: (target: Element) => void,
) {
  const long = longPresses(site, view);
  const isSecondTap = site.double?.taps();
  /** A second click was stopped: the double click behind it is the same act. */
  let stoppedClick = false;
  /** The site was not let hear the button go down here: it hears of it with the click, where that is let through. */
  let keptDown: Element | null = null;

  /** The second click or tap of two, where the site likes by it. @returns true where it was stopped. */
  function twice(event: MouseEvent | TouchEvent): boolean {
    const target = targetOf(event);
    const intent = target && site.twice?.(target);
    const again = intent && site.double?.again(event);
    return !!again && judge(intent, event, { kind: "twice", target, again });
  }

  return {
    click(event: MouseEvent): void {
      if (event.button !== 0) return;
      stoppedClick = event.detail > 1 && twice(event);
      if (stoppedClick) return;
      const target = targetOf(event);
      if (!target) return;
      const intent = site.press(target);
      site.remember(target, "press");
      if (long.onlyOpened(event, intent) || !intent) return;
      const way: Way = { ...wayOf(event, target, false), ...(keptDown === target && { down: true }) };
      const stopped = judge(intent, event, way);
      /* What was kept from the site is made up for should it turn out to be nothing. */
      if (!stopped && keptDown === target) {
        stop(event);
        replay(way);
      }
    },
    /** The middle button opens what a link leads to in a tab of its own; anything else it leaves alone. */
    middle(event: MouseEvent): void {
      const target = event.button === 1 ? targetOf(event)?.closest(LEADS) : null;
      const intent = target && site.press(target);
      /* No browser follows a link for a middle click that a script made, both do for one with these keys held down. */
      const held = { ctrlKey: true, metaKey: true };
      if (intent) judge(intent, event, { kind: "click", target, x: 0, y: 0, detail: 1, held });
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
    /** A finger is lifted: what it slid to is chosen, no click follows. Else it may be the second tap of two. */
    lift(event: PointerEvent | TouchEvent): void {
      const slid = long.lift(event, judge);
      const finger = "changedTouches" in event && event.changedTouches[0];
      if (!slid && finger && isSecondTap?.(event, long.moved(finger))) twice(event);
    },
    came: long.came,
    down(event: PointerEvent): void {
      const target = targetOf(event);
      if (target) site.touch?.(target);
      long.down(event, target, () => target && afterwards(target));
    },
  };
}
