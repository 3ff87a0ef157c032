import type { Choice } from "../../domain/journal-entry.ts";
import type { AnswerOutcome, AskedAbout } from "../../domain/outcome.ts";
import type { Answer, Warning } from "../../domain/warning.ts";
import type { Intent } from "../../sites/adapter.ts";
import type { GuardPorts } from "../ports.ts";

const CHOICES: Readonly<Record<Answer, Choice>> = {
  cancel: "cancelled",
  continue: "continued",
  "not-campaign": "not-campaign",
};

/** All facts of an answer to this warning. */
export const outcomeOf = (
  { hold, rule, site, action }: Pick<Warning, "hold" | "rule" | "site" | "action">,
  about: AskedAbout | null,
  answer: Answer,
  day: string,
): AnswerOutcome => ({
  entry: { hold, day, rule: rule.id, site, action, choice: CHOICES[answer] },
  about,
});

/** The facts of an action that happened without a check, as there were no rules (in time). */
export const uncheckedOutcome = (
  { site, newId, today }: Pick<GuardPorts, "site" | "newId" | "today">,
  { action }: Intent,
): AnswerOutcome => ({
  entry: { hold: newId(), day: today(), rule: null, site: site.id, action, choice: "unchecked" },
  about: null,
});
