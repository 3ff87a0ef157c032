import { suppress } from "../../dom/events.ts";
import type { Intent, Site } from "../../sites/adapter.ts";
import type { Judge } from "../decision/pipeline.ts";

/** A press shorter than this, in ms, is never a long press: sites open their picker after about 500. */
export const LONG_PRESS_MS = 450;
/**
 * Work that can wait starts this long after the pointer went down, in ms: a plain click is over by then. A picker that
 * is open at that moment was opened by hovering, not by a long press.
 */
export const AFTER_PRESS_MS = 400;
/** A long press of the mouse opens its picker within this time, in ms; a later one was opened by hovering. */
const OPENED_BY_MS = 600;
/** A mouse that was over the control for longer than this before the press, in ms, may have opened it by hovering. */
const HOVERED_MS = 100;
/** A finger that moved farther than this between down and up, in CSS px, did not tap. */
const MOVED_PX = 24;
/** How many hovered elements are remembered. */
const MAX_HOVERED = 8;

/** Position of a pointer or finger in the window. */
type ClientPoint = Pick<MouseEvent, "clientX" | "clientY">;

/**
 * Tells a long press that only opened the site's reaction picker from a like, and finds the reaction that a finger
 * slides to.
 */
export function makeLongPress(site: Site, view: Window) {
  /* The current press, or the last one. */
  let pressedAt = 0;
  let startPoint: ClientPoint = { clientX: Number.NaN, clientY: Number.NaN };
  let target: Element | null = null;
  let isTouch = false;
  /** The click arrived: this press opens no picker any more. */
  let isOver = true;
  /** A picker was open before this press could have opened one. */
  let pickerWasOpen = false;
  /** This mouse press, not hovering, opened a picker. */
  let openedByPress = false;
  /** Whether the release of a slide was suppressed; undefined: not released yet. */
  let releaseSuppressed: boolean | undefined;
  /** Elements that the pointer entered and when, newest first: up to now, and up to the press. */
  let hovered: [Element, number][] = [];
  let hoveredBeforePress = hovered;
  let timer = 0;

  const wait = (what: () => void, ms: number): void => {
    timer = view.setTimeout(what, ms) as unknown as number;
  };

  /** True if the mouse was over the control for a while before the press, or if that is unknown. */
  function wasHovering(control: Element): boolean {
    let enteredAt = 0;
    for (const [element, when] of hoveredBeforePress) {
      if (!control.contains(element)) break;
      enteredAt = when;
    }
    return pressedAt - enteredAt > HOVERED_MS;
  }

  const hasMoved = ({ clientX, clientY }: ClientPoint): boolean =>
    Math.abs(clientX - startPoint.clientX) + Math.abs(clientY - startPoint.clientY) > MOVED_PX;

  /**
   * The reaction that a lifted finger chose from the picker. Such a slide begins on the control that opens the picker or
   * in the picker; a plain scroll begins elsewhere.
   */
  function slideTarget(to: ClientPoint, long: boolean): [Intent, Element] | null {
    if (!target || (!long && !hasMoved(to))) return null;
    const startedAtPicker =
      (long && !pickerWasOpen) || /^(like|react)$/.test(site.press(target)?.action ?? "");
    const chosen = startedAtPicker && site.pickerOpen() && elementAt(view.document, to);
    const intent = chosen && site.press(chosen);
    return intent && intent.action === "react" ? [intent, chosen] : null;
  }

  return {
    moved: hasMoved,
    /** The pointer entered an element. */
    pointerOver(element: Element, when: number): void {
      hovered = [[element, when], ...hovered.slice(0, MAX_HOVERED - 1)];
    },
    /** @param onPressed called `AFTER_PRESS_MS` later, once for several presses in a row. */
    pointerDown(event: PointerEvent, on: Element | null, onPressed: () => void): void {
      pressedAt = event.timeStamp;
      startPoint = event;
      target = on;
      isTouch = event.pointerType === "touch";
      isOver = pickerWasOpen = openedByPress = false;
      releaseSuppressed = undefined;
      hoveredBeforePress = hovered;
      /* In a timer, so that a plain click never pays for it; no site opens its picker this early. */
      view.clearTimeout(timer);
      wait(() => {
        pickerWasOpen = !isOver && site.pickerOpen();
        if (!isOver && !isTouch && !pickerWasOpen)
          wait(
            () => {
              const control = !isOver && target && site.pickerOpen() && site.press(target)?.control;
              openedByPress = !!control && !wasHovering(control);
            },
            pressedAt + OPENED_BY_MS - performance.now(),
          );
        onPressed();
      }, AFTER_PRESS_MS);
    },
    /**
     * Ends the press with its click. Called for every click, so that no timer looks for a picker after a plain one.
     * @returns true if the press was long and only opened the picker: that is no action yet, choosing from it is. A
     * finger never hovers; a mouse may have opened the picker by hovering, and then its release likes.
     */
    onlyOpened(event: MouseEvent, intent: Intent | null): boolean {
      isOver = true;
      return (
        intent?.action === "like" &&
        event.detail > 0 &&
        event.timeStamp - pressedAt >= LONG_PRESS_MS &&
        (isTouch ? !pickerWasOpen : openedByPress) &&
        site.pickerOpen()
      );
    },
    /**
     * A finger was lifted (`pointerup` or `touchend`). A site may act on either, so the first one is judged. Their target
     * is the element that the finger began on.
     * @returns true if the event was suppressed
     */
    pointerUp(event: PointerEvent | TouchEvent, judge: Judge): boolean {
      const to = "changedTouches" in event ? event.changedTouches[0] : event;
      if (!isTouch || isOver || !to) return false;
      if (releaseSuppressed) suppress(event);
      if (releaseSuppressed === undefined) {
        const [intent, chosen] = slideTarget(to, event.timeStamp - pressedAt >= LONG_PRESS_MS) ?? [];
        const { clientX: x, clientY: y } = to;
        releaseSuppressed =
          !!intent && judge(intent, event, { kind: "click", target: chosen!, x, y, detail: 1 });
      }
      return releaseSuppressed;
    },
  };
}

/** The innermost element at a point of the window, including open shadow roots. */
function elementAt(root: DocumentOrShadowRoot, at: ClientPoint): Element | null {
  const found = root.elementFromPoint(at.clientX, at.clientY);
  const inside = found?.shadowRoot;
  return inside && inside !== root ? elementAt(inside, at) : found;
}
