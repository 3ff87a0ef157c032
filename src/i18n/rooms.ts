import en from "../../assets/locales/en/rooms.json" with { type: "json" };
import id from "../../assets/locales/id/rooms.json" with { type: "json" };
import { type AppKey, t as inApp } from "./app.ts";
import { addMessages, message } from "./catalogue.ts";
import type { Values } from "./language.ts";
import type { PageKey } from "./overlay.ts";

/** Keys of the full pages (welcome, book, settings); those of popup and dialog are there too. */
export type RoomsKey = Extract<keyof typeof id, string>;

addMessages({ id, en });

const isRoomsKey = (key: string): key is RoomsKey => Object.hasOwn(id, key);

/** A text of the full pages, in the language now set. */
export function t(key: RoomsKey | AppKey | PageKey, values?: Values): string {
  return isRoomsKey(key) ? message(key, values) : inApp(key, values);
}

export { chooseLanguage } from "./catalogue.ts";
