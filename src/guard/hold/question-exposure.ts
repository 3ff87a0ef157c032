import { topLayer, topLayerDeep } from "../../dom/top-layer.ts";
import type { GuardRoot } from "./overlay-root.ts";

/** A confirmation counts only after the dialog was visible for this long, in ms: nobody reads it in less. */
export const MIN_VISIBLE_MS = 300;
/** A dialog narrower or lower than this, in px, counts as invisible. */
const MIN_SIZE_PX = 40;

/** Owns since when a question is visible, and which elements lay below it in the top layer at that moment. */
export interface QuestionExposure {
  /** Call when the question was put on top. */
  begin(): void;
  /** True for `MIN_VISIBLE_MS` after `begin`: an answer in that time cannot be meant. */
  isFresh(): boolean;
  /** True while the question is in place, large enough and uncovered at its middle. */
  isVisible(): boolean;
  /** True if the user could see this control where it was pressed; a key press (`at` null) is checked at its middle. */
  wasSeen(control: Element, at: { x: number; y: number } | null): boolean;
  /**
   * True if something inside a shadow root of the page lies above the question. Checked before a confirmation counts;
   * after the question is put on top again, what was found counts as below it.
   */
  isCovered(): boolean;
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
  /** The elements of the top layer when the question was put on top. */
  let below = new Set<Element>();
  /** Set once something inside a shadow root was found above the question. */
  let checksShadowRoots = false;

  const onToggle = (event: Event): void => {
    below.delete(event.target as Element);
  };
  view.addEventListener("beforetoggle", onToggle, true);
  view.addEventListener("fullscreenchange", onToggle, true);

  const isFresh = (): boolean => now() - shownAt < MIN_VISIBLE_MS;
  const onTopAt = (x: number, y: number): boolean => doc.elementFromPoint(x, y) === guard.host;
  /**
   * True if the page put something above the question. Such an element is inert beside a modal dialog: no hit test
   * finds it, and clicks fall through it onto a question that nobody sees.
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
    isCovered() {
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
