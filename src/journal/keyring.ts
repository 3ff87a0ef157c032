import { type Bytes, fromBase64, toBase64 } from "../domain/encoding.ts";
import { importPair, importPublic } from "./crypto.ts";
import { JournalError } from "./error.ts";
import {
  type KeyFile,
  newKeyFile,
  readKeyFile,
  unsealPreviousPair,
  unwrap,
  withPreviousPair,
} from "./key-file.ts";
import type { KeyStorage } from "./key-storage.ts";

/** The journal locks after so many ms without use, or sooner where the user chose so. */
export const IDLE_MS = 10 * 60_000;

/** The private key while the journal is open, PKCS #8 in Base64. */
export interface OpenedKey {
  key: string;
  /** Epoch ms after which it no longer opens anything. */
  until: number;
}

/** Where the opened key is held: in memory, readable by the extension's own pages only, until the browser ends. */
export interface OpenedKeyStorage {
  get(): Promise<unknown>;
  set(opened: OpenedKey): Promise<void>;
  clear(): Promise<void>;
}

/** `none` means that there is no passphrase. */
export type LockState = "none" | "locked" | "open";

/** Keys for sealing, available even while the journal is locked. */
export interface SealingKeys {
  publicKey: CryptoKey;
  tagKey: CryptoKey;
}

/**
 * The journal's keys. Nothing is cached between calls: pages and background see each change at once. What reads before it
 * writes relies on its caller to let nothing else of the keys run meanwhile (`journal.ts`).
 */
export function openKeyring(
  keyStorage: KeyStorage,
  memory: OpenedKeyStorage,
  now: () => number = Date.now,
  idleMs: () => Promise<number> = async () => IDLE_MS,
) {
  async function file(): Promise<KeyFile | null> {
    const text = await keyStorage.read();
    return text === null ? null : readKeyFile(text);
  }
  const write = (next: KeyFile) => keyStorage.write(JSON.stringify(next));

  async function opened(): Promise<OpenedKey | null> {
    const value = (await memory.get()) as Partial<OpenedKey> | null | undefined;
    if (!value) return null;
    const { key, until } = value;
    const left = typeof until === "number" ? until - now() : 0;
    // More than was ever given: a clock that ran ahead would leave the journal open for as long.
    if (typeof key === "string" && left > 0 && left <= IDLE_MS) return { key, until: until! };
    await memory.clear();
    return null;
  }
  /** When the journal locks if it is not used from now on: as the user chose, never later than `IDLE_MS`. */
  const lockTime = async () => now() + Math.min(await idleMs(), IDLE_MS);
  const open = async (pkcs8: Bytes) => memory.set({ key: toBase64(pkcs8), until: await lockTime() });

  async function privateKeyOf(from: KeyFile): Promise<Bytes> {
    if (from.private !== undefined) return fromBase64(from.private);
    const at = await opened();
    if (!at) throw new JournalError("locked", "the journal is locked");
    return fromBase64(at.key);
  }

  async function lockState(): Promise<LockState> {
    const at = await file();
    if (!at?.wrapped) return "none";
    return (await opened()) ? "open" : "locked";
  }

  return {
    lockState,
    /** False if the passphrase is wrong; nothing else is revealed. */
    async unlock(passphrase: string): Promise<boolean> {
      const at = await file();
      const pkcs8 = at && (await unwrap(at, passphrase));
      if (!pkcs8) return false;
      await open(pkcs8);
      return true;
    },
    lock: (): Promise<void> => memory.clear(),
    /** Restarts the time after which the journal locks. */
    async touch(): Promise<void> {
      const at = await opened();
      if (at) await memory.set({ ...at, until: await lockTime() });
    },
    /** Clears the opened key if it expired. Returns when it will, or null if there is none. */
    async lockIfUnused(): Promise<number | null> {
      return (await opened())?.until ?? null;
    },
    /** Keys for sealing, created if there are none; `fresh` if they were created now. */
    async sealingKeys(): Promise<SealingKeys & { fresh: boolean }> {
      const existing = await file();
      const at = existing ?? (await newKeyFile(null)).file;
      if (!existing) await write(at);
      return {
        publicKey: await importPublic(fromBase64(at.public)),
        tagKey: await crypto.subtle.importKey(
          "raw",
          fromBase64(at.tagKey),
          { name: "HMAC", hash: "SHA-256" },
          false,
          ["sign"],
        ),
        fresh: !existing,
      };
    },
    /** Pairs for opening, the current one first; none if nothing was ever sealed. @throws JournalError "locked" */
    async openingKeys(): Promise<CryptoKeyPair[]> {
      const at = await file();
      if (!at) return [];
      const current = await importPair(fromBase64(at.public), await privateKeyOf(at));
      const previous = at.previous && (await unsealPreviousPair(current, at.previous));
      return previous ? [current, previous] : [current];
    },
    /**
     * Writes new keys, wrapped by a passphrase or (null) unwrapped. The new pair still opens the previous one until
     * `dropPrevious`. @throws JournalError "locked"
     */
    async replaceKeys(passphrase: string | null): Promise<void> {
      const at = await file();
      const previous = at && (await privateKeyOf(at));
      const { file: next, pkcs8, publicKey } = await newKeyFile(passphrase);
      const replaced = at ? { ...next, tagKey: at.tagKey } : next;
      await write(
        previous ? await withPreviousPair(replaced, publicKey, fromBase64(at.public), previous) : replaced,
      );
      if (passphrase === null) await memory.clear();
      else await open(pkcs8);
    },
    /** Removes the previous pair, once everything is sealed to the current one. */
    async dropPrevious(): Promise<void> {
      const at = await file();
      if (!at?.previous) return;
      const { previous: _, ...rest } = at;
      await write(rest);
    },
    /** True if a replacement of the keys was begun and not completed. */
    isReplacing: async (): Promise<boolean> => (await file())?.previous !== undefined,
    /** Removes the keys for good: nobody can open what was sealed to them. */
    async remove(): Promise<void> {
      await memory.clear();
      await keyStorage.remove();
    },
  };
}
