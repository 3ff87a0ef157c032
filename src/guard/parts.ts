import type { Choice, Entry } from "../book/types.ts";
import type { Intent, Site } from "../sites/types.ts";
import type { Choices, Held } from "./decide.ts";
import type { Question } from "./question.ts";
import type { GuardRoot } from "./root.ts";
import type { Rules } from "./rules.ts";
import type { Tell } from "./told.ts";
import type { Answer, Warning } from "./types.ts";
import type { GuardUi } from "./ui.ts";

/**
 * Asks about one held action outside the document. `answered` is called exactly once, with "cancel" where nobody
 * answered; with null where it was not even asked (another question is open), which stays undone and is no line.
 * @param opens see `Intent.opens`: on "continue" it is opened there, not by the document.
 */
export type AskElsewhere = (
  warning: Warning,
  opens: string | undefined,
  answered: (answer: Answer | null) => void,
) => Question;

/** What the guard of one document works with; every answer is there when it is asked for. */
export interface GuardParts {
  doc: Document;
  site: Site;
  /** null while the rules are being loaded; "failed" when they cannot be. */
  rules(): Rules | null | "failed";
  /** Resolves when `rules()` is no longer null. */
  ready: Promise<void>;
  choices: Choices;
  ui: GuardUi;
  /** Asks outside the document, where no page can cover or shrink the question: for frames in other sites' pages. */
  elsewhere?: AskElsewhere | undefined;
  root: GuardRoot;
  /** Takes the line of the book. Never throws, never waits. */
  log(entry: Entry): void;
  /** "Bukan kampanye": stays quiet for this key from now on. */
  silence(key: string): void;
  /** The user answered: friction of the day and of kinds of evidence follow from it. */
  answered?(held: Held, answer: Answer): void;
  /** Tells in a line of its own; one of the guard's own where there is none. */
  tell?: Tell | undefined;
  /** An action is about to happen, let by or confirmed: what the site shows of it is no surprise. */
  passed?(intent: Intent): void;
  /** The pointer went down here; told in a turn of its own. */
  pressed?: ((target: Element) => void) | undefined;
  /** Told when nothing of the guard's is shown any more, so that the host can go. */
  idle(): void;
  newId(): string;
  today(): string;
  signal: AbortSignal;
}

/** The line of the book for one action. */
export const line = (
  { site, newId, today }: GuardParts,
  intent: Intent,
  choice: Choice,
  warning: Warning | null,
): Entry => ({
  hold: warning?.hold ?? newId(),
  day: today(),
  rule: warning?.rule.id ?? null,
  site: site.id,
  action: intent.action,
  choice,
});
