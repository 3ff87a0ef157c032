import id from "../../assets/locales/id/settings.json" with { type: "json" };
import { type AppKey, t as appText } from "./app.ts";
import { addMessages, type Messages, message } from "./catalogue.ts";
import type { Values } from "./language.ts";
import type { OverlayKey } from "./overlay.ts";

/** Keys of the settings page; the texts of popup and overlay are available too. */
export type SettingsKey = Extract<keyof typeof id, string>;

addMessages(
  import.meta.glob<Messages>("../../assets/locales/*/settings.json", { eager: true, import: "default" }),
);

const isSettingsKey = (key: string): key is SettingsKey => Object.hasOwn(id, key);

/** A text of the settings page, in the current language. */
export function t(key: SettingsKey | AppKey | OverlayKey, values?: Values): string {
  return isSettingsKey(key) ? message(key, values) : appText(key, values);
}

export { preferredLanguage } from "../domain/choose-language.ts";
