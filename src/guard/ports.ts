import type { AnswerOutcome } from "../domain/outcome.ts";
import type { Answer, PageState } from "../domain/warning.ts";
import type { Site, SiteData } from "../sites/adapter.ts";
import type { HeldAction, UserAnswers } from "./decision/decide.ts";
import type { Question } from "./hold/question.ts";
import type { GuardUi } from "./overlay-port.ts";

/**
 * Asks about one held action outside the document. `answered` is called exactly once, with "cancel" where nobody
 * answered; with null where it was not even asked (another question is open), which stays undone and is no line.
 * @param opens see `Intent.opens`: on "continue" it is opened there, not by the document.
 */
export type AskRemotely = (
  held: Pick<HeldAction, "warning" | "about">,
  opens: string | undefined,
  answered: (answer: Answer | null) => void,
) => Question;

/**
 * Everything the guard of one document needs from outside, in one list. No call waits, as a click may be waiting for
 * its answer; `learn` alone takes time, and is called ahead of clicks where that is possible.
 */
export interface GuardPorts extends UserAnswers {
  site: Site;
  ui: GuardUi;
  /** Asks outside the document, where no page can cover or shrink the question: for frames in other sites' pages. */
  askRemotely?: AskRemotely | undefined;
  /** The site's data as they hold now; without them nothing is said of pages that are not read. */
  data?(): SiteData;
  /** Why nothing is held at this moment. */
  paused(): "timed" | "site" | null;
  /** Takes all facts of an answer. They hold in this page when the call returns; storing them is not waited for. */
  record(outcome: AnswerOutcome): void;
  /** "Bukan kampanye" on a mark, where nothing was asked; holds in this page when the call returns. */
  silence(subject: string): void;
  /** Tells badge and popup what the page shows; called when it changed. */
  report(state: PageState): void;
  /** What does not work at this moment. */
  faults(): PageState["faults"];
  /** Local day, ISO "YYYY-MM-DD". */
  today(): string;
  /** A new unique id of a hold. */
  newId(): string;
}
