import type { AnswerOutcome } from "../domain/outcome.ts";
import type { Answer, PageState } from "../domain/warning.ts";
import type { Site, SiteData } from "../sites/adapter.ts";
import type { HeldAction, UserAnswers } from "./decision/decide.ts";
import type { Question } from "./hold/question.ts";
import type { GuardUi } from "./overlay-port.ts";

/**
 * Asks about one held action outside the document. `onAnswer` is called exactly once: with "cancel" if nobody answered,
 * or with null if the question could not be asked (another one is open); then nothing happens and nothing is recorded.
 * @param opens see `Intent.opens`: on "continue" the question's window opens it, not the document.
 */
export type AskRemotely = (
  held: Pick<HeldAction, "warning" | "about">,
  opens: string | undefined,
  onAnswer: (answer: Answer | null) => void,
) => Question;

/**
 * Everything the guard of one document needs from outside. Every call returns at once, because a click may be waiting
 * for it; only `lookUp` takes time, and is called before the user clicks where that is possible.
 */
export interface GuardPorts extends UserAnswers {
  site: Site;
  ui: GuardUi;
  /** For frames in other sites' pages: asks outside the document, where no page can cover or shrink the question. */
  askRemotely?: AskRemotely | undefined;
  /** The site's current data; absent: unrecognised pages are not reported. */
  data?(): SiteData;
  /** The kind of pause while nothing is held; else null. */
  paused(): "timed" | "site" | null;
  /** Takes all facts of an answer. This page applies them when the call returns; storing them goes on afterwards. */
  record(outcome: AnswerOutcome): void;
  /** "Bukan kampanye" on a mark, without a question; this page applies it when the call returns. */
  silence(subject: string): void;
  /** Reports the state of the page to badge and popup; called when it changed. */
  report(state: PageState): void;
  /** Takes what our own code threw while it handled an event: from now on one of the faults. */
  onThrow(error: unknown): void;
  /** The current faults. */
  faults(): PageState["faults"];
  /** Local day, ISO "YYYY-MM-DD". */
  today(): string;
  /** A new unique id for a hold. */
  newId(): string;
}
