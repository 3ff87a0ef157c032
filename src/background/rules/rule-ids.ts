import type { KeyValueStore } from "../../engine/ruleset/layers/two-slot-store.ts";

const KEY = "ruleIds";
/** More than there are rules; those of layers long gone are dropped first. */
const MAX_IDS = 500;

/** Ids of the rules that are or were in force; null before rules were compiled. */
export async function readRuleIds(store: Pick<KeyValueStore, "get">): Promise<readonly string[] | null> {
  const ids = await store.get(KEY);
  return Array.isArray(ids) ? ids : null;
}

/** Adds those in force now: an answer given under the rules before may still arrive. */
export async function addRuleIds(
  store: Pick<KeyValueStore, "get" | "set">,
  inForce: readonly string[],
): Promise<void> {
  const before = (await readRuleIds(store)) ?? [];
  const all = [...before.filter((id) => !inForce.includes(id)), ...inForce].slice(-MAX_IDS);
  if (all.join() !== before.join()) await store.set(KEY, all);
}
