import type {
  Layer,
  LayerName,
  LayerSet,
  Ruleset,
  Section,
  SiteChange,
  SiteData,
  Term,
} from "../schema/index.ts";
import type { ValidationError } from "../validate/errors.ts";
import { checkReferences } from "../validate/references.ts";
import { pruneReferences } from "./prune.ts";
import { mergeSite } from "./site-overrides.ts";

/** Layers above the bundle, lowest first. */
const LAYER_ORDER = ["agency", "own"] as const satisfies readonly LayerName[];
export type UpperLayers = Partial<Readonly<Record<(typeof LAYER_ORDER)[number], Layer>>>;

/** Result of composing the layers: the effective ruleset, the origin of each value, and what was switched off. */
export interface Effective {
  ruleset: Ruleset;
  /** By `section/key`; everything else comes from the bundle. */
  origins: ReadonlyMap<string, LayerName>;
  /** Switched-off sites, rules, accounts and other items, and by which layer. Shown in the popup. */
  off: readonly { section: Section; key: string; by: LayerName }[];
  /** Layers that were skipped, and why. */
  skipped: readonly {
    name: LayerName;
    code: "expired" | "not-yet" | "broken";
    faults: readonly ValidationError[];
  }[];
}

/** Key of a term, which has no id. */
export const termKey = (term: Pick<Term, "role" | "language" | "text">) =>
  `${term.role}|${term.language}|${term.text.toLowerCase()}`;

/** Key of an item of a list. */
function keyOf(section: Section, item: unknown): string {
  if (section === "ordinary") return (item as string).toLowerCase();
  if (section === "lexicon") return termKey(item as Term);
  return (item as { id: string }).id;
}

const LISTS = [
  "rules",
  "instruments",
  "bases",
  "sanctions",
  "phases",
  "elections",
  "contests",
  "parties",
  "accounts",
  "lexicon",
  "ordinary",
  "statistics",
  "channels",
] as const satisfies readonly Section[];

type Lists = Record<(typeof LISTS)[number], Map<string, unknown>>;
interface CompositionState {
  lists: Lists;
  sites: Map<string, SiteData>;
  origins: Map<string, LayerName>;
  off: Map<string, { section: Section; key: string; by: LayerName }>;
}

/**
 * Composes the effective ruleset: bundle, then agency, then own, each adding, replacing and switching off by id. Always
 * starts from all layers, so the result does not depend on the order of their arrival, and removing one restores what
 * was below. A layer that is expired, not yet valid or inconsistent is skipped whole and reported.
 *
 * @param date ISO day for the layers' validity.
 */
export function compose(bundled: Ruleset, layers: UpperLayers, date: string): Effective {
  let state = initialState(bundled);
  let ruleset = bundled;
  const skipped: Effective["skipped"][number][] = [];
  for (const name of LAYER_ORDER) {
    const layer = layers[name];
    if (!layer) continue;
    const { validFrom, validUntil } = layer.meta;
    if (validUntil !== undefined && date > validUntil) skipped.push({ name, code: "expired", faults: [] });
    else if (validFrom !== undefined && date < validFrom) skipped.push({ name, code: "not-yet", faults: [] });
    else {
      const next = applyLayer(copyState(state), name, layer);
      const candidate = toRuleset(bundled, next);
      const faults = checkReferences(candidate);
      if (faults.length > 0) skipped.push({ name, code: "broken", faults });
      else [state, ruleset] = [next, candidate];
    }
  }
  return { ruleset, origins: state.origins, off: [...state.off.values()], skipped };
}

/** Origin of a value. @param key as in the layer's lists; `termKey` for a term. */
export function originOf(effective: Effective, section: Section, key: string): LayerName {
  return effective.origins.get(`${section}/${key}`) ?? "bundled";
}

function initialState(bundled: Ruleset): CompositionState {
  const of = (section: (typeof LISTS)[number]) =>
    new Map<string, unknown>(listOf(bundled, section).map((item) => [keyOf(section, item), item]));
  const lists = Object.fromEntries(LISTS.map((section) => [section, of(section)])) as Lists;
  return { lists, sites: new Map(Object.entries(bundled.sites ?? {})), origins: new Map(), off: new Map() };
}

function listOf(ruleset: Ruleset, section: (typeof LISTS)[number]): readonly unknown[] {
  if (section === "phases") return ruleset.phases.kinds;
  if (section === "elections") return ruleset.phases.elections;
  if (section === "contests" || section === "parties" || section === "accounts")
    return ruleset.roster[section];
  return ruleset[section];
}

function copyState(state: CompositionState): CompositionState {
  const lists = Object.fromEntries(LISTS.map((section) => [section, new Map(state.lists[section])])) as Lists;
  return {
    lists,
    sites: new Map(state.sites),
    origins: new Map(state.origins),
    off: new Map(state.off),
  };
}

function applyLayer(state: CompositionState, name: LayerName, { set, off }: Layer): CompositionState {
  for (const section of LISTS) {
    for (const item of set[section] ?? []) addItem(state, name, section, keyOf(section, item), item);
    for (const key of (off as Partial<Record<Section, readonly string[]>>)[section] ?? []) {
      // Words and terms may be written with capitals in the file.
      const own = section === "ordinary" || section === "lexicon" ? key.toLowerCase() : key;
      if (state.lists[section].delete(own)) markSwitchedOff(state, name, section, own);
    }
  }
  for (const [site, data] of Object.entries(set.sites ?? {}) as [string, SiteChange | undefined][]) {
    if (!data) continue;
    state.sites.set(site, mergeSite(state.sites.get(site), data));
    state.origins.set(`sites/${site}`, name);
    state.off.delete(`sites/${site}`);
  }
  for (const site of off.sites ?? []) {
    state.sites.delete(site);
    markSwitchedOff(state, name, "sites", site);
  }
  return state;
}

function addItem(
  state: CompositionState,
  name: LayerName,
  section: (typeof LISTS)[number],
  key: string,
  item: unknown,
) {
  state.lists[section].set(key, item);
  state.origins.set(`${section}/${key}`, name);
  state.off.delete(`${section}/${key}`);
}

function markSwitchedOff(state: CompositionState, name: LayerName, section: Section, key: string) {
  state.origins.set(`${section}/${key}`, name);
  state.off.set(`${section}/${key}`, { section, key, by: name });
}

/** Converts the lists back into a ruleset. Rules keep the order of the bundle, followed by new ones. */
function toRuleset(bundled: Ruleset, { lists, sites, off }: CompositionState): Ruleset {
  const all = <S extends (typeof LISTS)[number]>(section: S) =>
    [...lists[section].values()] as NonNullable<LayerSet[S]>;
  const made: { -readonly [Key in keyof Ruleset]: Ruleset[Key] } = {
    ...bundled,
    rules: all("rules"),
    instruments: all("instruments"),
    bases: all("bases"),
    sanctions: all("sanctions"),
    phases: { kinds: all("phases"), elections: all("elections") },
    roster: { contests: all("contests"), parties: all("parties"), accounts: all("accounts") },
    lexicon: all("lexicon"),
    ordinary: all("ordinary"),
    statistics: all("statistics"),
    channels: all("channels"),
  };
  if (sites.size > 0) made.sites = Object.fromEntries(sites) as NonNullable<Ruleset["sites"]>;
  else delete made.sites;
  return off.size > 0 ? pruneReferences(made) : made;
}
