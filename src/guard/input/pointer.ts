import { suppress, targetOf } from "../../dom/events.ts";
import type { Intent, Site } from "../../sites/adapter.ts";
import type { Judge } from "../decision/pipeline.ts";
import { type Activation, activationOf, replay } from "../hold/replay.ts";
import { makeLongPress } from "./long-press.ts";

/** Where a link leads to a place of its own: pressed with the middle button it acts there, unasked. */
const NAVIGATING_LINK = 'a[href]:not([href^="#"],[href^="javascript:"])';

/** Actions by pointer: click, tap, long press, slide, middle click, double click and double tap. */
export function makePointerInput(
  site: Site,
  view: Window,
  judge: Judge,
  wouldStop: (intent: Intent) => boolean,
  /** Told of what the pointer went down on, `AFTER_PRESS_MS` later; of several presses in a row once. */
  onPressed: (target: Element) => void,
) {
  const longPress = makeLongPress(site, view);
  const isSecondTap = site.double?.taps();
  /** A second click was stopped: the double click behind it is the same act. */
  let clickSuppressed = false;
  /** The site was not let hear the button go down here: it hears of it with the click, where that is let through. */
  let suppressedDown: Element | null = null;

  /** The second click or tap of two, where the site likes by it. @returns true where it was stopped. */
  function doubleActivation(event: MouseEvent | TouchEvent): boolean {
    const target = targetOf(event);
    const intent = target && site.twice?.(target);
    const repeat = intent && site.double?.again(event);
    return !!repeat && judge(intent, event, { kind: "twice", target, repeat });
  }

  return {
    click(event: MouseEvent): void {
      if (event.button !== 0) return;
      clickSuppressed = event.detail > 1 && doubleActivation(event);
      if (clickSuppressed) return;
      const target = targetOf(event);
      if (!target) return;
      const intent = site.press(target);
      site.remember(target, "press");
      if (longPress.onlyOpenedPicker(event, intent) || !intent) return;
      const activation: Activation = {
        ...activationOf(event, target, false),
        ...(suppressedDown === target && { includesButtonDown: true }),
      };
      const stopped = judge(intent, event, activation);
      /* What was kept from the site is made up for should it turn out to be nothing. */
      if (!stopped && suppressedDown === target) {
        suppress(event);
        replay(activation);
      }
    },
    /** The middle button opens what a link leads to in a tab of its own; anything else it leaves alone. */
    middleClick(event: MouseEvent): void {
      const target = event.button === 1 ? targetOf(event)?.closest(NAVIGATING_LINK) : null;
      const intent = target && site.press(target);
      /* No browser follows a link for a middle click that a script made, both do for one with these keys held down. */
      const held = { ctrlKey: true, metaKey: true };
      if (intent) judge(intent, event, { kind: "click", target, x: 0, y: 0, detail: 1, modifiers: held });
    },
    /** The button goes down, where the site acts by that already: judged is the click that follows. */
    mouseDown(event: MouseEvent): void {
      suppressedDown = null;
      const target = event.button === 0 ? targetOf(event) : null;
      const intent = target && site.press(target);
      if (!intent || !wouldStop(intent)) return;
      suppress(event);
      suppressedDown = target;
    },
    doubleClick(event: Event): void {
      if (clickSuppressed) suppress(event);
    },
    /** A finger is lifted: what it slid to is chosen, no click follows. Else it may be the second tap of two. */
    pointerUp(event: PointerEvent | TouchEvent): void {
      const slideSuppressed = longPress.pointerUp(event, judge);
      const finger = "changedTouches" in event && event.changedTouches[0];
      if (!slideSuppressed && finger && isSecondTap?.(event, longPress.moved(finger)))
        doubleActivation(event);
    },
    pointerOver: longPress.pointerOver,
    pointerDown(event: PointerEvent): void {
      const target = targetOf(event);
      if (target) site.touch?.(target);
      longPress.pointerDown(event, target, () => target && onPressed(target));
    },
  };
}
