import { setupI18n } from "@lingui/core";
import type { Language } from "../words.ts";
import { plain } from "./plain.ts";

/**
 * The one catalogue of messages of a bundle. `page.ts` and `app.ts` fill it with the locale files they need, so that
 * the script in the page does not carry the texts of the popup.
 */
const catalogue = setupI18n({});
let current: Language = "id";
const heard = new Set<() => void>();

/** Values for the slots of a message. Strings may come from a page: they are cleaned and bounded. */
export type Values = Readonly<Record<string, string | number>>;
type Messages = Readonly<Record<string, string>>;

/** Adds messages to both languages. */
export function fill(messages: Readonly<Record<Language, Messages>>): void {
  for (const language of ["id", "en"] as const) catalogue.load(language, { ...messages[language] });
  catalogue.activate(current);
}

/** The language of the interface now. */
export function language(): Language {
  return current;
}

/** Switches the language everywhere in this document at once; who listens by `onLanguage` is told. */
export function setLanguage(next: Language): void {
  if (next === current) return;
  current = next;
  catalogue.activate(next);
  for (const tell of [...heard]) tell();
}

/** Calls `tell` after each switch of language until the returned function is called. */
export function onLanguage(tell: () => void): () => void {
  heard.add(tell);
  return () => heard.delete(tell);
}

/** Language for a setting ("follow the browser" or a fixed one) and `navigator.languages`. Anything unknown is id. */
export function chooseLanguage(setting: Language | "auto", wanted: readonly string[]): Language {
  if (setting !== "auto") return setting;
  for (const tag of wanted) {
    if (/^(id|in|jv|su|ms)\b/i.test(tag)) return "id";
    if (/^en\b/i.test(tag)) return "en";
  }
  return "id";
}

/** True where both languages have the key. */
export function has(key: string): boolean {
  return Object.hasOwn(catalogue.messages, key);
}

/** The message in the language now set. Typed keys: use `t` of `page.ts` or `app.ts`. */
export function message(key: string, values: Values = {}): string {
  const fit: Record<string, string | number> = {};
  const late: [string, string][] = [];
  for (const [slot, value] of Object.entries(values)) {
    if (typeof value === "number") {
      fit[slot] = value;
      continue;
    }
    const text = plain(value);
    // Lingui decodes \u202e and the like in the finished sentence, so a page could bring back what `plain` took out:
    // text with a backslash is put in afterwards.
    if (text.includes("\\")) {
      const mark = `\uE000${late.length}\uE001`;
      late.push([mark, text]);
      fit[slot] = mark;
    } else fit[slot] = text;
  }
  let out = catalogue._(key, fit);
  for (const [mark, text] of late) out = out.split(mark).join(text);
  return out;
}
