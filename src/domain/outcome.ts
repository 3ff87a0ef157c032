import type { EvidenceKind } from "./assessment.ts";
import type { Choice } from "./choices.ts";
import type { JournalEntry } from "./journal-entry.ts";
import type { Answer, Warning } from "./warning.ts";

/** The part of a warning's subject that is stored with the answer. */
export interface WarningSubject {
  /** The account or post ("account:…", "post:…") that "Bukan kampanye" silences. Stored only as a keyed hash. */
  subject: string;
  /** Kind of the first evidence, if the user's answers may mute it. */
  kind: EvidenceKind | null;
}

/**
 * All facts of one answer, or of one unchecked action. They travel together, in one call of the guard and in one message
 * to the background, so that no part of an answer can be stored without the others.
 */
export interface AnswerOutcome {
  /** The journal entry; its hold id makes sure that an outcome sent twice counts once. */
  entry: JournalEntry;
  /** null if no question was asked. */
  about: WarningSubject | null;
}

const CHOICE_OF: Readonly<Record<Answer, Choice>> = {
  cancel: "cancelled",
  continue: "continued",
  "not-campaign": "not-campaign",
};

/** All facts of an answer to this warning. */
export const outcomeOf = (
  { holdId, rule, site, action }: Pick<Warning, "holdId" | "rule" | "site" | "action">,
  about: WarningSubject | null,
  answer: Answer,
  day: string,
): AnswerOutcome => ({
  entry: { holdId, day, rule: rule.id, site, action, choice: CHOICE_OF[answer] },
  about,
});
