import { compose } from "../layers/compose.ts";
import type { Layer, Ruleset } from "../schema/index.ts";
import type { ValidationError } from "../validate/errors.ts";
import { checkTraining } from "../validate/training.ts";

/**
 * Errors that only appear together with the bundled ruleset: parties, phases or elections that neither has. Paths refer
 * to the layer ("set.accounts.3.party"). An expired or future layer is checked as on its first day.
 */
export function checkAgainst(layer: Layer, bundled: Ruleset, date: string): ValidationError[] {
  const { validFrom: _from, validUntil: _until, ...meta } = layer.meta;
  const effective = compose(bundled, { agency: { ...layer, meta } }, date);
  const faults = effective.skipped[0]?.faults ?? [];
  if (faults.length === 0) return checkTraining(effective.ruleset, layer.training ?? [], date);
  return faults.map((fault) => ({ ...fault, path: pathInLayer(fault.path, layer, bundled) }));
}

const PREFIXES = [
  ["roster.contests", "contests"],
  ["roster.parties", "parties"],
  ["roster.accounts", "accounts"],
  ["phases.elections", "elections"],
  ["phases.kinds", "phases"],
  ["lexicon", "lexicon"],
  ["rules", "rules"],
  ["instruments", "instruments"],
  ["bases", "bases"],
  ["sanctions", "sanctions"],
  ["statistics", "statistics"],
  ["channels", "channels"],
] as const;

/** Converts "roster.contests.547.tickets.0" of the whole to "set.contests.0.tickets.0" of the layer. */
function pathInLayer(path: string, layer: Layer, bundled: Ruleset): string {
  const match = PREFIXES.find(([prefix]) => path.startsWith(`${prefix}.`));
  if (!match) return path;
  const [prefix, section] = match;
  const [position, ...rest] = path.slice(prefix.length + 1).split(".");
  const items = layer.set[section] as readonly { id?: string }[] | undefined;
  if (!items) return path;
  const at = indexInLayer(Number(position), section, items, layer, bundled);
  return at === undefined ? path : ["set", section, at, ...rest].join(".");
}

/** Index in the layer of an item given by its index in the whole. */
function indexInLayer(
  position: number,
  section: (typeof PREFIXES)[number][1],
  items: readonly { id?: string }[],
  layer: Layer,
  bundled: Ruleset,
): number | undefined {
  const off = new Set((layer.off as Partial<Record<string, readonly string[]>>)[section] ?? []);
  const below = listOf(bundled, section).map((item) => item.id ?? "");
  const whole = [...new Set([...below, ...items.map((item) => item.id ?? "")])].filter((id) => !off.has(id));
  const at = items.findIndex((item) => item.id === whole[position]);
  return at >= 0 ? at : undefined;
}

function listOf(ruleset: Ruleset, section: (typeof PREFIXES)[number][1]): readonly { id?: string }[] {
  if (section === "contests" || section === "parties" || section === "accounts")
    return ruleset.roster[section];
  if (section === "elections") return ruleset.phases.elections;
  if (section === "phases") return ruleset.phases.kinds;
  return ruleset[section] as readonly { id?: string }[];
}
