import type { Language, SiteId } from "../../words.ts";
import type { Basis, Instrument, Rule, Said, Sanction, SourceRef } from "./law.ts";
import type { Term } from "./lexicon.ts";
import type { Phases } from "./phases.ts";
import type { Roster } from "./roster.ts";

/** A number for the popup, always shown with its period and date. */
export interface Statistic {
  id: string;
  period: Said;
  text: Said;
  /** Day (or "YYYY-MM") it was told. */
  date: string;
  /** Share of cases by kind, in percent, for a chart; only what the source prints. */
  shares?: readonly { name: Said; percent: number }[] | undefined;
  note?: Said | undefined;
  sources: readonly SourceRef[];
}

/** Where to ask or report. Nobody checked that it answers: shown with "terakhir disebut". */
export interface Channel {
  id: string;
  name: Said;
  kind: "report" | "consult" | "closed";
  url?: string | undefined;
  contact?: string | undefined;
  /** Day (or "YYYY-MM") it was last named in a source. */
  lastSeen: string;
  note?: Said | undefined;
  sources: readonly SourceRef[];
}

/** How a site is found and read, by names that `src/sites` knows. From signed layers and the bundle only. */
export interface SiteData {
  hosts: readonly string[];
  selectors: Readonly<Record<string, readonly string[]>>;
  labels: Readonly<Record<string, readonly string[]>>;
}

/** What a layer says of a site: its list for a role replaces the one below, what it does not name stays. */
export type SiteChange = { readonly [K in keyof SiteData]?: SiteData[K] | undefined };

export interface Meta {
  id: string;
  title: Said;
  /** Rises with every issue; a layer never goes back. */
  version: number;
  publisher: string;
  languages: readonly Language[];
  /** Day of issue. */
  issued: string;
  validFrom?: string | undefined;
  /** Last day; after it a layer is refused. The bundled one has none. */
  validUntil?: string | undefined;
  /** Day the law was last read through. */
  legalReview?: string | undefined;
  note?: Said | undefined;
}

/** The whole ruleset: data only, valid by `parseRuleset`. */
export interface Ruleset {
  format: 1;
  meta: Meta;
  rules: readonly Rule[];
  instruments: readonly Instrument[];
  bases: readonly Basis[];
  sanctions: readonly Sanction[];
  phases: Phases;
  roster: Roster;
  lexicon: readonly Term[];
  /** Everyday words, given names and places: an alias equal to one counts only beside a context word. */
  ordinary: readonly string[];
  sites?: Partial<Readonly<Record<SiteId, SiteData>>> | undefined;
  statistics: readonly Statistic[];
  channels: readonly Channel[];
}

/** The part that explaining a click needs: small enough to lie in every page. */
export type RuleBook = Pick<Ruleset, "rules" | "instruments" | "bases" | "sanctions" | "phases">;
