import type { Action, RuleId, SiteId } from "../words.ts";

/** How a held or noticed action ended. `unchecked`: the rules were not loaded in time, the action happened unasked. */
export const CHOICES = ["cancelled", "continued", "not-campaign", "unchecked"] as const;
export type Choice = (typeof CHOICES)[number];

/** One line of the self-check book. No text, name or address of what was on the page. */
export interface Entry {
  /** Unique id of the hold it ends, so that a line sent twice is kept once. */
  hold: string;
  /** Local day, ISO "YYYY-MM-DD". */
  day: string;
  /** Unknown (null) for `unchecked`. */
  rule: RuleId | null;
  site: SiteId;
  action: Action;
  choice: Choice;
}
