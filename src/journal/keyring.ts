import { type Bytes, fromBase64, toBase64 } from "../domain/encoding.ts";
import { importPair, importPublic } from "./crypto.ts";
import { BookError } from "./error.ts";
import { type KeyFile, newKeyFile, readKeyFile, unsealBefore, unwrap, withBefore } from "./key-file.ts";
import type { KeyPlace } from "./key-storage.ts";

/** The book closes so many ms after it was last used. */
export const IDLE_MS = 10 * 60_000;

/** The private half while the book is open, PKCS #8 in Base64. */
export interface Opened {
  key: string;
  /** Epoch ms after which it no longer opens anything. */
  until: number;
}

/** Where the opened key is kept: in memory only, seen by the extension's own pages only, gone with the browser. */
export interface OpenPlace {
  get(): Promise<unknown>;
  set(opened: Opened): Promise<void>;
  clear(): Promise<void>;
}

/** `none`: there is no passphrase. */
export type Lock = "none" | "locked" | "open";

/** What seals: known also while the book is locked. */
export interface Sealing {
  publicKey: CryptoKey;
  mark: CryptoKey;
}

/** The book's keys. Nothing is kept in variables between calls: pages and background see each change at once. */
export function openKeyring(place: KeyPlace, memory: OpenPlace, now: () => number = Date.now) {
  async function file(): Promise<KeyFile | null> {
    const text = await place.read();
    return text === null ? null : readKeyFile(text);
  }
  const write = (next: KeyFile) => place.write(JSON.stringify(next));

  async function opened(): Promise<Opened | null> {
    const value = (await memory.get()) as Partial<Opened> | null | undefined;
    if (typeof value?.key !== "string" || typeof value.until !== "number") return null;
    if (value.until > now()) return { key: value.key, until: value.until };
    await memory.clear();
    return null;
  }
  const open = (pkcs8: Bytes) => memory.set({ key: toBase64(pkcs8), until: now() + IDLE_MS });

  async function halves(from: KeyFile): Promise<Bytes> {
    if (from.private !== undefined) return fromBase64(from.private);
    const at = await opened();
    if (!at) throw new BookError("locked", "the book is locked");
    return fromBase64(at.key);
  }

  async function lock(): Promise<Lock> {
    const at = await file();
    if (!at?.wrapped) return "none";
    return (await opened()) ? "open" : "locked";
  }

  return {
    lock,
    /** False where the passphrase does not fit; nothing more is told. */
    async unlock(passphrase: string): Promise<boolean> {
      const at = await file();
      const pkcs8 = at && (await unwrap(at, passphrase));
      if (!pkcs8) return false;
      await open(pkcs8);
      return true;
    },
    close: () => memory.clear(),
    /** Puts off the closing. */
    async touch(): Promise<void> {
      const at = await opened();
      if (at) await memory.set({ ...at, until: now() + IDLE_MS });
    },
    /** Keys to seal with, made where there are none; `fresh` where they were made now. */
    async sealing(): Promise<Sealing & { fresh: boolean }> {
      const known = await file();
      const at = known ?? (await newKeyFile(null)).file;
      if (!known) await write(at);
      return {
        publicKey: await importPublic(fromBase64(at.public)),
        mark: await crypto.subtle.importKey(
          "raw",
          fromBase64(at.mark),
          { name: "HMAC", hash: "SHA-256" },
          false,
          ["sign"],
        ),
        fresh: !known,
      };
    },
    /** Pairs to open with, the one in use first; none where nothing was ever sealed. @throws BookError "locked" */
    async opening(): Promise<CryptoKeyPair[]> {
      const at = await file();
      if (!at) return [];
      const own = await importPair(fromBase64(at.public), await halves(at));
      const before = at.before && (await unsealBefore(own, at.before));
      return before ? [own, before] : [own];
    },
    /**
     * Puts fresh keys in place, under a passphrase or (null) none. The pair of before stays within reach of
     * the new one until `settled`. @throws BookError "locked"
     */
    async change(passphrase: string | null): Promise<void> {
      const at = await file();
      const before = at && (await halves(at));
      const { file: next, pkcs8, publicKey } = await newKeyFile(passphrase);
      const kept = at ? { ...next, mark: at.mark } : next;
      await write(before ? await withBefore(kept, publicKey, fromBase64(at.public), before) : kept);
      if (passphrase === null) await memory.clear();
      else await open(pkcs8);
    },
    /** All lines are sealed to the keys in use: the key of before goes. */
    async settled(): Promise<void> {
      const at = await file();
      if (!at?.before) return;
      const { before: _, ...rest } = at;
      await write(rest);
    },
    /** Is a change of keys half done? */
    changing: async (): Promise<boolean> => (await file())?.before !== undefined,
    /** Removes the keys for good: what was sealed to them cannot be opened by anybody. */
    async remove(): Promise<void> {
      await memory.clear();
      await place.remove();
    },
  };
}
