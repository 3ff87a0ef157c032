import { deleteDB, type IDBPDatabase } from "idb";
import type { CheckPart, JournalEntry, WeeklyCheck } from "../domain/journal-entry.ts";
import { readCheck, readEntry } from "../domain/journal-schema.ts";
import { NO_PROGRESS, type PracticeProgress, readProgress } from "../domain/practice-schema.ts";
import { type JournalDatabase, openDatabase, STORES } from "./database.ts";
import { JournalError, toJournalError } from "./error.ts";
import type { KeyStorage } from "./key-storage.ts";
import { type LockState, type OpenedKeyStorage, openKeyring } from "./keyring.ts";
import {
  type EntryToStore,
  type ReadEntries,
  readAll,
  readCheckOf,
  readChecks,
  readLast,
  readPractice,
  storeByDay,
  writeAll,
} from "./queries.ts";
import {
  readDayRecord,
  readPendingRecord,
  tagOf,
  toDayRecord,
  toPendingRecord,
  toPracticeRecord,
  toWeekRecord,
} from "./records.ts";

/**
 * The self-check journal. Every entry is sealed, from the first one. All methods may throw `JournalError`, those marked
 * so also with the code "locked".
 */
export interface Journal {
  /** Stores an entry once for its hold id, even while locked. False if it was stored already. */
  add(entry: JournalEntry): Promise<boolean>;
  /** The newest `n` valid entries; counts the unreadable records met while reading them. @throws "locked" */
  last(n: number): Promise<ReadEntries>;
  /** All valid entries, and the number of unreadable records. @throws "locked" */
  all(): Promise<ReadEntries>;
  /** Stores all entries or none, each once for its hold id. Returns how many were new. @throws "locked" */
  addAll(entries: readonly JournalEntry[]): Promise<number>;
  /** Erases the entries, checks and progress of days before `day` (ISO), even while locked. */
  eraseBefore(day: string): Promise<void>;
  /** Stores a weekly check and replaces the one for the same week, even while locked. */
  saveCheck(check: WeeklyCheck): Promise<void>;
  /**
   * Adds answers or a note to the check of a week, or begins it: what is not in `part` stays as it is stored, so that
   * answers given at the same moment, also in two tabs, are all kept. Returns the check as stored. @throws "locked"
   */
  changeCheck(week: string, part: CheckPart): Promise<WeeklyCheck>;
  /** All valid weekly checks, newest first. @throws "locked" */
  checks(): Promise<WeeklyCheck[]>;
  /** The progress of practising, empty if there is none. @throws "locked" */
  practice(): Promise<PracticeProgress>;
  /**
   * Replaces the progress of practising by what `change` makes of the stored one; nothing else of the journal is written
   * meanwhile, also not in another tab. Returns it as stored. @throws "locked"
   */
  changePractice(change: (before: PracticeProgress) => PracticeProgress): Promise<PracticeProgress>;
  /** Erases one entry. False if there was none. @throws "locked" */
  eraseOne(holdId: string): Promise<boolean>;
  /** Erases the keys, then all entries, checks and progress, unreadable ones too, and the passphrase. Needs no passphrase. */
  eraseAll(): Promise<void>;
  /** Moves the pending records of past days into one record a day, which opens much faster. Does nothing while locked. */
  compact(): Promise<void>;
  lockState(): Promise<LockState>;
  /** False if the passphrase is wrong. */
  unlock(passphrase: string): Promise<boolean>;
  /** Locks now; does nothing without a passphrase. */
  lock(): Promise<void>;
  /** Restarts the time after which the journal locks, because it is in use; never opens a locked one. */
  touch(): Promise<void>;
  /** Locks the journal if it was not used for long. Returns the epoch ms of when it will, or null if it is not open. */
  lockIfUnused(): Promise<number | null>;
  /** Sets, changes or (null) removes the passphrase: makes new keys and seals everything anew. @throws "locked" */
  setPassphrase(passphrase: string | null): Promise<void>;
  /** Closes the connection; the next call opens it again. */
  disconnect(): void;
}

/** What the journal needs from its surroundings. */
export interface JournalDependencies {
  name?: string;
  keys: KeyStorage;
  memory: OpenedKeyStorage;
  /** Local day, ISO. */
  today(): string;
  now?: () => number;
  /** After how many ms without use it locks; ten minutes if missing. */
  idleMs?: () => Promise<number>;
}

/** Opens the journal; its database and keys are created at the first use. */
export function openJournal({
  name = "book",
  keys: keyStorage,
  memory,
  today,
  now,
  idleMs,
}: JournalDependencies): Journal {
  const keyring = openKeyring(keyStorage, memory, now, idleMs);
  let connection: Promise<IDBPDatabase<JournalDatabase>> | undefined;
  const dropConnection = () => {
    connection = undefined;
  };
  /**
   * The one queue of all that touches the keys or the records. Background and pages share one journal: whatever writes,
   * also into the memory of the opened key, runs alone, in the order of the calls. Else a press on "Kunci sekarang",
   * which is a use of the page as well, could clear the key between the reading and the writing of that use.
   */
  const queue = async <T>(operation: string, mode: LockMode, work: () => Promise<T>): Promise<T> =>
    navigator.locks.request(`book ${name}`, { mode }, async () => {
      try {
        return await work();
      } catch (error) {
        throw toJournalError(operation, error);
      }
    });
  const use = <T>(
    operation: string,
    mode: LockMode,
    work: (db: IDBPDatabase<JournalDatabase>) => Promise<T>,
  ): Promise<T> =>
    queue(operation, mode, async () => {
      try {
        connection ??= openDatabase(name, dropConnection);
        return await work(await connection);
      } catch (error) {
        // The next call must not reuse a connection that failed.
        if (!(error instanceof JournalError)) dropConnection();
        throw error;
      }
    });
  const read = <T>(
    operation: string,
    work: (db: IDBPDatabase<JournalDatabase>, keys: CryptoKeyPair[]) => Promise<T>,
  ) => use(operation, "shared", async (db) => work(db, await keyring.openingKeys()));
  const change = <T>(operation: string, work: (db: IDBPDatabase<JournalDatabase>) => Promise<T>) =>
    use(operation, "exclusive", work);

  async function sealingKeys(db: IDBPDatabase<JournalDatabase>) {
    const { fresh, ...keys } = await keyring.sealingKeys();
    // Nobody can open what was sealed to keys that no longer exist.
    if (fresh) await Promise.all(STORES.map((store) => db.clear(store)));
    return keys;
  }
  const validEntry = (entry: unknown): JournalEntry => {
    const valid = readEntry(entry);
    if (!valid) throw new JournalError("invalid", "not an entry of the journal");
    return valid;
  };
  /** Seals everything anew under the current keys; also completes a replacement of the keys that was interrupted. */
  async function reseal(db: IDBPDatabase<JournalDatabase>): Promise<void> {
    const keys = await keyring.openingKeys();
    const [{ entries }, checks, practised] = await Promise.all([
      readAll(db, keys),
      readChecks(db, keys),
      readPractice(db, keys),
    ]);
    await writeAll(db, await sealingKeys(db), entries.reverse(), checks, practised, today());
    await keyring.dropPrevious();
  }

  return {
    add: (entry) =>
      change("adding an entry", async (db) => {
        const record = await toPendingRecord(await sealingKeys(db), validEntry(entry));
        const { store, done } = db.transaction("pending", "readwrite");
        const existing = await store.index("tag").getKey(record.tag);
        if (existing === undefined) await store.add(record);
        await done;
        return existing === undefined;
      }),
    last: (n) => read("reading", (db, keys) => readLast(db, keys, n)),
    all: () => read("reading all", readAll),
    addAll: (entries) =>
      change("adding entries", async (db) => {
        const valid = entries.map(validEntry);
        const sealing = await sealingKeys(db);
        const keys = await keyring.openingKeys();
        const holdIds = new Set((await readAll(db, keys)).entries.map((entry) => entry.holdId));
        const added: EntryToStore[] = [];
        for (const entry of valid) {
          if (!holdIds.has(entry.holdId)) added.push({ entry });
          holdIds.add(entry.holdId);
        }
        await storeByDay(db, sealing, keys, added);
        return added.length;
      }),
    eraseBefore: (day) =>
      change("erasing", async (db) => {
        const transaction = db.transaction(STORES, "readwrite");
        for (const store of STORES)
          for (let at = await transaction.objectStore(store).openCursor(); at; at = await at.continue())
            if (typeof at.value?.day === "string" && at.value.day < day) await at.delete();
        await transaction.done;
      }),
    saveCheck: (check) =>
      change("saving a check", async (db) => {
        const valid = readCheck(check);
        if (!valid) throw new JournalError("invalid", "not a weekly check");
        await db.put("weeks", await toWeekRecord(await sealingKeys(db), valid));
      }),
    changeCheck: (week, part) =>
      change("changing a check", async (db) => {
        const sealing = await sealingKeys(db);
        const stored = await readCheckOf(db, sealing, await keyring.openingKeys(), week);
        const before = stored ?? { week, answers: {}, note: "" };
        const answers = { ...before.answers, ...part.answers };
        const valid = readCheck({ ...before, ...part, answers, day: today() });
        if (!valid) throw new JournalError("invalid", "not a weekly check");
        await db.put("weeks", await toWeekRecord(sealing, valid));
        return valid;
      }),
    checks: () => read("reading checks", readChecks),
    practice: () =>
      read("reading practice", async (db, keys) => (await readPractice(db, keys))?.progress ?? NO_PROGRESS),
    changePractice: (changed) =>
      change("keeping practice", async (db) => {
        const sealing = await sealingKeys(db);
        const before = await readPractice(db, await keyring.openingKeys());
        const valid = readProgress(changed(before?.progress ?? NO_PROGRESS));
        if (!valid) throw new JournalError("invalid", "not a progress of practising");
        await db.put("practice", await toPracticeRecord(sealing, today(), valid));
        return valid;
      }),
    eraseOne: (holdId) =>
      change("erasing an entry", async (db) => {
        const keys = await keyring.openingKeys();
        if (keys.length === 0) return false;
        const sealing = await sealingKeys(db);
        const pendingKey = await db.getKeyFromIndex("pending", "tag", await tagOf(sealing, "hold", holdId));
        if (pendingKey !== undefined) await db.delete("pending", pendingKey);
        let isErased = pendingKey !== undefined;
        for (const record of await db.getAll("days")) {
          const { entries, unreadable } = await readDayRecord(keys, record);
          const others = entries.filter((entry) => entry.holdId !== holdId);
          if (unreadable || others.length === entries.length) continue;
          if (others.length > 0) await db.put("days", await toDayRecord(sealing, record.day, others));
          else await db.delete("days", record.day);
          isErased = true;
        }
        return isErased;
      }),
    eraseAll: () =>
      queue("erasing all", "exclusive", async () => {
        // The keys first: after that nobody can open an entry, whatever remains of the database on disk.
        await keyring.remove();
        (await connection?.catch(() => undefined))?.close();
        dropConnection();
        await deleteDB(name);
      }),
    compact: () =>
      change("compacting", async (db) => {
        if ((await keyring.lockState()) === "locked") return;
        if (await keyring.isReplacing()) return reseal(db);
        const keys = await keyring.openingKeys();
        if (keys.length === 0) return;
        const past: EntryToStore[] = [];
        const limit = today();
        for (const pendingKey of await db.getAllKeys("pending")) {
          const record = await db.get("pending", pendingKey);
          const entry = record && record.day < limit ? await readPendingRecord(keys, record) : undefined;
          if (entry) past.push({ entry, pendingKey });
        }
        if (past.length > 0) await storeByDay(db, await sealingKeys(db), keys, past);
      }),
    lockState: () => queue("lock state", "shared", keyring.lockState),
    unlock: (passphrase) => queue("unlocking", "exclusive", () => keyring.unlock(passphrase)),
    lock: () => queue("locking", "exclusive", keyring.lock),
    touch: () => queue("touching", "exclusive", keyring.touch),
    lockIfUnused: () => queue("locking", "exclusive", keyring.lockIfUnused),
    setPassphrase: (passphrase) =>
      change("changing the passphrase", async (db) => {
        if (await keyring.isReplacing()) await reseal(db);
        await keyring.replaceKeys(passphrase);
        await reseal(db);
      }),
    disconnect() {
      void connection?.then((db) => db.close()).catch(() => {});
      dropConnection();
    },
  };
}
