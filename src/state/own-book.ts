import { storage } from "@wxt-dev/storage";
import { type Book, openBook } from "../book/book.ts";
import { privateFile } from "../book/key-place.ts";
import type { Opened, OpenPlace } from "../book/keyring.ts";
import { localDay } from "./day.ts";

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
