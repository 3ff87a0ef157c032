import id from "../../assets/locales/id/practice.json" with { type: "json" };
import { type AppKey, t as appText } from "./app.ts";
import { addMessages, type Messages, message } from "./catalogue.ts";
import type { Values } from "./language.ts";
import type { OverlayKey } from "./overlay.ts";

/** Keys of the page for practising; the texts of popup and overlay are available too. */
export type PracticeKey = Extract<keyof typeof id, string>;

addMessages(
  import.meta.glob<Messages>("../../assets/locales/*/practice.json", { eager: true, import: "default" }),
);

const isPracticeKey = (key: string): key is PracticeKey => Object.hasOwn(id, key);

/** A text of the page for practising, in the current language. */
export function t(key: PracticeKey | AppKey | OverlayKey, values?: Values): string {
  return isPracticeKey(key) ? message(key, values) : appText(key, values);
}

export { preferredLanguage } from "../domain/choose-language.ts";
