import id from "../../assets/locales/id/help.json" with { type: "json" };
import { type AppKey, t as appText } from "./app.ts";
import { addMessages, type Messages, message } from "./catalogue.ts";
import type { Values } from "./language.ts";
import type { OverlayKey } from "./overlay.ts";

/** Keys of the help page; the texts of popup and overlay are available too. */
type HelpKey = Extract<keyof typeof id, string>;

addMessages(
  import.meta.glob<Messages>("../../assets/locales/*/help.json", { eager: true, import: "default" }),
);

const isHelpKey = (key: string): key is HelpKey => Object.hasOwn(id, key);

/** A text of that page, in the current language. */
export function t(key: HelpKey | AppKey | OverlayKey, values?: Values): string {
  return isHelpKey(key) ? message(key, values) : appText(key, values);
}

export { preferredLanguage } from "../domain/choose-language.ts";
