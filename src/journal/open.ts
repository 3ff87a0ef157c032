import { storage } from "@wxt-dev/storage";
import { localDay } from "../domain/day.ts";
import { type Book, openBook } from "./journal.ts";
import { privateFile } from "./key-storage.ts";
import type { Opened, OpenPlace } from "./keyring.ts";

/**
 * The opened key: `storage.session` lies in memory only, is seen by the extension's own pages and background (never by
 * its scripts in pages of sites: its default, and set once more where the browser lets us), outlives a background that
 * is put to sleep, and ends with the browser.
 */
export const openedItem = storage.defineItem<unknown>("session:book");

const memory: OpenPlace = {
  get: () => openedItem.getValue(),
  set: (opened: Opened) => openedItem.setValue(opened),
  clear: () => openedItem.removeValue(),
};

/** The user's book in this browser, the same for background and pages. */
export const openOwnBook = (): Book =>
  openBook({ keys: privateFile(), memory, today: () => localDay(new Date()) });
