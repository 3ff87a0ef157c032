import { topLayer, topLayerDeep } from "../../dom/top-layer.ts";
import type { GuardRoot } from "./overlay-root.ts";

/** A confirmation counts only after the dialog was to be seen for this long, in ms: nobody reads it in less. */
export const MIN_VISIBLE_MS = 300;
/** A dialog smaller than this either way, in px, is not to be seen. */
const MIN_SIZE_PX = 40;

/** Owns since when a question is to be seen, and what lay in the top layer below it then. */
export interface QuestionExposure {
  /** It was put on top, now. */
  begin(): void;
  /** Was it put on top too short a time ago for an answer to be meant? */
  isFresh(): boolean;
  /** Does it lie in the page as it should, with nothing over its middle? */
  isVisible(): boolean;
  /** Was this control really seen where the user pressed it? `at` null: by key, which is checked at its middle. */
  wasSeen(control: Element, at: { x: number; y: number } | null): boolean;
  /**
   * Does something inside a shadow root of the page's lie above it? Asked before a confirmation counts; what was found
   * counts as lying below once it is put on top again.
   */
  isBuriedInShadow(): boolean;
  end(): void;
}

export function makeExposure(
  doc: Document,
  guard: GuardRoot,
  dialog: HTMLDialogElement,
  now: () => number,
): QuestionExposure {
  const view = doc.defaultView!;
  let shownAt = 0;
  /** What lay in the top layer when the question was put on top of it. */
  let below = new Set<Element>();
  /** Set when something inside a shadow root was found above it. */
  let checksShadowRoots = false;

  const onToggle = (event: Event): void => {
    below.delete(event.target as Element);
  };
  view.addEventListener("beforetoggle", onToggle, true);
  view.addEventListener("fullscreenchange", onToggle, true);

  const isFresh = (): boolean => now() - shownAt < MIN_VISIBLE_MS;
  const onTopAt = (x: number, y: number): boolean => doc.elementFromPoint(x, y) === guard.host;
  /**
   * Did the page put something above the question? Beside a modal dialog it is inert: no hit test finds it, and clicks
   * fall through it onto a question that nobody sees.
   */
  const isBuried = (): boolean => topLayer(doc).some((at) => !below.has(at));

  return {
    isFresh,
    begin() {
      shownAt = now();
      below = new Set(checksShadowRoots ? topLayerDeep(doc) : topLayer(doc));
    },
    isVisible() {
      if (!guard.inPlace() || !dialog.open || isBuried()) return false;
      const { width, height, left, top } = dialog.getBoundingClientRect();
      return width > MIN_SIZE_PX && height > MIN_SIZE_PX && onTopAt(left + width / 2, top + height / 2);
    },
    wasSeen(control, at) {
      if (isFresh() || !dialog.open || isBuried()) return false;
      const box = control.getBoundingClientRect();
      const px = at ? at.x : box.left + box.width / 2;
      const py = at ? at.y : box.top + box.height / 2;
      if (!at && (py < 0 || py > view.innerHeight)) return onTopAt(view.innerWidth / 2, view.innerHeight / 2);
      return onTopAt(px, py) && guard.root.elementFromPoint(px, py)?.closest("[data-answer]") === control;
    },
    isBuriedInShadow() {
      checksShadowRoots = topLayerDeep(doc).some(
        (at) => at !== dialog && !below.has(at) && at.getRootNode() !== guard.root,
      );
      return checksShadowRoots;
    },
    end() {
      view.removeEventListener("beforetoggle", onToggle, true);
      view.removeEventListener("fullscreenchange", onToggle, true);
    },
  };
}
