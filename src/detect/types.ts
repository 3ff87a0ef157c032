import type { Topic } from "../ruleset/types.ts";
import type { Level, RuleId, SiteId, SurfaceKind } from "../words.ts";
import type { Evidence } from "./schema.ts";

export type { Evidence, EvidenceField, EvidenceKind } from "./schema.ts";

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
  page?: Author | undefined;
  /** The post that a comment stands under. */
  parent?: Surface | undefined;
  sponsored?: boolean | undefined;
}

/** What is known about one surface. Kept by content, never by node. */
export interface Assessment {
  level: Level;
  /** 0 to 1, rising with the strength of campaign evidence. */
  score: number;
  /** Strongest first. */
  evidence: readonly Evidence[];
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
  sensitivity?: "hemat" | "seimbang" | "ketat" | undefined;
}
