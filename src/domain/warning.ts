import type { RuleId, SiteId } from "./vocabulary.ts";
import type { Warning } from "./warning-schema.ts";

export type { PageState, ShownBasis, Warning } from "./warning-schema.ts";

/** Today's earlier answers for one account, or for one post if no account is known. */
export interface PriorAnswers {
  cancelled: boolean;
  /** Rules against whose warning the user continued. */
  continued: readonly RuleId[];
}

/** What a notice shows: the same as a warning, without a question. */
export type Notice = Pick<Warning, "evidence" | "situation" | "rule" | "strength" | "note">;

/**
 * What a toast says. "refused": the site did not accept the replayed action, and the user's next press passes. "gone":
 * the surface of the action is gone, and nothing happened. Else an action bypassed the guard.
 */
export type ToastMessage = "refused" | "gone" | BypassedAction;

/** An action that happened on an assessed surface without passing the guard. */
export interface BypassedAction {
  action: "like" | "repost" | "follow" | "join";
  site: SiteId;
  /** Name or handle of the account, if any. */
  subject?: string | undefined;
}

/** What the user answered. */
export type Answer = "cancel" | "continue" | "not-campaign";
