import { type DBSchema, openDB } from "idb";
import type { KeyValueStore } from "../../engine/ruleset/layers/two-slot-store.ts";

interface LayerDatabase extends DBSchema {
  layers: { key: string; value: unknown };
}

/** The layers' store in the extension's IndexedDB, which content scripts cannot read. */
export function layerStore(name = "rules"): KeyValueStore {
  const open = () =>
    openDB<LayerDatabase>(name, 1, {
      upgrade: (db) => void db.createObjectStore("layers"),
    });
  const withDatabase = async <T>(work: (db: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T> => {
    const db = await open();
    try {
      return await work(db);
    } finally {
      db.close();
    }
  };
  return {
    get: (key) => withDatabase((db) => db.get("layers", key)),
    set: (key, value) => withDatabase(async (db) => void (await db.put("layers", value, key))),
    remove: (key) => withDatabase((db) => db.delete("layers", key)),
  };
}
