/** How a held or noticed action ended. `unchecked`: the rules were not loaded in time, the action happened unasked. */
export const CHOICES = ["cancelled", "continued", "not-campaign", "unchecked"] as const;
export type Choice = (typeof CHOICES)[number];

/** The user's weekly answer about one rule: did not happen, happened, not sure. */
export const WEEKLY_ANSWERS = ["no", "yes", "unsure"] as const;
