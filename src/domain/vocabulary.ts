/**
 * The project's shared terms (see CONTRIBUTING.md, "Words") as plain unions. Only the generated lists of sites and
 * languages have files of their own.
 */

export type { Language } from "./languages.ts";
export type { OptionalSite, SiteId } from "./sites.ts";

/** Kinds of surface on a page. */
export const SURFACE_KINDS = ["post", "comment", "profile", "group", "event", "composer", "live"] as const;
export type SurfaceKind = (typeof SURFACE_KINDS)[number];

/** Actions that the user can be about to do. */
export const ACTIONS = [
  "like",
  "react",
  "dislike",
  "comment",
  "reply",
  "share",
  "repost",
  "quote",
  "follow",
  "join",
  "attend",
  "publish",
  "upload",
  "vote",
  "send",
] as const;
export type Action = (typeof ACTIONS)[number];

/** The "8 tidak" (R1…R8), joining campaign accounts (X1), spouse of a candidate (X2). Agency layers may add ids. */
export type RuleId = string;

/** How firm the legal basis of a rule is for one action; always shown. */
export const STRENGTHS = ["firm", "advice", "disputed"] as const;
export type Strength = (typeof STRENGTHS)[number];

/** How strongly an assessment interrupts the user; CONTRIBUTING.md, "Three levels". */
export type Level = "clear" | "notice" | "warn";

/** Employment status of the user; different instruments apply to each. */
export const STATUSES = ["PNS", "CPNS", "PPPK", "PPNPN"] as const;
export type Status = (typeof STATUSES)[number];

/** Topics of a surface that a rule may depend on; a lexicon term may have one. */
export const TOPICS = ["debate", "attribute", "sticker", "office"] as const;
export type Topic = (typeof TOPICS)[number];

/** Kinds of source for a statement: the original text, a copy of it, a news report, or our own observation. */
export const SOURCE_KINDS = ["naskah", "salinan", "berita", "pengamatan"] as const;

/** Indonesia's time zones, as browsers name them. */
export const ZONES = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"] as const;
export type Zone = (typeof ZONES)[number];
