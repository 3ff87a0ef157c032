import type { AnswerOutcome } from "../../domain/outcome.ts";
import type { Intent } from "../../sites/adapter.ts";
import type { GuardPorts } from "../ports.ts";

/** The facts of an action that happened unchecked, because the rules were missing or late. */
export const uncheckedOutcome = (
  { site, newId, today }: Pick<GuardPorts, "site" | "newId" | "today">,
  { action }: Intent,
): AnswerOutcome => ({
  entry: { holdId: newId(), day: today(), rule: null, site: site.id, action, choice: "unchecked" },
  about: null,
});
