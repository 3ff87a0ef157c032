import { vi } from "vitest";
import type { JournalDependencies } from "../../../src/journal/journal.ts";

/** A key file and a place for the opened key in variables, and a clock to set. */
export function ground(name: string) {
  const at = {
    file: null as string | null,
    opened: null as unknown,
    time: 1_000_000,
    today: "2026-11-21",
    /** How often the file was written. */
    writes: 0,
  };
  const on: JournalDependencies = {
    name,
    keys: {
      read: async () => at.file,
      write: async (text) => {
        at.writes++;
        at.file = text;
      },
      remove: async () => {
        at.file = null;
      },
    },
    memory: {
      get: async () => at.opened,
      set: async (opened) => {
        at.opened = structuredClone(opened);
      },
      clear: async () => {
        at.opened = null;
      },
    },
    today: () => at.today,
    now: () => at.time,
  };
  return Object.assign(at, { on });
}

/** A private file system in variables, as much of it as the book uses. Put in place for good. */
export function privateFiles(): Map<string, string> {
  const files = new Map<string, string>();
  const missing = () => new DOMException("none", "NotFoundError");
  const handle = (name: string) => ({
    getFile: async () => ({ text: async () => files.get(name)! }),
    async createWritable() {
      let text = "";
      return {
        write: async (more: string) => {
          text += more;
        },
        close: async () => void files.set(name, text),
      };
    },
  });
  const folder = {
    async getFileHandle(name: string, how?: { create?: boolean }) {
      if (!files.has(name) && !how?.create) throw missing();
      if (!files.has(name)) files.set(name, "");
      return handle(name);
    },
    async removeEntry(name: string) {
      if (!files.delete(name)) throw missing();
    },
  };
  const locks = navigator.locks;
  vi.stubGlobal("navigator", {
    languages: ["id"],
    locks,
    storage: { getDirectory: async () => folder },
  });
  return files;
}
