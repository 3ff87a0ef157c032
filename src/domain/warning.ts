import type { RuleId, SiteId } from "./vocabulary.ts";
import type { Warning } from "./warning-schema.ts";

export type { PageState, ShownBasis, Warning } from "./warning-schema.ts";

/** What was answered today for one account, or for one post where no account is known. */
export interface PriorAnswers {
  cancelled: boolean;
  /** Rules that the user went on against. */
  continued: readonly RuleId[];
}

/** What a notice tells: the same, without a question. */
export type Notice = Pick<Warning, "evidence" | "situation" | "rule" | "strength" | "note">;

/**
 * What is told in a line of its own: the site has not taken the action yet and the next press passes; or what the
 * action was meant for is gone, and nothing happened.
 */
export type ToastMessage = "refused" | "gone" | BypassedAction;

/** An action that happened on an assessed surface without having come through the guard, and where. */
export interface BypassedAction {
  action: "like" | "repost" | "follow" | "join";
  site: SiteId;
  /** Name or handle of the account, if any. */
  subject?: string | undefined;
}

/** What the user answered. */
export type Answer = "cancel" | "continue" | "not-campaign";
