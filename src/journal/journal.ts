import { deleteDB, type IDBPDatabase } from "idb";
import type { JournalEntry, WeeklyCheck } from "../domain/journal-entry.ts";
import { readCheck, readEntry } from "../domain/journal-schema.ts";
import { connect, type Shelf, STORES } from "./database.ts";
import { BookError, bookError } from "./error.ts";
import type { KeyPlace } from "./key-storage.ts";
import { type Lock, type OpenPlace, openKeyring } from "./keyring.ts";
import { type Loose, layOnSheets, type Reading, readAll, readChecks, readLast, writeAll } from "./queries.ts";
import { fromSheet, fromSlip, markOf, toSheet, toSlip, toWeek } from "./records.ts";

/** The self-check book; every line is sealed from the first one. All may throw `BookError`; "locked" where said so. */
export interface Book {
  /** Keeps a line once by its `hold`, also while locked. False: it was there already. */
  add(entry: JournalEntry): Promise<boolean>;
  /** The last `n` good lines; broken ones among those passed on the way are counted. @throws "locked" */
  last(n: number): Promise<Reading>;
  /** All good lines, and how many are broken. @throws "locked" */
  all(): Promise<Reading>;
  /** Keeps many lines at once, each once by its `hold`; all or none. Returns how many were new. @throws "locked" */
  addAll(entries: readonly JournalEntry[]): Promise<number>;
  /** Forgets the lines and checks of days before `day` (ISO), also while locked. */
  forgetBefore(day: string): Promise<void>;
  /** Keeps a weekly check in place of the one for the same week, also while locked. */
  keepCheck(check: WeeklyCheck): Promise<void>;
  /** All good weekly checks, newest first. @throws "locked" */
  checks(): Promise<WeeklyCheck[]>;
  /** Erases one line. False: there was none. @throws "locked" */
  eraseOne(hold: string): Promise<boolean>;
  /** Erases the keys and then all lines and checks, broken ones too, and the passphrase. Needs no passphrase. */
  eraseAll(): Promise<void>;
  /** Lays the slips of past days on one sheet a day, which opens much faster. Does nothing while locked. */
  tidy(): Promise<void>;
  lock(): Promise<Lock>;
  /** False where the passphrase does not fit. */
  unlock(passphrase: string): Promise<boolean>;
  /** Locks now; without a passphrase nothing happens. */
  close(): Promise<void>;
  /** The book is in use: puts off the closing. */
  touch(): Promise<void>;
  /** Sets, changes or (null) takes away the passphrase: fresh keys, everything sealed anew. @throws "locked" */
  setPassphrase(passphrase: string | null): Promise<void>;
  /** Ends the connection; the next call opens it again. */
  disconnect(): void;
}

/** What the book stands on. */
export interface Ground {
  name?: string;
  keys: KeyPlace;
  memory: OpenPlace;
  /** Local day, ISO. */
  today(): string;
  now?: () => number;
}

/** Opens the book (its database and keys are made at the first use). */
export function openBook({ name = "book", keys: place, memory, today, now }: Ground): Book {
  const keyring = openKeyring(place, memory, now);
  let connection: Promise<IDBPDatabase<Shelf>> | undefined;
  const forget = () => {
    connection = undefined;
  };
  /** Background and pages share one book: what changes it does so alone. */
  const use = <T>(doing: string, mode: LockMode, work: (db: IDBPDatabase<Shelf>) => Promise<T>): Promise<T> =>
    navigator.locks.request(`book ${name}`, { mode }, async () => {
      try {
        connection ??= connect(name, forget);
        return await work(await connection);
      } catch (error) {
        // A connection that failed once must not fail for ever.
        if (!(error instanceof BookError)) forget();
        throw bookError(doing, error);
      }
    });
  const read = <T>(doing: string, work: (db: IDBPDatabase<Shelf>, keys: CryptoKeyPair[]) => Promise<T>) =>
    use(doing, "shared", async (db) => work(db, await keyring.opening()));
  const change = <T>(doing: string, work: (db: IDBPDatabase<Shelf>) => Promise<T>) =>
    use(doing, "exclusive", work);

  async function sealing(db: IDBPDatabase<Shelf>) {
    const { fresh, ...keys } = await keyring.sealing();
    // Nobody can open what was sealed to keys that are gone.
    if (fresh) await Promise.all(STORES.map((store) => db.clear(store)));
    return keys;
  }
  const goodEntry = (entry: unknown): JournalEntry => {
    const line = readEntry(entry);
    if (!line) throw new BookError("invalid", "not an entry of the book");
    return line;
  };
  /** Everything once more under the keys in use; ends a change of keys that was cut off, too. */
  async function reseal(db: IDBPDatabase<Shelf>): Promise<void> {
    const keys = await keyring.opening();
    const [{ entries }, checks] = await Promise.all([readAll(db, keys), readChecks(db, keys)]);
    await writeAll(db, await sealing(db), entries.reverse(), checks, today());
    await keyring.settled();
  }

  return {
    add: (entry) =>
      change("adding a line", async (db) => {
        const slip = await toSlip(await sealing(db), goodEntry(entry));
        const { store, done } = db.transaction("slips", "readwrite");
        const known = await store.index("mark").getKey(slip.mark);
        if (known === undefined) await store.add(slip);
        await done;
        return known === undefined;
      }),
    last: (n) => read("reading", (db, keys) => readLast(db, keys, n)),
    all: () => read("reading all", readAll),
    addAll: (entries) =>
      change("adding lines", async (db) => {
        const lines = entries.map(goodEntry);
        const made = await sealing(db);
        const keys = await keyring.opening();
        const known = new Set((await readAll(db, keys)).entries.map((entry) => entry.hold));
        const fresh: Loose[] = [];
        for (const entry of lines) {
          if (!known.has(entry.hold)) fresh.push({ entry });
          known.add(entry.hold);
        }
        await layOnSheets(db, made, keys, fresh);
        return fresh.length;
      }),
    forgetBefore: (day) =>
      change("forgetting", async (db) => {
        const transaction = db.transaction(STORES, "readwrite");
        for (const store of STORES)
          for (let at = await transaction.objectStore(store).openCursor(); at; at = await at.continue())
            if (typeof at.value?.day === "string" && at.value.day < day) await at.delete();
        await transaction.done;
      }),
    keepCheck: (check) =>
      change("keeping a check", async (db) => {
        const good = readCheck(check);
        if (!good) throw new BookError("invalid", "not a weekly check");
        await db.put("weeks", await toWeek(await sealing(db), good));
      }),
    checks: () => read("reading checks", readChecks),
    eraseOne: (hold) =>
      change("erasing a line", async (db) => {
        const keys = await keyring.opening();
        if (keys.length === 0) return false;
        const made = await sealing(db);
        const slip = await db.getKeyFromIndex("slips", "mark", await markOf(made, "hold", hold));
        if (slip !== undefined) await db.delete("slips", slip);
        let gone = slip !== undefined;
        for (const sheet of await db.getAll("sheets")) {
          const { entries, unreadable } = await fromSheet(keys, sheet);
          const left = entries.filter((entry) => entry.hold !== hold);
          if (unreadable || left.length === entries.length) continue;
          if (left.length > 0) await db.put("sheets", await toSheet(made, sheet.day, left));
          else await db.delete("sheets", sheet.day);
          gone = true;
        }
        return gone;
      }),
    eraseAll: () =>
      navigator.locks.request(`book ${name}`, { mode: "exclusive" }, async () => {
        try {
          // The keys first: from here on nobody can open a line, whatever of the database stays on the disk.
          await keyring.remove();
          (await connection?.catch(() => undefined))?.close();
          forget();
          await deleteDB(name);
        } catch (error) {
          throw bookError("erasing all", error);
        }
      }),
    tidy: () =>
      change("tidying up", async (db) => {
        if ((await keyring.lock()) === "locked") return;
        if (await keyring.changing()) return reseal(db);
        const keys = await keyring.opening();
        if (keys.length === 0) return;
        const loose: Loose[] = [];
        const limit = today();
        for (const slip of await db.getAllKeys("slips")) {
          const value = await db.get("slips", slip);
          const entry = value && value.day < limit ? await fromSlip(keys, value) : undefined;
          if (entry) loose.push({ entry, slip });
        }
        if (loose.length > 0) await layOnSheets(db, await sealing(db), keys, loose);
      }),
    lock: () => keyring.lock().catch((error) => Promise.reject(bookError("looking at the lock", error))),
    unlock: (passphrase) =>
      keyring.unlock(passphrase).catch((error) => Promise.reject(bookError("unlocking", error))),
    close: () => keyring.close(),
    touch: () => keyring.touch(),
    setPassphrase: (passphrase) =>
      change("changing the passphrase", async (db) => {
        if (await keyring.changing()) await reseal(db);
        await keyring.change(passphrase);
        await reseal(db);
      }),
    disconnect() {
      void connection?.then((db) => db.close()).catch(() => {});
      forget();
    },
  };
}
