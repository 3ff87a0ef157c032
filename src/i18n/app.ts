import type id from "../../assets/locales/id/app.json";
import { addMessages, type Messages, message } from "./catalogue.ts";
import type { Values } from "./language.ts";
import "./overlay-languages.ts";
import { isOverlayKey, type OverlayKey, t as overlayText } from "./overlay.ts";

/** Keys of the texts that all of the extension's own pages share; the overlay's texts are available there too. */
export type AppKey = Extract<keyof typeof id, string>;

addMessages(
  import.meta.glob<Messages>("../../assets/locales/*/app.json", { eager: true, import: "default" }),
);

/** A text of the extension's own pages, in the current language. */
export function t(key: AppKey | OverlayKey, values?: Values): string {
  return isOverlayKey(key) ? overlayText(key, values) : message(key, values);
}

export { preferredLanguage } from "../domain/choose-language.ts";
export { language } from "./language.ts";
