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

/** What the user says of a rule in a week: did not happen, happened, not sure. */
export const DEEDS = ["no", "yes", "unsure"] as const;
type Deed = (typeof DEEDS)[number];

/** One weekly self-check, offline deeds included. Written by the user alone, for the user alone. */
export interface Check {
  /** Monday of the week, ISO day. */
  week: string;
  /** Local day of the last answer. */
  day: string;
  /** By rule id; a rule not answered is absent. */
  answers: Readonly<Record<RuleId, Deed>>;
  /** At most 2,000 characters; "" for none. */
  note: string;
}
