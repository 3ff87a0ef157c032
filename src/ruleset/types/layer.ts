import type { SiteId } from "../../words.ts";
import type { Fault } from "../faults.ts";
import type { Basis, Instrument, Rule, Sanction } from "./law.ts";
import type { Term } from "./lexicon.ts";
import type { Election, Phase } from "./phases.ts";
import type { Account, Contest, Party } from "./roster.ts";
import type { Channel, Meta, Ruleset, SiteChange, Statistic } from "./ruleset.ts";

/** What a layer adds, or replaces by id: the ruleset's lists by name, flat. */
export interface LayerSet {
  rules?: readonly Rule[] | undefined;
  instruments?: readonly Instrument[] | undefined;
  bases?: readonly Basis[] | undefined;
  sanctions?: readonly Sanction[] | undefined;
  phases?: readonly Phase[] | undefined;
  elections?: readonly Election[] | undefined;
  contests?: readonly Contest[] | undefined;
  parties?: readonly Party[] | undefined;
  accounts?: readonly Account[] | undefined;
  lexicon?: readonly Term[] | undefined;
  ordinary?: readonly string[] | undefined;
  sites?: Partial<Readonly<Record<SiteId, SiteChange>>> | undefined;
  statistics?: readonly Statistic[] | undefined;
  channels?: readonly Channel[] | undefined;
}

/** What a layer switches off, by id. Terms by `termKey`, words by themselves. */
export interface LayerOff {
  rules?: readonly string[] | undefined;
  bases?: readonly string[] | undefined;
  sanctions?: readonly string[] | undefined;
  elections?: readonly string[] | undefined;
  contests?: readonly string[] | undefined;
  parties?: readonly string[] | undefined;
  accounts?: readonly string[] | undefined;
  lexicon?: readonly string[] | undefined;
  ordinary?: readonly string[] | undefined;
  sites?: readonly SiteId[] | undefined;
  statistics?: readonly string[] | undefined;
  channels?: readonly string[] | undefined;
}

export interface Layer {
  format: 1;
  kind: "layer";
  meta: Meta;
  set: LayerSet;
  off: LayerOff;
}

/** Where a value can come from, lowest first. */
export type LayerName = "bundled" | "agency" | "own";

/** Lists of a ruleset that have keys of their own. */
export type Section = keyof LayerSet;

/** What came of the layers: the ruleset that holds, where each value is from, and what was switched off. */
export interface Effective {
  ruleset: Ruleset;
  /** By `section/key`; what is not in it comes from the bundle. */
  origins: ReadonlyMap<string, LayerName>;
  /** Sites not guarded, rules and accounts and the rest switched off, and by whom. Shown in the popup. */
  off: readonly { section: Section; key: string; by: LayerName }[];
  /** Layers left out, and why. */
  skipped: readonly {
    name: LayerName;
    code: "expired" | "not-yet" | "broken";
    faults: readonly Fault[];
  }[];
}
