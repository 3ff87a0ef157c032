import type id from "../../assets/locales/id/app.json";
import { addMessages, type Messages, message } from "./catalogue.ts";
import type { Values } from "./language.ts";
import "./overlay-languages.ts";
import { isPageKey, t as onPage, type PageKey } from "./overlay.ts";

/** Keys of the texts of the extension's own pages; those of the dialog are there too. */
export type AppKey = Extract<keyof typeof id, string>;

addMessages(
  import.meta.glob<Messages>("../../assets/locales/*/app.json", { eager: true, import: "default" }),
);

/** A text of the extension's own pages, in the language now set. */
export function t(key: AppKey | PageKey, values?: Values): string {
  return isPageKey(key) ? onPage(key, values) : message(key, values);
}

export { chooseLanguage } from "./catalogue.ts";
export { language } from "./language.ts";
