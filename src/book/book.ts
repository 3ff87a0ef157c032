import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { BookError, bookError } from "./error.ts";
import { readEntry } from "./schema.ts";
import type { Entry } from "./types.ts";

/** Lines in the order they came. The number of a line is its key, so that even a broken one can be told and erased. */
interface Shelf extends DBSchema {
  entries: { key: number; value: Entry; indexes: { hold: string } };
}

/** What was read, and how many lines were skipped because they are no valid entries (they stay until erased). */
export interface Reading {
  /** Newest first. */
  entries: Entry[];
  unreadable: number;
}

/** The self-check book. Belongs to the background: pages and popup ask it by message. All may throw `BookError`. */
export interface Book {
  /** Keeps a line once by its `hold`. False: it was there already. */
  add(entry: Entry): Promise<boolean>;
  /** The last `n` good lines; broken ones among those passed on the way are counted. */
  last(n: number): Promise<Reading>;
  /** Number of lines, broken ones too. */
  count(): Promise<number>;
  /** Erases one line. False: there was none. */
  eraseOne(hold: string): Promise<boolean>;
  /** Erases all lines, broken ones too. */
  eraseAll(): Promise<void>;
  /** Ends the connection; the next call opens it again. */
  close(): void;
}

const VERSION = 1;

async function connect(name: string, lost: () => void): Promise<IDBPDatabase<Shelf>> {
  const hooks = {
    upgrade(db: IDBPDatabase<Shelf>) {
      const store = db.createObjectStore("entries", { autoIncrement: true });
      store.createIndex("hold", "hold", { unique: true });
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

/** Opens the book (its database is made at the first use). */
export function openBook(name = "book"): Book {
  let connection: Promise<IDBPDatabase<Shelf>> | undefined;
  const forget = () => {
    connection = undefined;
  };
  const use = async <T>(doing: string, work: (db: IDBPDatabase<Shelf>) => Promise<T>): Promise<T> => {
    try {
      connection ??= connect(name, forget);
      return await work(await connection);
    } catch (error) {
      // A connection that failed once must not fail for ever.
      if (!(error instanceof BookError)) forget();
      throw bookError(doing, error);
    }
  };
  return {
    add: (entry) =>
      use("adding a line", async (db) => {
        const line = readEntry(entry);
        if (!line) throw new BookError("invalid", "not an entry of the book");
        const { store, done } = db.transaction("entries", "readwrite");
        const known = await store.index("hold").getKey(line.hold);
        if (known === undefined) await store.add(line);
        await done;
        return known === undefined;
      }),
    last: (n) =>
      use("reading", async (db) => {
        const reading: Reading = { entries: [], unreadable: 0 };
        let cursor = await db.transaction("entries").store.openCursor(null, "prev");
        while (cursor && reading.entries.length < n) {
          const entry = readEntry(cursor.value);
          if (entry) reading.entries.push(entry);
          else reading.unreadable++;
          cursor = await cursor.continue();
        }
        return reading;
      }),
    count: () => use("counting", (db) => db.count("entries")),
    eraseOne: (hold) =>
      use("erasing a line", async (db) => {
        const { store, done } = db.transaction("entries", "readwrite");
        const key = await store.index("hold").getKey(hold);
        if (key !== undefined) await store.delete(key);
        await done;
        return key !== undefined;
      }),
    eraseAll: () => use("erasing all lines", (db) => db.clear("entries")),
    close() {
      void connection?.then((db) => db.close()).catch(() => {});
      forget();
    },
  };
}
