import type { Assessment } from "../detect/types.ts";
import type { Warning } from "./types.ts";

/** What the guard asks of the interface: to draw into roots that the guard owns. Handed in by the entrypoint. */
export interface GuardUi {
  /** Draws the question into an open `<dialog>`; buttons carry `data-answer` (cancel, continue, not-campaign). */
  question(dialog: HTMLDialogElement, warning: Warning): () => void;
  /** Draws the small mark of a noticed post; `dismiss` is its "Bukan kampanye". */
  mark(into: HTMLElement, assessment: Assessment, dismiss: () => void): () => void;
  /** Draws the one-line strip under a page header. */
  strip(into: HTMLElement, assessment: Assessment, dismiss: () => void): () => void;
  /** Styles for a shadow root: one text. */
  css: string;
}
