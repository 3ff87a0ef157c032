import type { Evidence, Sentence } from "./evidence-schema.ts";
import type { Level, RuleId, SiteId, SurfaceKind, Topic } from "./vocabulary.ts";

export type { Evidence, EvidenceField, EvidenceKind, Sentence } from "./evidence-schema.ts";

/** Who wrote or owns a surface, as far as the page shows it. Every field is plain text from the page. */
export interface Author {
  name?: string | undefined;
  /** Without "@", as the site writes it. */
  handle?: string | undefined;
  /** The site's own numeric or opaque id. */
  id?: string | undefined;
  url?: string | undefined;
  /** Page category as the site prints it ("Politisi", "Partai Politik"). */
  category?: string | undefined;
  bio?: string | undefined;
  verified?: boolean | undefined;
}

/** Kinds of page that a surface stands on; "listing" is a feed or search result, which says nothing about its posts. */
export const PAGE_KINDS = ["profile", "group", "event", "channel", "chat", "listing"] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/** The page, group, event or channel that a surface stands on. */
export interface Page extends Author {
  kind?: PageKind | undefined;
}

/** One thing on a page, read into plain values by `src/sites`. Contains no DOM, so it can be kept and compared. */
export interface Surface {
  site: SiteId | "news" | "unknown";
  kind: SurfaceKind;
  author?: Author | undefined;
  /** Text with emoji as characters and "\n" for line breaks. May be empty. */
  text: string;
  /** Alternative texts of the images, one per image. */
  imageAlt?: readonly string[] | undefined;
  /** A quoted or shared post inside; assessed as part of the outer one. */
  inner?: Surface | undefined;
  /** The page, group or event it stands on, if the site shows one. */
  page?: Page | undefined;
  /** The post above a comment, or the comment above a reply. */
  parent?: Surface | undefined;
  /** Posting day that the page shows, ISO "YYYY-MM-DD"; undefined if it shows none. */
  postedAt?: string | undefined;
  sponsored?: boolean | undefined;
}

/** The result of assessing one surface. Cached by content, never by node. */
export interface Assessment {
  level: Level;
  /** 0 to 1, rising with the strength of campaign evidence. */
  score: number;
  /** Evidence that a person can check comes first, the text model's score last. */
  evidence: readonly Evidence[];
  /** The situation in sentences: where the surface stands, whether its contest runs. */
  situation?: readonly Sentence[] | undefined;
  /** The author calls to vote for somebody whose contest runs, and is neutral by neither list nor name. */
  explicit?: boolean | undefined;
  /** Rules that the surface touches, whatever the action; the guard narrows them by action. */
  rules: readonly RuleId[];
  /** Topics of the surface that rules depend on; empty if the level is `clear`. */
  topics: readonly Topic[];
  /** True if the ruleset lists the author (or page) as a campaign account. */
  listed: boolean;
  /** Contest of the account or ticket it is about, if known: decides the phase. */
  contest?: string | undefined;
  /** A stable key of the account, which "Bukan kampanye" silences. Undefined if there is no author. */
  account?: string | undefined;
}

/** What `assess` needs besides the surface. */
export interface AssessContext {
  /** Day of assessment, ISO "YYYY-MM-DD", local time of the user. */
  date: string;
  /** Minutes since local midnight; used by rule 6 (office hours) only. */
  minutes?: number | undefined;
  /** True within the user's office hours; rule 6. */
  atOffice?: boolean | undefined;
  /** Kemendagri region code ("32" or "32.04"); only orders lists, never changes a level. */
  region?: string | undefined;
  /** True if this account (`Assessment.account`) called to vote often enough to count as a campaign account. */
  seenCampaign?: ((account: string) => boolean) | undefined;
  sensitivity?: "hemat" | "seimbang" | "ketat" | undefined;
}
