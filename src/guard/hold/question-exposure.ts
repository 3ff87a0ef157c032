import { topLayer } from "../../dom/top-layer.ts";
import type { DrawingTools } from "../overlay-port.ts";
import type { AnswerPress } from "./answer-press.ts";
import type { GuardRoot } from "./overlay-root.ts";
import { makePaintedTime } from "./painted-time.ts";

/** Anything narrower or lower than this, in px, counts as invisible. */
const MIN_SIZE_PX = 40;
/** Outside these factors of `zoom`, which a page may set on its root element, nobody can read or reach the answers. */
const MIN_ZOOM = 0.6;
const MAX_ZOOM = 2;

/** Owns since when a question or card is visible, and which elements lay below it in the top layer at that moment. */
export interface Exposure {
  /** Call when it was put on top. */
  begin(): void;
  /** True if a press that began at this time, by its event, can be meant: it was painted for long enough before. */
  isArmedAt(time: number): boolean;
  /** True while it is in place, large enough and uncovered at its middle. */
  isVisible(): boolean;
  /**
   * True if the user could see this control where and when it was pressed; a key is checked at the control's middle. Also
   * looks into the page's shadow roots: after what it finds there the question counts as covered until it is put on top.
   */
  wasSeen(press: AnswerPress): boolean;
  end(): void;
}

/** @param onArmed called when answers begin to count (true) and when that starts anew (false). */
export function makeExposure(
  doc: Document,
  guard: GuardRoot,
  tools: DrawingTools,
  shown: HTMLElement,
  onArmed: (armed: boolean) => void,
): Exposure {
  const view = doc.defaultView!;
  const painted = makePaintedTime(view, shown, onArmed);
  /** The elements of the top layer when the question was put on top. */
  let below = new Set<Element>();
  /** Something was opened in the top layer since, even if it counts as closed again: a transition may keep it there. */
  let isDisturbed = false;
  /** Set once something inside a shadow root was found above the question. */
  let checksShadowRoots = false;
  const occluded = tools.watchOcclusion(view, shown.querySelectorAll("[data-answer]"));

  const hear = (event: Event): void => {
    if (event.target === view || event.target === doc) painted.restart();
    else if (/^(before|full)/.test(event.type) && (event as ToggleEvent).newState !== "closed")
      isDisturbed = true;
  };
  guard.heard.add(hear);

  const onTopAt = (x: number, y: number): boolean => doc.elementFromPoint(x, y) === guard.host;
  /**
   * Whether an element lies below for as long as nothing is heard of it. Events of a popover inside a shadow root stay
   * there: it may be opened again at any time, unheard. A modal dialog that is opened again makes the question inert,
   * which the hit test shows.
   */
  const hasKnownOrder = (at: Element): boolean =>
    at.matches(`:modal,:fullscreen${at.getRootNode() === doc ? ",:popover-open" : ""}`);
  const isReadable = (): boolean => {
    const zoom = shown.currentCSSZoom ?? 1;
    return shown.matches(":modal,:popover-open") && zoom >= MIN_ZOOM && zoom <= MAX_ZOOM && !isDisturbed;
  };

  return {
    begin() {
      isDisturbed = false;
      below = new Set((checksShadowRoots ? tools.topLayerDeep : topLayer)(doc).filter(hasKnownOrder));
      painted.restart();
    },
    isArmedAt: painted.isLongBefore,
    isVisible() {
      painted.checkPlace();
      if (!guard.inPlace() || !isReadable()) return false;
      const { width, height, left, top } = shown.getBoundingClientRect();
      return width > MIN_SIZE_PX && height > MIN_SIZE_PX && onTopAt(left + width / 2, top + height / 2);
    },
    wasSeen({ control, at, since }) {
      if (!control || painted.checkPlace() || !painted.isLongBefore(since)) return false;
      isDisturbed ||= occluded.has(control);
      if (!isReadable() || !tools.isAsDrawn(control)) return false;
      const box = control.getBoundingClientRect();
      const px = at ? at.x : box.left + box.width / 2;
      const py = at ? at.y : box.top + box.height / 2;
      const isOnTop =
        !at && (py < 0 || py > view.innerHeight)
          ? onTopAt(view.innerWidth / 2, view.innerHeight / 2)
          : onTopAt(px, py) && guard.root.elementFromPoint(px, py)?.closest("[data-answer]") === control;
      if (!isOnTop) return false;
      /*
       * What the page put above the question is inert beside a modal dialog: no hit test finds it, and clicks fall
       * through it onto a question that nobody sees.
       */
      const isAbove = (at: Element): boolean => !below.has(at) && at.getRootNode() !== guard.root;
      isDisturbed = checksShadowRoots = tools.topLayerDeep(doc).some(isAbove);
      return !isDisturbed;
    },
    end() {
      guard.heard.delete(hear);
      painted.end();
      occluded.end();
    },
  };
}
