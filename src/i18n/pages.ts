import id from "../../assets/locales/id/pages.json" with { type: "json" };
import { type AppKey, t as appText } from "./app.ts";
import { addMessages, type Messages, message } from "./catalogue.ts";
import type { Values } from "./language.ts";
import type { OverlayKey } from "./overlay.ts";

/** Keys of the full pages (welcome, journal); the texts of popup and overlay are available too. */
export type PagesKey = Extract<keyof typeof id, string>;

addMessages(
  import.meta.glob<Messages>("../../assets/locales/*/pages.json", { eager: true, import: "default" }),
);

const isPagesKey = (key: string): key is PagesKey => Object.hasOwn(id, key);

/** A text of the full pages, in the current language. */
export function t(key: PagesKey | AppKey | OverlayKey, values?: Values): string {
  return isPagesKey(key) ? message(key, values) : appText(key, values);
}

export { preferredLanguage } from "../domain/choose-language.ts";
