/** Where the key file lies. */
export interface KeyPlace {
  /** null: there is none. */
  read(): Promise<string | null>;
  write(text: string): Promise<void>;
  remove(): Promise<void>;
}

/**
 * A file in the origin's private file system: removed, it is gone from the profile. (Measured in Chromium: records of
 * IndexedDB and `storage.local` stay readable on disk after `clear()`, `deleteDatabase` and `remove`.) Written as a
 * whole or not at all: the browser puts the new file in the old one's place when it is closed.
 */
export function privateFile(name = "book-key"): KeyPlace {
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
