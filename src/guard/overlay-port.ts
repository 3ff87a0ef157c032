import type { positionBeside } from "../dom/anchored-position.ts";
import type { watchOcclusion } from "../dom/occlusion.ts";
import type { topLayerDeep } from "../dom/top-layer-deep.ts";
import type { Answer, Notice, ToastMessage, Warning } from "../domain/warning.ts";

/** A question drawn by the interface but not yet open; the guard opens it, checks its visibility and removes it. */
export interface DrawnQuestion {
  /** Its buttons carry `data-answer` (cancel, continue, not-campaign). */
  element: HTMLDialogElement;
  /** Enables the answers other than *Batal*, once the dialog was visible long enough. */
  arm(armed: boolean): void;
  unmount(): void;
}

/** What the guard needs only while something is drawn. It comes with the drawing: the guard's script has no room. */
export interface DrawingTools {
  topLayerDeep: typeof topLayerDeep;
  watchOcclusion: typeof watchOcclusion;
  positionBeside: typeof positionBeside;
  /** Whether an answer's button still says and shows what was drawn. */
  isAsDrawn(button: Element): boolean;
}

/**
 * What the guard needs from the interface: drawing into the root that the guard owns. Passed in by the entrypoint. No
 * member is optional: null means it is never drawn there, and a forgotten one does not compile.
 */
export interface GuardUi {
  question(
    root: ShadowRoot,
    warning: Warning,
    onAnswer: (answer: Answer, event: Event) => void,
  ): DrawnQuestion;
  tools(): DrawingTools;
  /** Draws a question out of sight and removes it, so that its code and styles are loaded before the user acts. */
  prewarm: ((root: ShadowRoot, warning: Warning) => void) | null;
  /** Draws the small mark of a noted post; `dismiss` is its "Bukan kampanye". */
  mark(root: ShadowRoot, into: HTMLElement, notice: Notice, dismiss: () => void): () => void;
  /** Draws a toast that says what became of an action. */
  toast: ((root: ShadowRoot, into: HTMLElement, what: ToastMessage, close: () => void) => () => void) | null;
  /** Draws the one-line strip under a page header. */
  strip(root: ShadowRoot, into: HTMLElement, notice: Notice, dismiss: () => void): () => void;
}

/** The interface of a whole page (not an embed), where everything is drawn. */
export type PageUi = { [Part in keyof GuardUi]: NonNullable<GuardUi[Part]> };
