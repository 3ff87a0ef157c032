import en from "../../assets/locales/en/app.json" with { type: "json" };
import id from "../../assets/locales/id/app.json" with { type: "json" };
import { fill, message } from "./catalogue.ts";
import type { Values } from "./language.ts";
import "./overlay-en.ts";
import { isOverlayKey, type OverlayKey, t as onPage } from "./overlay.ts";

/** Keys of the texts of the extension's own pages; those of the dialog are there too. */
export type AppKey = Extract<keyof typeof id, string>;

fill({ id, en });

/** A text of the extension's own pages, in the language now set. */
export function t(key: AppKey | OverlayKey, values?: Values): string {
  return isOverlayKey(key) ? onPage(key, values) : message(key, values);
}

export { chooseLanguage } from "./catalogue.ts";
export { language } from "./language.ts";
