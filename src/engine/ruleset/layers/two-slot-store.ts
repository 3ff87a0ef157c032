import type { Kept } from "./admit.ts";
import { layerHash } from "./signature.ts";

/** Where layers are kept: the extension's IndexedDB, or a map in a test. Each `set` is written whole or not at all. */
export interface Store {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

type Place = "agency" | "own";
const SLOTS = ["a", "b"] as const;
type Slot = (typeof SLOTS)[number];

interface Written {
  kept: Kept;
  /** Rises with every write, so that the newest whole one is known without a pointer. */
  turn: number;
  /** Of the layer; a half-written or damaged one does not fit. */
  hash: string;
}

const keyOf = (place: Place, slot: Slot) => `layer.${place}.${slot}`;

/**
 * Writes a layer beside the one in place, never over it: whatever is cut off in the middle, the last good one is
 * still whole. The two slots take turns.
 */
export async function keepLayer(store: Store, place: Place, kept: Kept): Promise<void> {
  const found = await readSlots(store, place);
  const newest = found[0];
  const slot: Slot = newest?.slot === "a" ? "b" : "a";
  const written: Written = { kept, turn: (newest?.written.turn ?? 0) + 1, hash: kept.hash };
  await store.set(keyOf(place, slot), written);
}

/** The newest layer that is whole, or undefined. `damaged`: a newer one was not. */
export async function readLayer(
  store: Store,
  place: Place,
): Promise<{ kept: Kept; damaged: boolean } | undefined> {
  const raw = await Promise.all(SLOTS.map((slot) => store.get(keyOf(place, slot))));
  const good = await readSlots(store, place);
  const there = raw.filter((value) => value !== undefined).length;
  return good[0] ? { kept: good[0].written.kept, damaged: good.length < there } : undefined;
}

/** Takes a layer away: what was below holds again. */
export async function dropLayer(store: Store, place: Place): Promise<void> {
  for (const slot of SLOTS) await store.remove(keyOf(place, slot));
}

/** Whole ones, newest first. */
async function readSlots(store: Store, place: Place): Promise<{ slot: Slot; written: Written }[]> {
  const good: { slot: Slot; written: Written }[] = [];
  for (const slot of SLOTS) {
    const written = await whole(await store.get(keyOf(place, slot)));
    if (written) good.push({ slot, written });
  }
  return good.sort((a, b) => b.written.turn - a.written.turn);
}

/** The value as it was written, or undefined where it is not whole. */
async function whole(value: unknown): Promise<Written | undefined> {
  const written = value as Written | null | undefined;
  if (typeof written?.turn !== "number" || typeof written.hash !== "string" || !written.kept)
    return undefined;
  try {
    const fits = written.kept.hash === written.hash && (await layerHash(written.kept.layer)) === written.hash;
    return fits ? written : undefined;
  } catch {
    return undefined;
  }
}
