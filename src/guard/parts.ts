import type { Choice, Entry } from "../book/types.ts";
import type { Intent, Site } from "../sites/types.ts";
import type { Choices, Held } from "./decide.ts";
import type { Question } from "./question.ts";
import type { GuardRoot } from "./root.ts";
import type { Rules } from "./rules.ts";
import type { Answer, Warning } from "./types.ts";
import type { GuardUi } from "./ui.ts";

/** What the guard of one document works with; every answer is there when it is asked for. */
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

export interface GuardParts {
  doc: Document;
  site: Site;
  /** null while the rules are being loaded; "failed" when they cannot be. */
  rules(): Rules | null | "failed";
  /** Resolves when `rules()` is no longer null. */
  ready: Promise<void>;
  choices: Choices;
  ui: GuardUi;
  root: GuardRoot;
  /** Asks outside the document, where no page can cover or shrink the question: for frames in other sites' pages. */
  elsewhere?: AskElsewhere | undefined;
  /** Takes the line of the book. Never throws, never waits. */
  log(entry: Entry): void;
  /** "Bukan kampanye": stays quiet for this key from now on. */
  silence(key: string): void;
  /** The user answered: friction of the day and of kinds of evidence follow from it. */
  answered?(held: Held, answer: Answer): void;
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
