import type { EvidenceKind } from "./assessment.ts";
import type { Choice } from "./choices.ts";
import type { JournalEntry } from "./journal-entry.ts";
import type { Answer, Warning } from "./warning.ts";

/** What a question was about, as far as it is remembered. */
export interface WarningSubject {
  /** Account or post ("account:…", "post:…"): what "Bukan kampanye" silences. Stored as a keyed hash only. */
  subject: string;
  /** Kind of the evidence named first, where the user's answers may mute it. */
  kind: EvidenceKind | null;
}

/**
 * All facts of one answer, or of one action that went unchecked. They travel together, in one call of the guard and in
 * one message to the background, so that no part of an answer can be stored without the others.
 */
export interface AnswerOutcome {
  /** The journal line; its hold id makes sure that an outcome sent twice counts once. */
  entry: JournalEntry;
  /** null where nothing was asked. */
  about: WarningSubject | null;
}

const CHOICE_OF: Readonly<Record<Answer, Choice>> = {
  cancel: "cancelled",
  continue: "continued",
  "not-campaign": "not-campaign",
};

/** All facts of an answer to this warning. */
export const outcomeOf = (
  { hold, rule, site, action }: Pick<Warning, "hold" | "rule" | "site" | "action">,
  about: WarningSubject | null,
  answer: Answer,
  day: string,
): AnswerOutcome => ({
  entry: { hold, day, rule: rule.id, site, action, choice: CHOICE_OF[answer] },
  about,
});
