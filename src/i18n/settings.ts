import en from "../../assets/locales/en/settings.json" with { type: "json" };
import id from "../../assets/locales/id/settings.json" with { type: "json" };
import { type AppKey, t as inApp } from "./app.ts";
import { addMessages, message } from "./catalogue.ts";
import type { Values } from "./language.ts";
import type { PageKey } from "./overlay.ts";

/** Keys of the settings page; those of popup and dialog are there too. */
export type SettingsKey = Extract<keyof typeof id, string>;

addMessages({ id, en });

const isSettingsKey = (key: string): key is SettingsKey => Object.hasOwn(id, key);

/** A text of the settings page, in the language now set. */
export function t(key: SettingsKey | AppKey | PageKey, values?: Values): string {
  return isSettingsKey(key) ? message(key, values) : inApp(key, values);
}

export { chooseLanguage } from "./catalogue.ts";
