import type { Action, RuleId, SiteId, Status, Strength, SurfaceKind } from "../words.ts";

/** A text in both languages of the interface. */
export interface Said {
  id: string;
  en: string;
}

/** One rule × action × surface: what the law says of it, and whether the guard holds it or only notes it. */
export interface Trigger {
  actions: readonly Action[];
  surfaces: readonly SurfaceKind[];
  strength: Strength;
  /** true: the guard holds and asks. false: a notice only. */
  holds: boolean;
  /** Ids of the bases this trigger rests on, strongest first. */
  bases: readonly string[];
  /** Shown beside the strength, e.g. why it is disputed. */
  note?: Said | undefined;
}

export interface Rule {
  id: RuleId;
  /** 1…8 of the "8 tidak"; undefined for extra rules. */
  number?: number | undefined;
  title: Said;
  explanation: Said;
  do: readonly Said[];
  dont: readonly Said[];
  binds: readonly Status[];
  /** "spouse": only binds a user who says a spouse is a candidate (X2). */
  only?: "spouse" | undefined;
  triggers: readonly Trigger[];
}

export interface SourceRef {
  url: string;
  /** What was read there: the text itself, a copy of it, or a report. */
  kind: "naskah" | "salinan" | "berita" | "pengamatan";
  /** ISO day on which it was read. */
  read: string;
}

export interface Instrument {
  id: string;
  title: Said;
  validFrom?: string | undefined;
  validUntil?: string | undefined;
  supersededBy?: string | undefined;
  sources: readonly SourceRef[];
}

/** One article of an instrument that backs a rule. */
export interface Basis {
  id: string;
  instrument: string;
  article: string;
  text: Said;
  validFrom?: string | undefined;
  validUntil?: string | undefined;
  sources: readonly SourceRef[];
}

export type ContestKind = "president" | "governor" | "regent" | "mayor" | "legislative" | "other";

export interface Candidate {
  /** As KPU prints it, titles included. */
  name: string;
  /** Names people use, derived or given: without titles, nicknames. */
  aliases: readonly string[];
}

export interface Ticket {
  id: string;
  /** Ballot number. */
  number: number;
  candidates: readonly Candidate[];
  /** Names of the pair ("Airin–Ade", "AMIN"). */
  aliases: readonly string[];
  slogans: readonly string[];
  /** Without "#". */
  hashtags: readonly string[];
  parties: readonly string[];
}

export interface Contest {
  id: string;
  election: string;
  kind: ContestKind;
  /** Kemendagri code without dots ("32", "3204"); undefined for national. */
  region?: string | undefined;
  name: Said;
  tickets: readonly Ticket[];
}

export interface Party {
  id: string;
  number?: number | undefined;
  name: string;
  short: string;
  aliases: readonly string[];
}

export type AccountKind =
  | "candidate" /* a candidate's own account */
  | "team" /* official campaign or success-team account */
  | "volunteer"
  | "party"
  | "office-holder"
  | "kpu"
  | "bawaslu"
  | "government"
  | "press";

export interface Account {
  id: string;
  site: SiteId;
  /** Without "@". */
  handle?: string | undefined;
  /** The site's own id. */
  siteId?: string | undefined;
  url?: string | undefined;
  name?: string | undefined;
  kind: AccountKind;
  /** What it belongs to. */
  contest?: string | undefined;
  ticket?: string | undefined;
  party?: string | undefined;
}

export type TermRole =
  | "call-to-vote"
  | "ballot-number" /* a word before a number: "nomor urut", "paslon", "coblos" */
  | "slogan"
  | "programme"
  | "event"
  | "charity"
  | "attribute"
  | "victory"
  | "volunteer-name" /* "Relawan …", "Sahabat …" in names */
  | "category" /* page categories */
  | "office" /* Bupati, Wali Kota, Gubernur in a name or bio */
  | "news" /* press style: lowers the score */
  | "neutral-name" /* KPU, Bawaslu, Pemkab … in names: lowers the score */
  | "context"; /* makes an ambiguous alias count */

export interface Term {
  text: string;
  role: TermRole;
  language: string;
  /** 0 to 1. */
  weight: number;
}

export interface Roster {
  contests: readonly Contest[];
  parties: readonly Party[];
  accounts: readonly Account[];
}
