import type { IDBPDatabase } from "idb";
import { BookError, bookError } from "./error.ts";
import { readCheck, readEntry } from "./schema.ts";
import { connect, type Shelf } from "./shelf.ts";
import type { Check, Entry } from "./types.ts";

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
  /** All good lines, and how many are broken. */
  all(): Promise<Reading>;
  /** Keeps many lines at once, each once by its `hold`; all or none. Returns how many were new. */
  addAll(entries: readonly Entry[]): Promise<number>;
  /** Forgets the lines and checks of days before `day` (ISO). Returns how many. Broken lines stay. */
  forgetBefore(day: string): Promise<number>;
  /** Keeps a weekly check in place of the one for the same week. */
  keepCheck(check: Check): Promise<void>;
  /** All good weekly checks, newest first. */
  checks(): Promise<Check[]>;
  /** Number of lines, broken ones too. */
  count(): Promise<number>;
  /** Erases one line. False: there was none. */
  eraseOne(hold: string): Promise<boolean>;
  /** Erases all lines and checks, broken ones too. */
  eraseAll(): Promise<void>;
  /** Ends the connection; the next call opens it again. */
  close(): void;
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
    all: () =>
      use("reading all", async (db) => {
        const values = await db.getAll("entries");
        const entries = values.flatMap((value) => readEntry(value) ?? []).reverse();
        return { entries, unreadable: values.length - entries.length };
      }),
    addAll: (entries) =>
      use("adding lines", async (db) => {
        const lines = entries.map((entry) => {
          const line = readEntry(entry);
          if (!line) throw new BookError("invalid", "not an entry of the book");
          return line;
        });
        const { store, done } = db.transaction("entries", "readwrite");
        let added = 0;
        for (const line of lines) {
          if ((await store.index("hold").getKey(line.hold)) !== undefined) continue;
          await store.add(line);
          added++;
        }
        await done;
        return added;
      }),
    forgetBefore: (day) =>
      use("forgetting", async (db) => {
        const transaction = db.transaction(["entries", "checks"], "readwrite");
        let gone = 0;
        for (let at = await transaction.objectStore("entries").openCursor(); at; at = await at.continue()) {
          const entry = readEntry(at.value);
          if (!entry || entry.day >= day) continue;
          await at.delete();
          gone++;
        }
        for (let at = await transaction.objectStore("checks").openCursor(); at; at = await at.continue()) {
          const check = readCheck(at.value);
          if (!check || check.day >= day) continue;
          await at.delete();
          gone++;
        }
        await transaction.done;
        return gone;
      }),
    keepCheck: (check) =>
      use("keeping a check", async (db) => {
        const good = readCheck(check);
        if (!good) throw new BookError("invalid", "not a weekly check");
        await db.put("checks", good);
      }),
    checks: () =>
      use("reading checks", async (db) =>
        (await db.getAll("checks")).flatMap((value) => readCheck(value) ?? []).reverse(),
      ),
    count: () => use("counting", (db) => db.count("entries")),
    eraseOne: (hold) =>
      use("erasing a line", async (db) => {
        const { store, done } = db.transaction("entries", "readwrite");
        const key = await store.index("hold").getKey(hold);
        if (key !== undefined) await store.delete(key);
        await done;
        return key !== undefined;
      }),
    eraseAll: () =>
      use("erasing all lines", async (db) => {
        const transaction = db.transaction(["entries", "checks"], "readwrite");
        await transaction.objectStore("entries").clear();
        await transaction.objectStore("checks").clear();
        await transaction.done;
      }),
    close() {
      void connection?.then((db) => db.close()).catch(() => {});
      forget();
    },
  };
}
