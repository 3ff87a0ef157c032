import type { SiteId } from "../../words.ts";
import type { Said } from "./law.ts";

export type ContestKind = "president" | "governor" | "regent" | "mayor" | "legislative" | "other";

export interface Candidate {
  /** As KPU prints it, titles included. */
  name: string;
  /**
   * Names people use, derived or given: without titles, nicknames. Match on these; `name` is for showing.
   * Empty where the only short name is a single word that is also somebody else's or an everyday word.
   */
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
  /** `${election}/${region or word}`. */
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

export interface Roster {
  contests: readonly Contest[];
  parties: readonly Party[];
  accounts: readonly Account[];
}
