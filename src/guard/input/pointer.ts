import { suppress, targetOf } from "../../dom/events.ts";
import type { Intent, Site } from "../../sites/adapter.ts";
import type { Judge } from "../decision/pipeline.ts";
import { type Activation, activationOf, replay } from "../hold/replay.ts";
import { makeLongPress } from "./long-press.ts";

/** Links to another page: the middle button opens that page, which acts without having been asked about. */
const NAVIGATING_LINK = 'a[href]:not([href^="#"],[href^="javascript:"])';

/**
 * Pointer input: click, tap, long press, slide, middle click, double click and double tap.
 * @returns the handlers by event type, and `pointerOver`
 */
export function makePointerInput(
  site: Site,
  view: Window,
  judge: Judge,
  wouldHold: (intent: Intent) => boolean,
  /** Called with the element the pointer went down on, `AFTER_PRESS_MS` later, once for several presses in a row. */
  onPressed: (target: Element) => void,
) {
  const longPress = makeLongPress(site, view);
  const isSecondTap = site.doubleTapInput?.makeTapDetector();
  /** A second click was suppressed: the dblclick event that follows belongs to the same action. */
  let clickSuppressed = false;
  /** The element whose mousedown was kept from the site: it gets that event with the click, if the click passes. */
  let suppressedDown: Element | null = null;

  /** Judges the second click or tap of two, on sites that like by it. @returns true if it was suppressed */
  function doubleActivation(event: MouseEvent | TouchEvent): boolean {
    const target = targetOf(event);
    const intent = target && site.doubleTap?.(target);
    const repeat = intent && site.doubleTapInput?.replay(event);
    return !!repeat && judge(intent, event, { kind: "doubleTap", target, repeat });
  }

  /** A lifted finger chooses the reaction that it slid to (no click follows), or ends the second tap of two. */
  function pointerUp(event: PointerEvent | TouchEvent): void {
    const slideSuppressed = longPress.pointerUp(event, judge);
    const finger = "changedTouches" in event && event.changedTouches[0];
    if (!slideSuppressed && finger && isSecondTap?.(event, longPress.moved(finger))) doubleActivation(event);
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
      if (longPress.onlyOpened(event, intent) || !intent) return;
      const activation: Activation = {
        ...activationOf(event, target, false),
        ...(suppressedDown === target && { press: true }),
      };
      const stopped = judge(intent, event, activation);
      /* The click passes although its mousedown was suppressed: give the site the whole press. */
      if (!stopped && suppressedDown === target) {
        suppress(event);
        replay(activation);
      }
    },
    /** The middle button opens a link in a new tab; on anything else it does nothing. */
    auxclick(event: MouseEvent): void {
      const target = event.button === 1 ? targetOf(event)?.closest(NAVIGATING_LINK) : null;
      const intent = target && site.press(target);
      /* No browser follows a link for a scripted middle click; both do for a click with these keys. */
      const held = { ctrlKey: true, metaKey: true };
      if (intent) judge(intent, event, { kind: "click", target, x: 0, y: 0, detail: 1, modifiers: held });
    },
    /** For sites that act on mousedown: keeps it from them if the click that follows would be held. */
    mousedown(event: MouseEvent): void {
      suppressedDown = null;
      const target = event.button === 0 ? targetOf(event) : null;
      const intent = target && site.press(target);
      if (!intent || !wouldHold(intent)) return;
      suppress(event);
      suppressedDown = target;
    },
    dblclick(event: Event): void {
      if (clickSuppressed) suppress(event);
    },
    pointerup: pointerUp,
    touchend: pointerUp,
    pointerOver: longPress.pointerOver,
    pointerdown(event: PointerEvent): void {
      const target = targetOf(event);
      if (target) site.pointerDown?.(target);
      longPress.pointerDown(event, target, () => target && onPressed(target));
    },
  };
}
