import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Bytes } from "../domain/encoding.ts";

/** One line as it came, sealed. Outside the seal stands what a locked book needs: the day to forget it by, the mark. */
export interface Slip {
  day: string;
  /** HMAC of the hold, by which a line sent twice is known. */
  mark: string;
  box: Bytes;
}

/** All lines of one day, sealed as one: thousands of lines open in the time of some hundred boxes. */
export interface Sheet {
  day: string;
  box: Bytes;
}

/** A weekly self-check, sealed; `mark` is the HMAC of its week. */
export type Week = Slip;

export interface Shelf extends DBSchema {
  slips: { key: number; value: Slip; indexes: { mark: string } };
  sheets: { key: string; value: Sheet };
  weeks: { key: string; value: Week };
}

/** Everything that lines and checks are kept in. */
export const STORES = ["slips", "sheets", "weeks"] as const;

const VERSION = 1;

/** Opens the database, making it where there is none. `lost` is called when the connection is gone for good. */
export async function connect(name: string, lost: () => void): Promise<IDBPDatabase<Shelf>> {
  const hooks = {
    upgrade(db: IDBPDatabase<Shelf>) {
      db.createObjectStore("slips", { autoIncrement: true }).createIndex("mark", "mark", { unique: true });
      db.createObjectStore("sheets", { keyPath: "day" });
      db.createObjectStore("weeks", { keyPath: "mark" });
    },
    // A newer version of the extension wants to change the database, or all is being erased: let it.
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
