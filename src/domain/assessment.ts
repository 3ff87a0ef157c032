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

/** What a page that a surface stands on is; "listing" is a feed or search result, which says nothing about its posts. */
export const PAGE_KINDS = ["profile", "group", "event", "channel", "chat", "listing"] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/** The page, group, event or channel that a surface stands on. */
export interface Page extends Author {
  kind?: PageKind | undefined;
}

/** One thing on a page, read into plain values by `src/sites`. No DOM in it, so it can be kept and compared. */
export interface Surface {
  site: SiteId | "news" | "unknown";
  kind: SurfaceKind;
  author?: Author | undefined;
  /** Text with emoji as characters and "\n" for line breaks. May be empty. */
  text: string;
  /** Alternative texts of the images, one a picture. */
  imageAlt?: readonly string[] | undefined;
  /** A quoted or shared post inside; assessed as part of the outer one. */
  inner?: Surface | undefined;
  /** The page, group or event it stands on, when the site shows one. */
  page?: Page | undefined;
  /** The post that a comment, or a comment that an answer, stands under. */
  parent?: Surface | undefined;
  /** Day the page shows for it, ISO "YYYY-MM-DD"; undefined where it shows none. */
  postedAt?: string | undefined;
  sponsored?: boolean | undefined;
}

/** What is known about one surface. Kept by content, never by node. */
export interface Assessment {
  level: Level;
  /** 0 to 1, rising with the strength of campaign evidence. */
  score: number;
  /** What a person can check comes first, the text model's word last. */
  evidence: readonly Evidence[];
  /** The situation in words: where it stands, whether its contest runs. */
  situation?: readonly Sentence[] | undefined;
  /** The author calls to vote for somebody whose contest runs, and is neutral by neither list nor name. */
  explicit?: boolean | undefined;
  /** Rules touched by what is on the surface whatever the action; the guard narrows it by action. */
  rules: readonly RuleId[];
  /** What the surface speaks of, as far as a rule may ask; empty where the level is `clear`. */
  topics: readonly Topic[];
  /** True where the ruleset lists the author (or page) as a campaign account. */
  listed: boolean;
  /** Contest of the account or ticket it is about, where known: decides the phase. */
  contest?: string | undefined;
  /** A stable key for "the same account": what "Bukan kampanye" silences. Undefined where there is no author. */
  account?: string | undefined;
}

/** What `assess` needs to know beside the surface. */
export interface AssessContext {
  /** Day of assessment, ISO "YYYY-MM-DD", local time of the user. */
  date: string;
  /** Minutes since local midnight; only rule 6 (office hours) looks at it. */
  minutes?: number | undefined;
  /** True within the user's office hours; rule 6. */
  atOffice?: boolean | undefined;
  /** Kemendagri region code ("32" or "32.04"); only orders lists, never changes a level. */
  region?: string | undefined;
  /** Was this account (`Assessment.account`) seen to call to vote often enough to count as a campaign's? */
  seenCampaign?: ((account: string) => boolean) | undefined;
  sensitivity?: "hemat" | "seimbang" | "ketat" | undefined;
}
