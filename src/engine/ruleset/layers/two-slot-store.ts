import type { AdmittedLayer } from "./admit.ts";
import { layerHash } from "./signature.ts";

/** Storage of layers: the extension's IndexedDB, or a map in a test. Each `set` must be atomic. */
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
  /** Increases with every write, so that the newest intact slot is known without a pointer. */
  sequence: number;
  /** Hash of the layer; a truncated or damaged one does not match. */
  hash: string;
}

const slotKey = (place: LayerPlace, slot: Slot) => `layer.${place}.${slot}`;

/**
 * Writes a layer to the other slot, never over the one in place: if the write is interrupted, the last good layer is
 * still intact.
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

/** Reads the newest intact layer. `damaged`: a slot holds a damaged one. */
export async function readLayer(
  store: KeyValueStore,
  place: LayerPlace,
): Promise<{ admitted: AdmittedLayer; damaged: boolean } | undefined> {
  const raw = await Promise.all(SLOTS.map((slot) => store.get(slotKey(place, slot))));
  const good = await readSlots(store, place);
  const there = raw.filter((value) => value !== undefined).length;
  return good[0] ? { admitted: good[0].written.admitted, damaged: good.length < there } : undefined;
}

/** Deletes a layer; the layer below takes effect again. */
export async function deleteLayer(store: KeyValueStore, place: LayerPlace): Promise<void> {
  for (const slot of SLOTS) await store.remove(slotKey(place, slot));
}

/** The intact slots, newest first. */
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

/** The value if it is intact, otherwise undefined. */
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
