import { type DBSchema, openDB } from "idb";
import type { KeyValueStore } from "../../engine/ruleset/layers/two-slot-store.ts";

interface Shelf extends DBSchema {
  kept: { key: string; value: unknown };
}

/** Sources of the rules in the extension's own IndexedDB, which content scripts cannot read. */
export function layerStore(name = "rules"): KeyValueStore {
  const open = () =>
    openDB<Shelf>(name, 1, {
      upgrade: (db) => void db.createObjectStore("kept"),
    });
  const using = async <T>(work: (db: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T> => {
    const db = await open();
    try {
      return await work(db);
    } finally {
      db.close();
    }
  };
  return {
    get: (key) => using((db) => db.get("kept", key)),
    set: (key, value) => using(async (db) => void (await db.put("kept", value, key))),
    remove: (key) => using((db) => db.delete("kept", key)),
  };
}
