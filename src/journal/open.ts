import { storage } from "@wxt-dev/storage";
import { localDay } from "../domain/day.ts";
import { type Journal, openJournal } from "./journal.ts";
import { privateFile } from "./key-storage.ts";
import type { OpenedKey, OpenedKeyStorage } from "./keyring.ts";

/**
 * The opened key. `storage.session` is in memory only; the extension's own pages and its background can read it, content
 * scripts cannot (the default, set again in `autolock.ts` where the browser allows it). It outlives a background that is
 * suspended and ends with the browser.
 */
export const OPENED_KEY = "session:openedKey";
export const openedKeyItem = storage.defineItem<unknown>(OPENED_KEY);

const memory: OpenedKeyStorage = {
  get: () => openedKeyItem.getValue(),
  set: (opened: OpenedKey) => openedKeyItem.setValue(opened),
  clear: () => openedKeyItem.removeValue(),
};

/**
 * The user's journal in this browser, the same for background and pages.
 * @param idleMs after how many ms without use it locks, as the user chose; ten minutes if missing
 */
export const openUserJournal = (idleMs?: () => Promise<number>): Journal =>
  openJournal({
    keys: privateFile(),
    memory,
    today: () => localDay(new Date()),
    ...(idleMs && { idleMs }),
  });
