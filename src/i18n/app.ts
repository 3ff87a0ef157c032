import en from "../../assets/locales/en/app.json" with { type: "json" };
import id from "../../assets/locales/id/app.json" with { type: "json" };
import { addMessages, message } from "./catalogue.ts";
import type { Values } from "./language.ts";
import "./overlay-en.ts";
import { isPageKey, t as onPage, type PageKey } from "./overlay.ts";

/** Keys of the texts of the extension's own pages; those of the dialog are there too. */
export type AppKey = Extract<keyof typeof id, string>;

addMessages({ id, en });

/** A text of the extension's own pages, in the language now set. */
export function t(key: AppKey | PageKey, values?: Values): string {
  return isPageKey(key) ? onPage(key, values) : message(key, values);
}

export { chooseLanguage } from "./catalogue.ts";
export { language } from "./language.ts";
