import { type DBSchema, openDB } from "idb";
import { canonical } from "../engine/ruleset/layers/canonical-json.ts";

interface VouchedDatabase extends DBSchema {
  values: { key: string; value: unknown };
}

/** Set once the values of an earlier version were taken over: afterwards nothing is taken from outside. */
const ADOPTED = "adopted";

/** A few values of `storage.local`, which pages read and, in both browsers, a page script that was taken over could write. */
export interface VouchedStorage {
  /** What the background itself wrote last. */
  get(keys: readonly string[]): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  /** Puts back what somebody else wrote. */
  restore(): Promise<void>;
}

/** Chromium sorts the fields of what it stores. */
const asText = (value: unknown): string | undefined => (value === undefined ? value : canonical(value));

/**
 * Keeps the values in the extension's IndexedDB, which no content script reaches, and a copy in `storage.local`, from
 * which pages read. The copy is written first: a value counts as written once it is in the database. Where the database
 * cannot be opened, the copy alone counts.
 * @param keys all that are kept so. The caller makes one call at a time.
 */
export function vouchedStorage(keys: readonly string[], name = "shared"): VouchedStorage {
  const { local } = browser.storage;
  const open = async () =>
    openDB<VouchedDatabase>(name, 1, { upgrade: (db) => void db.createObjectStore("values") });
  /** @returns undefined where there is no database */
  const withDatabase = async <T>(
    work: (db: Awaited<ReturnType<typeof open>>) => Promise<T>,
  ): Promise<T | undefined> => {
    const db = await open().catch(() => null);
    try {
      return db ? await work(db) : undefined;
    } finally {
      db?.close();
    }
  };
  const readCopy = (wanted: readonly string[]): Promise<Record<string, unknown>> => local.get([...wanted]);
  /** A value of undefined is removed. */
  const write = async (values: Record<string, unknown>): Promise<void> =>
    withDatabase(async (db) => {
      const { store, done } = db.transaction("values", "readwrite");
      for (const [key, value] of Object.entries(values))
        void (value === undefined ? store.delete(key) : store.put(value, key)).catch(() => {}); // `done` rejects, too
      await done;
    });
  /** Takes over what an earlier version stored, once. */
  const read = (wanted: readonly string[]): Promise<Record<string, unknown> | undefined> =>
    withDatabase(async (db) => {
      if ((await db.get("values", ADOPTED)) === undefined)
        await write({ ...(await readCopy(keys)), [ADOPTED]: true });
      const values = await Promise.all(wanted.map((key) => db.get("values", key)));
      return Object.fromEntries(
        wanted.map((key, at) => [key, values[at]]).filter(([, value]) => value !== undefined),
      );
    });

  return {
    get: async (wanted) => (await read(wanted)) ?? readCopy(wanted),
    async set(values) {
      await read([]);
      await local.set(values);
      await write(values);
    },
    async remove(gone) {
      await read([]);
      await local.remove([...gone]);
      await write(Object.fromEntries(gone.map((key) => [key, undefined])));
    },
    async restore() {
      const [ours, copy] = await Promise.all([read(keys), readCopy(keys)]);
      if (!ours) return;
      const differ = keys.filter((key) => asText(ours[key]) !== asText(copy[key]));
      const [set, gone] = [differ.filter((key) => key in ours), differ.filter((key) => !(key in ours))];
      if (gone.length) await local.remove(gone);
      if (set.length) await local.set(Object.fromEntries(set.map((key) => [key, ours[key]])));
    },
  };
}
