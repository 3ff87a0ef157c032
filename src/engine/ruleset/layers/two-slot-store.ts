import type { AdmittedLayer } from "./admit.ts";
import { layerHash } from "./signature.ts";

/** Where layers are kept: the extension's IndexedDB, or a map in a test. Each `set` is written whole or not at all. */
export interface KeyValueStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

type LayerPlace = "agency" | "own";
const SLOTS = ["a", "b"] as const;
type Slot = (typeof SLOTS)[number];

interface SlotContent {
  admitted: AdmittedLayer;
  /** Rises with every write, so that the newest whole one is known without a pointer. */
  sequence: number;
  /** Of the layer; a half-written or damaged one does not fit. */
  hash: string;
}

const slotKey = (place: LayerPlace, slot: Slot) => `layer.${place}.${slot}`;

/**
 * Writes a layer beside the one in place, never over it: whatever is cut off in the middle, the last good one is
 * still whole. The two slots take turns.
 */
export async function writeLayer(
  store: KeyValueStore,
  place: LayerPlace,
  admitted: AdmittedLayer,
): Promise<void> {
  const slots = await readSlots(store, place);
  const newest = slots[0];
  const slot: Slot = newest?.slot === "a" ? "b" : "a";
  const written: SlotContent = {
    admitted,
    sequence: (newest?.written.sequence ?? 0) + 1,
    hash: admitted.hash,
  };
  await store.set(slotKey(place, slot), written);
}

/** The newest layer that is whole, or undefined. `damaged`: a newer one was not. */
export async function readLayer(
  store: KeyValueStore,
  place: LayerPlace,
): Promise<{ admitted: AdmittedLayer; damaged: boolean } | undefined> {
  const raw = await Promise.all(SLOTS.map((slot) => store.get(slotKey(place, slot))));
  const good = await readSlots(store, place);
  const there = raw.filter((value) => value !== undefined).length;
  return good[0] ? { admitted: good[0].written.admitted, damaged: good.length < there } : undefined;
}

/** Takes a layer away: what was below holds again. */
export async function deleteLayer(store: KeyValueStore, place: LayerPlace): Promise<void> {
  for (const slot of SLOTS) await store.remove(slotKey(place, slot));
}

/** Whole ones, newest first. */
async function readSlots(
  store: KeyValueStore,
  place: LayerPlace,
): Promise<{ slot: Slot; written: SlotContent }[]> {
  const good: { slot: Slot; written: SlotContent }[] = [];
  for (const slot of SLOTS) {
    const written = await ifIntact(await store.get(slotKey(place, slot)));
    if (written) good.push({ slot, written });
  }
  return good.sort((a, b) => b.written.sequence - a.written.sequence);
}

/** The value as it was written, or undefined where it is not whole. */
async function ifIntact(value: unknown): Promise<SlotContent | undefined> {
  const written = value as SlotContent | null | undefined;
  if (typeof written?.sequence !== "number" || typeof written.hash !== "string" || !written.admitted)
    return undefined;
  try {
    const fits =
      written.admitted.hash === written.hash && (await layerHash(written.admitted.layer)) === written.hash;
    return fits ? written : undefined;
  } catch {
    return undefined;
  }
}
