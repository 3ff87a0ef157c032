import { suppress } from "../../dom/events.ts";
import type { Intent, Site } from "../../sites/adapter.ts";
import type { Judge } from "../decision/pipeline.ts";

/** A press shorter than this is never a long press, in ms (sites open their picker after about 500). */
export const LONG_PRESS_MS = 450;
/**
 * What can wait is done so long after the pointer went down, in ms: a plain click is over by then. A picker that stands
 * open by then came by hovering, not by pressing long.
 */
export const AFTER_PRESS_MS = 400;
/** A picker that a long press of the mouse opens stands by then; what comes later came by hovering, in ms. */
const OPENED_BY_MS = 600;
/** A mouse that came to the control so long before it was pressed may have hovered long enough, in ms. */
const HOVERED_MS = 100;
/** A finger that moved farther than this between down and up has not tapped, in CSS px. */
const MOVED_PX = 24;
/** So many elements that the pointer came to are kept. */
const MAX_HOVERED = 8;

/** A point of the window, where a pointer or finger is. */
type ClientPoint = Pick<MouseEvent, "clientX" | "clientY">;

/** Tells a long press that only opened the site's own picker of reactions from a like, and hears what a finger slides to. */
export function makeLongPress(site: Site, view: Window) {
  /* The press that goes on, or the last one. */
  let pressedAt = 0;
  let startPoint: ClientPoint = { clientX: Number.NaN, clientY: Number.NaN };
  let target: Element | null = null;
  let isTouch = false;
  /** The click came, nothing is opened by a long press any more. */
  let isOver = true;
  /** A picker stood open before this press can have opened one. */
  let pickerWasOpen = false;
  /** This press of the mouse, not hovering, opened one. */
  let openedByPress = false;
  /** Was the release of a slide stopped? undefined: not released yet. */
  let releaseSuppressed: boolean | undefined;
  /** Elements that the pointer came to and when, the newest first: till now, and till the press. */
  let hovered: [Element, number][] = [];
  let hoveredBeforePress = hovered;
  let timer = 0;

  const wait = (what: () => void, ms: number): void => {
    timer = view.setTimeout(what, ms) as unknown as number;
  };

  /** Was the mouse on the control for a while before it was pressed? Where that cannot be told, it was. */
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

  /** What a lifted finger chose from the picker: it began on what opens it, or in it. A plain scroll began elsewhere. */
  function slideTarget(to: ClientPoint, long: boolean): [Intent, Element] | null {
    if (!target || (!long && !hasMoved(to))) return null;
    const began = (long && !pickerWasOpen) || /^(like|react)$/.test(site.press(target)?.action ?? "");
    const chosen = began && site.pickerOpen() && elementAt(view.document, to);
    const intent = chosen && site.press(chosen);
    return intent && intent.action === "react" ? [intent, chosen] : null;
  }

  return {
    moved: hasMoved,
    /** The pointer came to an element. */
    pointerOver(element: Element, when: number): void {
      hovered = [[element, when], ...hovered.slice(0, MAX_HOVERED - 1)];
    },
    /** @param onPressed called `AFTER_PRESS_MS` later; of several presses in a row once. */
    pointerDown(event: PointerEvent, on: Element | null, onPressed: () => void): void {
      pressedAt = event.timeStamp;
      startPoint = event;
      target = on;
      isTouch = event.pointerType === "touch";
      isOver = pickerWasOpen = openedByPress = false;
      releaseSuppressed = undefined;
      hoveredBeforePress = hovered;
      /* Never on the path of a plain click; no site opens its picker this early. */
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
     * The press ended in a click. Called for each, so that nothing is looked for after a plain one.
     * @returns true where it was long and has only opened the picker, which is not yet a choice: the choice is held. A
     * finger never hovers; a mouse may have, and then letting go of it likes.
     */
    onlyOpenedPicker(event: MouseEvent, intent: Intent | null): boolean {
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
     * A finger was lifted, heard as `pointerup` or `touchend`: a site may take either, so the first one is judged. Their
     * target is what the finger began on.
     * @returns true where it was stopped.
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

/** The innermost element at a point of the window, in open shadow roots too. */
function elementAt(root: DocumentOrShadowRoot, at: ClientPoint): Element | null {
  const found = root.elementFromPoint(at.clientX, at.clientY);
  const inside = found?.shadowRoot;
  return inside && inside !== root ? elementAt(inside, at) : found;
}
