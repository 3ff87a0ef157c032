import { type DBSchema, openDB } from "idb";
import { canonical } from "../engine/ruleset/layers/canonical-json.ts";

interface VouchedDatabase extends DBSchema {
  values: { key: string; value: unknown };
}

/** Set once the values of an earlier version were taken over: afterwards nothing is taken from outside. */
const ADOPTED = "adopted";

/**
 * Values that pages and pages of the extension read. A page script that was taken over could read and, in both browsers,
 * write what lies in `storage.local`.
 */
export interface VouchedStorage {
  /** What the background itself wrote last. */
  get(keys: readonly string[]): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  /** Puts back what somebody else wrote. */
  restore(): Promise<void>;
}

/**
 * What of a value lies in `storage.local`, by key; undefined for nothing. Keys that are not named lie there whole. The
 * whole of a named one lies in `storage.session`, in memory, which no page script reaches.
 */
export type ShownToPages = Readonly<Record<string, (value: unknown) => unknown>>;

/** Chromium sorts the fields of what it stores. */
const asText = (value: unknown): string | undefined => (value === undefined ? value : canonical(value));

/**
 * Keeps the values in the extension's IndexedDB, which no content script reaches, and copies to read from. The copies
 * are written first: a value counts as written once it is in the database. Where the database cannot be opened, the copies
 * alone count, whole.
 * @param keys all that are kept so. The caller makes one call at a time.
 */
export function vouchedStorage(
  keys: readonly string[],
  shown: ShownToPages = {},
  name = "shared",
): VouchedStorage {
  const { local, session } = browser.storage;
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
  const isPrivate = (key: string): boolean => Object.hasOwn(shown, key);
  /** What lies where of these values. @param whole without a database, pages' copy has to keep all of them */
  const copiesOf = (values: Record<string, unknown>, whole: boolean) => {
    const all = Object.entries(values);
    const inLocal = all
      .map(([key, value]) => [key, isPrivate(key) && !whole ? shown[key]!(value) : value] as const)
      .filter(([, value]) => value !== undefined);
    const inSession = all.filter(([key]) => isPrivate(key));
    return [
      { area: local, of: keys, values: Object.fromEntries(inLocal) },
      { area: session, of: keys.filter(isPrivate), values: Object.fromEntries(inSession) },
    ];
  };
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
      const hasDatabase = (await read([])) !== undefined;
      for (const { area, values: copy } of copiesOf(values, !hasDatabase))
        if (Object.keys(copy).length) await area.set(copy);
      await write(values);
    },
    async remove(gone) {
      await read([]);
      await local.remove([...gone]);
      if (gone.some(isPrivate)) await session.remove([...gone]);
      await write(Object.fromEntries(gone.map((key) => [key, undefined])));
    },
    async restore() {
      const ours = await read(keys);
      for (const { area, of, values } of copiesOf(ours ?? (await readCopy(keys)), !ours)) {
        const copy = of.length ? await area.get([...of]) : {};
        const differ = of.filter((key) => asText(values[key]) !== asText(copy[key]));
        const [set, gone] = [differ.filter((key) => key in values), differ.filter((key) => !(key in values))];
        if (gone.length) await area.remove(gone);
        if (set.length) await area.set(Object.fromEntries(set.map((key) => [key, values[key]])));
      }
    },
  };
}
