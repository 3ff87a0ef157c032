import type { Answer, Notice, ToastMessage, Warning } from "../domain/warning.ts";

/** A question drawn by the interface, closed still; the guard shows it, checks what was seen and removes it. */
export interface DrawnQuestion {
  /** Its buttons carry `data-answer` (cancel, continue, not-campaign). */
  element: HTMLDialogElement;
  /** Lets the other answers than *Batal* work, once the dialog was visible long enough. */
  arm(armed: boolean): void;
  unmount(): void;
}

/**
 * What the guard asks of the interface: to draw into the root that the guard owns. Handed in by the entrypoint. No member
 * is optional: one that is null is never drawn there, and one that is forgotten does not compile.
 */
export interface GuardUi {
  question(
    root: ShadowRoot,
    warning: Warning,
    onAnswer: (answer: Answer, event: Event) => void,
  ): DrawnQuestion;
  /** Draws a question out of sight and takes it away: its code and styles are read before the user acts. */
  prewarm: ((root: ShadowRoot, warning: Warning) => void) | null;
  /** Draws the small mark of a noticed post; `dismiss` is its "Bukan kampanye". */
  mark(root: ShadowRoot, into: HTMLElement, notice: Notice, dismiss: () => void): () => void;
  /** Draws a line that tells what became of an action. */
  toast: ((root: ShadowRoot, into: HTMLElement, what: ToastMessage, close: () => void) => () => void) | null;
  /** Draws the one-line strip under a page header. */
  strip(root: ShadowRoot, into: HTMLElement, notice: Notice, dismiss: () => void): () => void;
}

/** The interface of a page of its own, where everything is drawn. */
export type PageUi = { [Part in keyof GuardUi]: NonNullable<GuardUi[Part]> };
