import id from "../../assets/locales/id/workshop.json" with { type: "json" };
import { type AppKey, t as appText } from "./app.ts";
import { addMessages, type Messages, message } from "./catalogue.ts";
import type { Values } from "./language.ts";
import type { OverlayKey } from "./overlay.ts";

/** Keys of the page on which an agency builds its rules; the texts of popup and overlay are available too. */
type WorkshopKey = Extract<keyof typeof id, string>;

addMessages(
  import.meta.glob<Messages>("../../assets/locales/*/workshop.json", { eager: true, import: "default" }),
);

const isWorkshopKey = (key: string): key is WorkshopKey => Object.hasOwn(id, key);

/** A text of that page, in the current language. */
export function t(key: WorkshopKey | AppKey | OverlayKey, values?: Values): string {
  return isWorkshopKey(key) ? message(key, values) : appText(key, values);
}

export { preferredLanguage } from "../domain/choose-language.ts";
