import type { Action, RuleId, Status, Strength, SurfaceKind } from "../../words.ts";
import type { AccountKind } from "./roster.ts";

/** A text in both languages of the interface. */
export interface Said {
  id: string;
  en: string;
}

export interface SourceRef {
  url: string;
  /** What was read there: the text itself, a copy of it, or a report. */
  kind: "naskah" | "salinan" | "berita" | "pengamatan";
  /** ISO day on which it was read. */
  read: string;
}

/** What a surface speaks of, where a rule asks for it; a lexicon term may carry one. */
export type Topic = "debate" | "attribute" | "sticker" | "office";

/** One rule × action × surface: what the law says of it, and whether the guard holds it or only notes it. */
export interface Trigger {
  actions: readonly Action[];
  surfaces: readonly SurfaceKind[];
  strength: Strength;
  /** Only where the surface speaks of this ("debate": words of role `event` with that topic). Absent: whatever it speaks of. */
  topic?: Topic | undefined;
  /** Only for accounts of these kinds (joining a team's account is firm, following a candidate's is disputed). */
  accounts?: readonly AccountKind[] | undefined;
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
  /** Where what the explanation, the advice and the notes say was read; the norms themselves carry their own. */
  sources?: readonly SourceRef[] | undefined;
  triggers: readonly Trigger[];
}

/**
 * What is known of an instrument's force. `current`: in force or no repeal found; `advice`: never binding;
 * `limited`: made for one election, later force unknown; `superseded`: replaced; `historical`: no longer used.
 */
export type InstrumentStatus = "current" | "advice" | "limited" | "superseded" | "historical";

/** A law, decree, circular or official advice. Days are ISO, inclusive. */
export interface Instrument {
  id: string;
  /** Short name with number and year ("PP 94/2021") and what it is about. */
  title: Said;
  status: InstrumentStatus;
  /** Year in its number; where no first day is known, it did not hold before that year. */
  year?: number | undefined;
  validFrom?: string | undefined;
  /** Last day in force. */
  validUntil?: string | undefined;
  supersededBy?: string | undefined;
  /** What was seen of it and what was not. */
  note?: Said | undefined;
  sources: readonly SourceRef[];
}

/** One article of an instrument that backs a rule. */
export interface Basis {
  id: string;
  instrument: string;
  article: string;
  text: Said;
  /** Only for users of these statuses (PPPK through PP 49/2018). Absent: for all. */
  binds?: readonly Status[] | undefined;
  /** Only where the object has this standing: the joint decree has one list each. Absent: whatever. */
  object?: "bakal-calon" | "calon" | undefined;
  validFrom?: string | undefined;
  validUntil?: string | undefined;
  sources: readonly SourceRef[];
}

/** What a breach can lead to, by phase and status. The words never say more than "dapat". */
export interface Sanction {
  id: string;
  /** Ids of phases it is for. */
  phases: readonly string[];
  statuses: readonly Status[];
  /** Only for these rules; a sanction that names the rule goes before one that names none. */
  rules?: readonly RuleId[] | undefined;
  level: "none" | "ethics" | "discipline" | "contract" | "unclear";
  text: Said;
  bases: readonly string[];
}
