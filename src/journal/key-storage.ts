/** Where the key file is stored. */
export interface KeyStorage {
  /** null if there is none. */
  read(): Promise<string | null>;
  write(text: string): Promise<void>;
  remove(): Promise<void>;
}

/**
 * A file in the origin's private file system: once removed, it is gone from the profile. (Measured in Chromium: records
 * of IndexedDB and `storage.local` stay readable on disk after `clear()`, `deleteDatabase` and `remove`.) It is written
 * as a whole or not at all: the browser replaces the old file when the new one is closed.
 */
export function privateFile(name = "book-key"): KeyStorage {
  const folder = () => navigator.storage.getDirectory();
  const missing = (error: unknown): null => {
    if (error instanceof DOMException && error.name === "NotFoundError") return null;
    throw error;
  };
  return {
    async read() {
      const file = await (await folder()).getFileHandle(name).catch(missing);
      return file && (await file.getFile()).text();
    },
    async write(text) {
      const file = await (await folder()).getFileHandle(name, { create: true });
      const into = await file.createWritable();
      await into.write(text);
      await into.close();
    },
    async remove() {
      await (await folder()).removeEntry(name).catch(missing);
    },
  };
}
