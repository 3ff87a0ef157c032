import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Check, Entry } from "./types.ts";

/** Lines in the order they came. The number of a line is its key, so that even a broken one can be told and erased. */
export interface Shelf extends DBSchema {
  entries: { key: number; value: Entry; indexes: { hold: string } };
  /** Weekly self-checks, by the Monday of their week. */
  checks: { key: string; value: Check };
}

const VERSION = 2;

/** Opens the database, making or upgrading it. `lost` is called when the connection is gone for good. */
export async function connect(name: string, lost: () => void): Promise<IDBPDatabase<Shelf>> {
  const hooks = {
    upgrade(db: IDBPDatabase<Shelf>, from: number) {
      if (from < 1)
        db.createObjectStore("entries", { autoIncrement: true }).createIndex("hold", "hold", {
          unique: true,
        });
      if (from < 2) db.createObjectStore("checks", { keyPath: "week" });
    },
    // A newer version of the extension wants to change the database: let it.
    blocking(_now: number, _wanted: number | null, event: IDBVersionChangeEvent) {
      (event.target as IDBDatabase).close();
      lost();
    },
    terminated: lost,
  };
  try {
    return await openDB<Shelf>(name, VERSION, hooks);
  } catch (error) {
    // After a downgrade the database is newer than we are; its lines can still be read and added to.
    if (!(error instanceof Error || error instanceof DOMException) || error.name !== "VersionError")
      throw error;
    return await openDB<Shelf>(name, undefined, hooks);
  }
}
