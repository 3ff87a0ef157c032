import en from "../../assets/locales/en/app.json" with { type: "json" };
import id from "../../assets/locales/id/app.json" with { type: "json" };
import { addMessages, message } from "./catalogue.ts";
import type { Values } from "./language.ts";
import "./overlay-en.ts";
import { isOverlayKey, type OverlayKey, t as overlayText } from "./overlay.ts";

/** Keys of the texts that all of the extension's own pages share; the overlay's texts are available there too. */
export type AppKey = Extract<keyof typeof id, string>;

addMessages({ id, en });

/** A text of the extension's own pages, in the current language. */
export function t(key: AppKey | OverlayKey, values?: Values): string {
  return isOverlayKey(key) ? overlayText(key, values) : message(key, values);
}

export { chooseLanguage } from "./catalogue.ts";
export { language } from "./language.ts";
