import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Bytes } from "../domain/encoding.ts";

/**
 * One sealed entry that no day record contains yet. Outside the seal is only what a locked journal needs: the day, by
 * which the entry is erased in time, and the tag.
 */
export interface PendingRecord {
  day: string;
  /** HMAC of the hold id: recognises an entry that was sent twice. */
  tag: string;
  sealed: Bytes;
}

/** All entries of one day, sealed as one: a year of entries opens with at most 366 decryptions. */
export interface DayRecord {
  day: string;
  sealed: Bytes;
}

/** A sealed weekly self-check; `tag` is the HMAC of its week. */
export type WeekRecord = PendingRecord;

/** The sealed progress of practising, one record. `day` is the last day of practice, by which it is forgotten in time. */
export interface PracticeRecord {
  id: typeof PRACTICE_ID;
  day: string;
  sealed: Bytes;
}
export const PRACTICE_ID = "progress";

export interface JournalDatabase extends DBSchema {
  pending: { key: number; value: PendingRecord; indexes: { tag: string } };
  days: { key: string; value: DayRecord };
  weeks: { key: string; value: WeekRecord };
  practice: { key: string; value: PracticeRecord };
}

/** All object stores. */
export const STORES = ["pending", "days", "weeks", "practice"] as const;

/** 2: practice. */
const VERSION = 2;

/** Opens the database and creates it if there is none. `onLost` is called when the connection is closed for good. */
export async function openDatabase(name: string, onLost: () => void): Promise<IDBPDatabase<JournalDatabase>> {
  const hooks = {
    upgrade(db: IDBPDatabase<JournalDatabase>, from: number) {
      if (from < 1) {
        db.createObjectStore("pending", { autoIncrement: true }).createIndex("tag", "tag", { unique: true });
        db.createObjectStore("days", { keyPath: "day" });
        db.createObjectStore("weeks", { keyPath: "tag" });
      }
      db.createObjectStore("practice", { keyPath: "id" });
    },
    // A newer version of the extension upgrades the database, or everything is being erased: do not block it.
    blocking(_now: number, _wanted: number | null, event: IDBVersionChangeEvent) {
      (event.target as IDBDatabase).close();
      onLost();
    },
    terminated: onLost,
  };
  try {
    return await openDB<JournalDatabase>(name, VERSION, hooks);
  } catch (error) {
    // After a downgrade the database is newer than this version; its entries can still be read and added to.
    if (!(error instanceof Error || error instanceof DOMException) || error.name !== "VersionError")
      throw error;
    return await openDB<JournalDatabase>(name, undefined, hooks);
  }
}
