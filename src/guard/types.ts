import type { Evidence } from "../detect/types.ts";
import type { Said, SourceRef } from "../ruleset/types.ts";
import type { Action, RuleId, SiteId, Strength } from "../words.ts";

/** A basis as the dialog shows it. */
export interface ShownBasis {
  instrument: Said;
  article: string;
  text: Said;
  /** ISO day since when it holds. */
  since?: string | undefined;
  source?: SourceRef | undefined;
}

/** Everything the dialog shows of one held action; plain values, made by `decide`. */
export interface Warning {
  /** Unique id of this hold. */
  hold: string;
  site: SiteId;
  action: Action;
  rule: { id: RuleId; number?: number | undefined; title: Said };
  strength: Strength;
  /** Why it is disputed, or whose advice it is. */
  note?: Said | undefined;
  /** Strongest first; the first one is the headline. */
  evidence: readonly Evidence[];
  /** The words that evidence with field "text" points into; "" where there are none. */
  excerpt: string;
  bases: readonly ShownBasis[];
  /** Level of sanction in this phase for this status. */
  sanction?: Said | undefined;
  phase?: Said | undefined;
  /** Name or handle of the account, if any: what "Bukan kampanye" would silence. */
  subject?: string | undefined;
  /** False in a script orphaned by an update, or in a private window: the dialog says it cannot record. */
  canRecord: boolean;
  /** *Batal* was answered here today: asked again by one line at the control. */
  brief?: boolean | undefined;
}

/** What was answered today for one account, or for one post where no account is known. */
export interface Answered {
  cancelled: boolean;
  /** Rules that the user went on against. */
  continued: readonly RuleId[];
}

/** What a notice tells: the same, without a question. */
export type Notice = Pick<Warning, "evidence" | "rule" | "strength" | "note">;

/**
 * What is told in a line of its own: the site has not taken the action yet and the next press passes; or what the
 * action was meant for is gone, and nothing happened.
 */
export type Told = "refused" | "gone" | Missed;

/** An action that happened on an assessed surface without having come through the guard, and where. */
export interface Missed {
  missed: "like" | "repost" | "follow" | "join";
  site: SiteId;
  /** Name or handle of the account, if any. */
  subject?: string | undefined;
}

/** What the user answered. */
export type Answer = "cancel" | "continue" | "not-campaign";

/** What a guarded page tells of itself to badge and popup. No text, name or address of a post. */
export interface PageState {
  site: SiteId;
  state: "none" | "campaign-account" | "campaign-posts" | "loading" | "unreadable";
  /** Number of posts on the page with signs of a campaign, held or noted. */
  posts: number;
  /** Name of the account in the header, where it is the campaign's. Shown in the popup, stored nowhere. */
  account?: string | undefined;
  paused: "timed" | "site" | null;
  /** Why the page is `unreadable` though the rules are there: no surface where some are to be expected, or a press on one unread. */
  unread?: "page" | "press" | undefined;
  /** What is not working, e.g. rules that could not be loaded. */
  faults: { code: string; detail?: string | undefined }[];
}
